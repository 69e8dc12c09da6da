// Filters that open on their choices: Escape, and a press anywhere else, close them again.
const open = () => document.querySelectorAll(".pt-pick[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const pick of open()) {
    const had = pick.contains(document.activeElement);
    pick.open = false;
    if (had) pick.querySelector("summary").focus();
  }
});

// Only where the choices lie over the page: where they push it down, closing them would move what is being pressed.
const liesOver = (pick) => getComputedStyle(pick.querySelector("fieldset")).position === "absolute";
document.addEventListener("pointerdown", (event) => {
  for (const pick of open()) if (!pick.contains(event.target) && liesOver(pick)) pick.open = false;
});
