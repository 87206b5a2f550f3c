// Opens one row at a time in place of its text, and closes it again.
import { restoreDraft, waitingDrafts } from "./draft.js";
import { send } from "./request.js";
import { RowSaver } from "./saver.js";
import { showRow } from "./swap.js";
import { CONFLICT, UNREACHED } from "./words.js";

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
    if (this.row === row) return;
    if (!this.close()) return;
    const turn = (this.turn += 1);
    row.setAttribute("aria-busy", "true");
    const { html } = await send(url);
    row.removeAttribute("aria-busy");
    if (turn !== this.turn) return;
    if (!html?.includes("matrix-form")) {
      this.say(UNREACHED, "error");
      return;
    }
    row.insertAdjacentHTML("beforeend", html);
    row.classList.add("is-open");
    this.row = row;
    this.begin(row, cell);
  }

  begin(row, cell) {
    const form = row.querySelector("form");
    const draft = this.draftOf(row, form);
    const restored = restoreDraft(draft, form);
    this.saver = new RowSaver(form, {
      say: this.say, draft, saved: (answer) => showRow(row, answer), refused: () => row.classList.add("has-draft"),
    });
    if (restored) this.saver.changed();
    (form.elements[cell] ?? form.querySelector("textarea:enabled, select:enabled"))?.focus();
  }

  draftOf(row, form) {
    if (row.dataset.row) return new URL(form.action).pathname;
    form.elements.kunci.value = row.dataset.key ?? form.elements.kunci.value;
    return `${this.base}#${form.elements.kunci.value}`;
  }

  // The row shows its text again at once; what is not saved yet goes on being saved. False
  // while two wordings wait for a choice.
  close() {
    const { row, saver } = this;
    if (!row) return true;
    if (saver.conflicting) {
      this.say(CONFLICT, "error");
      return false;
    }
    Object.assign(this, { row: null, saver: null });
    saver.form.remove();
    row.classList.remove("is-open");
    if (!saver.unsaved && !row.dataset.row) row.remove();
    if (!saver.unsaved) return true;
    this.closed.add(saver);
    saver.flush().then((done) => { if (done) this.closed.delete(saver); });
    return true;
  }

  // What an earlier page of this tab could not send any more.
  reopen() {
    const [url] = waitingDrafts(this.base.replace(/tambah\/$/, ""));
    if (!url) return;
    const [path, key] = url.split("#");
    const link = [...this.list.querySelectorAll("[data-open]")].find(({ pathname }) => pathname === path);
    const row = link?.closest("li") ?? this.add();
    if (key) row.dataset.key = key;
    this.open(row);
  }

  add() {
    const { content } = document.querySelector("[data-new-row]");
    const row = content.firstElementChild.cloneNode(true);
    this.list.append(row);
    return row;
  }
}
