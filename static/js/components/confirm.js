// data-confirm="question" on a form, or on the one button that needs it: asks before sending.
// data-confirm-when="selector": asks only once the form holds it; without it the server says what lacks.
import { button, openModal } from "./modal.js";

export function confirmBeforeSubmit(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || form.dataset.confirmed || !form.querySelector(form.dataset.confirmWhen ?? "*")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(question, event.submitter).then((yes) => {
      if (!yes) return;
      form.dataset.confirmed = "1";
      form.requestSubmit(event.submitter ?? undefined);
      delete form.dataset.confirmed;
    });
  }, true);
}

function ask(question, submitter) {
  const danger = submitter?.className.includes("danger");
  const text = document.createElement("p");
  text.className = "dialog-question";
  text.textContent = question;
  const buttons = document.createElement("form");
  buttons.method = "dialog";
  buttons.className = "form-actions";
  const yes = submitter?.textContent.trim() || "Ya, lanjutkan";
  buttons.append(
    button("ya", yes, danger ? "btn btn-danger" : "btn btn-primary"),
    button("tidak", "Batal", "btn btn-outline-secondary"),
  );
  const dialog = openModal("Konfirmasi", [text, buttons], { remove: true });
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ya"));
  });
}
