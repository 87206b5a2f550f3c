// The editor of the matrix. Without it every row opens as a page of its own.
import { Editor } from "./editor.js";
import { leave, listenToKeys } from "./keys.js";
import { move } from "./order.js";
import { takeBlocks } from "./paste.js";
import { appendRow, reopenDraft } from "./rows.js";

const list = document.querySelector("[data-matrix]");
const state = document.querySelector("[data-state]");
const adder = document.querySelector("[data-add-row]");

function say(text, tone = "") {
  state.textContent = text;
  state.dataset.tone = tone;
}

const editor = new Editor(list, say);
const addRow = () => {
  if (editor.close()) editor.open(appendRow(list));
};

listenToKeys(editor, { list, say, addRow });
takeBlocks(editor);
adder.addEventListener("click", (event) => {
  event.preventDefault();
  addRow();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest("li");
  const mover = event.target.closest(".matrix-moves button");
  if (event.target.closest("[data-close]")) leave(editor);
  else if (mover) {
    event.preventDefault();
    move(list, row, mover.name === "naik" ? -1 : 1, say);
  } else if (row && !event.target.closest("form, a:not([data-open])") && !getSelection().toString()) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    editor.open(row, event.target.closest("[data-cell]")?.dataset.cell);
  }
});

window.addEventListener("online", () => editor.saver?.flush());
window.addEventListener("beforeunload", (event) => {
  if (editor.unsaved) event.preventDefault();
});
reopenDraft(editor);
