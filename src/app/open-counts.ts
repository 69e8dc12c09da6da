import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Day, earliest, yearEndingOf } from "../domain/dates/day.ts";
import { daysOf as daysOfQuarter, type Quarter, quarterInWords } from "../domain/dates/quarter.ts";
import { COUNT_KINDS, EVENT_CODES, type EventCode, type Happening, happeningsOf, inSpan, standingOn, type StandingCode } from "../domain/scorecard/counts.ts";
import { quotient } from "../domain/scorecard/rounding.ts";
import { percentToldAs, type Telling, tellingOfCount } from "../domain/scorecard/suppression.ts";
import { daysOf, windowName } from "../domain/scorecard/window.ts";
import { type App, forbids } from "./app.ts";
import { knowsFigures } from "./figures-for.ts";

/** A count as its viewer is told it. */
export interface ToldCount {
  /** Times it happened to children whose records the viewer may open, and to others. */
  readonly open: number;
  readonly closed: number;
  readonly telling: Telling;
}

/** A share in whole per cent; to the nearest 5, and so about, where a count of it is told coarsely. */
export interface ToldShare {
  readonly percent: number;
  readonly telling: Telling;
}

export interface CountSpan {
  readonly name: string;
  readonly from: Day;
  /** The last day that is counted: today where the span runs. */
  readonly to: Day;
  readonly state: "ended" | "running" | "to-come";
  /** None for a span to come. */
  readonly events: Readonly<Record<EventCode, ToldCount>> | null;
  /** At the end of `to`; none for a span to come, or of several years. */
  readonly standing: Readonly<Record<StandingCode, ToldCount>> | null;
  /** Null where there is nothing to divide by, or it is not told. */
  readonly adoptedOfLeft: ToldShare | null;
  readonly changedOfSettled: ToldShare | null;
}

/** One time that something happened to a child whose record the viewer may open. */
export interface OpenHappening {
  readonly recordId: string;
  readonly localId: string;
  readonly on: Day;
}

export interface CountsPage {
  readonly authority: Organisation;
  readonly today: Day;
  readonly yearEnding: number;
  readonly yearEndings: readonly number[];
  readonly quarters: readonly CountSpan[];
  readonly year: CountSpan;
  readonly threeYears: CountSpan;
  /** What happened in the year to children whose records the viewer may open, by day. */
  readonly happened: Readonly<Record<EventCode, readonly OpenHappening[]>>;
}

const YEARS_OFFERED = 6;

/** What happened by quarter and in the year to date, over every child of the authority; nothing where the viewer may not see its scorecard. */
export async function openCounts(app: App, viewer: Viewer, authority: string, asked: number | undefined): Promise<CountsPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find(({ code }) => code === authority);
  if (organisation === undefined) return undefined;
  const rows = await app.store.reading(viewer, (reader) => reader.entriesOfKinds(authority, COUNT_KINDS), "figures");
  const opens = await app.store.reader(viewer).childIds(authority);
  const knows = knowsFigures(viewer);
  const today = app.clock.today();
  const latest = yearEndingOf(today);
  const yearEnding = asked === undefined || asked > latest ? latest : asked;
  const children = rows.map(({ recordId, entries }) => ({ child: recordId, entries }));
  const happenings = happeningsOf(children);

  const told = (ids: readonly string[]): ToldCount => {
    const closed = ids.filter((id) => !opens.has(id));
    // One child to whom it happened several times is one child.
    return { open: ids.length - closed.length, closed: closed.length, telling: knows ? "whole" : closed.length === 0 ? "all" : tellingOfCount(new Set(closed).size) };
  };
  const span = (name: string, { from, to }: { readonly from: Day; readonly to: Day }, hasStanding: boolean): CountSpan => {
    if (from > today) return { name, from, to, state: "to-come", events: null, standing: null, adoptedOfLeft: null, changedOfSettled: null };
    const until = earliest(to, today);
    const ids = (code: EventCode): readonly string[] => inSpan(happenings[code], { from, to: until });
    const events = Object.fromEntries(EVENT_CODES.map((code) => [code, told(ids(code))])) as CountSpan["events"] & object;
    const standing = hasStanding ? standingOn(children, until) : null;
    return {
      name, from, to: until, state: to > today ? "running" : "ended", events,
      standing: standing === null ? null : { A9: told(standing.A9), A14: told(standing.A14) },
      adoptedOfLeft: shareOf(events.A4, events.left),
      changedOfSettled: shareOf(events.A5, told([...ids("A5"), ...ids("A4")])),
    };
  };
  const { firstOn, lastOn } = daysOf({ yearEnding, years: 1 });
  const three = daysOf({ yearEnding, years: 3 });
  const localIds = new Map(rows.map(({ recordId, localId }) => [recordId, localId]));
  const inYear = (all: readonly Happening[]): readonly OpenHappening[] =>
    all.filter(({ child, on }) => opens.has(child) && firstOn <= on && on <= lastOn && on <= today)
      .map(({ child, on }) => ({ recordId: child, localId: localIds.get(child) ?? "", on })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.localId < b.localId ? -1 : 1));
  return {
    authority: organisation, today, yearEnding, yearEndings: Array.from({ length: YEARS_OFFERED }, (_, i) => latest - i),
    quarters: ([1, 2, 3, 4] as const).map((number) => quarterSpan({ yearEnding, number }, span)),
    year: span(lastOn > today ? "Year to date" : `Year ${windowName({ yearEnding, years: 1 })}`, { from: firstOn, to: lastOn }, true),
    threeYears: span(`Three years ${windowName({ yearEnding, years: 3 })}`, { from: three.firstOn, to: three.lastOn }, false),
    happened: Object.fromEntries(EVENT_CODES.map((code) => [code, inYear(happenings[code])])) as unknown as CountsPage["happened"],
  };
}

const quarterSpan = (quarter: Quarter, span: (name: string, days: { from: Day; to: Day }, hasStanding: boolean) => CountSpan): CountSpan =>
  span(quarterInWords(quarter), daysOfQuarter(quarter), true);

/** A share, where both counts are told. From an exact one of a hidden whole the part could be worked out. */
function shareOf(part: ToldCount, whole: ToldCount): ToldShare | null {
  const all = whole.open + whole.closed;
  if (all === 0 || part.telling === "none" || whole.telling === "none") return null;
  const telling = part.telling === "coarse" || whole.telling === "coarse" ? "coarse" : "all";
  return { percent: percentToldAs(quotient((part.open + part.closed) * 100, all, 0), telling), telling };
}
