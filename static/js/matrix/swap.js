// The fields of a row's form: under new names after a save, in a new form after a refusal.

// What was new has a key of its own from now on, what was taken out is new again.
export function rename(form, names) {
  for (const field of form.elements) {
    const [, prefix, rest] = field.name.match(/^((?:r\d+|baru)-[a-z]+)(-.*)$/) ?? [];
    if (prefix && names[prefix]) field.name = names[prefix] + rest;
  }
}

// What was objected to is mended.
export function clearErrors(form) {
  form.querySelectorAll("[data-conflict], .invalid-feedback, .matrix-fields > .alert").forEach((part) => part.remove());
  form.querySelectorAll(".is-invalid").forEach((field) => field.classList.remove("is-invalid"));
}

// The row as text again, as the server now has it.
export function showRow(row, answer) {
  row.dataset.row = answer.pk;
  row.id = `baris-${answer.pk}`;
  row.classList.remove("has-draft");
  (row.querySelector(".matrix-view") ?? row.querySelector(".matrix-new"))?.remove();
  row.insertAdjacentHTML("afterbegin", answer.tampilan);
}

// Puts the server's form in place of `form`; what was typed since `sent` goes back in.
export function swapForm(form, html, sent) {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  const next = holder.querySelector("form");
  const before = new Map(sent);
  const focus = document.activeElement?.form === form ? document.activeElement.name : "";
  for (const [name, value] of new FormData(form)) {
    const field = next.elements[name];
    if (before.get(name) !== value && field?.matches?.("textarea, select, [type=date]")) field.value = value;
  }
  form.replaceWith(next);
  (next.querySelector("[data-conflict]") ?? next.elements[focus])?.focus?.();
  return next;
}
