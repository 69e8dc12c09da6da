import type { Draft, Entry } from "../chronology/entry.ts";
import { type Case, fold, without } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { sameAs } from "./correct-entry.ts";
import { lowerFirst } from "./entry-input.ts";
import { broken } from "./rules.ts";

/** The entries that a change added, by the numbers of its first and last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Undoes, in one record, what a change added to it: what is new is withdrawn, and what the change
 * ended, moved or confirmed says again what it said, with the source it came from. Refused where
 * something written since stands in its place or rests on it. `entries`: everything ever written in
 * the record; `reason` is kept with each entry.
 */
export function undoForOne(entries: readonly Entry[], { first, last }: Span, reason: string, today: Day): Decision {
  const c = fold(entries);
  const added = entries.filter((e) => e.number >= first && e.number <= last);
  const standing = new Map(added.map((e) => [e, standingFor(e, entries)]));
  const gone = added.filter((e) => !c.entries.some((other) => other === standing.get(e) && sameAs(e, other)));
  if (gone.length > 0) return refuse(...gone.map((e) => overtakenBy(e, entries)));
  const before = (e: Entry): Entry | undefined => entries.find((other) => other.number === e.supersedes);
  const drafts = added.toReversed().map((e) => undoing(standing.get(e) ?? e, before(e), reason));
  const after = fold([...entries, ...drafts.map((draft, i) => asEntry(draft, i, entries))]);
  const refusals = [...resting(c, after, last, today), ...overlapping(c, after)];
  return refusals.length > 0 ? refuse(...refusals) : accept(...drafts);
}

/** What stands in an entry’s place now: itself, mostly; or what put it back after another change was undone. */
function standingFor(e: Entry, entries: readonly Entry[]): Entry {
  const next = entries.find((other) => other.supersedes === e.number);
  return next === undefined ? e : standingFor(next, entries);
}

function undoing(e: Entry, before: Entry | undefined, reason: string): Draft {
  const { kind, happenedOn, until, certainty, detail } = before ?? e;
  const says = { kind, happenedOn, certainty, detail, ...(until === undefined ? {} : { until }), supersedes: e.number, reason };
  return before === undefined ? { ...says, source: { type: "person" }, cause: "entered-in-error" } : { ...says, source: before.source, cause: "corrected" };
}

function overtakenBy(e: Entry, entries: readonly Entry[]): Refusal {
  const next = entries.find((other) => other.supersedes === e.number);
  const what = `${KINDS[e.kind].label} of ${dayInWords(e.happenedOn)}`;
  const since = next === undefined ? "" : ` on ${dayInWords(next.recordedAt.slice(0, 10) as Day)}`;
  return { field: "entry", message: `${what} was changed again${since}. Change it from there on the child’s own page` };
}

/** What was written since and would be refused if it were recorded without what is undone. */
function resting(before: Case, after: Case, last: number, today: Day): readonly Refusal[] {
  const faults = (c: Case, e: Entry): readonly string[] => broken(without(c, e.number), e, today, "child").map((r) => r.message);
  return after.entries
    .filter((e) => e.number > last && before.entries.includes(e))
    .filter((e) => faults(after, e).length > faults(before, e).length)
    .map((e) => ({ field: "entry", message: `${KINDS[e.kind].label} of ${dayInWords(e.happenedOn)}, recorded since, rests on it. Withdraw that first` }));
}

function overlapping(before: Case, after: Case): readonly Refusal[] {
  if (after.problems.length <= before.problems.length) return [];
  const found = after.problems.at(-1);
  return [{ field: "entry", message: `What would be put back shares days with what was recorded since (${lowerFirst(found?.message ?? "")}). Put that right first` }];
}

/** A draft as if it were written, to be folded with the rest. */
const asEntry = (draft: Draft, i: number, entries: readonly Entry[]): Entry =>
  ({ ...draft, number: (entries.at(-1)?.number ?? 0) + 1 + i, recordedAt: "9999-12-31T00:00:00.000Z", recordedBy: "" });
