// The field kit: everything is kept on the phone first and sent when there is signal.
import { edit } from "./edit.js";
import { list } from "./list.js";
import { prepare, refresh } from "./pages.js";
import { openStore } from "./store.js";
import { sendAll } from "./sync.js";

const SOON = 5_000;
const AT_MOST = 300_000;
const root = document.querySelector("[data-field-kit]");
let taken = false;
const { fieldOwner: user, worker, token, login } = root.dataset;

async function start() {
  const channel = new BroadcastChannel("lapangan");
  const tell = () => {
    show();
    channel.postMessage("");
  };
  const kit = { user, token, login, store: await openStore(user), tell, trouble };
  const form = root.querySelector("[data-field-form]");
  const send = keepSending(kit);
  const show = form ? await edit(form, kit, send) : await list(root, kit);
  channel.onmessage = show;
  await show();
  root.querySelectorAll("[data-send-all]").forEach((button) => button.addEventListener("click", send));
  send();
}

// Again and again while something waits, ever less often; at once when there is signal.
function keepSending(kit) {
  let pause = SOON;
  let timer;
  const attempt = async () => {
    clearTimeout(timer);
    const left = await sendAll(kit);
    pause = left ? Math.min(pause * 3, AT_MOST) : SOON;
    if (left) timer = setTimeout(attempt, pause);
  };
  window.addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => document.hidden || attempt());
  return attempt;
}

function trouble(text) {
  root.querySelector("[data-trouble-text]").textContent = text;
  root.querySelector("[data-trouble]").hidden = false;
}

function tellOfSignal() {
  const chip = document.querySelector("[data-signal]");
  chip.textContent = navigator.onLine ? (taken ? "Siap tanpa sinyal" : "") : "Tanpa sinyal";
  chip.dataset.tone = navigator.onLine ? "good" : "";
}

// This page is taken along by itself; what else is on the phone is brought up to date.
async function takeAlong() {
  await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  taken = await prepare(location.pathname, user);
  tellOfSignal();
  await refresh(user);
}

tellOfSignal();
window.addEventListener("online", tellOfSignal);
window.addEventListener("offline", tellOfSignal);
start().catch((error) => {
  trouble("Ponsel ini tidak dapat menyimpan isian (mungkin mode penyamaran).");
  throw error;
});
// Where that fails, the next page that is opened with signal tries again.
if (navigator.serviceWorker && navigator.onLine) takeAlong().catch(() => {});
