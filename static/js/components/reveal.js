// <input type="password">: a button beside it shows what was typed.
export function revealPasswords(root) {
  root.querySelectorAll("input[type=password]").forEach((input) => {
    const button = document.createElement("button");
    const frame = document.createElement("div");
    frame.className = "reveal";
    input.before(frame);
    Object.assign(button, { type: "button", className: "btn btn-outline-secondary", textContent: "Lihat" });
    button.setAttribute("aria-label", "Lihat kata sandi");
    button.setAttribute("aria-pressed", "false");
    frame.append(input, button);
    button.addEventListener("click", () => {
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    });
  });
}
