/* What a page still lacks, beside the form: its lines open the fields that mend them; it is asked
   anew while one types; watched words are marked where they stand.
   <details data-readiness data-ask="address"> … <script id="readiness-watched"> */

const PAUSE = 1500;
const PATH = ":w:contentpath=";
const KINDS = ["forbidden", "sensitive"];
let waiting, asking;

const meter = () => document.querySelector("[data-readiness]");

/** The part of the form that a content path names: body.<id>.text, sources-0.citation. */
function fieldAt(path) {
  let found = null;
  for (const step of path.split(".")) {
    const inside = (found ?? document).querySelector(`[data-contentpath="${CSS.escape(step)}"]`)
      ?? document.getElementById(`inline_child_${step}`)
      ?? document.getElementById(`id_${step}-FORMS`)?.closest("[data-panel]");
    if (!inside) break;
    found = inside;
  }
  return found;
}

function pathOf(address) {
  const place = address.indexOf(PATH);
  return place < 0 ? "" : decodeURIComponent(address.slice(place + PATH.length));
}

function unfold(field) {
  // Wagtail's tabs listen for this on the way up and open the one that holds the field.
  field.dispatchEvent(new CustomEvent("w-focus:focus", { bubbles: true }));
  for (let panel = field.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    const toggle = panel.querySelector(":scope > .w-panel__header [data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
}

function open(path) {
  const field = path && fieldAt(path);
  if (!field) return;
  unfold(field);
  requestAnimationFrame(() => {
    field.scrollIntoView({ block: "center" });
    const first = field.querySelector('[contenteditable="true"], input:not([type="hidden"]):not([type="file"]), textarea, select, button:not([hidden])');
    first?.focus({ preventScroll: true });
    field.classList.add("readiness-here");
    setTimeout(() => field.classList.remove("readiness-here"), 2500);
  });
}

/* Watched words: ranges in what can be edited, a list under plain fields. */

function watched() {
  const data = document.getElementById("readiness-watched");
  return data ? JSON.parse(data.textContent) : [];
}

function* rangesOf(field, text) {
  for (const box of field.querySelectorAll('[contenteditable="true"]')) {
    const nodes = [], walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let all = "";
    while (walker.nextNode()) {
      nodes.push([all.length, walker.currentNode]);
      all += walker.currentNode.data;
    }
    for (let from = all.indexOf(text); from >= 0; from = all.indexOf(text, from + text.length)) {
      const range = new Range();
      for (const [start, node] of nodes) {
        const end = from + text.length;
        if (start <= from && from < start + node.length) range.setStart(node, from - start);
        if (start < end && end <= start + node.length) range.setEnd(node, end - start);
      }
      yield range;
    }
  }
}

function noteUnder(field, founds) {
  if (!founds.length || field.querySelector('[contenteditable="true"]')) return;
  const list = document.createElement("ul");
  list.className = "readiness-found";
  for (const { kind, excerpt, advice } of founds) {
    const line = document.createElement("li");
    line.dataset.kind = kind;
    line.textContent = [excerpt, advice].filter(Boolean).join(" ");
    list.append(line);
  }
  field.append(list);
}

function mark() {
  document.querySelectorAll(".readiness-found").forEach((list) => list.remove());
  const marks = { forbidden: [], sensitive: [] };
  const byField = new Map();
  for (const found of watched()) byField.set(found.field, [...(byField.get(found.field) ?? []), found]);
  for (const [path, founds] of byField) {
    const field = fieldAt(path);
    if (!field) continue;
    for (const { kind, text } of founds) marks[kind]?.push(...rangesOf(field, text));
    noteUnder(field, founds);
  }
  if (!window.CSS?.highlights) return;
  for (const kind of KINDS) CSS.highlights.set(`readiness-${kind}`, new Highlight(...marks[kind]));
}

/* Asked anew while one types. */

async function ask() {
  const old = meter(), form = document.querySelector("[data-edit-form]");
  if (!old?.dataset.ask || !form) return;
  asking?.abort();
  asking = new AbortController();
  const sent = { method: "POST", body: new FormData(form), signal: asking.signal };
  const response = await fetch(old.dataset.ask, sent).catch(() => null);
  if (response?.status !== 200) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-readiness]");
  if (!fresh) return;
  fresh.open = old.open;
  if (fresh.outerHTML !== old.outerHTML) old.replaceWith(fresh);
  mark();
}

function askSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-readiness-door], .readiness-links a");
  const path = link && pathOf(link.hash);
  if (!path || link.pathname !== window.location.pathname) return;
  event.preventDefault();
  open(path);
});
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    if (target.closest?.("[data-edit-form]")) askSoon();
  });
}
window.addEventListener("hashchange", () => open(pathOf(window.location.hash)));
window.addEventListener("load", () => {
  // The story's blocks are drawn by script; a moment later they are there.
  setTimeout(() => {
    mark();
    open(pathOf(window.location.hash));
  }, 300);
});
