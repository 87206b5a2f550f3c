// <button data-geolocation="lat-id,lon-id">: fills in where the phone is.
export function useLocation(root) {
  root.querySelectorAll("[data-geolocation]").forEach((button) => {
    if (!navigator.geolocation) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const [lat, lon] = button.dataset.geolocation.split(",").map((id) => root.getElementById(id));
      const label = button.textContent;
      button.textContent = "Mencari lokasi…";
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          lat.value = coords.latitude.toFixed(6);
          lon.value = coords.longitude.toFixed(6);
          lon.dispatchEvent(new Event("input", { bubbles: true }));
          button.textContent = label;
        },
        () => {
          button.textContent = "Lokasi tidak tersedia; isi sendiri atau kosongkan";
        },
        // Without signal the satellites alone may take a minute.
        { enableHighAccuracy: true, timeout: 60_000, maximumAge: 30_000 },
      );
    });
  });
}
