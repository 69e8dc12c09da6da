import { type Context, Hono } from "hono";
import { findChildren } from "../../../../app/find-children.ts";
import { openMeeting } from "../../../../app/meetings/agenda.ts";
import type { MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import { buildAgendaOf, type Changed } from "../../../../app/meetings/build-agenda.ts";
import { editAgenda } from "../../../../app/meetings/change-agenda.ts";
import { sendAgenda } from "../../../../app/meetings/send-agenda.ts";
import { whyOn } from "../../../../app/meetings/why-on.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { counted, listed } from "../../../../domain/words.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { instantInWords } from "../../../govuk/date-filter.ts";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page as wholePage } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { agendaPath } from "./item.tsx";
import { PrintView } from "./print-view.tsx";
import { readEdit, saidOf } from "./typed.ts";
import { AgendaView } from "./view.tsx";
import { WhyView } from "./why-view.tsx";

type Ctx = Context<WebEnv>;
type Body = Readonly<Record<string, string>>;
const MOST_FOUND = 12;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const titleOf = ({ series, meeting }: MeetingPage): string => `${series.definition.name}, ${dayInWords(meeting.heldOn)}`;

async function meetingOf(c: Ctx): Promise<MeetingPage> {
  const found = await openMeeting(c.get("deps").app, c.get("person"), c.req.param("meeting") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

async function show(c: Ctx, refusal?: { readonly field: string; readonly message: string }, typed: Body = {}) {
  const meeting = await meetingOf(c);
  const found = typed["find"] === undefined || typed["find"].trim() === "" ? undefined : await findChildren(c.get("deps").app, c.get("person"), typed["find"].trim(), MOST_FOUND);
  return wholePage(c, { section: "meetings", title: titleOf(meeting), back: { href: "/meetings", text: "Meetings" }, error: refusal !== undefined, status: refusal === undefined ? 200 : 422 }, (
    <>
      <ErrorSummary errors={refusal === undefined ? [] : [{ id: refusal.field === "agenda" ? "main-content" : refusal.field, text: refusal.message }]} />
      <Notice text={refusal === undefined ? await takeNotice(c) : undefined} />
      <AgendaView page={meeting} typed={typed} errors={refusal === undefined ? {} : { [refusal.field]: refusal.message }} {...(found === undefined ? {} : { found })} />
    </>
  ));
}

async function showWhy(c: Ctx, item: string, refusal?: { readonly field: string; readonly message: string }, typed: Body = {}) {
  const why = await whyOn(c.get("deps").app, c.get("person"), item);
  if (why === undefined) throw new NotFound();
  const errors = refusal === undefined ? [] : [{ id: refusal.field === "agenda" ? "main-content" : refusal.field, text: refusal.message }];
  return wholePage(c, { section: "meetings", title: `Why on the agenda, ${dayInWords(why.page.meeting.heldOn)}`, back: { href: `${agendaPath(why.page.meeting.id)}#item-${item}`, text: "Agenda" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, (
    <><ErrorSummary errors={errors} /><Notice text={refusal === undefined ? await takeNotice(c) : undefined} /><WhyView why={why} typed={typed} errors={refusal === undefined ? {} : { [refusal.field]: refusal.message }} /></>
  ));
}

async function build(c: Ctx, meeting: string): Promise<Response> {
  const built = await buildAgendaOf(c.get("deps").app, c.get("person"), meeting);
  if (built.outcome === "not-found") throw new NotFound();
  await keepNotice(c, agendaPath(meeting), built.outcome === "refused" ? built.message : `Built: ${counted(built.items, "item")} to talk about or note${built.changes.added.length === 0 ? "" : `, ${built.changes.added.length} new`}${built.changes.gone.length === 0 ? "" : `, ${built.changes.gone.length} no longer on it`}`);
  return c.redirect(agendaPath(meeting), 303);
}

/** What came of a change: back to the page it was made on, to the item where there is one; or the page again, with what is wrong. */
async function after(c: Ctx, meeting: string, outcome: Changed, body: Body, said: string) {
  if (outcome.outcome === "not-found") throw new NotFound();
  const [item, from] = [body["item"], body["from"]];
  if (outcome.outcome === "refused") return from === "why" && item !== undefined ? showWhy(c, item, outcome, body) : show(c, outcome, body);
  await keepNotice(c, agendaPath(meeting), said);
  return c.redirect(`${agendaPath(meeting)}${item === undefined || body["op"] === "drop" ? "" : `#item-${item}`}`, 303);
}

/** A meeting’s agenda: read, built, changed by hand, sent, printed, and why each item is on it. */
export const agendaPages = new Hono<WebEnv>()
  .get("/meetings/items/:item/why", requirePermission("follow-meetings"), (c) => showWhy(c, c.req.param("item")))
  .get("/meetings/:meeting/print", requirePermission("follow-meetings"), async (c) => {
    const meeting = await meetingOf(c);
    const { app } = c.get("deps");
    const children = [...meeting.parts.flatMap(({ items }) => items), ...meeting.deferred].flatMap(({ child }) => child ?? []);
    await app.store.accessLog(c.get("person")).openedAll(children, "take-away-agenda-print");
    return wholePage(c, { section: "meetings", title: `To print: ${titleOf(meeting)}`, back: { href: agendaPath(meeting.meeting.id), text: "Agenda" } }, <PrintView page={meeting} by={c.get("person").name} at={app.clock.now()} />);
  })
  .post("/meetings/:meeting/send", requirePermission("hold-meetings"), async (c) => {
    const meeting = c.req.param("meeting");
    const { sent: seen = "", as } = await readBody(c);
    const sent = await sendAgenda(c.get("deps").app, c.get("person"), meeting, seen === "" ? null : seen, as === "it-is");
    if (sent.outcome === "not-found") throw new NotFound();
    if (sent.outcome === "refused") return show(c, sent);
    if (sent.outcome === "does-not-fit") return show(c, { field: "send-as-it-is", message: `The agenda was not sent, because it does not fit: ${listed(sent.parts.map(({ name, over }) => `“${name}” has ${counted(over, "minute")} too many`))}. Put something off or move it, or send it as it is` });
    await keepNotice(c, agendaPath(meeting), sent.outcome === "sent" ? `The agenda was sent to ${counted(sent.to, "person", "people")}` : `${sent.by} sent the agenda already, ${instantInWords(sent.at)}. It was not sent twice`);
    return c.redirect(agendaPath(meeting), 303);
  })
  // One word after /meetings/ may be another page’s.
  .get("/meetings/:meeting", requirePermission("follow-meetings"), (c, next) => (UUID.test(c.req.param("meeting")) ? show(c) : next()))
  .post("/meetings/:meeting/agenda", requirePermission("hold-meetings"), async (c) => {
    const [meeting, body] = [c.req.param("meeting"), await readBody(c)];
    if (body["op"] === "build") return build(c, meeting);
    if (body["op"] === "find") return show(c, (body["find"] ?? "").trim() === "" ? { field: "find", message: "Enter part of a local id, a name or a worker" } : undefined, body);
    const edit = readEdit(body);
    if (edit === undefined) return show(c, { field: "agenda", message: "Choose what to do with the agenda" }, body);
    return after(c, meeting, await editAgenda(c.get("deps").app, c.get("person"), meeting, edit), body, saidOf(edit, edit.op === "mode" && edit.mode === "removed" && (await meetingOf(c)).meeting.agendaSentAt !== null));
  });
