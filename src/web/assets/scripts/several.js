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
