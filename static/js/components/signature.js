// [data-signature]: a pad to sign on; the strokes go into the hidden field as whole numbers.
const WIDTH = 600, HEIGHT = 200, STEP = 4, POINTS = 1200, STROKES = 60;

export function drawSignatures(root) {
  root.querySelectorAll("[data-signature]").forEach((box) => {
    const pad = box.querySelector("[data-signature-pad]");
    const field = box.querySelector("[name=goresan]");
    pad.hidden = false;
    attach(pad, field, box.querySelector("[name=tanpa_tanda_tangan]"));
  });
}

function attach(pad, field, without) {
  const canvas = pad.querySelector("canvas");
  const state = pad.querySelector("[data-signature-state]");
  const empty = state.textContent;
  let strokes = read(field.value), stroke = null;

  const show = () => {
    field.value = strokes.length ? JSON.stringify(strokes) : "";
    state.textContent = strokes.length ? "Tanda tangan tergambar." : empty;
    paint(canvas, strokes);
  };
  const add = (event) => {
    const point = place(canvas, event);
    const [x, y] = stroke.slice(-2);
    const far = stroke.length === 0 || Math.max(Math.abs(point[0] - x), Math.abs(point[1] - y)) >= STEP;
    if (far && strokes.flat().length < 2 * POINTS) stroke.push(...point);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (strokes.length >= STROKES || strokes.flat().length >= 2 * POINTS) return;
    canvas.setPointerCapture(event.pointerId);
    stroke = [];
    strokes.push(stroke);
    if (without.checked) without.checked = false;
    add(event);
    paint(canvas, strokes);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    (event.getCoalescedEvents?.() ?? [event]).forEach(add);
    paint(canvas, strokes);
  });
  const lift = () => { stroke = null; show(); };
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, lift);
  pad.querySelector("[data-signature-clear]").addEventListener("click", () => {
    strokes = [];
    show();
  });
  show();
}

function read(text) {
  try {
    const strokes = JSON.parse(text);
    return Array.isArray(strokes) && strokes.every(Array.isArray) ? strokes : [];
  } catch {
    return [];
  }
}

function place(canvas, event) {
  const frame = canvas.getBoundingClientRect();
  const inside = (value, size, limit) => Math.min(limit, Math.max(0, Math.round((value / size) * limit)));
  return [inside(event.clientX - frame.left, frame.width, WIDTH), inside(event.clientY - frame.top, frame.height, HEIGHT)];
}

function paint(canvas, strokes) {
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, canvas.width, canvas.height);
  Object.assign(pen, { lineWidth: 7, lineCap: "round", lineJoin: "round", strokeStyle: "#0a2a5e" });
  for (const stroke of strokes) {
    pen.beginPath();
    for (let i = 0; i < stroke.length; i += 2) pen.lineTo((stroke[i] * canvas.width) / WIDTH, (stroke[i + 1] * canvas.height) / HEIGHT);
    if (stroke.length === 2) pen.lineTo((stroke[0] * canvas.width) / WIDTH + 2, (stroke[1] * canvas.height) / HEIGHT);
    pen.stroke();
  }
}
