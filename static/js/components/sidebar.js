// The menu on a phone: a drawer that closes when left and keeps #menu out of the address.
export function toggleSidebar(root) {
  const side = root.getElementById("menu");
  const opener = root.querySelector("[data-sidebar-toggle]");
  if (!side || !opener) return;

  const set = (open) => {
    side.classList.toggle("is-open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    set(true);
    side.querySelector("[data-sidebar-close]").focus();
  });
  side.querySelector("[data-sidebar-close]").addEventListener("click", (event) => {
    event.preventDefault();
    set(false);
    opener.focus();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !side.classList.contains("is-open")) return;
    set(false);
    opener.focus();
  });
  for (const name of ["pointerdown", "focusin"]) {
    root.addEventListener(name, (event) => {
      if (!side.contains(event.target) && !opener.contains(event.target)) set(false);
    });
  }
}
