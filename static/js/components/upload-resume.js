// <form data-resume="address">: its files go piece by piece and go on where they stopped.
// Without a secure connection to compute hashes, it is sent as it is. <form data-files-first="its id"> lets them go first.
const PAUSES = [1000, 2000, 4000, 8000, 15000, 30000];

export function resumeUploads(root) {
  root.addEventListener("submit", (event) => {
    const { filesFirst } = event.target.dataset;
    const form = filesFirst ? document.getElementById(filesFirst) : event.target.closest("form[data-resume]");
    const input = form?.querySelector("input[type=file]");
    if (!input?.files.length || !window.crypto?.subtle || !form.reportValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.scrollIntoView({ block: "center" });
    sendAll(form, input, () => (filesFirst ? event.target.requestSubmit(event.submitter) : window.location.reload()));
  }, true);
}

async function sendAll(form, input, go) {
  const button = form.querySelector("[type=submit]");
  let failed = 0;
  button.disabled = true;
  for (const [index, file] of [...input.files].entries()) {
    const line = input.parentElement.querySelectorAll(".file-list li")[index];
    const show = progressOf(line);
    await send(form, file, show).then(() => show("selesai", 100), (error) => {
      failed += 1;
      show(error.message);
      line?.classList.add("is-too-large");
    });
  }
  button.disabled = false;
  if (failed) return;
  input.value = "";
  go();
}

async function send(form, file, show) {
  show("memeriksa …");
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const declared = new URLSearchParams({ nama: file.name, ukuran: file.size, sha256 });
  const upload = await ask(form, form.dataset.resume, declared, show);
  for (let received = upload.diterima; received < file.size;) {
    show(`${Math.floor((received * 100) / file.size)} %`, (received * 100) / file.size);
    const piece = file.slice(received, received + upload.potongan);
    received = (await ask(form, `${upload.kirim}?mulai=${received}`, piece, show)).diterima;
  }
  await ask(form, upload.selesai, "", show);
}

// A line that breaks is waited for; what the server refuses is said.
async function ask(form, address, body, show) {
  const headers = { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value };
  if (body instanceof Blob) headers["Content-Type"] = "application/octet-stream";
  for (const pause of [...PAUSES, 0]) {
    try {
      const answer = await fetch(address, { method: "POST", headers, body });
      if (answer.status < 500) return await read(answer);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    show("sambungan terputus, menunggu …");
    await new Promise((go) => { setTimeout(go, pause); });
  }
  throw new Error("Sambungan terputus. Tekan Unggah lagi untuk melanjutkan.");
}

async function read(answer) {
  const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  if (answer.ok && !answer.redirected) return said;
  throw new Error(said.galat ?? "Unggahan ditolak. Muat ulang halaman, lalu ulangi.");
}

function progressOf(line) {
  const bar = Object.assign(document.createElement("progress"), { className: "job-bar", max: 100, value: 0 });
  const note = Object.assign(document.createElement("span"), { className: "muted", role: "status" });
  line?.append(bar, note);
  return (text, percent) => { note.textContent = text; if (percent !== undefined) bar.value = percent; };
}
