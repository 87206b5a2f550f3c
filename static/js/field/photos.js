// Photos of a draft: taken or chosen, made lighter if huge, kept on the phone, shown.
import { newKey } from "../components/new-key.js";
import { carryExif } from "./exif.js";
import { when } from "./words.js";

const HEAVY = 4_000_000;
const LONGEST = 2_560; // pixels: the small print of a meter is still legible

// `owner` gives the draft to which they belong, which begins with the first of them.
export function managePhotos(form, store, owner) {
  const list = form.querySelector("[data-photo-list]");
  const trouble = form.querySelector("[data-photo-error]");
  const say = (text) => Object.assign(trouble, { textContent: text, hidden: !text });
  form.querySelectorAll("[data-photo-input]").forEach((input) => {
    input.addEventListener("change", async () => {
      say("");
      const files = [...input.files];
      input.value = "";
      for (const file of files) {
        if (list.children.length >= Number(input.dataset.most)) return say(`Paling banyak ${input.dataset.most} foto.`);
        const problem = await take(file);
        if (problem) say(problem);
      }
    });
  });

  async function take(file) {
    const light = await lighten(file).catch(() => null);
    if (!light) return `${file.name} tidak dapat dibaca; pilih foto JPEG atau PNG.`;
    const photo = { key: newKey(), added: Date.now(), name: light.name, blob: light.blob, taken: new Date(file.lastModified).toISOString(), sent: false };
    try {
      photo.draft = (await owner()).key;
      await store.addPhoto(photo);
    } catch {
      return "Penyimpanan ponsel penuh; foto ini tidak tersimpan. Kosongkan sebagian, lalu coba lagi.";
    }
    await show(photo);
    return "";
  }

  async function show(photo) {
    const item = form.querySelector("[data-photo-template]").content.cloneNode(true).firstElementChild;
    const canvas = item.querySelector("canvas");
    canvas.setAttribute("aria-label", `Foto ${photo.name}`);
    item.querySelector("[data-taken]").textContent = photo.sent ? "Sudah terkirim" : when(photo.taken);
    item.querySelector("[data-remove]").hidden = photo.sent;
    item.querySelector("[data-remove]").addEventListener("click", async () => {
      await store.dropPhoto(photo.key);
      item.remove();
    });
    list.append(item);
    draw(await createImageBitmap(photo.blob), canvas, 320);
  }

  return async (draft) => {
    list.replaceChildren();
    for (const photo of await store.photos(draft.key)) await show(photo);
  };
}

async function lighten(file) {
  const picture = await createImageBitmap(file);
  if (file.size <= HEAVY) return { blob: file, name: file.name };
  const canvas = draw(picture, document.createElement("canvas"), LONGEST);
  const drawn = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.85); });
  return { blob: await carryExif(file, drawn), name: file.name.replace(/(\.\w+)?$/, ".jpg") };
}

function draw(picture, canvas, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  Object.assign(canvas, { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
