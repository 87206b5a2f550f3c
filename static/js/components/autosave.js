// <div data-autosave hx-post=…> inside a form: sending waits until saving is done, then stops it.
export function sendAfterSaving(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    const part = form.querySelector("[data-autosave]");
    if (!part) return;
    if (!part.classList.contains("htmx-request")) {
      part.dataset.leaving = "";
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter ?? undefined;
    part.addEventListener("htmx:afterRequest", () => form.requestSubmit(button), { once: true });
  }, true);
  root.body.addEventListener("htmx:beforeRequest", (event) => {
    if ("leaving" in event.target.dataset) event.preventDefault();
  });
  // Back to a page kept by the browser: it saves again.
  window.addEventListener("pageshow", () => {
    root.querySelectorAll("[data-leaving]").forEach((part) => delete part.dataset.leaving);
  });
}
