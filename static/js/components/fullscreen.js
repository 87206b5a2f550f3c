// <button data-fullscreen="#id">: shows that element on the whole screen.
export function showFullscreen(root) {
  if (!root.fullscreenEnabled) return;
  root.querySelectorAll("[data-fullscreen]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => root.querySelector(button.dataset.fullscreen).requestFullscreen());
  });
}
