// <fieldset data-formset="prefix">: adds rows from the template, takes rows away.
export function growFormsets(root) {
  root.querySelectorAll("[data-formset]").forEach((set) => {
    const add = set.querySelector("[data-formset-add]");
    add.hidden = false;
    add.addEventListener("click", () => grow(set));
    set.querySelectorAll("[data-formset-row]").forEach(addRemover);
  });
}

function grow(set) {
  const total = set.querySelector(`[name="${set.dataset.formset}-TOTAL_FORMS"]`);
  const limit = set.querySelector(`[name="${set.dataset.formset}-MAX_NUM_FORMS"]`);
  if (limit && Number(total.value) >= Number(limit.value)) return;
  const holder = document.createElement("div");
  const template = set.querySelector("[data-formset-template]");
  holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
  const row = holder.firstElementChild;
  set.querySelector("[data-formset-rows]").append(row);
  total.value = Number(total.value) + 1;
  addRemover(row);
  window.htmx?.process(row);
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

// The DELETE box that Django draws becomes a button; the row stays in the form, unseen.
function addRemover(row) {
  const box = row.querySelector("input[type=checkbox][name$=-DELETE]");
  if (!box) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn btn-sm btn-outline-danger formset-remove", textContent: "Hapus baris" });
  button.addEventListener("click", () => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    box.checked = true;
    row.hidden = true;
    row.querySelectorAll("[required]").forEach((field) => field.removeAttribute("required"));
    (next?.querySelector("input:not([type=hidden]), select, textarea") ?? button.closest("fieldset").querySelector("[data-formset-add]"))?.focus();
  });
  const holder = box.closest(".mb-3") ?? box.parentElement;
  holder.hidden = true;
  row.append(button);
  if (box.checked) row.hidden = true;
}
