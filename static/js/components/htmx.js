// What htmx needs around it: the CSRF token, a word when a request fails, and jobs said aloud.
const FAILED = "Sambungan ke server terputus. Periksa jaringan, lalu muat ulang halaman.";

export function setUpHtmx(root) {
  const body = root.body;
  body.addEventListener("htmx:configRequest", (event) => {
    const token = root.querySelector("[name=csrfmiddlewaretoken]");
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });
  body.addEventListener("htmx:beforeSwap", (event) => {
    // Signed out meanwhile: the answer is the sign-in page, not a fragment.
    if (new URL(event.detail.xhr.responseURL).pathname === "/masuk/") location.reload();
  });
  // What refreshes itself waits while somebody is busy in it.
  for (const name of ["htmx:beforeRequest", "htmx:beforeSwap"]) {
    body.addEventListener(name, (event) => {
      const poll = event.target.closest("[data-poll]");
      if (poll && (poll.contains(root.activeElement) || root.querySelector("dialog[open]"))) event.preventDefault();
    });
  }
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    body.addEventListener(name, () => toast(FAILED));
  }
  body.addEventListener("htmx:afterSwap", () => {
    root.querySelector(".toast-area")?.remove();
    announce(root);
  });
}

function announce(root) {
  const text = root.querySelector("[data-announce]")?.textContent ?? "";
  const announcer = root.getElementById("announcer");
  if (announcer && announcer.textContent !== text) announcer.textContent = text;
}

function toast(message) {
  if (document.querySelector(".toast-area")) return;
  const area = document.createElement("div");
  const note = document.createElement("div");
  area.className = "toast-area";
  note.className = "alert alert-danger";
  note.setAttribute("role", "alert");
  note.textContent = message;
  area.append(note);
  document.body.append(area);
}
