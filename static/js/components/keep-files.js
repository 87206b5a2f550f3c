// A refused form comes back with the files that were chosen in it: kept by this browser, for this
// tab, until the next page. What is kept is taken out as soon as it is read.
const NAME = "chosen-files";
const AN_HOUR = 3_600_000;
const INPUTS = "form[method=post] input[type=file]";

export async function keepFiles(root) {
  if (!root.querySelector(INPUTS) && !sessionStorage.getItem(NAME)) return;
  const rows = await open().catch(() => null);
  if (!rows) return;
  const tab = sessionStorage.getItem(NAME) ?? crypto.randomUUID();
  const keyOf = (input) => `${tab} ${new URL(input.form.action).pathname} ${input.name}`;

  const kept = await take(rows, tab);
  root.addEventListener("change", ({ target }) => {
    if (!target.matches(INPUTS) || target.form.hasAttribute("data-autosubmit")) return;
    sessionStorage.setItem(NAME, tab);
    rows().put({ key: keyOf(target), files: [...target.files], kept: Date.now() });
  });
  root.querySelectorAll(INPUTS).forEach((input) => {
    const files = kept.get(keyOf(input));
    if (files?.length && refused(input)) giveBack(input, files);
  });
}

// The form says what is wrong with it, and it is not this file.
function refused(input) {
  const wrong = ".is-invalid, [aria-invalid=true], .field-error, .alert-danger";
  return input.form.querySelector(wrong) && !input.matches(".is-invalid, [aria-invalid=true]");
}

function giveBack(input, files) {
  const chosen = new DataTransfer();
  files.slice(0, input.multiple ? files.length : 1).forEach((file) => chosen.items.add(file));
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.form.querySelectorAll("[data-files-lost]").forEach((note) => { note.hidden = true; });
}

const open = () => new Promise((resolve, reject) => {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(NAME, { keyPath: "key" });
  opening.onsuccess = () => resolve(() => opening.result.transaction(NAME, "readwrite").objectStore(NAME));
  opening.onerror = () => reject(opening.error);
});

// What this tab kept, by key; it and whatever is old is gone afterwards.
const take = (rows, tab) => new Promise((resolve, reject) => {
  const found = new Map();
  const reading = rows().openCursor();
  reading.onerror = () => reject(reading.error);
  reading.onsuccess = ({ target: { result } }) => {
    if (!result) return resolve(found);
    const { key, files, kept } = result.value;
    const mine = key.startsWith(`${tab} `);
    if (mine) found.set(key, files);
    if (mine || kept < Date.now() - AN_HOUR) result.delete();
    result.continue();
  };
});
