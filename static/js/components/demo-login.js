// <button data-demo-login="name" data-demo-password="…">: fills the sign-in form; only with demo data.
export function fillDemoAccount(root) {
  root.querySelectorAll("[data-demo-login]").forEach((button) => {
    button.addEventListener("click", () => {
      root.querySelector("[name=login]").value = button.dataset.demoLogin;
      root.querySelector("[name=password]").value = button.dataset.demoPassword;
      root.querySelector("form [type=submit]").focus();
    });
  });
}
