// Items of an agenda carried to another place with the mouse. The buttons beside each do the same without.
const form = document.getElementById("move-item");
let carried;

const placeIn = (list, y) => [...list.children].filter((item) => item !== carried).find((item) => y < item.getBoundingClientRect().top + item.offsetHeight / 2);
const unmark = () => {
  for (const item of document.querySelectorAll(".pt-meeting-agenda__item--before")) item.classList.remove("pt-meeting-agenda__item--before");
  for (const list of document.querySelectorAll(".pt-meeting-agenda__items--end")) list.classList.remove("pt-meeting-agenda__items--end");
};

for (const item of document.querySelectorAll("[data-moves]")) {
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    // A link or a word that is picked up goes its own way.
    if (event.target !== item) return;
    carried = item;
    item.classList.add("pt-meeting-agenda__item--carried");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  item.addEventListener("dragend", () => {
    item.classList.remove("pt-meeting-agenda__item--carried");
    unmark();
    carried = undefined;
  });
}

for (const list of document.querySelectorAll("[data-part]")) {
  list.addEventListener("dragover", (event) => {
    if (!carried) return;
    event.preventDefault();
    unmark();
    const before = placeIn(list, event.clientY);
    if (before) before.classList.add("pt-meeting-agenda__item--before");
    else list.classList.add("pt-meeting-agenda__items--end");
  });
  list.addEventListener("drop", (event) => {
    if (!carried) return;
    event.preventDefault();
    const before = placeIn(list, event.clientY);
    // Not form.elements.item: that is a method of every such list.
    const fill = (name, value) => (form.querySelector(`[name="${name}"]`).value = value);
    fill("item", carried.dataset.item);
    fill("part", list.dataset.part);
    fill("index", before ? [...list.children].indexOf(before) : "");
    form.requestSubmit();
  });
}
