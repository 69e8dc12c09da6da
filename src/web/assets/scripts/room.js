// The room of a meeting: what is typed is saved as it is typed and seen at the other desks. The page’s form does the same without
// this. Nothing is kept in the browser: what could not be saved yet is on the page, and leaving it warns.
const room = document.querySelector("[data-room]");
const form = document.querySelector("[data-room-form]");
const pageOf = form?.querySelector('[name="page-of"]')?.value ?? "";
const savedWords = room.querySelector("[data-saved]");
const announcer = room.querySelector("[data-announce]");

const SAVE_EVERY_MS = 60;
const DATE_PAUSE_MS = 700;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 6000;
const PATIENCE_MS = 10_000;
const LOST = "Not saved yet: the connection was lost. What you typed is still here; trying again";
const SIGNED_OUT = "Not saved: you have been signed out. What you typed is still here. Sign in again in another tab, and it is saved";

/** This window, so that the server knows its words again; and how many saves it has sent. */
const windowId = crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");
let sends = 0;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

// Boxes: the words in each, what the server has of it, and what of ours it has.
const boxes = new Map();

function fieldOf(place) {
  const radios = [...place.querySelectorAll('input[type="radio"]')];
  if (radios.length > 0) {
    return { read: () => radios.find((radio) => radio.checked)?.value ?? "", write: (text) => radios.forEach((radio) => { radio.checked = radio.value === text; }), has: (element) => radios.includes(element) };
  }
  const field = place.querySelector("textarea, select, input:not([type=hidden])");
  return { read: () => field.value, write: (text) => put(field, text), has: (element) => element === field, field };
}

