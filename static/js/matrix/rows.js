// Rows of the list that have no key of the server's yet, and what of them waits in this tab.
import { waitingDrafts } from "./draft.js";

export function appendRow(list) {
  const row = document.querySelector("[data-new-row]").content.firstElementChild.cloneNode(true);
  list.append(row);
  return row;
}

// Under which address the text of a row waits; a new row by the key that it will be known by.
export function draftName(base, row, form) {
  if (row.dataset.row) return new URL(form.action).pathname;
  const { kunci } = form.elements;
  kunci.value = row.dataset.key ?? kunci.value;
  return `${base}#${kunci.value}`;
}

// Opens what an earlier page of this tab could not send any more.
export function reopenDraft(editor) {
  const [waiting] = waitingDrafts(editor.base.replace(/tambah\/$/, ""));
  if (!waiting) return;
  const [path, key] = waiting.split("#");
  const link = [...editor.list.querySelectorAll("[data-open]")].find(({ pathname }) => pathname === path);
  const row = link?.closest("li") ?? appendRow(editor.list);
  if (key) row.dataset.key = key;
  editor.open(row);
}
