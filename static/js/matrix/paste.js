// A block from a sheet pasted anywhere in the editor goes to the preview; one cell stays text.
export function takeBlocks(editor) {
  document.addEventListener("paste", async (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const field = event.target.closest?.("input, textarea, select");
    if (!text.includes("\t") && (field || !text.includes("\n"))) return;
    event.preventDefault();
    await editor.saver?.flush();
    const form = document.querySelector("[data-paste]");
    form.elements.tempelan.value = text;
    form.requestSubmit();
  });
}
