// Opens one row at a time in place of its text, and closes it again.
import { restoreDraft } from "./draft.js";
import { send } from "./request.js";
import { draftName } from "./rows.js";
import { RowSaver } from "./saver.js";
import { showRow } from "./swap.js";
import { CONFLICT, LATER, UNREACHED } from "./words.js";

export class Editor {
  constructor(list, say) {
    Object.assign(this, { list, say, row: null, saver: null, closed: new Set(), turn: 0 });
    this.base = list.dataset.matrix;
    list.addEventListener("input", () => this.saver?.changed());
    list.addEventListener("submit", (event) => {
      event.preventDefault();
      this.saver?.flush();
    });
  }

  get unsaved() { return [this.saver, ...this.closed].some((saver) => saver?.unsaved); }

  async open(row, cell, url = row.querySelector("[data-open]")?.href ?? this.base) {
    if (this.row === row || !this.close()) return;
    const turn = (this.turn += 1);
    row.setAttribute("aria-busy", "true");
    const { html } = await send(url);
    row.removeAttribute("aria-busy");
    if (turn !== this.turn) return;
    if (!html?.includes("matrix-form")) return this.say(UNREACHED, "error");
    row.insertAdjacentHTML("beforeend", html);
    row.classList.add("is-open");
    this.row = row;
    this.begin(row, cell);
  }

  begin(row, cell) {
    const form = row.querySelector("form");
    const draft = draftName(this.base, row, form);
    const restored = restoreDraft(draft, form);
    this.saver = new RowSaver(form, {
      say: this.say, draft,
      saved: (answer, settled) => this.show(row, answer, settled),
      refused: () => this.mark(row),
    });
    if (restored) this.saver.changed();
    const field = form.elements[cell] ?? form.querySelector("textarea:enabled, select:enabled");
    field?.focus();
    field?.setSelectionRange?.(field.value.length, field.value.length);
  }

  mark(row) {
    row.classList.add("has-draft");
    this.say(LATER, "error");
  }

  // Once two wordings are one, the form is made anew with what was chosen.
  show(row, answer, settled) {
    showRow(row, answer);
    if (!settled || this.row !== row) return;
    this.saver.form.remove();
    Object.assign(this, { row: null, saver: null });
    this.open(row);
  }

  // The row shows its text again; what is not saved goes on being saved. True once it is closed.
  close() {
    const { row, saver } = this;
    if (!row) return true;
    if (saver.conflicting) return this.say(CONFLICT, "error");
    Object.assign(this, { row: null, saver: null });
    saver.form.remove();
    row.classList.remove("is-open");
    if (!saver.unsaved && !row.dataset.row) row.remove();
    if (!saver.unsaved) return true;
    this.closed.add(saver);
    saver.flush().then((done) => { if (done) this.closed.delete(saver); });
    return true;
  }
}
