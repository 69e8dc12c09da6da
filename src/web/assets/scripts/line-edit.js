// The dates of a child, changed in a row under that child’s line. What was typed stays when the row is closed.
const said = document.createElement("p");
said.className = "govuk-visually-hidden";
said.setAttribute("role", "status");
document.querySelector("main").append(said);

const rowOf = (link) => document.getElementById(`edit-${link.dataset.editDates}`);
const linkOf = (row) => document.querySelector(`[data-edit-dates="${row.id.slice("edit-".length)}"]`);
const LOST = "The connection was lost. What you typed is still here, and may not be saved: try again.";
const SIGNED_OUT = "You have been signed out. What you typed is still here and not saved: sign in again in another tab, then save.";

/** Asks for the part of a page that goes under a line. */
const ask = (address, body) => fetch(address, { headers: { "x-in-place": "yes" }, ...(body === undefined ? {} : { method: "POST", body }) });

/** Says above the dates what went wrong on the way, with all that was typed left as it is. */
function complain(row, words) {
  row.querySelector(".pt-dates__wrong")?.remove();
  const wrong = document.createElement("p");
  wrong.className = "govuk-error-message pt-dates__wrong";
  wrong.setAttribute("role", "alert");
  wrong.textContent = words;
  row.querySelector("td").prepend(wrong);
}

function fill(row, html) {
  const cell = row.querySelector("td");
  cell.innerHTML = html;
  const first = cell.querySelector(".govuk-error-summary") ?? cell.querySelector("[data-dates-heading]");
  first.tabIndex = -1;
  first.focus();
  row.scrollIntoView({ block: "nearest" });
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
    had.querySelector("[data-dates-heading]").focus();
    return had.scrollIntoView({ block: "nearest" });
  }
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  try {
    const answer = await ask(link.href);
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    fill(makeRow(link), await answer.text());
  } catch {
    location.assign(link.href);
  } finally {
    link.ariaBusy = null;
  }
}

/** The line as the list now has it; nothing where it has none any more, undefined where the list cannot be had. */
async function freshLine(id) {
  try {
    const answer = await fetch(location.href);
    return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id) : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the new line in the place of the old; its neighbours stay where they are. */
async function replaceLine(row, words) {
  const old = row.previousElementSibling;
  const fresh = await freshLine(old.id);
  if (fresh) {
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
    if (answer.redirected) complain(row, SIGNED_OUT);
    else if (answer.status === 200) await replaceLine(row, (await answer.json()).said);
    else if (answer.status === 409 || answer.status === 422) fill(row, await answer.text());
    else if (answer.status === 412) complain(row, await answer.text());
    else location.assign(linkOf(row).href);
  } catch {
    complain(row, LOST);
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
