// Enhancement only: every page works without it.
document.body.classList.add("js-enabled", ...("noModule" in HTMLScriptElement.prototype ? ["govuk-frontend-supported"] : []));

const { initAll } = await import("./govuk-frontend.min.js");
initAll();

// The boxes that find a child: what offers children as one types is loaded when somebody is about to.
for (const form of document.querySelectorAll("[data-find]")) {
  form.addEventListener("focusin", async () => (await import("./find.js")).offer(form), { once: true });
}

// Long lists of choices: a box that leaves only what matches.
for (const box of document.querySelectorAll("[data-filter-list]")) {
  const list = document.getElementById(box.getAttribute("data-filter-list"));
  const said = document.getElementById(`${box.id}-count`);
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of list.querySelectorAll("[data-group]")) {
      let any = false;
      for (const item of group.querySelectorAll("[data-words]")) {
        const names = item.dataset.words.split(/[\s’(),-]+/);
        item.hidden = !words.every((word) => names.some((name) => name.startsWith(word)));
        any ||= !item.hidden;
      }
      // What is listed twice is found once.
      group.hidden = !any || (group.dataset.group === "again" && words.length > 0);
      if (!group.hidden) shown += group.querySelectorAll("[data-words]:not([hidden])").length;
    }
    said.textContent = words.length === 0 ? "" : shown === 0 ? "Nothing matches. Try another word." : `${shown} found`;
  });
}

// The progress of an import, without loading the page again and again.
const progress = document.querySelector("[data-progress]");
if (progress) {
  const bar = progress.querySelector("progress");
  const said = progress.querySelector("[data-progress-words]");
  const look = async () => {
    try {
      const answer = await fetch(progress.dataset.progress, { headers: { accept: "application/json" } });
      const run = await answer.json();
      if (run.finished) return location.replace(progress.dataset.then);
      bar.value = run.progress;
      said.textContent = run.words;
    } catch {
      said.textContent = "The connection was lost. Trying again.";
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}

// Ticks on the tracker are done with once what was ticked is changed, and when nobody is signed in.
if (document.querySelector("[data-ticks-done]") || !document.querySelector(".pt-header__out")) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("ticked ")) sessionStorage.removeItem(key);
}

// Signed out after idling: a warning five minutes before, loaded when it is due.
const lasting = document.querySelector("[data-session]");
if (lasting) {
  const warn = async () => (await import("./stay.js")).warn(lasting.dataset.session - performance.now() / 1000);
  setTimeout(warn, Math.max(0, lasting.dataset.session - 300) * 1000);
}

// A meeting’s room, which few pages are.
if (document.querySelector("[data-room]")) {
  import("./room.js");
}
if (document.querySelector("[data-moves]")) import("./agenda.js");
if (document.querySelector("[data-line]")) import("./line.js");
if (document.querySelector("[data-several]")) import("./several.js");
if (document.querySelector(".pt-pick")) import("./pick.js");
if (document.querySelector("form[data-keeps]")) import("./keep.js");

// A page for paper: a button that prints it.
for (const box of document.querySelectorAll("[data-prints]")) {
  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => window.print());
}

// Tables and pictures wider than the window say that they go on.
const goesOn = new ResizeObserver((boxes) => {
  for (const { target } of boxes) target.toggleAttribute("data-goes-on", target.scrollWidth > target.clientWidth + 1);
});
for (const box of document.querySelectorAll(".pt-scroll")) goesOn.observe(box);
