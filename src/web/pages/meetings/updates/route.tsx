import { type Context, Hono } from "hono";
import { openUpdates } from "../../../../app/meetings/answered.ts";
import type { AskingOutcome } from "../../../../app/meetings/asking.ts";
import { chronologyFile } from "../../../../app/meetings/chronology-file.ts";
import { receivePapers } from "../../../../app/meetings/papers.ts";
import { askForUpdates, remindOf, saveUpdate, type UpdatePage, updateOf } from "../../../../app/meetings/updates.ts";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { isKind } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { PAPERS } from "../../../../domain/meetings/papers.ts";
import { counted, listed, lower } from "../../../../domain/words.ts";
import type { WebEnv } from "../../../deps.ts";
import { readAsAt } from "../../../as-at/as-at.ts";
import { readBody } from "../../../forms/body.ts";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { paperErrors, readBasedOn, readPapers, readUpdate, updateErrors } from "./form.ts";
import { type UpdateProps, UpdateView } from "./item-view.tsx";
import { UpdatesView } from "./list-view.tsx";
import { updatePath } from "./paths.ts";

type Ctx = Context<WebEnv>;

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What workers are asked before a meeting: each child’s update and papers, and who has answered. */
export const updatePages = new Hono<WebEnv>()
  .get("/children/:child/chronology.docx", requirePermission("open-child"), async (c) => {
    const { app } = c.get("deps");
    const id = c.req.param("child");
    const file = RECORD_ID.test(id) ? await chronologyFile(app, c.get("person"), id, readAsAt(c.req.query(), app.clock.today())) : undefined;
    if (file === undefined) throw new NotFound();
    return c.body(Uint8Array.from(file.bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });
  })
  .get("/meetings/items/:item/update", requirePermission("follow-meetings"), async (c) => show(c, await pageOf(c)))
  .post("/meetings/items/:item/update", requirePermission("follow-meetings"), async (c) => {
    const body = await readBody(c);
    const wanted = body["do"] ?? "keep";
    return wanted === "papers" || wanted.startsWith("use-") ? takePapers(c, body) : takeAnswers(c, body, wanted);
  })
  .get("/meetings/:meeting/updates", requirePermission("follow-meetings"), async (c) => {
    const updates = await openUpdates(c.get("deps").app, c.get("person"), c.req.param("meeting"));
    if (updates === undefined) throw new NotFound();
    const { meeting, series } = updates;
    return page(c, { title: `Updates, ${series.definition.name}, ${dayInWords(meeting.heldOn)}`, section: "meetings", back: { href: `/meetings/${meeting.id}`, text: "Meeting" } }, <><Notice text={await takeNotice(c)} /><UpdatesView page={updates} /></>);
  })
  .post("/meetings/:meeting/updates", requirePermission("hold-meetings"), async (c) => {
    const [id, body] = [c.req.param("meeting"), await readBody(c)];
    const reminds = body["do"] === "remind";
    const outcome = await (reminds ? remindOf : askForUpdates)(c.get("deps").app, c.get("person"), id);
    if (outcome.outcome === "not-found") throw new NotFound();
    if (outcome.outcome === "forbidden") throw new Forbidden(outcome.reason);
    const back = `/meetings/${id}/updates`;
    await keepNotice(c, back, saidOf(outcome, reminds));
    return c.redirect(back, 303);
  });

function saidOf(outcome: Extract<AskingOutcome, { outcome: "done" | "refused" }>, reminds: boolean): string {
  if (outcome.outcome === "refused") return outcome.message;
  if (reminds) return outcome.asked === 0 ? "Everybody who is waited for has been reminded today already" : `Reminded about ${counted(outcome.asked, "child", "children")}`;
  const nobody = outcome.nobody.length === 0 ? "" : `. There is nobody to ask about ${listed(outcome.nobody)}`;
  return `${outcome.asked === 0 ? "Everybody had been asked already" : `Asked about ${counted(outcome.asked, "child", "children")}`}${nobody}`;
}

async function pageOf(c: Ctx): Promise<UpdatePage> {
  const found = await updateOf(c.get("deps").app, c.get("person"), c.req.param("item") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

async function show(c: Ctx, found: UpdatePage, props: Omit<UpdateProps, "page"> = {}) {
  const status = props.theirs !== undefined ? 409 : (props.errors?.length ?? 0) > 0 ? 422 : 200;
  return page(
    c, { title: `Update, ${found.child.localId}`, section: "work", back: { href: "/work", text: "My work" }, error: status !== 200, status, narrow: true },
    <><Notice text={await takeNotice(c)} /><UpdateView page={found} {...props} /></>,
  );
}

/** What was typed is kept first, whatever is wanted next: to send it, to finish later, or to put the record itself right. */
async function takeAnswers(c: Ctx, body: Readonly<Record<string, string>>, wanted: string) {
  const { app } = c.get("deps");
  const id = c.req.param("item") ?? "";
  const typed = readUpdate(body);
  const outcome = await saveUpdate(app, c.get("person"), id, { answers: typed, basedOn: readBasedOn(body), send: wanted === "send" });
  switch (outcome.outcome) {
    case "not-found": throw new NotFound();
    case "closed": return show(c, await pageOf(c), { errors: [{ id: "main-content", text: "The meeting has been held. What you typed was not saved: tell the chair or the minute taker" }], typed });
    case "overtaken": return show(c, await pageOf(c), { typed, theirs: outcome.theirs });
    case "refused": return show(c, await pageOf(c), { typed, errors: updateErrors(outcome.refusals) });
    case "saved": return c.redirect(await nextPath(c, id, wanted, outcome.sent), 303);
  }
}

async function nextPath(c: Ctx, id: string, wanted: string, sent: boolean): Promise<string> {
  const recordId = (await pageOf(c)).child.recordId;
  const [, entry] = /^correct-(\d{1,12})$/.exec(wanted) ?? [];
  const [, kind = ""] = /^record-([a-z-]+)$/.exec(wanted) ?? [];
  if (entry !== undefined) return `/children/${recordId}/entries/${entry}/correct`;
  if (isKind(kind)) return `/children/${recordId}/record/${kind}`;
  await keepNotice(c, updatePath(id), sent ? "Your update is sent. The meeting has it" : "Kept as you left it. It is not sent yet");
  return updatePath(id);
}

async function takePapers(c: Ctx, body: Readonly<Record<string, string>>) {
  const id = c.req.param("item") ?? "";
  const { typed, meant, unreadable } = readPapers(body);
  const outcome = await receivePapers(c.get("deps").app, c.get("person"), id, meant);
  switch (outcome.outcome) {
    case "not-found": throw new NotFound();
    case "forbidden": throw new Forbidden(outcome.reason, { byRole: false });
    case "refused": return show(c, outcome.page, { papers: typed, errors: paperErrors(outcome.refusals, unreadable) });
    case "saved":
      await keepNotice(c, updatePath(id), outcome.missing.length === 0 ? "Care plan and chronology are received, and the record says so" : `Kept. Still to come: ${listed(outcome.missing.map((name) => lower(PAPERS[name])))}`);
      return c.redirect(`${updatePath(id)}#papers`, 303);
  }
}
