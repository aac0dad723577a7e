// The phone's own position, on a tap, for whoever fixes a plaque; it goes to this site alone.
// Where the phone has allowed it before, no tap is needed.
const OPTIONS = { enableHighAccuracy: true, timeout: 15000, maximumAge: 30000 };

function take(form) {
  const said = form.querySelector("[data-said]");
  said.textContent = said.dataset.waiting;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      form.elements.lat.value = coords.latitude.toFixed(6);
      form.elements.lng.value = coords.longitude.toFixed(6);
      form.elements.accuracy.value = Math.round(coords.accuracy);
      if ("submit" in form.dataset) return form.requestSubmit();
      said.textContent = said.dataset.here.replace("{metres}", Math.round(coords.accuracy));
    },
    () => { said.textContent = said.dataset.failed; },
    OPTIONS,
  );
}

async function isAllowed() {
  try {
    return (await navigator.permissions.query({ name: "geolocation" })).state === "granted";
  } catch {
    return false;
  }
}

if ("geolocation" in navigator && window.isSecureContext) {
  for (const form of document.querySelectorAll("form[data-locate]")) {
    const ask = form.querySelector("[data-ask]");
    form.hidden = ask.hidden = false;
    ask.addEventListener("click", () => take(form));
    if (!("tapped" in form.dataset) && !form.elements.lat.value && (await isAllowed())) take(form);
  }
}
