// A native <dialog> with a heading and the given content; not a behaviour by itself.
let count = 0;

export function openModal(title, content, { remove = false } = {}) {
  const dialog = buildModal(title, content);
  document.body.append(dialog);
  dialog.showModal();
  if (remove) dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

export function buildModal(title, content) {
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  count += 1;
  heading.id = `dialog-${count}`;
  heading.textContent = title;
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, ...content);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

export function button(value, label, className) {
  const element = document.createElement("button");
  Object.assign(element, { value, className, textContent: label });
  return element;
}
