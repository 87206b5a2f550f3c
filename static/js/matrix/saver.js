// One row's form: saves itself a moment after typing; a save that got lost is sent again as it was.
import { dropDraft, keepDraft } from "./draft.js";
import { newKey, send } from "./request.js";
import { rename, swapForm } from "./swap.js";
import { LATER, LOST, refusal } from "./words.js";

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

  later(pause) {
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
      // A new row keeps the key it has, by which the server knows it when it is sent again.
      if (Number(this.form.elements.versi.value) > 0) this.form.elements.kunci.value = newKey();
      this.pending = { url: this.form.action, body: new FormData(this.form) };
      this.dirty = false;
    }
    this.say("Menyimpan…");
    const answer = await send(this.pending.url, this.pending.body);
    if (answer.status === 0) {
      this.say(LOST, "error");
      this.later(AGAIN);
      return;
    }
    const sent = this.pending.body;
    this.pending = null;
    if (answer.json) this.accept(answer.json);
    else this.refuse(answer, sent);
  }

  accept(row) {
    rename(this.form, row.nama);
    this.version = this.form.elements.versi.value = row.versi;
    this.form.action = row.alamat;
    dropDraft(this.draft);
    this.draft = row.alamat;
    this.saved(row);
    if (this.dirty) this.changed();
    else this.say(`Baris ${row.urutan} tersimpan ${row.jam}`);
  }

  refuse({ status, html }, sent) {
    this.dirty = this.form.isConnected;
    if (!this.dirty) {
      this.refused();
      this.say(LATER, "error");
      return;
    }
    if ([400, 409].includes(status)) this.form = swapForm(this.form, html, sent);
    this.say(refusal(status), "error");
  }
}