/** Puts words into a box without moving the cursor of whoever is in it. */
function put(field, text) {
  if (field.tagName === "SELECT" && text !== "" && ![...field.options].some(({ value }) => value === text)) field.add(new Option("Chosen at another desk", text));
  if (document.activeElement !== field || field.selectionStart == null) {
    field.value = text;
    return grow(field);
  }
  const [was, start, end] = [field.value, field.selectionStart, field.selectionEnd];
  let same = 0;
  while (same < was.length && was[same] === text[same]) same++;
  let tail = 0;
  while (tail < was.length - same && tail < text.length - same && was[was.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const moved = (at) => (at <= same ? at : at >= was.length - tail ? at + text.length - was.length : Math.min(at, text.length - tail));
  field.value = text;
  field.setSelectionRange(moved(start), moved(end));
  grow(field);
}

/** A box of words is as high as its words. */
function grow(field) {
  if (field.tagName !== "TEXTAREA") return;
  field.rows = 2;
  while (field.scrollHeight > field.clientHeight + 2 && field.rows < 14) field.rows++;
}

function enrol(place) {
  const name = place.dataset.box;
  if (name.includes("/LINE/")) return;
  const field = fieldOf(place);
  const text = field.read();
  boxes.set(name, {
    name, place, field, label: place.dataset.label, revision: Number(place.dataset.revision), revisionNow: Number(place.dataset.revision),
    // What the box says at the server; and the last of our words that it has, there or beside.
    theirs: text, kept: text, sending: false, parted: false, said: undefined, later: undefined, shown: undefined, waiting: undefined,
  });
  if (field.field) grow(field.field);
}
document.querySelectorAll("[data-room-form] [data-box]").forEach(enrol);

const isDirty = (box) => box.sending || box.field.read() !== box.kept;
const dirty = () => [...boxes.values()].filter(isDirty);

function say(words, isProblem = false) {
  savedWords.textContent = `· ${words}`;
  savedWords.classList.toggle("pt-room__problem", isProblem);
}
let announced = "";
let announcing;
/** Said to who cannot see it, seldom: not each letter that somebody types. */
function announce(words) {
  announced = announced === "" || announced.includes(words) ? words : `${announced}. ${words}`;
  announcing ??= setTimeout(() => {
    announcer.textContent = announced;
    announced = "";
    announcing = undefined;
  }, 4000);
}

/** What could not be kept as it is, or whose words stand in the box, said beside it. */
function tell(box, words, words2) {
  box.said ??= Object.assign(document.createElement("div"), { className: "pt-box__said" });
  box.said.replaceChildren();
  if (words === undefined) return box.said.remove();
  const line = Object.assign(document.createElement("p"), { className: "pt-kept__who", textContent: words });
  box.said.append(line);
  if (words2 !== undefined) {
    box.said.append(Object.assign(document.createElement("p"), { className: "pt-kept__words", textContent: words2 === "" ? "(empty)" : words2 }));
    const back = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary pt-button--small", textContent: "Show the minutes’ words in the box" });
    back.addEventListener("click", () => { adopt(box, box.theirs, box.revisionNow); box.field.field?.focus(); });
    box.said.append(back);
  }
  box.place.querySelector(".pt-box__after").prepend(box.said);
}

/** The box shows what the server has of it. */
function adopt(box, text, revision) {
  if (box.field.read() !== text) box.field.write(text);
  Object.assign(box, { theirs: text, kept: text, revision, revisionNow: revision, parted: false });
  mark(box);
  tell(box);
}

/** For a form that is sent as a whole: which revision the box has. */
function mark(box) {
  const on = form.querySelector(`[name="on:${CSS.escape(box.name)}"]`);
  if (on) on.value = String(box.revision);
}

async function post(address, fields, keepalive = false) {
  return fetch(address, {
    method: "POST", headers: { "x-in-place": "yes" }, redirect: "manual", keepalive, signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE_MS),
    body: new URLSearchParams({ "page-of": pageOf, ...fields }),
  });
}
const fieldsOf = (box, text) => ({ box: box.name, text, on: String(box.revision), window: windowId, nth: String(++sends) });

/** Saves a box for as long as it holds words that the server has not got: one save after another, so that none overtakes. */
async function save(box) {
  if (box.sending) return;
  box.sending = true;
  let wait = FIRST_WAIT_MS;
  while (box.field.read() !== box.kept) {
    const text = box.field.read();
    try {
      const answer = await post(form.action, fieldsOf(box, text));
      if (answer.type === "opaqueredirect") throw new Error(SIGNED_OUT);
      if (answer.status === 412) throw new Error(await answer.text());
      if (answer.status === 404) return void location.reload();
      if (answer.status >= 500 || answer.status === 429) throw new Error(LOST);
      const said = await answer.json().catch(() => ({ outcome: "refused", message: "It could not be kept. Open the page again" }));
      wait = FIRST_WAIT_MS;
      if (answered(box, text, said) === false) break;
      say(`Saved ${clock()}`);
      if (said.missing) showMissing(said.missing);
      await pause(SAVE_EVERY_MS);
    } catch (error) {
      const words = [SIGNED_OUT].includes(error.message) || error.message.startsWith("Somebody else has signed in") ? error.message : LOST;
      if (savedWords.textContent !== `· ${words}`) announce(words);
      say(words, true);
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      if (words === SIGNED_OUT) while (!(await signedIn())) await pause(LONGEST_WAIT_MS);
    }
  }
  box.sending = false;
  const { later } = box;
  box.later = undefined;
  if (later) heard(box, later);
}

async function signedIn() {
  try {
    return (await (await fetch("/session", { cache: "no-store" })).json()).left > 0;
  } catch {
    return false;
  }
}

function answered(box, text, said) {
  switch (said.outcome) {
    case "saved":
      box.kept = text;
      box.shown = said.shown;
      Object.assign(box, { theirs: text, revision: said.revision, revisionNow: said.revision });
      box.parted = false;
      mark(box);
      tell(box);
      return true;
    case "beside":
      box.kept = text;
      box.parted = true;
      box.theirs = said.now.text;
      box.revisionNow = said.now.revision;
      besideWords(box, said);
      return true;
    default:
      tell(box, said.message);
      say("Not saved: see below the box", true);
      return false;
  }
}

function besideWords(box, { because, now }) {
  if (because === "same-time") tell(box, `${now.by ?? "Somebody"} typed here at the same time. Yours is kept too; whoever holds the pen chooses. The minutes say:`, now.text);
  else if (because === "correction") tell(box, "The minutes are confirmed. What you type is kept as a correction. The minutes say:", now.text);
  else tell(box, "Kept as your suggestion for whoever holds the pen. The minutes say:", now.text);
  announce(`${box.label}: what you typed is kept beside the minutes`);
}

form?.addEventListener("input", (event) => {
  const place = event.target.closest("[data-box]");
  const box = place && boxes.get(place.dataset.box);
  if (!box) return;
  if (event.target.tagName === "TEXTAREA") grow(event.target);
  if (isDirty(box)) say("Saving …");
  // Half a date is another date: it waits until it is whole.
  clearTimeout(box.waiting);
  if (place.classList.contains("pt-box--day")) box.waiting = setTimeout(save, DATE_PAUSE_MS, box);
  else save(box);
});
form?.addEventListener("change", async (event) => {
  const box = boxes.get(event.target.closest("[data-box]")?.dataset.box);
  if (!box?.place.classList.contains("pt-box--day")) return;
  clearTimeout(box.waiting);
  await save(box);
  if (!isDirty(box) && !box.parted && box.shown) adopt(box, box.shown, box.revision);
});

/** Waits until all that was typed is kept: as long as it is being saved, and a little where that has failed; false where it is not. */
async function settled() {
  for (let tries = 0; dirty().length > 0 && tries < (savedWords.classList.contains("pt-room__problem") ? 100 : 1200); tries++) await pause(50);
  return dirty().length === 0;
}

// Going on: what is typed is saved first, and the boxes are not sent again.
let leaving = false;
form?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (leaving) return;
  event.preventDefault();
  // A form is not sent again while it still says that it is sent: not before this is over.
  await pause(0);
  if (!(await settled())) return say(LOST, true);
  if (button?.name === "settle") {
    const answer = await post(button.formAction, { settle: button.value }).catch(() => undefined);
    if (answer?.ok !== true) say(answer?.status === 409 ? (await answer.json()).refused : LOST, true);
    return;
  }
  if (button?.value === "save") return;
  leaving = true;
  for (const box of boxes.values()) for (const field of box.place.querySelectorAll("textarea, select, input")) field.disabled = true;
  form.requestSubmit(button);
});
addEventListener("beforeunload", (event) => { if (!leaving && dirty().length > 0) event.preventDefault(); });
addEventListener("pagehide", () => { if (!leaving) for (const box of dirty()) post(form.action, fieldsOf(box, box.field.read()), true).catch(() => undefined); });

