/* A form is sent once the server has answered that it still knows who writes; until then what was
   written stays on the screen, with a word on what to do.
   The words and addresses stand in templates/editorial/sending.html. */

const KEPT = "[data-edit-form], .review-judgement, .review-comment form";
const PATIENCE = 15000;
const told = document.querySelector("[data-sending]").dataset;
let goes = null;

/** What hinders: "", or "away" (no connection), "out" (signed out), "other" (somebody else). */
async function hindrance(form) {
  try {
    const sent = { headers: { "X-Requested-With": "XMLHttpRequest" }, signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(told.ask, sent);
    if (answer.status === 403 || answer.redirected) return "out";
    if (!answer.ok) return "away";
    const { who, token } = await answer.json();
    if (String(who) !== told.who) return "other";
    for (const field of form.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    return "";
  } catch {
    return "away";
  }
}

function say(what) {
  document.querySelector(".sending-note")?.remove();
  if (!what) return;
  const note = document.createElement("div");
  note.className = "sending-note";
  note.role = "alert";
  note.textContent = told[what];
  if (what !== "away") {
    const door = document.createElement("a");
    Object.assign(door, { href: told.door, target: "_blank", rel: "noopener", textContent: told.in });
    note.append(" ", door);
  }
  document.body.append(note);
}

/** Send the form as the button would have; it is disabled meanwhile, so its name goes by hand. */
function send(form, button) {
  const named = document.createElement("input");
  Object.assign(named, { type: "hidden", name: button?.name ?? "", value: button?.value ?? "" });
  if (named.name) form.append(named);
  goes = form;
  form.requestSubmit();
  goes = null;
  named.remove();
}

document.addEventListener("submit", async (event) => {
  const form = event.target, button = event.submitter;
  if (form === goes || !form.matches(KEPT)) return;
  event.preventDefault();
  event.stopPropagation();
  const what = await hindrance(form);
  say(what);
  if (!what) send(form, button);
  // Wagtail's buttons spin for a while after they are pressed.
  else if (button?.hasAttribute("data-w-progress-loading-value")) button.dataset.wProgressLoadingValue = "false";
}, true);
