// <input type="date" data-date-echo>: says the chosen date in Indonesian words beneath it.
const words = new Intl.DateTimeFormat("id-ID", {
  weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});

export function echoDates(root) {
  root.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-date-echo]")) say(event.target);
  });
  root.querySelectorAll("[data-date-echo]").forEach(say);
}

function say(input) {
  let note = input.nextElementSibling;
  if (!note?.classList.contains("date-echo")) {
    note = document.createElement("span");
    note.className = "date-echo";
    note.setAttribute("aria-live", "polite");
    input.after(note);
  }
  note.textContent = input.valueAsDate ? words.format(input.valueAsDate) : "";
}
