// The state of a draft in words, on its row and above its form.
const moment = new Intl.DateTimeFormat("id-ID", { dateStyle: "medium", timeStyle: "short" });
export const when = (iso) => moment.format(new Date(iso));

const shown = (draft) => (draft.status !== "waiting" ? draft.status : draft.login ? "login" : draft.sending ? "sending" : "waiting");

export async function showState(root, draft, kit) {
  root.dataset.status = shown(draft);
  root.querySelector("[data-detail]").textContent = detail(draft, await kit.store.photos(draft.key));
  const message = root.querySelector("[data-message]");
  message.textContent = draft.message ?? "";
  message.hidden = !draft.message;
  const login = root.querySelector("[data-login-link]");
  login.href = `${kit.login}?next=${encodeURIComponent(location.pathname)}`;
  login.hidden = !(draft.status === "waiting" && draft.login);
}

function detail(draft, photos) {
  if (draft.status === "done") return `Nomor ${draft.number} · ${draft.count} foto · terkirim ${when(draft.sent)}`;
  const sent = photos.filter((photo) => photo.sent).length;
  const part = draft.record ? `isian terkirim, ${sent} dari ${photos.length} foto terkirim` : `${photos.length} foto`;
  return `${part} · diubah ${when(draft.changed)}`;
}

// All of it as files of its own: nothing that is refused is lost.
export function exportDraft(draft, photos) {
  save(`tinjau-lokasi-${draft.key.slice(0, 8)}.txt`, new Blob([`${draft.title}\n\n${draft.text}`]));
  for (const photo of photos) save(photo.name, photo.blob);
}

function save(name, blob) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
