// Moves a row one place up or down; the order on the page is the one the server answers with.
import { send } from "./request.js";

export async function move(list, row, by, say) {
  const form = document.querySelector("[data-order]");
  const place = [...list.children].indexOf(row) + 1 + by;
  if (!row.dataset.row || place < 1 || place > list.children.length) return;
  const body = new FormData(form);
  body.set("baris", row.dataset.row);
  body.set("ke", place);
  const { json } = await send(form.action, body);
  if (!json) {
    say("Baris belum dipindahkan: sambungan terputus. Coba lagi.", "error");
    return;
  }
  form.elements.versi.value = json.versi;
  arrange(list, json.urutan);
  const strangers = json.urutan.length > list.querySelectorAll("[data-row]").length;
  const note = strangers ? " Ada baris baru dari orang lain; muat ulang halaman untuk melihatnya." : "";
  say((json.pesan || `Baris dipindahkan ke nomor ${json.urutan.indexOf(Number(row.dataset.row)) + 1}.`) + note, json.pesan ? "error" : "");
}

function arrange(list, order) {
  const focused = document.activeElement;
  const rows = new Map([...list.children].map((row) => [Number(row.dataset.row), row]));
  let next = list.firstElementChild;
  order.forEach((pk, index) => {
    const row = rows.get(pk);
    if (!row) return;
    if (row === next) next = next.nextElementSibling;
    else list.insertBefore(row, next);
    const number = row.querySelector("[data-number]");
    if (number && number.textContent !== String(index + 1)) renumber(row, number, index + 1);
  });
  focused?.focus({ preventScroll: false });
}

function renumber(row, number, value) {
  number.textContent = value;
  row.querySelectorAll(".matrix-moves button").forEach((button) => {
    button.setAttribute("aria-label", button.getAttribute("aria-label").replace(/\d+$/, value));
  });
}
