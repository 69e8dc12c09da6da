import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { addMonths, type Day, dayInWords } from "../../domain/dates/day.ts";
import type { Typed } from "../../domain/meetings/boxes.ts";
import { isNotOver } from "../../domain/meetings/meeting.ts";
import { CHAIRS_ACTION } from "../../domain/meetings/of-meeting.ts";
import { toldOf } from "../../domain/meetings/tell.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import { openedBy } from "../access/open-access.ts";
import { type App, forbids } from "../app.ts";
import { changeChild, type OutcomeOf } from "../change-child.ts";
import { concludedFor, readFor } from "./conclude.ts";
import { aboutOf, closedTo, peopleOf, tellable } from "./told.ts";

export interface ChairsAction {
  readonly series: string;
  /** Boxes of the room: `discussion`, and lines of decisions and actions. */
  readonly typed: Typed;
}

/** What the chair’s-action page has to choose from. */
export interface ChairsActionPage {
  /** The series of the viewer’s organisation that are not ended and that they chair. */
  readonly series: readonly { readonly id: string; readonly name: string; readonly nextOn: Day | null }[];
  readonly people: readonly { readonly account: string; readonly name: string }[];
  /** Why the viewer takes no chair’s action; null where they do. */
  readonly whyNot: string | null;
}

const NOT_CHAIR = "Chair’s action is the chair’s own. Ask the chair of the meeting, or whoever stands in as chair, to take it";
const AHEAD_MONTHS = 6;

/** Who may take chair’s action of a series: its chair; where it names nobody, whoever has the role of one. */
const chairs = (person: Person, { definition }: SeriesRow): boolean => {
  const named = definition.members.filter(({ as, account }) => as === "chair" && account !== null);
  return named.some(({ account }) => account === person.account) || (person.role === "tracking-chair" && (named.length === 0 || definition.members.some(({ account }) => account === person.account)));
};

const next = async (reader: Reader, series: string, today: Day): Promise<MeetingRow | undefined> =>
  (await reader.meetings.meetings(today, addMonths(today, AHEAD_MONTHS), series)).find(({ state }) => isNotOver(state));

/** The series that the viewer chairs, and whom an action may be given to: those here who may open the child. */
export async function openChairsAction(app: App, person: Person, child: { readonly recordId: string; readonly authority: { readonly code: string } }): Promise<ChairsActionPage> {
  const openers = await openedBy(app, child.authority.code, child.recordId);
  return app.store.reading(person, async (reader) => {
    const today = app.clock.today();
    const own = (await reader.meetings.series()).filter((one) => one.organisation === person.organisation.code && one.endedOn === null && chairs(person, one));
    const series = [];
    for (const one of own) series.push({ id: one.id, name: one.definition.name, nextOn: (await next(reader, one.id, today))?.heldOn ?? null });
    return {
      series, whyNot: forbids(person, "hold-meetings") ?? (series.length === 0 ? NOT_CHAIR : null),
      people: (await peopleOf(reader)).filter(({ account, leftOn }) => (leftOn === null || leftOn > today) && openers.has(account)).map(({ account, name }) => ({ account, name })),
    };
  });
}

/** Takes chair’s action between meetings: decisions and actions as a meeting’s, said to be the chair’s, and noted on the agenda of the next one. */
export async function takeChairsAction(app: App, person: Person, recordId: string, basedOn: number, { series: id, typed }: ChairsAction): Promise<OutcomeOf<Refusal>> {
  const series = await app.store.reader(person).meetings.seriesById(id);
  const today = app.clock.today();
  if (series === undefined || series.organisation !== person.organisation.code) return { outcome: "refused", refusals: [{ field: "series", message: "Choose the meeting that you chair" }] };
  if (!chairs(person, series)) return { outcome: "forbidden", reason: NOT_CHAIR };
  const record = await app.store.reader(person).getRecord(recordId);
  const named = [...typed].flatMap(([box, text]) => (box.endsWith("/who") && text.trim() !== "" ? [text.trim()] : []));
  const shut = record === undefined ? new Set<string>() : await closedTo(app, recordId, [...named, ...await tellable(app.store.reader(person), record.authority)]);
  const isAgency = person.organisation.type !== "local-authority";
  return changeChild<Refusal>(app, person, recordId, basedOn, "chairs-action", async (writer, c, { authority }) => {
    const read = await readFor(app, writer, c, typed, { heldOn: today, mode: "note", tells: false, shut });
    if ("refusals" in read) return { accepted: false, refusals: read.refusals };
    if (read.outcome.decisions.length + read.outcome.actions.length === 0) return { accepted: false, refusals: [{ field: "decisions/1/what", message: "Write the decision, or an action. Without either there is nothing for the chair to take" }] };
    return concludedFor(app, writer, person, c, read.outcome, {
      authority, isAgency, heldOn: today, ours: [], part: "", why: "", absent: "", of: { meeting: CHAIRS_ACTION, series: series.definition.name, organisation: person.organisation.name },
    });
  }, undefined, async (writer, entries, { authority, ...rest }) => {
    const at = app.clock.now();
    const meeting = await next(writer, id, today);
    const [first] = series.definition.parts;
    if (meeting !== undefined && first !== undefined) await writer.meetings.noteOnAgenda(meeting, { authority, recordId }, first.id, `Chair’s action of ${dayInWords(today)}`);
    const about = await aboutOf(app, writer, { authority, ...rest }, fold(await writer.entriesOf(recordId)), { title: series.definition.neutralTitle, heldOn: today });
    await writer.addMessages(toldOf(entries, about, (await peopleOf(writer)).filter(({ account }) => !shut.has(account))), at);
  });
}
