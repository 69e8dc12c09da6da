// Children offered as one types, in the boxes that find a child. Loaded once such a box has the
// focus. A combobox with a list: arrows go through it, Enter opens, Escape closes; the focus stays in the box.
const PAUSE_MS = 150;
const LEAST = 2;

export function offer(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.getElementById(form.dataset.find);
  const said = form.querySelector("[role=status]");
  let waiting = 0;
  let asking;
  let chosen = -1;

  list.setAttribute("role", "listbox");
  const set = (attributes) => Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-haspopup": "listbox" });

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    set({ "aria-expanded": "false" });
    choose(-1);
  };

  function choose(at) {
    chosen = at;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option === undefined) return input.removeAttribute("aria-activedescendant");
    set({ "aria-activedescendant": option.id });
    option.scrollIntoView({ block: "nearest" });
  }

  function show({ offers, said: words }) {
    list.replaceChildren(...offers.map((offered, i) => optionOf(offered, `${list.id}-${i}`)));
    choose(-1);
    list.hidden = offers.length === 0;
    set({ "aria-expanded": String(offers.length > 0) });
    said.textContent = words;
  }

  async function ask(text) {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.getAttribute("action")}/suggestions`, { method: "POST", body: new URLSearchParams({ find: text }), signal: asking.signal });
      if (answer.ok && answer.headers.get("content-type")?.startsWith("application/json")) show(await answer.json());
      else close();
    } catch {
      // Overtaken by the next letter, or the connection is gone: the button still works.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const text = input.value.trim();
    if (text.length >= LEAST) waiting = setTimeout(() => ask(text), PAUSE_MS);
    else {
      close();
      said.textContent = "";
    }
  });

  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    const last = list.children.length - 1;
    if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && open && chosen >= 0) location.assign(list.children[chosen].dataset.href);
    else if (event.key === "ArrowDown" && !open && last >= 0 && input.value.trim().length >= LEAST) {
      list.hidden = false;
      set({ "aria-expanded": "true" });
      choose(0);
    } else if (event.key === "ArrowDown" && open) choose(chosen === last ? -1 : chosen + 1);
    else if (event.key === "ArrowUp" && open) choose(chosen === -1 ? last : chosen - 1);
    else return;
    event.preventDefault();
  });

  form.addEventListener("submit", close);
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  // Before the box loses the focus, which would close the list under the pointer.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  if (document.activeElement === input && input.value !== input.defaultValue) input.dispatchEvent(new Event("input"));
}

function optionOf({ href, id, name, about, by }, optionId) {
  const option = document.createElement("li");
  option.id = optionId;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.className = "pt-find__offer";
  option.dataset.href = href;
  const line = (className, text) => {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    return span;
  };
  option.append(line("pt-find__id", id), ...(name === undefined ? [] : [" ", line("pt-find__name", name)]), " ", line("pt-find__about", `${about} · ${by}`));
  return option;
}