// Comments, without leaving the page.
room.querySelector("[data-comment]")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = event.target.querySelector("textarea");
  const answer = await post(event.target.action, { comment: field.value }).catch(() => undefined);
  if (answer?.ok) field.value = "";
  else say(answer?.status === 422 ? (await answer.json()).refused : LOST, true);
});

// Lists: another line, from the same template as the page’s own.
const lineId = () => `${Date.now().toString(36)}-${Math.floor(Math.random() * 0xffffff).toString(16).padStart(6, "0")}`;
function addLine(list, id) {
  const lines = list.querySelector("[data-lines]");
  const copy = list.querySelector("[data-template]").content.cloneNode(true);
  const line = copy.querySelector("[data-entry]");
  line.dataset.entry = id;
  for (const element of line.querySelectorAll("*")) {
    for (const attribute of ["name", "id", "for", "data-box"]) if (element.hasAttribute(attribute)) element.setAttribute(attribute, element.getAttribute(attribute).replace("LINE", id));
  }
  // What another desk begins stands before the empty line at the end, where somebody may be about to type.
  const last = lines.lastElementChild;
  const empty = last !== null && [...last.querySelectorAll("[data-box]")].every((place) => (boxes.get(place.dataset.box)?.field.read() ?? "") === "");
  if (empty) last.before(line);
  else lines.append(line);
  line.querySelectorAll("[data-box]").forEach(enrol);
  return line;
}
for (const button of document.querySelectorAll("[data-add]")) {
  button.hidden = false;
  button.addEventListener("click", () => begin(button.closest("[data-list]")));
}
function begin(list) {
  const last = list.querySelector("[data-lines]").lastElementChild;
  const empty = last && [...last.querySelectorAll("[data-box]")].every((place) => boxes.get(place.dataset.box).field.read() === "");
  (empty ? last : addLine(list, lineId())).querySelector("textarea, select, input:not([type=hidden])").focus();
}

// Keys: on, back, and another line.
document.addEventListener("keydown", (event) => {
  if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
    const go = room.querySelector(`[data-go="${event.key === "PageDown" ? "next" : "previous"}"]`);
    if (go) {
      event.preventDefault();
      go.click();
    }
  } else if (event.ctrlKey && event.key === "Enter") {
    const list = event.target.closest?.("[data-list]");
    if (list) {
      event.preventDefault();
      begin(list);
    }
  }
});
for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
for (const button of document.querySelectorAll("[data-save]")) button.hidden = true;

// What other desks do.
function heard(box, { text, revision, by }) {
  if (revision <= box.revisionNow) return;
  // What is being typed here stays; once it is saved, this is looked at again.
  if (isDirty(box)) return void (box.later = { text, revision, by });
  const mine = box.field.read();
  box.revisionNow = revision;
  if (mine === text) return adopt(box, text, revision);
  if (!box.parted || (mine !== "" && text.includes(mine))) {
    adopt(box, text, revision);
    announce(`${box.label}: changed by ${by}`);
    return;
  }
  box.theirs = text;
  tell(box, `${by} holds the minutes’ words here. Yours is kept beside them. The minutes say:`, text);
}

