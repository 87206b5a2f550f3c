// <textarea data-captions-for="id of a file input">: one line per chosen photo becomes one field each.
export function captionPhotos(root) {
  root.querySelectorAll("textarea[data-captions-for]").forEach((lines) => {
    const input = document.getElementById(lines.dataset.captionsFor);
    if (!input) return;
    const fields = document.createElement("div");
    lines.after(fields);
    input.addEventListener("change", () => draw(lines, fields, [...input.files]));
  });
}

function draw(lines, fields, files) {
  const known = lines.value.split("\n");
  const asked = files.length > 0;
  const help = document.getElementById(`${lines.id}_helptext`);
  lines.hidden = asked;
  if (help) help.hidden = asked;
  fields.replaceChildren(...files.map((file, i) => field(lines, fields, file, known[i] ?? "", i)));
  if (asked) write(lines, fields);
}

function field(lines, fields, file, value, index) {
  const label = document.createElement("label");
  const text = document.createElement("input");
  label.className = "form-label d-block";
  label.textContent = `Foto ${index + 1}: ${file.name}`;
  Object.assign(text, { type: "text", className: "form-control", maxLength: 200, value });
  text.addEventListener("input", () => write(lines, fields));
  label.append(text);
  return label;
}

function write(lines, fields) {
  lines.value = [...fields.querySelectorAll("input")].map((text) => text.value.trim()).join("\n");
}
