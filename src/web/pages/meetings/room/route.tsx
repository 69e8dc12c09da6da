import { type Context, Hono } from "hono";
import { changeAttendance, closeRoom, comment, moveThePen, moveTo, openRoom, type Ran, type RoomPage, roomOf, saveBox, settleBeside, takenOff, TOO_EARLY, typedOf, unopenRoom, writersOf } from "../../../../app/meetings/room.ts";
import { PEN_MOVES, type PenMove } from "../../../../domain/meetings/pen.ts";
import { SETTLINGS, type Settling } from "../../../../domain/meetings/saving.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { asShown, asStored } from "./as-shown.ts";
import { ACTION_BOXES } from "./lists.tsx";
import { attendanceIn } from "./attendance-form.ts";
import { idOf } from "./boxes.tsx";
import { followLive } from "./live.ts";
import { OffView } from "./off-view.tsx";
import { missingIn } from "./live-parts.tsx";
import { AttendanceView, CloseView } from "./open-view.tsx";
import { type Looking, roomPath } from "./paths.ts";
import { type FormSaved, saveForm } from "./typed-form.ts";
import { RoomView, titleOf } from "./view.tsx";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idIn = (text: string | undefined): string => {
  if (text === undefined || !UUID.test(text)) throw new NotFound();
  return text;
};
const isLarge = (c: Context<WebEnv>): boolean => c.req.query("type") === "large";
const lookingAt = (c: Context<WebEnv>, item = c.req.query("item")): Looking =>
  ({ meeting: idIn(c.req.param("meeting")), large: isLarge(c), ...(item === undefined ? {} : { item: idIn(item) }) });

async function roomFor(c: Context<WebEnv>, { meeting, item }: Looking): Promise<RoomPage> {
  const room = await roomOf(c.get("deps").app, c.get("person"), meeting, item);
  if (room === undefined) throw new NotFound();
  return room;
}

