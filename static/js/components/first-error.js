// After a refused form, the focus stands on what comes first: what another saved, or a field in need.
export function focusFirstError(root) {
  const first = root.querySelector(
    "main [data-conflict], :is(input, select, textarea).is-invalid, form [aria-invalid=true], .choices:has(.field-error) input",
  );
  if (!first) return;
  first.closest("details:not([data-dialog])")?.setAttribute("open", "");
  first.focus();
}
