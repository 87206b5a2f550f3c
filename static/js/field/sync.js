// Sending: the text, each photo, then that it is all. Each part has its key, so again is never twice.
import { ask, post } from "./wire.js";

// One tab of the phone at a time.
export function alone(work) {
  return navigator.locks ? navigator.locks.request("lapangan-kirim", work) : work();
}

// True when something still waits for signal.
export function sendAll(kit) {
  return alone(async () => {
    const waiting = (await kit.store.drafts()).filter((draft) => draft.status === "waiting");
    if (!waiting.length) return false;
    const gate = await ask(kit.token);
    if (gate.status !== 200) return hold(kit, waiting, gate.status === 401);
    if (String(gate.json.pengguna) !== kit.user) return hold(kit, waiting, true);
    let left = false;
    for (const draft of waiting) left = (await sendOne(kit, draft, gate.json.token)) || left;
    return left;
  });
}

async function hold(kit, drafts, login) {
  for (const draft of drafts) await kit.store.changeDraft(draft.key, { login, sending: false });
  kit.tell();
  return !login;
}

async function sendOne(kit, draft, token) {
  const note = async (columns) => {
    await kit.store.changeDraft(draft.key, columns);
    kit.tell();
  };
  const failed = async ({ status, json }, photo) => {
    if (status === 0 || status === 401) {
      await note({ sending: false, login: status === 401 });
      return status === 0;
    }
    const message = status === 404 ? "Kegiatan ini tidak dapat Anda lihat lagi." : json.pesan;
    const known = json.versi ? { version: json.versi } : {};
    await note({ ...known, sending: false, status: "refused", message: photo ? `${photo.name}: ${message}` : message, errors: json.galat ?? {} });
    return false;
  };

  await note({ sending: true, login: false, message: "", errors: {} });
  const text = await post(draft.url, token, [...draft.fields, ["kunci", draft.key], ["versi", draft.version ?? 1]]);
  if (!text.json?.berita_acara) return failed(text);
  await note({ version: text.json.versi, record: text.json.alamat });

  const photos = await kit.store.photos(draft.key);
  for (const photo of photos.filter((one) => !one.sent)) {
    const answer = await post(text.json.alamat_foto, token, [["kunci", photo.key], ["diambil_pada", photo.taken], ["foto", photo.blob, photo.name]]);
    if (!answer.json?.berita_acara) return failed(answer, photo);
    await kit.store.changePhoto(photo.key, { sent: true });
    await note({});
  }

  const all = await post(text.json.alamat_selesai, token, [["jumlah_foto", photos.length]]);
  if (!all.json?.berita_acara) return failed(all);
  // The server has it now; the phone need not show it to whoever picks it up.
  await note({ status: "done", sending: false, number: all.json.nomor, count: photos.length, sent: new Date().toISOString(), fields: [], text: "" });
  await kit.store.dropPhotos(draft.key);
  return false;
}
