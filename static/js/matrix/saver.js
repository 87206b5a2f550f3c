// One row's form: saves itself a moment after typing; a save that got lost is sent again as it was.
import { dropDraft, keepDraft } from "./draft.js";
import { parcel, send } from "./request.js";
import { clearErrors, rename, swapForm } from "./swap.js";
import { LOST, refusal } from "./words.js";

const PAUSE = 1_200;
const AGAIN = 4_000;

export class RowSaver {
  // `saved` and `refused` are told what became of the row.
  constructor(form, { say, saved, refused, draft }) {
    this.version = form.elements.versi.value;
    Object.assign(this, { form, say, saved, refused, draft, dirty: false, pending: null, sending: null, timer: 0 });
  }

  get unsaved() { return this.dirty || this.pending !== null; }

  get conflicting() { return this.form.querySelector("[data-conflict]") !== null; }

  changed() {
    this.dirty = true;
    keepDraft(this.draft, this.form, this.version);
    if (this.conflicting) return;
    this.say("Belum disimpan");
    this.later(PAUSE);
  }

  later(pause, words) {
    if (words) this.say(words, "error");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  // True once everything typed is with the server.
  async flush() {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (!this.unsaved) return true;
    this.sending = this.attempt();
    await this.sending;
    this.sending = null;
    return !this.unsaved;
  }

  async attempt() {
    if (!this.pending) {
      this.pending = parcel(this.form);
      this.dirty = false;
    }
    this.say("Menyimpan…");
    const answer = await send(this.pending.url, this.pending.body);
    if (answer.status === 0) return this.later(AGAIN, LOST);
    const sent = this.pending.body;
    this.pending = null;
    return answer.json ? this.accept(answer.json) : this.refuse(answer, sent);
  }

  accept(row) {
    const settled = this.conflicting && !this.dirty;
    rename(this.form, row.nama);
    clearErrors(this.form);
    this.version = this.form.elements.versi.value = row.versi;
    this.form.action = row.alamat;
    dropDraft(this.draft);
    this.draft = row.alamat;
    this.saved(row, settled);
    return this.dirty ? this.changed() : this.say(`Baris ${row.urutan} tersimpan ${row.jam}`);
  }

  refuse({ status, html }, sent) {
    this.dirty = this.form.isConnected;
    if (!this.dirty) return this.refused();
    if ([400, 409].includes(status)) this.form = swapForm(this.form, html, sent);
    return this.say(refusal(status), "error");
  }
}
