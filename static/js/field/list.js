// The first page of the kit: what is on this phone, and what can be made ready to take along.
import { prepare, prepared } from "./pages.js";
import { forgetDrafts, openStore, owners, unsent } from "./store.js";
import { exportDraft, showState } from "./words.js";

export async function list(root, kit) {
  const template = root.querySelector("[data-draft-template]");
  tellOfOthers(root, kit);
  readiness(root, kit);

  return async () => {
    const drafts = (await kit.store.drafts()).sort((a, b) => (a.changed < b.changed ? 1 : -1));
    root.querySelector("[data-drafts]").hidden = !drafts.length;
    root.querySelector("[data-send-all]").hidden = !drafts.some((draft) => draft.status === "waiting");
    const rows = await Promise.all(drafts.map((draft) => row(template, draft, kit)));
    root.querySelector("[data-draft-list]").replaceChildren(...rows);
  };
}

async function row(template, draft, kit) {
  const item = template.content.cloneNode(true).firstElementChild;
  const button = (name) => item.querySelector(`[data-${name}]`);
  const done = draft.status === "done";
  button("title").textContent = draft.title;
  button("open").href = done ? draft.record : draft.page;
  button("open").textContent = done ? "Buka berita acara" : "Buka";
  button("export").hidden = done;
  button("export").addEventListener("click", async () => exportDraft(draft, await kit.store.photos(draft.key)));
  button("delete").addEventListener("click", async () => {
    if (!done && !confirm("Isian dan fotonya terhapus dari ponsel ini dan tidak dapat dikembalikan. Hapus?")) return;
    await kit.store.dropDraft(draft.key);
    kit.tell();
  });
  await showState(item, draft, kit);
  return item;
}

async function readiness(root, kit) {
  const ready = await prepared(kit.user);
  root.querySelectorAll("[data-prepare]").forEach((button) => {
    const path = button.dataset.prepare;
    const mark = root.querySelector(`[data-ready="${path}"]`);
    mark.hidden = !ready.includes(path);
    button.hidden = !mark.hidden || !navigator.serviceWorker;
    button.addEventListener("click", async () => {
      button.disabled = true;
      mark.hidden = !(await prepare(path, kit.user));
      button.hidden = !mark.hidden;
      button.disabled = false;
      if (mark.hidden) button.textContent = "Belum berhasil; coba lagi selagi ada sinyal";
    });
  });
}

// Another person's drafts stay closed here; only what was never sent is worth keeping for them.
async function tellOfOthers(root, kit) {
  for (const other of (await owners()).filter((one) => one !== kit.user)) {
    const store = await openStore(other);
    const waiting = unsent(await store.drafts());
    store.close();
    if (!waiting) await forgetDrafts(other);
    else {
      const button = root.querySelector("[data-trouble-button]");
      kit.trouble("Ponsel ini menyimpan isian pengguna lain yang belum terkirim. Hanya ia yang dapat membuka dan mengirimnya, dengan masuk di ponsel ini.");
      button.hidden = false;
      button.addEventListener("click", async () => {
        if (!confirm("Isian pengguna lain yang belum terkirim akan hilang. Hapus?")) return;
        await forgetDrafts(other);
        root.querySelector("[data-trouble]").hidden = true;
      });
    }
  }
}
