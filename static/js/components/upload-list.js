// <input type="file">: lists the chosen files with their sizes; refuses those above the limit at once.
export function listUploads(root) {
  root.addEventListener("change", (event) => {
    if (event.target.type === "file") show(event.target);
  });
  for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    root.addEventListener(name, (event) => {
      if (event.target.type === "file") event.target.classList.toggle("is-over", over);
    });
  }
}

function show(input) {
  const limit = Number(input.closest("[data-upload-limit]")?.dataset.uploadLimit ?? input.dataset.maxBytes ?? Infinity);
  const files = [...input.files];
  const tooLarge = files.some((file) => file.size > limit);
  listFor(input).replaceChildren(...files.map((file) => line(file, limit)));
  input.setCustomValidity(tooLarge ? `Ada berkas yang terlalu besar. Paling besar ${size(limit)} per berkas.` : "");
  if (tooLarge) input.reportValidity();
}

function listFor(input) {
  const known = input.parentElement.querySelector(".file-list");
  if (known) return known;
  const list = document.createElement("ul");
  list.className = "file-list";
  list.setAttribute("aria-live", "polite");
  input.after(list);
  return list;
}

function line(file, limit) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const note = document.createElement("span");
  name.className = "file-list-name";
  name.textContent = file.name;
  note.className = "muted";
  note.textContent = size(file.size);
  item.append(name, note);
  if (file.size > limit) {
    item.className = "is-too-large";
    note.textContent += `, terlalu besar (paling besar ${size(limit)})`;
  }
  return item;
}

function size(bytes) {
  if (bytes < 1048576) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
}
