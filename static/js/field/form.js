// The form: what stands in it, putting that back, and what is still wrong with it.
const OWN = ["csrfmiddlewaretoken", "kunci", "versi"];
const EMPTY = "Bidang ini tidak boleh kosong.";

export const capture = (form) => [...new FormData(form)].filter(([name, value]) => !OWN.includes(name) && !(value instanceof File));

export function restore(form, fields) {
  const values = Object.fromEntries(fields);
  form.querySelectorAll("[data-formset]").forEach((set) => {
    const total = form.elements[`${set.dataset.formset}-TOTAL_FORMS`];
    while (Number(total.value) < Number(values[`${set.dataset.formset}-TOTAL_FORMS`])) set.querySelector("[data-formset-add]").click();
  });
  for (const [name, value] of fields) {
    const field = form.elements[name];
    if (name.endsWith("-DELETE")) field?.closest("[data-formset-row]").querySelector(".formset-remove").click();
    else if (field?.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
    if (field?.type === "date") field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  document.activeElement?.blur();
}

// For people: label and what was chosen, a line each.
export function asText(form) {
  const visible = [...form.elements].filter((field) => field.labels?.length && field.name && field.type !== "checkbox" && !field.closest("[hidden]"));
  return visible.map((field) => {
    const said = field.selectedOptions ? field.selectedOptions[0]?.textContent : field.value;
    return `${field.labels[0].textContent.replace("*", "").trim()}: ${said ?? ""}`;
  }).join("\n");
}

// What the server would refuse at once, said before there is signal.
export function faults(form) {
  const found = {};
  const rows = (set) => [...form.querySelectorAll(`[data-formset="${set}"] [data-formset-row]:not([hidden])`)];
  const filled = (row, name) => row.querySelector(`[name$="-${name}"]`)?.value.trim();
  form.querySelectorAll("[required]").forEach((field) => {
    if (!field.value.trim()) found[field.name] = [EMPTY];
  });
  if (!rows("temuan").some((row) => filled(row, "uraian"))) found.temuan = [form.dataset.noFinding];
  const signs = (row) => filled(row, "nama") && filled(row, "mewakili") === "perangkat_daerah";
  if (!rows("penanda_tangan").some(signs)) found.penanda_tangan = [form.dataset.noSigner];
  return found;
}

// Each sentence at its field, at its row, or above its rows; the first of them is gone to.
export function showFaults(form, found) {
  form.querySelectorAll("[data-fault]").forEach((note) => note.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.classList.remove("is-invalid");
  });
  for (const [name, sentences] of Object.entries(found)) {
    const field = form.querySelector(`:is(input, select, textarea)[name="${name}"]`);
    const place = field ?? form.querySelector(`[data-formset="${name}"] legend`) ?? form.querySelector(`[name^="${name}-"]`) ?? form;
    const note = Object.assign(document.createElement("p"), { className: "field-error", textContent: sentences.join(" ") });
    note.dataset.fault = "";
    place === form ? form.prepend(note) : place.after(note);
    field?.setAttribute("aria-invalid", "true");
    field?.classList.add("is-invalid");
  }
  const first = form.querySelector("[aria-invalid], [data-fault]");
  first?.scrollIntoView({ block: "center" });
  first?.focus();
}
