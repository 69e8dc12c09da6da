import type { Person } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Duration } from "../../domain/dates/duration.ts";
import { daysOf, type Quarter, quarterOf, quartersTo } from "../../domain/dates/quarter.ts";
import { type LookedBack, type Worth, WORTH_KINDS, worthOf } from "../../domain/meetings/worth.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";

/** A series looked back on: the year so far in four quarters, and each of them. */
export interface WorthPage {
  readonly today: Day;
  readonly series: SeriesRow;
  readonly from: Day;
  readonly year: Worth;
  readonly quarters: readonly { readonly quarter: Quarter; readonly worth: Worth }[];
  /** The limit for children who come into care, as the series has it. */
  readonly firstWithin: Duration;
}

const QUARTERS = 4;
const EIGHT_WEEKS: Duration = { count: 8, unit: "week" };
/** The rule of the agenda whose limit a series may have set. */
const FIRST_RULE = "first-consideration";
const REVIEW_RULE = "before-second-review";

/** What a series came to over the last four quarters, the one that runs among them; of the children whom this person may open. Nothing where they may not follow it. */
export async function openWorth(app: App, person: Person, seriesId: string): Promise<WorthPage | undefined> {
  if (forbids(person, "follow-meetings") !== undefined) return undefined;
  const today = app.clock.today();
  return app.store.reading(person, async (reader) => {
    const series = await reader.meetings.seriesById(seriesId);
    if (series === undefined) return undefined;
    const quarters = quartersTo(quarterOf(today), QUARTERS);
    const from = daysOf(quarters[0]!).from;
    const back = lookBack(series, await reader.meetings.meetings(FIRST_DAY, today, series.id), await isAgencys(app, series));
    const children = await casesOf(reader, (entries) => fold(entries));
    const worth = (start: Day, end: Day): Worth => worthOf(children, back, { from: start, to: end }, today, app.calendar);
    return {
      today, series, from, firstWithin: back.firstWithin, year: worth(from, today),
      quarters: quarters.map((quarter) => ({ quarter, worth: worth(daysOf(quarter).from, daysOf(quarter).to) })),
    };
  });
}

/** Before any meeting. */
const FIRST_DAY = "2000-01-01" as Day;

export async function isAgencys({ store }: App, { organisation }: Pick<SeriesRow, "organisation">): Promise<boolean> {
  return (await store.directory.organisation(organisation))?.type !== "local-authority";
}

/** A series with the meetings of it that were held. */
export function lookBack({ definition }: SeriesRow, meetings: readonly MeetingRow[], agencys: boolean): LookedBack {
  const held = meetings.filter(({ state }) => state === "open" || state === "held" || state === "confirmed");
  return {
    meetings: new Set(held.map(({ id }) => id)), heldOn: held.map(({ heldOn }) => heldOn).toSorted(), considered: agencys ? "agency-meeting" : "tracking-meeting",
    sees: { first: definition.rules.some(({ rule }) => rule === FIRST_RULE), review: definition.rules.some(({ rule }) => rule === REVIEW_RULE) },
    firstWithin: definition.rules.find(({ rule }) => rule === FIRST_RULE)?.limit ?? EIGHT_WEEKS,
  };
}

/** Every child whom the viewer may see, with what WORTH_KINDS says of them. */
export async function casesOf(reader: Reader, folded: (entries: Parameters<typeof fold>[0]) => Case): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const { code } of await reader.authorities()) for (const { entries } of await reader.entriesOfKinds(code, WORTH_KINDS)) cases.push(folded(entries));
  return cases;
}
