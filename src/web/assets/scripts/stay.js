// Before somebody is signed out for idling: a warning five minutes before, and staying signed in. What is typed on the page is
// never touched: once signed out the page stays, and a form sent from it is kept until its sender is back.
const WARNING = 300;
const UNSEEN = "another tab was used";
let dialog;
let ends = 0;
let saidLast;
/** The session ends then however much it is used. */
let last = false;

const left = () => Math.round((ends - Date.now()) / 1000);

/** What the server says is left, in seconds: another tab may have been used since. Nothing where it does not answer. */
async function ask(method) {
  try {
    const answer = await fetch("/session", method === "POST" ? { method, body: new URLSearchParams() } : { cache: "no-store" });
    if (!answer.ok) return undefined;
    const said = await answer.json();
    last = said.last === true;
    return said.left;
  } catch {
    return undefined;
  }
}

export async function warn(about) {
  const seconds = (await ask("GET")) ?? about;
  ends = Date.now() + seconds * 1000;
  if (seconds > WARNING) return void setTimeout(() => warn(WARNING), (seconds - WARNING) * 1000);
  if (!dialog) build();
  saidLast = undefined;
  dialog.returnValue = "";
  if (!dialog.open) dialog.showModal();
  tell();
}

function build() {
  dialog = document.createElement("dialog");
  dialog.className = "pt-stay";
  dialog.setAttribute("aria-labelledby", "stay-title");
  dialog.innerHTML = `<h2 class="govuk-heading-m" id="stay-title">You are about to be signed out</h2>
    <p class="govuk-body" data-left role="status"></p>
    <div class="pt-stay__choices"><button type="button" class="govuk-button" data-stay>Stay signed in</button></div>`;
  document.body.append(dialog);
  dialog.querySelector("[data-stay]").addEventListener("click", () => dialog.close());
  // However it is closed, somebody is there; but for when it closes by itself.
  dialog.addEventListener("close", () => dialog.returnValue === UNSEEN || stay());
}

async function stay() {
  if (left() <= 0) return;
  const seconds = await ask("POST");
  if (seconds === undefined) return warn(left());
  ends = Date.now() + seconds * 1000;
  // Nothing more to be had, as at the end of twelve hours: said once, and not again and again.
  if (seconds <= WARNING) return void setTimeout(over, Math.max(0, seconds) * 1000);
  setTimeout(() => warn(WARNING), (seconds - WARNING) * 1000);
}

async function tell() {
  if (!dialog.open) return;
  if (left() <= 0) return over();
  const minutes = Math.ceil(left() / 60);
  // Said, and asked whether another tab was used, when the minute changes, not each second.
  if (minutes !== saidLast) {
    if (saidLast !== undefined && ((await ask("GET")) ?? 0) > WARNING) return over();
    saidLast = minutes;
    const time = minutes === 1 ? "less than a minute" : `${minutes} minutes`;
    dialog.querySelector("[data-left]").textContent = last
      ? `You have been signed in for as long as anybody can be. You will be signed out in ${time}: save what you are doing.`
      : `Nobody has used this page for a while. You will be signed out in ${time}.`;
    dialog.querySelector("[data-stay]").textContent = last ? "Back to the page" : "Stay signed in";
  }
  setTimeout(tell, 1000);
}

async function over() {
  const seconds = (await ask("GET")) ?? 0;
  if (seconds > 0) {
    if (dialog.open) dialog.close(UNSEEN);
    return warn(seconds);
  }
  dialog.querySelector("#stay-title").textContent = "You have been signed out";
  dialog.querySelector("[data-left]").textContent = "What you typed is still on this page. If you send it now, you are asked to sign in, and it is kept for you until you have.";
  const close = dialog.querySelector("[data-stay]");
  close.textContent = "Back to the page";
  if (!dialog.open) dialog.showModal();
}
