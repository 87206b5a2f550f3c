// <form data-unsaved>: leaving with changes that were not saved asks first.
export function guardUnsaved(root) {
  let changed = false;
  const mark = (event) => {
    if (event.target.form?.hasAttribute("data-unsaved")) changed = true;
  };
  root.addEventListener("input", mark);
  root.addEventListener("change", mark);
  root.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
