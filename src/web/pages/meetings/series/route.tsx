import { type Context, Hono } from "hono";
import { callMeeting } from "../../../../app/meetings/arrange.ts";
import { endSeries, type MeetingPerson, openSeries, peopleFor, resumeSeries, saveSeries, type SeriesOutcome, type SeriesPage } from "../../../../app/meetings/series.ts";
import { addDays, dayInWords, weekday } from "../../../../domain/dates/day.ts";
import { definitionOf, typedFrom, USUAL_SERIES } from "../../../../domain/meetings/series.ts";
import { weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { passedInWords, plannedInWords } from "../words.ts";
import { boxesOf, readSeriesForm, type SeriesBoxes, seriesErrors } from "./form.ts";
import { SeriesFormView } from "./form-view.tsx";
import { type CallBoxes, ChooseSeriesView, SeriesView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const NEW = "/meetings/series/new";

interface Form {
  readonly boxes: SeriesBoxes;
  readonly people: readonly MeetingPerson[];
  readonly basedOn: number;
  /** Nothing for a new series. */
  readonly of?: SeriesPage | undefined;
  readonly errors?: readonly FieldError[];
  readonly more?: "more-parts" | "more-members";
  readonly theirs?: Extract<SeriesOutcome, { outcome: "overtaken" }> | undefined;
}

function showForm(c: Ctx, { boxes, people, basedOn, of, errors = [], more, theirs }: Form) {
  const title = of === undefined ? "Set up a series of meetings" : `Change ${of.series.definition.name}`;
  const [action, back] = of === undefined ? [NEW, NEW] : [`/meetings/series/${of.series.id}`, `/meetings/series/${of.series.id}`];
  const status = theirs !== undefined ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title, section: "meetings", back: { href: back }, error: status !== 200, status },
    <SeriesFormView title={title} action={action} back={back} boxes={boxes} people={people} errors={errors} basedOn={basedOn} more={more} theirs={theirs} />,
  );
}

async function found(c: Ctx, forHolder: boolean): Promise<SeriesPage> {
  const of = await openSeries(c.get("deps").app, c.get("person"), c.req.param("series") ?? "");
  if (of === undefined) throw new NotFound();
  if (forHolder && !of.mayHold) throw new Forbidden("This series is another organisation’s, and theirs to change", { byRole: false });
  return of;
}

const NOTHING_CALLED: CallBoxes = { heldOn: { day: "", month: "", year: "" }, startsAt: "", place: "", why: "" };

