// The draft of one form: it begins with the first change and is saved with every one.
import { newKey } from "../components/new-key.js";
import { asText, capture } from "./form.js";

const PAUSE = 400;

export function keepDraft(form, store, found) {
  const saved = form.querySelector("[data-saved]");
  const say = (text) => { saved.textContent = text; };
  const now = () => ({ fields: capture(form), text: asText(form), changed: new Date().toISOString() });
  let beginning = found && Promise.resolve(found);
  let timer;

  // Once, whichever comes first of text and photo.
  const begin = () => beginning ??= fresh().catch((error) => {
    beginning = undefined;
    throw error;
  });
  async function fresh() {
    navigator.storage?.persist?.();
    const draft = { key: newKey(), url: form.dataset.url, page: location.pathname, title: form.dataset.title, status: "saved", ...now() };
    await store.addDraft(draft);
    return draft;
  }

  async function save() {
    clearTimeout(timer);
    timer = 0;
    try {
      const { key } = await begin();
      await store.changeDraft(key, now());
      say("Tersimpan di ponsel");
      return key;
    } catch {
      say("Tidak tersimpan: penyimpanan ponsel penuh");
      return "";
    }
  }

  const later = () => {
    say("Menyimpan…");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("click", (event) => event.target.closest(".formset-remove, [data-formset-add]") && later());
  document.addEventListener("visibilitychange", () => document.hidden && timer && save());
  return { begin, save, current: async () => beginning && store.draft((await beginning).key) };
}

// True when no other tab has this form: two would overwrite each other.
export const mine = (url) => !navigator.locks || new Promise((tell) => {
  const held = () => {
    tell(true);
    return new Promise(() => {});
  };
  navigator.locks.request(`lapangan-isi-${url}`, { signal: AbortSignal.timeout(2_000) }, held).catch(() => tell(false));
});
