// After a refused form, the focus stands on the first field that needs attention.
export function focusFirstError(root) {
  const field = root.querySelector(
    ":is(input, select, textarea).is-invalid, form [aria-invalid=true], .choices:has(.field-error) input",
  );
  if (!field) return;
  field.closest("details:not([data-dialog])")?.setAttribute("open", "");
  field.focus();
}
