// <details data-dialog>: what would unfold in place opens as a modal dialog.
import { buildModal } from "./modal.js";

export function openDialogs(root) {
  root.querySelectorAll("details[data-dialog]").forEach(turnIntoDialog);
}

function turnIntoDialog(details) {
  const body = details.querySelector("[data-dialog-body]");
  const heading = body.querySelector("h2");
  const dialog = buildModal(heading.textContent, [closer(), body]);
  heading.remove();
  details.after(dialog);
  details.querySelector("summary").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  if (details.open) {
    details.open = false;
    dialog.showModal();
  }
}

function closer() {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "dialog-close";
  close.setAttribute("aria-label", "Tutup");
  close.textContent = "✕";
  close.addEventListener("click", () => close.closest("dialog").close());
  return close;
}