const showSeries = async (c: Ctx, of: SeriesPage, call = NOTHING_CALLED, errors: readonly FieldError[] = []) =>
  page(
    c, { title: of.series.definition.name, section: "meetings", back: { href: "/meetings", text: "Meetings" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 },
    <><Notice text={await takeNotice(c)} /><SeriesView page={of} call={call} errors={errors} /></>,
  );

/** Saves, ends or takes up again; or shows the form once more with another row. */
async function save(c: Ctx, of: SeriesPage | undefined) {
  const { app } = c.get("deps");
  const [person, body, people] = [c.get("person"), await readBody(c), await peopleFor(app, c.get("person"))];
  const basedOn = /^\d{1,9}$/.test(body["basedOn"] ?? "") ? Number(body["basedOn"]) : 0;
  const wanted = body["do"] ?? "save";
  if (of !== undefined && (wanted === "end" || wanted === "resume")) {
    const made = await (wanted === "end" ? endSeries : resumeSeries)(app, person, of.series.id, basedOn);
    return made.outcome === "overtaken" ? showSeries(c, of, NOTHING_CALLED, [{ id: "main-content", text: `${made.by} changed this series while you were at it. Look at it again first` }]) : done(c, made, wanted === "end" ? "The series has ended." : "The series goes on.");
  }
  const { boxes, unreadable } = readSeriesForm(body, people);
  if (wanted === "more-parts" || wanted === "more-members") return showForm(c, { boxes, people, basedOn, of, more: wanted });
  const made = await saveSeries(app, person, { id: of?.series.id, basedOn, typed: boxes.typed });
  switch (made.outcome) {
    case "refused": return showForm(c, { boxes, people, basedOn, of, errors: seriesErrors(made.refusals, unreadable) });
    case "overtaken": return showForm(c, { boxes, people, basedOn: made.now.revision, of, theirs: made });
    default: return done(c, made, "The series is saved.");
  }
}

async function done(c: Ctx, made: SeriesOutcome, said: string) {
  if (made.outcome === "forbidden") throw new Forbidden(made.reason);
  if (made.outcome !== "done") throw new NotFound();
  const path = `/meetings/series/${made.series}`;
  await keepNotice(c, path, [said, plannedInWords(made.planned)].filter((words) => words !== "").join(" "));
  return c.redirect(path, 303);
}

/** Series of meetings: looking at one, setting one up, changing it, and calling a meeting out of its rhythm. */
export const seriesPages = new Hono<WebEnv>()
  .get(NEW, requirePermission("hold-meetings"), async (c) => {
    const usual = USUAL_SERIES.find(({ id }) => id === c.req.query("from"));
    if (usual === undefined) return page(c, { title: "Set up a series of meetings", section: "meetings", back: { href: "/meetings", text: "Meetings" }, narrow: true }, <ChooseSeriesView />);
    const { app } = c.get("deps");
    // Counted from the Tuesday after next, where nobody says otherwise.
    const today = app.clock.today();
    const tuesday = addDays(today, ((9 - weekday(today)) % 7) + 7);
    return showForm(c, { boxes: boxesOf(typedFrom(definitionOf(usual, tuesday))), people: await peopleFor(app, c.get("person")), basedOn: 0 });
  })
  .post(NEW, requirePermission("hold-meetings"), (c) => save(c, undefined))
  .get("/meetings/series/:series", requirePermission("follow-meetings"), async (c) => showSeries(c, await found(c, false)))
  .get("/meetings/series/:series/change", requirePermission("hold-meetings"), async (c) => {
    const of = await found(c, true);
    return showForm(c, { boxes: boxesOf(typedFrom(of.series.definition)), people: await peopleFor(c.get("deps").app, c.get("person")), basedOn: of.series.revision, of });
  })
  .post("/meetings/series/:series", requirePermission("hold-meetings"), async (c) => save(c, await found(c, true)))
  .post("/meetings/series/:series/meetings", requirePermission("hold-meetings"), async (c) => {
    const [of, body] = [await found(c, true), await readBody(c)];
    const call: CallBoxes = { heldOn: readParts(body, "heldOn"), startsAt: body["startsAt"] ?? "", place: body["place"] ?? "", why: (body["why"] ?? "").replaceAll("\r\n", "\n") };
    const day = readDateParts(call.heldOn);
    const made = await callMeeting(c.get("deps").app, c.get("person"), of.series.id, { ...call, heldOn: "on" in day ? day.on : "" });
    switch (made.outcome) {
      case "done": {
        const { heldOn, offHoliday, passed, meeting } = made.done;
        const path = `/meetings/${meeting}/arrange`;
        await keepNotice(c, path, [`The meeting is called for ${weekdayInWords(heldOn)}.`, offHoliday === null ? "" : `${dayInWords(offHoliday)} is a bank holiday.`, passedInWords(passed)].filter((words) => words !== "").join(" "));
        return c.redirect(path, 303);
      }
      case "refused": return showSeries(c, of, call, made.refusals.map(({ field, message }) => (field === "heldOn" ? { id: "heldOn-day", text: "on" in day ? message : dateMessage("the day of the meeting", day) } : { id: field, text: message })));
      case "overtaken": return showSeries(c, of, call, [{ id: "heldOn-day", text: "Somebody called a meeting for that day at the same time. Choose another day" }]);
      case "forbidden": throw new Forbidden(made.reason);
      case "not-found": throw new NotFound();
    }
  });

