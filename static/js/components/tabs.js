// <nav class="tabs">: where not all of them fit, the tab one is on stands in sight.
export function showCurrentTab(root) {
  root.querySelectorAll(".tabs").forEach((tabs) => {
    const current = tabs.querySelector("[aria-current]");
    if (current) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
  });
}
