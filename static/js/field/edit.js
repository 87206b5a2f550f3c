// The page of one kegiatan: one draft at a time, locked while it is sent.
import { faults, restore, showFaults } from "./form.js";
import { keepDraft, mine } from "./keeper.js";
import { managePhotos } from "./photos.js";
import { alone } from "./sync.js";
import { showState } from "./words.js";

export async function edit(form, kit, send) {
  const { store } = kit;
  if (!(await mine(form.dataset.url))) {
    kit.trouble("Formulir ini sudah terbuka di tab lain; lanjutkan di sana.");
    return () => {};
  }
  // The page may have been taken along days ago.
  form.elements.tanggal_kejadian.max = new Intl.DateTimeFormat("en-CA").format(new Date());
  const found = (await store.drafts()).find((one) => one.url === form.dataset.url && one.status !== "done");
  if (found) restore(form, found.fields);
  const keeper = keepDraft(form, store, found);
  const photos = managePhotos(form, store, keeper.begin);
  if (found) await photos(found);
  const card = document.querySelector("[data-state-card]");
  const show = async () => showCard(card, form, await keeper.current(), kit);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = faults(form);
    showFaults(form, wrong);
    const key = Object.keys(wrong).length ? "" : await keeper.save();
    if (!key) return;
    await store.changeDraft(key, { status: "waiting", message: "", errors: {}, login: false });
    await show();
    window.scrollTo(0, 0);
    send();
  });
  // Not before the sending that is under way has come to its end.
  card.querySelector("[data-reopen]").addEventListener("click", () => alone(async () => {
    const draft = await keeper.current();
    if (draft.status === "waiting") await store.changeDraft(draft.key, { status: "saved" });
    await show();
  }));
  form.hidden = false;
  return show;
}

async function showCard(card, form, draft, kit) {
  const button = (name) => card.querySelector(`[data-${name}]`);
  card.hidden = !draft || draft.status === "saved";
  form.querySelector("[data-all]").disabled = ["waiting", "done"].includes(draft?.status);
  if (!draft) return;
  await showState(card, draft, kit);
  button("reopen").hidden = button("send-all").hidden = draft.status !== "waiting";
  button("record").hidden = !draft.record || draft.status === "waiting";
  button("record").href = draft.record ?? "";
  form.hidden = draft.status === "done";
  if (draft.status === "refused") showFaults(form, draft.errors ?? {});
}