async function showRoom(c: Context<WebEnv>, looking: Looking, sent?: FormSaved) {
  const off = looking.item === undefined ? undefined : await takenOff(c.get("deps").app, c.get("person"), looking.meeting, looking.item);
  if (off !== undefined) {
    const typed = sent?.typed ?? new Map<string, string>();
    const errors = typed.size === 0 ? [] : [{ id: "not-kept", text: [...sent?.wrong.values() ?? []][0] ?? "" }];
    return page(c, { title: `Taken off for safety, ${off.item.localId ?? ""}`, section: "meetings", back: { href: roomPath({ meeting: looking.meeting, large: looking.large }), text: "The meeting" }, error: typed.size > 0, status: typed.size > 0 ? 409 : 200 },
      <><ErrorSummary errors={errors} /><OffView off={off} looking={looking} typed={typed} /></>);
  }
  const room = await roomFor(c, looking);
  const errors = [...(sent?.wrong ?? [])].map(([box, text]) => ({ id: idOf(box), text }));
  return page(c, { title: titleOf(room), section: "meetings", back: { href: `/meetings/${looking.meeting}`, text: "Agenda" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, (
    <>
      <ErrorSummary errors={errors} />
      <Notice text={await takeNotice(c)} />
      <RoomView room={room} looking={looking} {...(sent === undefined ? {} : { typed: sent.typed, wrong: sent.wrong })} />
    </>
  ));
}

/** To where somebody looks, once it is done; where it cannot be, a page that says so. */
function after(c: Context<WebEnv>, ran: Ran, then: string): Response {
  if (ran === undefined) throw new NotFound();
  if ("refused" in ran) throw new Forbidden(ran.refused, { byRole: false });
  return c.redirect(then, 303);
}

async function showAttendance(c: Context<WebEnv>, looking: Looking, refused?: string) {
  const room = await roomFor(c, looking);
  if (!room.mayHold) throw new Forbidden("Only somebody who may hold this meeting opens it and says who is there", { byRole: false });
  const errors = refused === undefined ? [] : [{ id: refused === TOO_EARLY ? "early" : "pen", text: refused }];
  return page(c, { title: room.meeting.state === "open" ? "Who is here" : "Open the meeting", section: "meetings", back: { href: roomPath(looking), text: titleOf(room) }, error: errors.length > 0, status: errors.length > 0 ? 409 : 200, narrow: true },
    <AttendanceView room={room} looking={looking} writers={await writersOf(c.get("deps").app, c.get("person"), room)} you={c.get("person").account} errors={errors} />);
}

const revisionIn = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** One box, for the script of the page: what became of it, as data. */
async function saveOne(c: Context<WebEnv>, item: string, body: Readonly<Record<string, string>>): Promise<Response> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const [box = "", window = "", nth] = [body["box"], body["window"], revisionIn(body["nth"])];
  const from = /^[\w-]{1,60}$/.test(window) && nth > 0 ? { window, nth } : undefined;
  const saved = await saveBox(app, person, item, box, asStored(box, body["text"] ?? ""), revisionIn(body["on"]), from);
  if (saved === undefined) throw new NotFound();
  const said = saved.outcome === "beside" ? { ...saved, now: { ...saved.now, text: asShown(box, saved.now.text) } } : { ...saved, shown: asShown(box, asStored(box, body["text"] ?? "")) };
  const line = /^actions\/([^/]+)\//.exec(box)?.[1];
  if (line === undefined || saved.outcome === "refused") return c.json(said, saved.outcome === "refused" ? 422 : 200);
  const texts = new Map([...await typedOf(app, person, item)].map(([name, text]) => [name, { ...text, by: "", at: "" }]));
  const meeting = await app.store.reader(person).meetings.item(item).then((found) => (found === undefined ? undefined : app.store.reader(person).meetings.meeting(found.meeting)));
  return c.json({ ...said, ...(meeting === undefined ? {} : { missing: missingIn(texts, ACTION_BOXES.map((name) => `actions/${line}/${name}`), meeting.heldOn) }) });
}

/** The room of a meeting: opening it, following it live, what is typed in it, who writes, where it is, and its end. */
export const roomPages = new Hono<WebEnv>()
  .use("/meetings/:meeting/room/*", requirePermission("follow-meetings"))
  .use("/meetings/:meeting/live", requirePermission("follow-meetings"))
  .get("/meetings/:meeting/room", async (c) => showRoom(c, lookingAt(c, undefined)))
  .get("/meetings/:meeting/room/:item", async (c) => showRoom(c, lookingAt(c, c.req.param("item"))))
  .post("/meetings/:meeting/room/:item", async (c) => {
    const looking = lookingAt(c, c.req.param("item"));
    const item = idIn(looking.item);
    const body = await readBody(c);
    if (c.req.header("x-in-place") !== undefined) return saveOne(c, item, body);
    const { app } = c.get("deps");
    const saved = await saveForm(app, c.get("person"), item, body);
    if (saved.gone) throw new NotFound();
    if (saved.wrong.size > 0) return showRoom(c, looking, saved);
    const [what, to] = (body["do"] ?? "").split(" ");
    const then = what === "confirm" ? `/meetings/items/${item}/confirm` : roomPath(looking, what === "move" ? undefined : item);
    if (saved.beside > 0) await keepNotice(c, roomPath({ ...looking, large: false }), "Somebody else typed in the same box, or holds the pen. Your words are kept beside theirs");
    if (what !== "move") return c.redirect(then, 303);
    return after(c, await moveTo(app, c.get("person"), looking.meeting, idIn(to)), roomPath({ meeting: looking.meeting, large: looking.large }));
  })
  .post("/meetings/:meeting/room/:item/beside", async (c) => {
    const looking = lookingAt(c, c.req.param("item"));
    const item = idIn(looking.item);
    const body = await readBody(c);
    const inPlace = c.req.header("x-in-place") !== undefined;
    if (!inPlace) {
      const saved = await saveForm(c.get("deps").app, c.get("person"), item, body);
      if (saved.wrong.size > 0) return showRoom(c, looking, saved);
    }
    const [beside, as] = (body["settle"] ?? "").split(" ");
    const settled = await settleBeside(c.get("deps").app, c.get("person"), item, idIn(beside), Object.hasOwn(SETTLINGS, as ?? "") ? (as as Settling) : "left");
    if (settled === undefined) throw new NotFound();
    if (inPlace) return c.json(settled, "refused" in settled ? 409 : 200);
    return after(c, settled, roomPath(looking));
  })
  .post("/meetings/:meeting/room/:item/comment", async (c) => {
    const looking = lookingAt(c, c.req.param("item"));
    const said = await comment(c.get("deps").app, c.get("person"), idIn(looking.item), (await readBody(c))["comment"] ?? "");
    if (said === undefined) throw new NotFound();
    if (c.req.header("x-in-place") !== undefined) return c.json(said, "refused" in said ? 422 : 200);
    return after(c, said, roomPath(looking));
  })
  .get("/meetings/:meeting/live", async (c) => {
    const looking = lookingAt(c, c.req.query("at"));
    const item = c.req.query("item");
    const [person, { app }] = [c.get("person"), c.get("deps")];
    if ((await app.store.reader(person).meetings.meeting(looking.meeting)) === undefined) throw new NotFound();
    return followLive(c, { person, meeting: looking.meeting, item: item === undefined ? undefined : idIn(item), looking });
  })
  .use("/meetings/:meeting/open", requirePermission("hold-meetings"))
  .get("/meetings/:meeting/open", async (c) => showAttendance(c, lookingAt(c)))
  .post("/meetings/:meeting/open", async (c) => {
    const looking = lookingAt(c);
    const body = await readBody(c);
    const ran = await openRoom(c.get("deps").app, c.get("person"), looking.meeting, { basedOn: revisionIn(body["basedOn"]), attendance: attendanceIn(body), pen: body["pen"] ?? "", early: body["early"] === "yes" });
    return ran !== undefined && "refused" in ran ? showAttendance(c, looking, ran.refused) : after(c, ran, roomPath(looking));
  })
  .use("/meetings/:meeting/attendance", requirePermission("hold-meetings"))
  .get("/meetings/:meeting/attendance", async (c) => showAttendance(c, lookingAt(c)))
  .post("/meetings/:meeting/attendance", async (c) => {
    const looking = lookingAt(c);
    const body = await readBody(c);
    const ran = await changeAttendance(c.get("deps").app, c.get("person"), looking.meeting, { basedOn: revisionIn(body["basedOn"]), attendance: attendanceIn(body) });
    return ran !== undefined && "refused" in ran ? showAttendance(c, looking, ran.refused) : after(c, ran, roomPath(looking));
  })
  .use("/meetings/:meeting/pen", requirePermission("hold-meetings"))
  .post("/meetings/:meeting/pen", async (c) => {
    const looking = lookingAt(c);
    const [move = "", to] = ((await readBody(c))["move"] ?? "").split(" ");
    if (!PEN_MOVES.has(move)) throw new NotFound();
    return after(c, await moveThePen(c.get("deps").app, c.get("person"), looking.meeting, move as PenMove, to), roomPath(looking));
  })
  .use("/meetings/:meeting/close", requirePermission("hold-meetings"))
  .get("/meetings/:meeting/close", async (c) => {
    const looking = lookingAt(c);
    const room = await roomFor(c, looking);
    return page(c, { title: "Close the meeting", section: "meetings", back: { href: roomPath(looking), text: titleOf(room) }, narrow: true }, <CloseView room={room} looking={looking} errors={[]} />);
  })
  .post("/meetings/:meeting/close", async (c) => {
    const looking = lookingAt(c);
    if ((await readBody(c))["what"] === "unopen") return after(c, await unopenRoom(c.get("deps").app, c.get("person"), looking.meeting), `/meetings/${looking.meeting}`);
    return after(c, await closeRoom(c.get("deps").app, c.get("person"), looking.meeting), `/meetings/${looking.meeting}`);
  });
