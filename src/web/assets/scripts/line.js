// The steps of a child's line, one by one: the date of each by keyboard or finger, not only under a mouse.
for (const figure of document.querySelectorAll("[data-line]")) {
  const through = figure.querySelector("[data-line-through]");
  const said = figure.querySelector("[data-line-said]");
  let at;
  // Three drawings, of which the screen shows one: all have the same steps in the same order.
  const drawings = [...figure.querySelectorAll("svg.pt-line")].map((svg) => [...svg.querySelectorAll(".pt-step")]);
  const last = drawings[0].length - 1;
  if (last < 0) continue;
  through.hidden = false;
  const show = (step) => {
    at = Math.min(last, Math.max(0, step));
    for (const steps of drawings) steps.forEach((mark, i) => mark.classList.toggle("pt-step--shown", i === at));
    said.textContent = `${drawings[0][at].querySelector("title").textContent}. Step ${at + 1} of ${last + 1}`;
  };
  for (const button of through.querySelectorAll("[data-line-go]")) {
    const way = Number(button.dataset.lineGo);
    button.addEventListener("click", () => show(at === undefined ? (way > 0 ? 0 : last) : at + way));
  }
  for (const steps of drawings) steps.forEach((mark, i) => mark.addEventListener("click", () => show(i)));
}
