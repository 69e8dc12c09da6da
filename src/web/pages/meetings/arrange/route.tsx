import { type Context, Hono } from "hono";
import { arrangeMeeting, type ArrangeOutcome, type ArrangePage, cancelMeeting, openArrange } from "../../../../app/meetings/arrange.ts";
import { sayWhetherComing } from "../../../../app/meetings/attend.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import { counted } from "../../../../domain/words.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, type ReadDate } from "../../../forms/date-input.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { passedInWords } from "../words.ts";
import { type ArrangeBoxes, boxesFor, readArrangeForm } from "./form.ts";
import { ArrangeView, type OwnTyped } from "./view.tsx";

type Ctx = Context<WebEnv>;

interface Shown {
  readonly boxes?: ArrangeBoxes;
  readonly errors?: readonly FieldError[];
  readonly overtaken?: boolean;
  readonly own?: OwnTyped;
}

async function found(c: Ctx): Promise<ArrangePage> {
  const of = await openArrange(c.get("deps").app, c.get("person"), c.req.param("meeting") ?? "");
  if (of === undefined) throw new NotFound();
  return of;
}

async function show(c: Ctx, of: ArrangePage, { boxes = boxesFor(of.series.definition, of.meeting), errors = [], overtaken = false, own }: Shown = {}) {
  const status = overtaken ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `${of.series.definition.name}, ${dayInWords(of.meeting.heldOn)}`, section: "meetings", back: { href: "/meetings", text: "Meetings" }, error: errors.length > 0, status },
    <><Notice text={await takeNotice(c)} /><ArrangeView page={of} boxes={boxes} errors={errors} overtaken={overtaken} own={own} /></>,
  );
}

/** What was done, in sentences. */
function saidOf({ heldOn, movedFrom, offHoliday, passed, back }: Extract<ArrangeOutcome, { outcome: "done" }>["done"], cancelled: boolean): string {
  if (cancelled) {
    const items = back === null || back.items === 0 ? "" : back.on === null
      ? `No later meeting is planned: call one to take up ${counted(back.items, "item")} of its agenda.`
      : `${counted(back.items, "item")} of its agenda ${back.items === 1 ? "comes" : "come"} back on ${weekdayInWords(back.on)}.`;
    return ["The meeting is cancelled, and those who were to come are told.", items].filter((words) => words !== "").join(" ");
  }
  const holiday = offHoliday === null ? "" : `${dayInWords(offHoliday)} is a bank holiday.`;
  return movedFrom === null ? `Saved. ${holiday}`.trim() : ["The meeting is moved to", `${weekdayInWords(heldOn)}, and those who were to come are told.`, holiday, passedInWords(passed)].filter((words) => words !== "").join(" ");
}

async function took(c: Ctx, made: ArrangeOutcome, boxes: ArrangeBoxes, day: ReadDate, cancelled: boolean) {
  switch (made.outcome) {
    case "done": {
      const path = `/meetings/${made.done.meeting}/arrange`;
      await keepNotice(c, path, saidOf(made.done, cancelled));
      return c.redirect(path, 303);
    }
    case "refused": return show(c, await found(c), { boxes, errors: made.refusals.map(({ field, message }) => (field === "heldOn" ? { id: "heldOn-day", text: "on" in day ? message : dateMessage("the day of the meeting", day) } : { id: field, text: message })) });
    case "overtaken": return show(c, await found(c), { boxes, overtaken: true });
    case "forbidden": throw new Forbidden(made.reason, { byRole: false });
    case "not-found": throw new NotFound();
  }
}

/** Arranging one meeting: its day and place, who comes, and cancelling it. */
export const arrangePages = new Hono<WebEnv>()
  .get("/meetings/:meeting/arrange", requirePermission("follow-meetings"), async (c) => show(c, await found(c)))
  .post("/meetings/:meeting/attend", requirePermission("follow-meetings"), async (c) => {
    const [of, body] = [await found(c), await readBody(c)];
    const own: OwnTyped = { as: body["as"] ?? "", standIn: body["standIn"] ?? "" };
    const outcome = await sayWhetherComing(c.get("deps").app, c.get("person"), of.meeting.id, own);
    switch (outcome.outcome) {
      case "done": {
        const path = `/meetings/${of.meeting.id}/arrange`;
        await keepNotice(c, path, own.as === "coming" ? "You are expected" : own.as === "apologies" ? "Your apologies are sent" : "Whoever comes in your place is noted");
        return c.redirect(path, 303);
      }
      case "refused": return show(c, of, { own, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) });
      case "forbidden": throw new Forbidden(outcome.reason, { byRole: false });
      case "not-found": throw new NotFound();
    }
  })
  .post("/meetings/:meeting/arrange", requirePermission("hold-meetings"), async (c) => {
    const [of, body] = [await found(c), await readBody(c)];
    const { app } = c.get("deps");
    const { boxes, day } = readArrangeForm(body, of.people);
    const basedOn = body["basedOn"] ?? "";
    if (body["do"] === "cancel") return took(c, await cancelMeeting(app, c.get("person"), of.meeting.id, basedOn, boxes.why), { ...boxesFor(of.series.definition, of.meeting), why: boxes.why }, day, true);
    return took(c, await arrangeMeeting(app, c.get("person"), of.meeting.id, basedOn, boxes.typed), boxes, day, false);
  });
