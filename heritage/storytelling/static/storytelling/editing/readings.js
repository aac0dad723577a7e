/* Says under a field what the site understands of it, while an editor types.
   <input data-reads="address" data-reads-beside="field"> … <output class="reading"> */

const PAUSE = 300;
const waiting = new WeakMap();

/** The field of the same row of the form that bears this name: stops-0-date → stops-0-datum. */
function fieldBeside(field, name) {
  const prefix = field.name.slice(0, field.name.lastIndexOf("-") + 1);
  return field.form?.elements.namedItem(prefix + name);
}

function show(output, { words, state, link, link_words: linkWords }) {
  output.dataset.state = state;
  output.textContent = words;
  if (link) {
    const anchor = Object.assign(document.createElement("a"), {
      href: link, target: "_blank", rel: "noreferrer", textContent: linkWords,
    });
    output.append(" ", anchor);
  }
}

async function ask(field) {
  const address = new URL(field.dataset.reads, window.location.href);
  const asked = field.value;
  const beside = field.dataset.readsBeside && fieldBeside(field, field.dataset.readsBeside);
  address.searchParams.set("text", asked);
  if (beside) address.searchParams.set("beside", beside.value);
  const response = await fetch(address).catch(() => null);
  const output = field.closest(".reading-field")?.querySelector("output.reading");
  if (response?.ok && output && field.value === asked) show(output, await response.json());
}

function askSoon(field) {
  clearTimeout(waiting.get(field));
  waiting.set(field, setTimeout(ask, PAUSE, field));
}

/* Rows are added to the form at any time, so the document listens, not the fields. */
document.addEventListener("input", ({ target }) => {
  if (target.dataset?.reads) askSoon(target);
});
document.addEventListener("change", ({ target }) => {
  for (const field of document.querySelectorAll("[data-reads-beside]")) {
    if (fieldBeside(field, field.dataset.readsBeside) === target) ask(field);
  }
});
