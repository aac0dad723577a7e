// What is sent from a lane is sent once, and is still there when the signal fails on the way.
const LARGE = 1.5e6, LONGEST_SIDE = 2400, PATIENCE = 90000;

// A photograph of ten megabytes takes minutes on a weak signal; a plate is read on a smaller one.
async function smaller(file) {
  if (!(file instanceof File) || file.size < LARGE || !self.createImageBitmap) return file;
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.round(side * share));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

async function send(form, button) {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  if (body.has("photo")) body.set("photo", await smaller(body.get("photo")));
  const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout?.(PATIENCE) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const said = page.querySelector(".wall-job");
  if (!said && answer.redirected) return location.assign(answer.url);
  if (!said) throw new Error(answer.status);
  // What came is shown as it is: asked for again, it would cost the signal, and its message is gone.
  if (answer.redirected) history.pushState(null, page.title, answer.url);
  document.querySelector(".wall-job").replaceWith(said);
  scrollTo(0, 0);
  said.querySelector(".wall-error:not([hidden])")?.scrollIntoView({ block: "center" });
  ready();
}

function ready() {
  for (const form of document.querySelectorAll("form.wall-form")) {
    const word = form.querySelector("[data-send]");
    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      word.hidden = false;
      word.classList.remove("wall-error");
      word.textContent = word.dataset.sending;
      try {
        await send(form, event.submitter);
      } catch {
        word.classList.add("wall-error");
        word.textContent = word.dataset.failed;
        word.scrollIntoView({ block: "center" });
        busy = false;
      }
    });
  }
}

ready();
addEventListener("popstate", () => location.reload());
