// Ticking lines of the tracker: how many, all at once, and the bar in sight while any is. Ticks stay while
// somebody goes through the pages of one view: their record ids are kept for this tab alone, and sent with the form.
const bar = document.querySelector("[data-several]");
const all = bar.querySelector("[data-tick-all]");
const said = bar.querySelector("[data-tick-count]");
const untick = bar.querySelector("[data-untick]");
const kept = `ticked ${bar.dataset.several}`;
const boxes = () => [...document.querySelectorAll("[data-tick]")];

const read = () => new Set(JSON.parse(sessionStorage.getItem(kept) ?? "[]"));
const keep = (ids) => (ids.size === 0 ? sessionStorage.removeItem(kept) : sessionStorage.setItem(kept, JSON.stringify([...ids])));

/** Ticked and on no line of this page. */
const elsewhere = () => {
  const here = new Set(boxes().map((box) => box.value));
  return [...read()].filter((id) => !here.has(id));
};

const inWords = (ticked, others) => {
  if (ticked === 0) return "";
  if (others === 0) return `${ticked} ticked`;
  return `${ticked} ticked, ${others === ticked ? "all" : others} on ${others === 1 ? "another page" : "other pages"}`;
};

const show = () => {
  const here = boxes().filter((box) => box.checked).length;
  const others = elsewhere().length;
  const words = inWords(here + others, others);
  if (said.textContent !== words) said.textContent = words;
  all.checked = here > 0 && here === boxes().length;
  all.indeterminate = here > 0 && !all.checked;
  untick.hidden = others === 0;
  bar.classList.toggle("pt-several--stuck", here + others > 0);
};

const remember = () => {
  const ids = new Set(elsewhere());
  for (const box of boxes()) if (box.checked) ids.add(box.value);
  keep(ids);
  show();
};

/** As the ticks were left, on this page or on another. */
const restore = () => {
  const ids = read();
  for (const box of boxes()) box.checked = ids.has(box.value);
  show();
};

all.closest("[hidden]").hidden = false;
all.addEventListener("change", () => {
  for (const box of boxes()) box.checked = all.checked;
  remember();
});
untick.addEventListener("click", () => {
  for (const box of boxes()) box.checked = false;
  keep(new Set());
  show();
  all.focus();
});
document.addEventListener("change", (event) => event.target.matches("[data-tick]") && remember());
addEventListener("pageshow", restore);
document.addEventListener("line-replaced", remember);
bar.addEventListener("formdata", (event) => {
  for (const id of elsewhere()) event.formData.append("child", id);
});
restore();

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
