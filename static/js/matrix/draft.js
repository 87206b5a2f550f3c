// What was typed and not yet confirmed by the server, kept in this tab.
const PREFIX = "matrik:";
const IGNORED = ["csrfmiddlewaretoken"];

// `version` is the one that was typed over: what changed meanwhile is still seen after a reload.
export function keepDraft(url, form, version) {
  const data = new FormData(form);
  data.set("versi", version);
  const fields = [...data].filter(([name]) => !IGNORED.includes(name) && !name.startsWith("pilih-"));
  try {
    sessionStorage.setItem(PREFIX + url, JSON.stringify(fields));
  } catch {
    // Full or forbidden: the page itself still holds the text.
  }
}

export function dropDraft(url) {
  sessionStorage.removeItem(PREFIX + url);
}

// The addresses of this matrix (they begin alike) that wait to be sent.
export function waitingDrafts(base) {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX + base)).map((key) => key.slice(PREFIX.length));
}

// True when the form now holds something else than the server gave.
export function restoreDraft(url, form) {
  const kept = sessionStorage.getItem(PREFIX + url);
  if (!kept) return false;
  const fields = JSON.parse(kept);
  const words = (list) => JSON.stringify(list.filter(([name]) => ![...IGNORED, "kunci", "versi"].includes(name)).sort());
  if (words([...new FormData(form)]) === words(fields)) return false;
  fill(form, fields);
  return true;
}

function fill(form, fields) {
  form.querySelectorAll("[type=checkbox]").forEach((box) => { box.checked = fields.some(([name]) => name === box.name); });
  for (const [name, value] of fields) {
    const field = form.elements[name];
    if (field && "value" in field && field.type !== "checkbox") field.value = value;
  }
}
