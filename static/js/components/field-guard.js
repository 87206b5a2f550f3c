// [data-field-owner=key]: what the field kit keeps on the phone belongs to who is signed in.
// Pages of others go as soon as this is seen; signing out takes one's own along, drafts too.
import { forgetPages } from "../field/pages.js";
import { forgetDrafts, openStore, owners, unsent } from "../field/store.js";

export function guardFieldKit(root) {
  const owner = root.querySelector("[data-field-owner]")?.dataset.fieldOwner;
  if (!owner) return;
  forgetPages((other) => other !== owner);
  root.querySelectorAll("form[data-field-owner]").forEach((form) => {
    warn(form, owner);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      forget(owner).finally(() => form.submit());
    });
  });
}

async function forget(owner) {
  await forgetPages((other) => other === owner);
  if ((await owners()).includes(owner)) await forgetDrafts(owner);
}

async function warn(form, owner) {
  if (!(await owners()).includes(owner)) return;
  const store = await openStore(owner);
  const count = unsent(await store.drafts());
  store.close();
  if (count) form.dataset.confirm = `${count} isian tinjau lokasi di ponsel ini belum terkirim dan akan terhapus bila Anda keluar. Tetap keluar?`;
}
