// <details data-menu>, and filters that open over the list: close on Escape and on a click elsewhere.
const MENUS = "details[data-menu][open]";

export function closeMenus(root) {
  root.addEventListener("click", (event) => {
    root.querySelectorAll(MENUS).forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    root.querySelectorAll(MENUS).forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
}
