// <nav class="tabs">, the mitra's menu: where not all of them fit, the one we are on stands in sight.
export function showCurrentTab(root) {
  root.querySelectorAll(".tabs, .portal-nav").forEach((tabs) => {
    const current = tabs.querySelector("[aria-current]");
    if (current) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
  });
}
