// “Read aloud”: shown only where the browser can speak; reads the story, stops on the second press.
const buttons = document.querySelectorAll("[data-aloud]");

function pieces(root) {
  const parts = [...root.querySelectorAll("[data-say], p, h2, h3, blockquote, li")];
  const leaves = parts.filter((part) => !part.closest("[data-unsaid]") && !part.querySelector("p, li"));
  return leaves.map(words).filter(Boolean);
}

function words(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".cite, .vh").forEach((mark) => mark.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function offer(button, speech) {
  const story = document.getElementById(button.dataset.aloud);
  if (!story) return;
  const stop = () => {
    speech.cancel();
    button.setAttribute("aria-pressed", "false");
  };
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    speech.cancel();
    button.setAttribute("aria-pressed", "true");
    const said = pieces(story);
    said.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = document.documentElement.lang === "en" ? "en-GB" : "zh-CN";
      utterance.rate = document.documentElement.dataset.edition ? 0.85 : 1;
      if (index === said.length - 1) utterance.onend = stop;
      speech.speak(utterance);
    });
    return undefined;
  });
  addEventListener("pagehide", stop);
  button.hidden = false;
}

if ("speechSynthesis" in window) buttons.forEach((button) => offer(button, window.speechSynthesis));
