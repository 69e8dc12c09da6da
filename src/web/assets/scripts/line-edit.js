// The dates of a child, changed in a row under that child’s line. What was typed stays when the row is closed.
const said = document.createElement("p");
said.className = "govuk-visually-hidden";
said.setAttribute("role", "status");
document.querySelector("main").append(said);

const rowOf = (link) => document.getElementById(`edit-${link.dataset.editDates}`);
const linkOf = (row) => document.querySelector(`[data-edit-dates="${row.id.slice("edit-".length)}"]`);
const LOST = "The connection was lost. Nothing typed is lost: try again.";

/** Asks for the part of a page that goes under a line. Somebody no longer signed in is taken there. */
async function ask(address, body) {
  const answer = await fetch(address, { headers: { "x-in-place": "yes" }, ...(body === undefined ? {} : { method: "POST", body }) });
  if (answer.redirected) location.assign(answer.url);
  return answer;
}

function fill(row, html) {
  const cell = row.querySelector("td");
  cell.innerHTML = html;
  const first = cell.querySelector(".govuk-error-summary") ?? cell.querySelector("[data-dates-heading]");
  first.tabIndex = -1;
  first.focus();
}

function makeRow(link) {
  const line = link.closest("tr");
  const row = document.createElement("tr");
  row.id = `edit-${link.dataset.editDates}`;
  row.className = "pt-edit-row";
  row.setAttribute("role", "row");
  const cell = row.appendChild(document.createElement("td"));
  cell.colSpan = line.cells.length;
  cell.setAttribute("role", "cell");
  line.after(row);
  return row;
}

function close(row) {
  row.hidden = true;
  const link = linkOf(row);
  link?.setAttribute("aria-expanded", "false");
  link?.focus();
}

/** Opens the row under the line of this link, or closes it. */
export async function toggle(link) {
  const had = rowOf(link);
  if (had !== null && !had.hidden) return close(had);
  link.setAttribute("aria-expanded", "true");
  if (had !== null) {
    had.hidden = false;
    return had.querySelector("[data-dates-heading]").focus();
  }
  try {
    const answer = await ask(link.href);
    if (!answer.ok) return location.assign(link.href);
    fill(makeRow(link), await answer.text());
  } catch {
    link.setAttribute("aria-expanded", "false");
    said.textContent = LOST;
  }
}

/** The line as the list now has it, in the place of the line as it was; its neighbours stay where they are. */
async function replaceLine(row, words) {
  const old = row.previousElementSibling;
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(old.id);
  if (fresh !== null) {
    const ticked = old.querySelector("[data-tick]")?.checked === true;
    old.replaceWith(fresh);
    const box = fresh.querySelector("[data-tick]");
    if (box !== null) box.checked = ticked;
  }
  row.remove();
  document.dispatchEvent(new Event("line-replaced"));
  const line = fresh ?? old;
  const note = line.querySelector(".pt-line-said") ?? document.createElement("span");
  note.className = "pt-line-said";
  note.textContent = fresh === null ? `${words}. With this the child no longer belongs to this page of the list` : words;
  const link = line.querySelector("[data-edit-dates]");
  link.before(note);
  link.focus();
  said.textContent = note.textContent;
}

document.addEventListener("submit", async (event) => {
  const row = event.target.closest(".pt-edit-row");
  if (row === null) return;
  event.preventDefault();
  if (row.ariaBusy === "true") return;
  row.ariaBusy = "true";
  try {
    const answer = await ask(event.target.action, new URLSearchParams(new FormData(event.target, event.submitter)));
    const isDone = answer.headers.get("content-type")?.startsWith("application/json");
    if (isDone) await replaceLine(row, (await answer.json()).said);
    else if (answer.status < 500 && answer.headers.get("content-type")?.startsWith("text/html") && answer.status !== 403 && answer.status !== 404) fill(row, await answer.text());
    else location.assign(linkOf(row).href);
  } catch {
    said.textContent = LOST;
  } finally {
    row.ariaBusy = null;
  }
});

document.addEventListener("keydown", (event) => {
  const row = event.key === "Escape" ? event.target.closest(".pt-edit-row") : null;
  if (row !== null) close(row);
});

document.addEventListener("click", (event) => {
  if (event.target.matches("[data-dates-close]")) close(event.target.closest(".pt-edit-row"));
});
