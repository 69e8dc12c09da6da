import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { ENDED_STAGES, type Stage, STAGE_CODES } from "../permanence/stage.ts";
import { type Clock, counts, judge, type JudgedClock } from "../standards/clock.ts";
import { compareEntries, type EntryDifference, passedBy, thingOf } from "./compare-entries.ts";

/** A child as a list of one day shows them. */
export interface SeenChild {
  readonly recordId: string;
  readonly stage: Stage;
  readonly clocks: readonly Clock[];
  readonly case: Case;
}

export interface SeenDay<Child extends SeenChild = SeenChild> {
  readonly on: Day;
  readonly children: readonly Child[];
}

/** What is other of a child between two days. */
export type Difference =
  /** On the later list only; on the earlier only. */
  | { readonly type: "new" | "gone"; readonly stage: Stage }
  /** Adopted, or out of care another way; and back from there. */
  | { readonly type: "left" | "returned"; readonly from: Stage; readonly to: Stage }
  /** To a stage further along the line, or nearer its beginning. */
  | { readonly type: "moved-on" | "moved-back"; readonly from: Stage; readonly to: Stage }
  /** A clock that counts became overdue, or is so no more. `clock` is as it is judged on the later day; missing where it no longer runs at all. */
  | { readonly type: "late"; readonly clock: JudgedClock }
  | { readonly type: "late-no-more"; readonly was: JudgedClock; readonly clock?: JudgedClock }
  /** Its day went by between the two, and nothing of the kind happened. */
  | { readonly type: "passed"; readonly now: Entry }
  | EntryDifference;

export type DifferenceType = Difference["type"];

export interface ChildDifferences<Child extends SeenChild = SeenChild> {
  /** As on the later day; as on the earlier where the child is no longer listed. */
  readonly child: Child;
  readonly differences: readonly Difference[];
}

/**
 * What is other between an earlier and a later day of the same list, child by child; children of
 * whom nothing is other are left out. Of a child on one of the lists only, that is all that is told.
 */
export function compareDays<Child extends SeenChild>(earlier: SeenDay<Child>, later: SeenDay<Child>): readonly ChildDifferences<Child>[] {
  const before = new Map(earlier.children.map((child) => [child.recordId, child]));
  const after = new Set(later.children.map(({ recordId }) => recordId));
  const listed = later.children.map((child) => {
    const was = before.get(child.recordId);
    return { child, differences: was === undefined ? [{ type: "new" as const, stage: child.stage }] : compareChild(was, child, earlier.on, later.on) };
  });
  const gone = earlier.children.filter(({ recordId }) => !after.has(recordId)).map((child) => ({ child, differences: [{ type: "gone" as const, stage: child.stage }] }));
  return [...listed, ...gone].filter(({ differences }) => differences.length > 0);
}

const compareChild = (was: SeenChild, now: SeenChild, from: Day, to: Day): readonly Difference[] => [
  ...compareStage(was.stage, now.stage),
  ...compareClocks(was.clocks, now.clocks, from, to),
  ...newlyPassed(was.case, now.case, from, to),
  ...compareEntries(was.case, now.case, from),
];

function compareStage(from: Stage, to: Stage): readonly Difference[] {
  if (from === to) return [];
  const [wasOut, isOut] = [from, to].map((stage) => ENDED_STAGES.includes(stage));
  if (wasOut !== isOut) return [{ type: isOut === true ? "left" : "returned", from, to }];
  return [{ type: STAGE_CODES.indexOf(to) > STAGE_CODES.indexOf(from) ? "moved-on" : "moved-back", from, to }];
}

const keyOf = ({ standard, occurrence }: Clock): string => `${standard} ${occurrence}`;
const overdueOn = (clocks: readonly Clock[], on: Day): ReadonlyMap<string, JudgedClock> =>
  new Map(clocks.filter(counts).map((clock) => judge(clock, on)).filter(({ state }) => state === "overdue").map((clock) => [keyOf(clock), clock]));

function compareClocks(before: readonly Clock[], after: readonly Clock[], from: Day, to: Day): readonly Difference[] {
  const [were, are] = [overdueOn(before, from), overdueOn(after, to)];
  const late = [...are].filter(([key]) => !were.has(key)).map(([, clock]) => ({ type: "late" as const, clock }));
  const noMore = [...were].filter(([key]) => !are.has(key)).map(([key, was]) => {
    const clock = after.find((other) => keyOf(other) === key);
    return { type: "late-no-more" as const, was, ...(clock === undefined ? {} : { clock: judge(clock, to) }) };
  });
  return [...late, ...noMore];
}

function newlyPassed(before: Case, after: Case, from: Day, to: Day): readonly Difference[] {
  const had = new Set(passedBy(before, from).map((entry) => thingOf(entry, before)));
  return passedBy(after, to).filter((entry) => !had.has(thingOf(entry, after))).map((now) => ({ type: "passed", now }));
}

/** How many children were at a stage, how many went from it and came to it, and how many are. */
export interface StageFlow {
  readonly stage: Stage;
  readonly were: number;
  readonly went: number;
  readonly came: number;
  readonly are: number;
}

/** Every stage at which anybody was or is. `were − went + came = are`. */
export function flowBetween(earlier: readonly SeenChild[], later: readonly SeenChild[]): readonly StageFlow[] {
  const [before, after] = [earlier, later].map((children) => new Map(children.map(({ recordId, stage }) => [recordId, stage])));
  return STAGE_CODES.map((stage) => {
    const [were, are] = [before, after].map((stages) => [...stages!].filter(([, at]) => at === stage).map(([id]) => id));
    const stayed = are!.filter((id) => before!.get(id) === stage).length;
    return { stage, were: were!.length, went: were!.length - stayed, came: are!.length - stayed, are: are!.length };
  }).filter(({ were, are }) => were + are > 0);
}
