// <form data-autosubmit>: a changed choice sends the form at once; its button stays for those without.
export function autosubmit(root) {
  root.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.hasAttribute("data-autosubmit")) form.requestSubmit();
  });
}
