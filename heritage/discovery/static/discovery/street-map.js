// The provider's street map, only when somebody asks for it: until then nobody else is asked for
// anything. The list stays the complete one; its links carry their points in the tiles' datum.

for (const place of document.querySelectorAll('[data-street-map]')) {
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => open(place), { once: true });
}

async function open(place) {
  const { leaflet, sheet, tiles, attribution, approval, label } = place.dataset;
  const map = document.createElement('div');
  map.className = 'street-map-sheet';
  map.setAttribute('role', 'region');
  map.setAttribute('aria-label', label);
  const [L] = await Promise.all([import(leaflet), styled(sheet)]);
  place.parentElement.querySelector('.sketchmap').hidden = true;
  place.replaceChildren(map);

  const street = L.map(map, { attributionControl: false, scrollWheelZoom: false });
  const credit = L.control.attribution({ prefix: false }).addTo(street);
  credit.setPrefix(false);
  const printed = [attribution, approval].filter(Boolean).map(plain).join(' · ');
  L.tileLayer(tiles, { maxZoom: 18, attribution: printed }).addTo(street);

  const links = [...document.querySelectorAll('.atlas-list a[data-lat]')];
  const marks = links.map((link) => mark(L, link));
  if (marks.length) street.fitBounds(L.featureGroup(marks).addTo(street).getBounds().pad(0.1));
  map.tabIndex = -1;
  map.focus();
}

function mark(L, link) {
  const { lat, lng } = link.dataset;
  const isNeighbourhood = Boolean(link.closest('h2'));
  const dot = L.circleMarker([Number(lat), Number(lng)], {
    radius: isNeighbourhood ? 9 : 7, weight: 2, color: '#fffaf1', fillOpacity: 1,
    fillColor: isNeighbourhood ? '#1c4f8f' : '#9e2b25',
  });
  const words = document.createElement('a');
  words.href = link.href;
  words.textContent = link.textContent;
  return dot.bindPopup(words);
}

function styled(href) {
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', done);
    link.addEventListener('error', failed);
    document.head.append(link);
  });
}

function plain(text) {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}
