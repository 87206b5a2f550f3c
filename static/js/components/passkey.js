// <form data-passkey="create|get"> with a hidden `credential`: the device answers, then the form is
// sent. The question stands in a JSON script of the form, or is fetched from where the form goes.
export function usePasskeys(root) {
  const kind = window.PublicKeyCredential;
  const can = kind?.parseCreationOptionsFromJSON && kind.parseRequestOptionsFromJSON;
  root.querySelectorAll("form[data-passkey]").forEach((form) => {
    const tell = (words) => { form.querySelector("[role=status]").textContent = words; };
    if (!can) tell("Peramban atau alamat ini belum mendukung kunci sandi.");
    const button = form.querySelector("[data-passkey-ask]");
    form.addEventListener("submit", (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault(); // Enter in the name
      button.click();
    });
    button.addEventListener("click", async () => {
      if (can) tell("");
      try {
        const answer = can && (await ask(form));
        if (!answer) return;
        form.elements.credential.value = JSON.stringify(answer);
        form.requestSubmit();
      } catch {
        tell("Kunci sandi tidak terbaca. Coba lagi, atau pakai cara lain.");
      }
    });
  });
}

async function ask(form) {
  const given = form.querySelector("script[type='application/json']");
  const data = given
    ? JSON.parse(given.textContent)
    : await (await fetch(form.action, { headers: { Accept: "application/json" } })).json();
  const { publicKey } = data.creation_options ?? data.request_options;
  if (form.dataset.passkey === "get") {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  }
  // Kept on the device where it can be: then it signs in without a name or a password as well.
  publicKey.authenticatorSelection = { ...publicKey.authenticatorSelection, residentKey: "preferred" };
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
}
