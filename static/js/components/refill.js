// [data-refill]: what was typed before the session ended goes back into its form; nothing is sent.
// Hidden fields too: they say what the page showed when it was typed.
export function refillForm(root) {
  const note = root.querySelector("[data-refill]");
  if (!note) return;
  const kept = JSON.parse(note.dataset.refill);
  const form = [...root.querySelectorAll("main form[method=post]")].find((one) => {
    const target = new URL(one.getAttribute("action") || "", window.location.href);
    return target.pathname === note.dataset.refillTarget.split("?")[0] && Object.keys(kept).some((name) => one.elements.namedItem(name));
  });
  if (!form) return;
  form.querySelectorAll("[data-formset]").forEach((set) => addRows(set, kept));
  const left = structuredClone(kept);
  [...form.elements].filter((field) => field.name && !["file", "submit", "button"].includes(field.type)).forEach((field) => put(field, left));
  note.querySelector("[data-refill-before]").hidden = true;
  note.querySelector("[data-refill-after]").hidden = false;
}

function addRows(set, kept) {
  const wanted = Number(kept[`${set.dataset.formset}-TOTAL_FORMS`]?.[0] ?? 0);
  const rows = () => set.querySelectorAll("[data-formset-row]").length;
  for (let before = -1; rows() < wanted && rows() > before;) {
    before = rows();
    set.querySelector("[data-formset-add]").click();
  }
}

function put(field, left) {
  const values = left[field.name];
  if (field.type === "checkbox" || field.type === "radio") {
    field.checked = Boolean(values?.includes(field.value));
    if (field.name.endsWith("-DELETE")) field.closest("[data-formset-row]").hidden = field.checked;
  } else if (field.multiple) {
    [...field.options].forEach((option) => { option.selected = Boolean(values?.includes(option.value)); });
  } else if (values?.length) {
    field.value = values.shift();
  }
}
