// Shows the day while the slider of the map moves, and asks for its map when it stops. Without scripts the button does.

for (const slider of document.querySelectorAll("input[data-days]")) {
  const days = slider.dataset.days.split(" ");
  const shown = document.createElement("output");
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const show = () => {
    const day = words.format(new Date(days[slider.value - 1]));
    shown.value = day;
    slider.setAttribute("aria-valuetext", day);
  };
  shown.htmlFor = slider.id;
  slider.after(shown);
  slider.addEventListener("input", show);
  // With the keyboard every step is a change: the button asks for the map there.
  slider.addEventListener("pointerup", () => slider.form.requestSubmit());
  show();
}
