// The keyboard: Enter opens, arrows go from row to row, Ctrl and Alt do so while a row is open.
import { move } from "./order.js";

const BY = { ArrowUp: -1, ArrowDown: 1 };

export function listenToKeys(editor, { list, say, addRow }) {
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("li");
    const by = BY[event.key];
    const command = event.ctrlKey || event.metaKey;
    if (by && event.altKey) done(event, () => move(list, row, by, say));
    else if (by && command && editor.row) done(event, () => goTo(editor, neighbour(row, by), event.target.name));
    else if (by && event.target.matches("[data-open]")) done(event, () => neighbour(row, by)?.querySelector("[data-open]")?.focus());
    else if (event.key === "Enter" && command) done(event, addRow);
    else if (event.key === "Escape" && editor.row) done(event, () => leave(editor));
  });
}

export function leave(editor) {
  const { row } = editor;
  const before = row.previousElementSibling;
  if (!editor.close()) return;
  const next = row.isConnected ? row : before;
  (next?.querySelector("[data-open]") ?? document.querySelector("[data-add-row]")).focus();
}

function goTo(editor, row, cell) {
  if (row) editor.open(row, cell);
}

function neighbour(row, by) {
  return by < 0 ? row.previousElementSibling : row.nextElementSibling;
}

function done(event, act) {
  event.preventDefault();
  act();
}