function showMissing(missing) {
  for (const [line, html] of Object.entries(missing)) {
    const place = document.querySelector(`[data-entry="${CSS.escape(line)}"] [data-missing]`);
    if (place && place.innerHTML !== html) place.innerHTML = html;
  }
}

function boxNamed(name) {
  if (!boxes.has(name)) {
    const [list, line] = name.split("/");
    const place = line === undefined ? null : document.querySelector(`[data-list="${CSS.escape(list)}"]`);
    if (place && !document.querySelector(`[data-entry="${CSS.escape(line)}"]`)) addLine(place, line);
  }
  return boxes.get(name);
}

let shownParts = {};
function replace(name, html) {
  const place = room.querySelector(`[data-part="${name}"]`);
  if (!place || shownParts[name] === html) return;
  const first = shownParts[name] === undefined;
  shownParts[name] = html;
  const within = place.contains(document.activeElement) ? document.activeElement : undefined;
  const [href, value] = [within?.getAttribute?.("href"), within?.getAttribute?.("value")];
  place.innerHTML = html;
  if (within) [...place.querySelectorAll("a, button")].find((one) => (href ? one.getAttribute("href") === href : one.getAttribute("value") === value))?.focus();
  if (name === "pen" && !first) announce(place.textContent.trim().split(".")[0]);
  if (name === "comments" && !first) announce("There is a new comment");
  if (name === "clocks") startClocks();
}

function changed({ whole, texts = {}, missing = {}, beside, parts = {}, current, gone }) {
  if (gone) {
    leaving = true;
    return location.replace(location.pathname.replace(/\/room\/.*/, "/room"));
  }
  for (const [name, text] of Object.entries(texts)) {
    const box = boxNamed(name);
    if (box) heard(box, text);
  }
  showMissing(missing);
  if (beside) {
    for (const name of Object.keys(beside)) boxNamed(name);
    for (const box of boxes.values()) {
      const place = box.place.querySelector("[data-beside]");
      const html = beside[box.name] ?? "";
      // Buttons that somebody is on stay until they have gone on.
      if (place.innerHTML !== html && !place.contains(document.activeElement)) place.innerHTML = html;
    }
  }
  for (const [name, html] of Object.entries(parts)) replace(name, html);
  if (current !== undefined && current !== null && current !== room.dataset.current) moved(current);
  if (whole && dirty().length === 0) say(`Up to date ${clock()}`);
}

/** The meeting has gone on. Whoever follows goes with it, unless they are in the middle of something. */
function moved(current) {
  room.dataset.current = current;
  const busy = dirty().length > 0 || document.activeElement?.matches("textarea, select, input, [contenteditable]");
  if (room.dataset.follows !== undefined && !busy) {
    leaving = true;
    return location.reload();
  }
  room.querySelector("[data-moved]").hidden = false;
  announce("The meeting has moved on");
}

let ticking;
function startClocks() {
  clearInterval(ticking);
  const began = Date.now();
  const faces = [...room.querySelectorAll("[data-left]")].map((face) => ({ face, left: Number(face.dataset.left) }));
  const tick = () => {
    for (const { face, left } of faces) {
      const now = left - Math.floor((Date.now() - began) / 1000);
      const seconds = Math.abs(now);
      face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} ${now < 0 ? "over" : "left"}`;
      face.parentElement.classList.toggle("pt-clock-face--over", now < 0);
    }
  };
  if (faces.length > 0) ticking = setInterval(tick, 1000);
}
startClocks();

let source;
function follow() {
  source = new EventSource(room.dataset.room);
  source.addEventListener("message", ({ data }) => changed(JSON.parse(data)));
  source.addEventListener("error", async () => {
    if (dirty().length === 0) say("The connection was lost. Trying again", true);
    if (source.readyState !== EventSource.CLOSED) return;
    // It will not come back by itself: signed out, or the meeting is no longer there.
    while (!(await signedIn())) {
      say(dirty().length > 0 ? SIGNED_OUT : "You have been signed out, so this page no longer follows the meeting. Sign in again in another tab", true);
      await pause(LONGEST_WAIT_MS);
    }
    await pause(FIRST_WAIT_MS);
    follow();
  });
}
follow();
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
