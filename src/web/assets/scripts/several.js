// Ticking lines of the tracker: how many, all at once, and the bar in sight while any is.
const bar = document.querySelector("[data-several]");
const all = bar.querySelector("[data-tick-all]");
const said = bar.querySelector("[data-tick-count]");
const boxes = () => [...document.querySelectorAll("[data-tick]")];

const show = () => {
  const ticked = boxes().filter((box) => box.checked).length;
  const words = ticked === 0 ? "" : `${ticked} ticked`;
  if (said.textContent !== words) said.textContent = words;
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
  bar.classList.toggle("pt-several--stuck", ticked > 0);
};

all.closest("[hidden]").hidden = false;
all.addEventListener("change", () => {
  for (const box of boxes()) box.checked = all.checked;
  show();
});
document.addEventListener("change", (event) => event.target.matches("[data-tick]") && show());
addEventListener("pageshow", show);
document.addEventListener("line-replaced", show);
show();

// “Edit dates” opens under its line. A link that does so is a button; what it opens with is loaded when first wanted.
const asButtons = () => {
  for (const link of document.querySelectorAll("[data-edit-dates]:not([role])")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
};
const toggle = async (event) => {
  const link = event.target.closest("[data-edit-dates]");
  const isPress = event.type === "keydown" ? event.key === " " : event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link === null || !isPress) return;
  event.preventDefault();
  const { toggle } = await import("./line-edit.js");
  await toggle(link);
};
document.addEventListener("click", toggle);
document.addEventListener("keydown", toggle);
document.addEventListener("line-replaced", asButtons);
asButtons();
