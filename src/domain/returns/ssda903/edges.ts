import type { Draft, Entry } from "../../chronology/entry.ts";
import type { Case } from "../../chronology/fold.ts";
import { type Kind, KINDS, isPeriodKind } from "../../chronology/kinds.ts";
import type { Day } from "../../dates/day.ts";
import { sameIdentity } from "./same-thing.ts";
import { hasTable, yearStartsOn } from "./years.ts";
import type { ReturnYear } from "./tables.ts";

/** Details that tell of the end of a period, and come with it. */
export const OF_THE_END: readonly string[] = ["endReason", "reasonForChange"];
/** What ended a thing that has no end of its own. */
const ENDED_BY: Readonly<Partial<Record<Kind, Kind>>> = { "placement-order": "placement-order-revoked", "placed-for-adoption": "disruption" };

/**
 * A year’s file alone does not hold the beginning of what began before it. Where the
 * record knows it, from earlier files or a person, what is wanted begins where that does.
 */
export function settleStarts(wanted: readonly Draft[], c: Case): readonly Draft[] {
  const careMoved = new Map<Day, Day>();
  const settled = wanted.map((w) => {
    const known = w.detail["startUnknown"] === true ? beginningOf(w, c) : undefined;
    if (known === undefined) return w;
    if (w.kind === "looked-after") careMoved.set(w.happenedOn, known.happenedOn);
    return startingAs(w, known);
  });
  return settled.map((w) => {
    const on = w.kind === "previous-permanence" ? careMoved.get(w.happenedOn) : undefined;
    return on === undefined ? w : { ...w, happenedOn: on };
  });
}

function startingAs(w: Draft, known: Entry): Draft {
  const { startUnknown: _unknown, ...detail } = w.detail;
  const taken = ["startUnknown", "sameCarer", "withCurrentCarer"].filter((name) => known.detail[name] !== undefined);
  return { ...w, happenedOn: known.happenedOn, detail: { ...detail, ...Object.fromEntries(taken.map((name) => [name, known.detail[name]!])) } };
}

function beginningOf(w: Draft, c: Case): Entry | undefined {
  const before = c.of(w.kind).filter((e) => e.certainty === "actual" && e.happenedOn <= w.happenedOn);
  if (isPeriodKind(w.kind)) {
    return before.findLast((e) => sameIdentity(e, w) && (e.until === undefined || e.until > w.happenedOn || (e.until === w.happenedOn && e.detail["endReason"] === undefined)));
  }
  const last = before.at(-1);
  const ends = [...c.of(ENDED_BY[w.kind] ?? w.kind), ...c.of("looked-after")].map((e) => (e.kind === "looked-after" ? e.until : e.happenedOn));
  return last === undefined || ends.some((on) => on !== undefined && on > last.happenedOn && on <= w.happenedOn) ? undefined : last;
}

/**
 * Whether what is wanted is the beginning, till now unknown, of an entry in the record:
 * the same thing, begun earlier, and nothing that is wanted ended it between.
 */
export function isBeginningOf(w: Draft, e: Entry, wanted: readonly Draft[]): boolean {
  if (e.detail["startUnknown"] !== true || w.happenedOn >= e.happenedOn || !sameIdentity(w, e)) return false;
  if (isPeriodKind(w.kind)) return w.until === undefined || w.until >= e.happenedOn;
  const ends = wanted.filter((d) => d.kind === ENDED_BY[w.kind] || d.kind === "looked-after").map((d) => (d.kind === "looked-after" ? d.until : d.happenedOn));
  return !ends.some((on) => on !== undefined && on > w.happenedOn && on <= e.happenedOn);
}

/**
 * Whether an entry was running when these files begin and what is wanted began after it:
 * then, the files not holding the entry, it ended unseen and this came next.
 */
export function isFollowedBy(e: Entry, w: Draft, years: readonly ReturnYear[]): boolean {
  const since = years[0] === undefined ? undefined : yearStartsOn(years[0].yearEnding);
  return since !== undefined && e.happenedOn < since && (e.until === undefined || e.until > since) && w.happenedOn > e.happenedOn;
}

/** Ends an entry on the day the next thing on its track began, in the name of that one’s row. */
export const endedByNext = (e: Entry, next: Draft): Draft => ({
  kind: e.kind, happenedOn: e.happenedOn, until: next.happenedOn, certainty: e.certainty, detail: e.detail, source: next.source,
  supersedes: e.number, cause: e.until === undefined ? "ended" : "corrected",
});

/** The last day that these files speak of, for a kind. */
export function spokenUpTo(kind: Kind, years: readonly ReturnYear[]): Day | undefined {
  const table = KINDS[kind].ssda903?.table;
  return years.findLast((y) => table !== undefined && hasTable(y, table))?.upTo;
}

/**
 * A file that ends while a period runs does not contradict an end that came after. Where
 * the record knows such an end, what is wanted ends there too.
 */
export function settleEnd(w: Draft, e: Entry, years: readonly ReturnYear[]): Draft {
  const upTo = spokenUpTo(w.kind, years);
  if (w.until !== undefined || e.until === undefined || upTo === undefined || e.until <= upTo) return w;
  const ending = OF_THE_END.filter((name) => e.detail[name] !== undefined).map((name) => [name, e.detail[name]!] as const);
  return { ...w, until: e.until, detail: { ...w.detail, ...Object.fromEntries(ending) } };
}
