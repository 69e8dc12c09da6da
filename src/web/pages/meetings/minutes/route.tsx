import { type Context, Hono } from "hono";
import { closeMeeting, confirmMinutes, correct, isLocked, leaveTyped, type MinutesOutcome, noteFiled, tellApart } from "../../../../app/meetings/minutes.ts";
import { type CorrectPage, openCorrect, openMinutes } from "../../../../app/meetings/minutes-page.ts";
import { agendaFile, childRecord, type ChildRecord, minutesFile, recordFile, type WordFile, WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { may } from "../../../../domain/access/policy.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { withoutLast } from "../../../../domain/meetings/written.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { CorrectView, type TypedCorrection } from "./correct-view.tsx";
import { MentionsView } from "./mentions-view.tsx";
import { MinutesView } from "./view.tsx";

type Ctx = Context<WebEnv>;

const found = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new NotFound();
  return value;
};
const text = (value: string | undefined): string => (value ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n");
const who = (c: Ctx) => [c.get("deps").app, c.get("person")] as const;

async function show(c: Ctx, errors: readonly FieldError[] = []) {
  const shown = found(await openMinutes(...who(c), c.req.param("meeting") ?? ""));
  const { meeting, paper } = shown.minutes;
  return page(c, { title: `Minutes of ${dayInWords(paper.heldOn)}`, section: "meetings", back: { href: `/meetings/${meeting.id}`, text: "Agenda" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, (
    <><Notice text={await takeNotice(c)} /><MinutesView {...shown} errors={errors} /></>
  ));
}

/** Back to the minutes with what was done; or the page again with what is wrong. */
async function after(c: Ctx, outcome: MinutesOutcome, done: string, to: string, again: (errors: readonly FieldError[]) => Response | Promise<Response>): Promise<Response> {
  switch (outcome.outcome) {
    case "done":
      await keepNotice(c, to, done);
      return c.redirect(to, 303);
    case "refused": return again(outcome.refusals.map(({ field, message }) => ({ id: field, text: message })));
    case "forbidden": throw new Forbidden(outcome.reason);
    case "not-found": throw new NotFound();
  }
}

async function act(c: Ctx): Promise<Response> {
  const meeting = c.req.param("meeting") ?? "";
  const body = await readBody(c);
  const item = body["item"] ?? "";
  const to = `/meetings/${meeting}/minutes`;
  const again = (errors: readonly FieldError[]) => show(c, errors);
  switch (body["what"]) {
    case "close": {
      const closed = found(await closeMeeting(...who(c), meeting));
      return after(c, "refused" in closed ? { outcome: "refused", refusals: [{ field: "next", message: closed.refused }] } : { outcome: "done" }, "The meeting is closed. Its minutes wait for the next one", to, again);
    }
    case "confirm": return after(c, await confirmMinutes(...who(c), meeting, body["confirmedIn"] ?? ""), "The minutes are confirmed and locked", to, again);
    case "told-apart": return toldApart(c, item, body, to);
    case "filed": return filed(c, item, Number(body["basedOn"]), to);
    default: return show(c, [{ id: "next", text: "Choose what to do with the minutes" }]);
  }
}

async function filed(c: Ctx, item: string, basedOn: number, to: string): Promise<Response> {
  const outcome = await noteFiled(...who(c), item, Number.isSafeInteger(basedOn) ? basedOn : 0);
  switch (outcome.outcome) {
    case "mentions": return mentions(c, outcome.record);
    case "overtaken": return show(c, [{ id: `item-${item}`, text: "Somebody wrote on this child’s record at the same time. Look at it, and note it again" }]);
    case "refused": return after(c, { outcome: "refused", refusals: outcome.refusals.map(({ message }) => ({ field: `item-${item}`, message })) }, "", to, (errors) => show(c, errors));
    case "done": return after(c, { outcome: "done" }, "Noted on the child’s record", to, (errors) => show(c, errors));
    default: return after(c, outcome, "", to, (errors) => show(c, errors));
  }
}

async function toldApart(c: Ctx, item: string, body: Readonly<Record<string, string>>, to: string): Promise<Response> {
  const asked = Object.keys(body).flatMap((name) => /^words-(\d{1,3})$/.exec(name)?.[1] ?? []).map(Number);
  const open = asked.filter((i) => body[`how-${i}`] !== "belongs" && body[`how-${i}`] !== "left-out");
  const those = (how: string): readonly string[] => asked.filter((i) => body[`how-${i}`] === how).map((i) => text(body[`words-${i}`]));
  const again = async (): Promise<Response> => mentions(c, found(await childRecord(...who(c), item)), Object.fromEntries(open.map((i) => [i, `Choose whether “${text(body[`words-${i}`])}” is another child`])));
  if (open.length > 0) return again();
  return after(c, await tellApart(...who(c), item, { belong: those("belongs"), leftOut: those("left-out") }), "Written down. The record can be filed now", to, again);
}

function mentions(c: Ctx, record: ChildRecord, errors?: Readonly<Record<number, string>>) {
  const { minutes: { meeting } } = record;
  const isWrong = errors !== undefined;
  return page(c, { title: `This record may name another child, ${record.localId}`, section: "meetings", back: { href: `/meetings/${meeting.id}/minutes`, text: "Minutes" }, narrow: true, error: isWrong, status: isWrong ? 422 : 409 }, (
    <MentionsView record={record} mayHold={c.get("person").organisation.code === meeting.organisation && mayKeep(c)} mayChange={!isLocked(meeting)} {...(isWrong ? { errors } : {})} />
  ));
}

const mayKeep = (c: Ctx): boolean => may(c.get("person").role, "hold-meetings").allowed;

const word = (c: Ctx, { name, bytes }: WordFile): Response =>
  c.body(Uint8Array.from(bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${name}"` });

const NOTHING: TypedCorrection = { box: "", text: "", why: "", waiting: "" };

async function showCorrect(c: Ctx, typed?: TypedCorrection, errors: readonly FieldError[] = []) {
  const shown = found(await openCorrect(...who(c), c.req.param("item") ?? ""));
  const { minutes: { meeting, paper }, item } = shown;
  if (!shown.mayHold) throw new Forbidden("Minutes are corrected by whoever holds the meeting, in the organisation whose meeting it is", { byRole: false });
  const back = { href: `/meetings/${meeting.id}/minutes#item-${item.row.id}`, text: "Minutes" };
  const options = { title: `Correct the minutes of ${dayInWords(paper.heldOn)}`, section: "meetings", back, narrow: true, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 } as const;
  if (!shown.isLocked) return page(c, options, <NotLocked {...shown} />);
  return page(c, options, <><Notice text={await takeNotice(c)} /><CorrectView minutes={shown.minutes} item={item} typed={typed ?? asked(c, shown)} errors={errors} /></>);
}

const NotLocked = ({ minutes: { meeting }, item: { row, called } }: CorrectPage) => (
  <>
    <span class="govuk-caption-l">{called}</span>
    <h1 class="govuk-heading-l">The minutes can still be changed</h1>
    <p class="govuk-body">They are not confirmed yet. <a class="govuk-link" href={`/meetings/${meeting.id}/room?item=${row.id}`}>Change them in the room</a>: nothing has to be corrected beside them.</p>
  </>
);

/** What the address asks for: what waits to be made a correction, a correction that is taken back, or a box. */
function asked(c: Ctx, { item }: CorrectPage): TypedCorrection {
  const waiting = item.waiting.find(({ id }) => id === c.req.query("waiting"));
  if (waiting !== undefined) return { box: waiting.box, text: waiting.text, why: "", waiting: waiting.id };
  const back = c.req.query("back") ?? "";
  const again = withoutLast(back, item.written.corrections, item.written.typed);
  if (again !== undefined) return { ...NOTHING, box: back, text: again };
  const box = c.req.query("box") ?? "";
  return { ...NOTHING, box, text: item.written.typed.get(box) ?? "" };
}

async function takeCorrection(c: Ctx): Promise<Response> {
  const [item, body] = [c.req.param("item") ?? "", await readBody(c)];
  const to = `/meetings/items/${item}/correct`;
  if (body["what"] === "leave") return after(c, await leaveTyped(...who(c), item, body["waiting"] ?? ""), "Left out of the minutes", to, (errors) => showCorrect(c, undefined, errors));
  const typed: TypedCorrection = { box: body["box"] ?? "", text: text(body["text"]), why: text(body["why"]), waiting: body["waiting"] ?? "" };
  const { minutes } = found(await openCorrect(...who(c), item));
  return after(c, await correct(...who(c), item, { box: typed.box, text: typed.text, why: typed.why, ...(typed.waiting === "" ? {} : { waiting: typed.waiting }) }), "The correction stands beside the minutes", `/meetings/${minutes.meeting.id}/minutes`, (errors) => showCorrect(c, typed, errors));
}

/** The minutes of a meeting, what of it is filed, and what is corrected after it. */
export const minutesPages = new Hono<WebEnv>()
  .get("/meetings/items/:item/record.docx", requirePermission("follow-meetings"), async (c) => {
    const record = found(await childRecord(...who(c), c.req.param("item")));
    return record.mentions.length > 0 ? mentions(c, record) : word(c, await recordFile(...who(c), record));
  })
  .get("/meetings/items/:item/correct", requirePermission("hold-meetings"), (c) => showCorrect(c))
  .post("/meetings/items/:item/correct", requirePermission("hold-meetings"), (c) => takeCorrection(c))
  .get("/meetings/:meeting/agenda.docx", requirePermission("follow-meetings"), async (c) => word(c, found(await agendaFile(...who(c), c.req.param("meeting")))))
  .get("/meetings/:meeting/minutes.docx", requirePermission("follow-meetings"), async (c) => word(c, found(await minutesFile(...who(c), c.req.param("meeting")))))
  .get("/meetings/:meeting/minutes", requirePermission("follow-meetings"), (c) => show(c))
  .post("/meetings/:meeting/minutes", requirePermission("hold-meetings"), (c) => act(c));
