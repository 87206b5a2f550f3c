// [data-search]: "/" leads there from anywhere, and the arrows walk through what it proposes.
// The shortcut is one bare key, so [data-search-key] can turn it off (WCAG 2.1.4).
const OFF = "search-key-off";
const TYPING = "input, textarea, select, [contenteditable], dialog";

export function searchEverywhere(root) {
  root.querySelectorAll("[data-search]").forEach(propose);
  root.querySelectorAll("[data-search-key]").forEach(offerSwitch);
  root.documentElement.toggleAttribute("data-search-key-off", Boolean(localStorage[OFF]));
  root.addEventListener("keydown", (event) => {
    const plain = event.key === "/" && !(event.ctrlKey || event.metaKey || event.altKey);
    if (!plain || localStorage[OFF] || event.target.closest(TYPING)) return;
    const input = [...root.querySelectorAll("[data-search] input")].find((one) => one.offsetParent);
    if (!input) return;
    event.preventDefault();
    input.select();
  });
}

function propose(form) {
  const input = form.querySelector("input");
  const list = form.querySelector(".search-suggestions");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const mark = (chosen) => {
    options().forEach((option) => option.setAttribute("aria-selected", option === chosen));
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  // An answer may still be on its way when Escape closes the list; it must not open it again.
  let dismissed = false;
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", open && options().length > 0);
    mark();
  };
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": `${list.id}-pilihan` }).forEach((one) => input.setAttribute(...one));
  show(false);
  list.addEventListener("htmx:afterSwap", () => {
    list.querySelector("[role=listbox]")?.setAttribute("id", `${list.id}-pilihan`);
    show(input === document.activeElement && !dismissed);
  });
  input.addEventListener("focus", () => (dismissed = false));
  input.addEventListener("input", () => (dismissed &&= input.value === ""));
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || show(false));
  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const step = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
    dismissed ||= event.key === "Escape";
    if (event.key === "Escape" && !list.hidden) show(false);
    else if (event.key === "Enter" && !list.hidden && at >= 0) all[at].click();
    else if (step !== undefined && all.length) (list.hidden = false), mark(all[step]);
    else return;
    event.preventDefault();
  });
}

function offerSwitch(note) {
  const button = note.querySelector("button");
  const say = () => (button.textContent = localStorage[OFF] ? button.dataset.on : button.dataset.off);
  note.hidden = false;
  say();
  button.addEventListener("click", () => {
    localStorage[OFF] ? localStorage.removeItem(OFF) : (localStorage[OFF] = "1");
    document.documentElement.toggleAttribute("data-search-key-off", Boolean(localStorage[OFF]));
    say();
  });
}
