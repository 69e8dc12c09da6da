import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { type ClockState, judge, type JudgedClock } from "./clock.ts";
import { type CompiledPack, compile, leansOn } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { kindsOf } from "./occasions.ts";
import type { Standard } from "./standard.ts";

/** A clock that would stand otherwise; null: there is, or would be, no such clock. */
export interface WhatIfClock {
  readonly standard: string;
  readonly occurrence: number;
  readonly from: ClockState | null;
  readonly to: ClockState | null;
  readonly dueBefore: Day | null;
  readonly dueAfter: Day | null;
  /** Whether it may make the child late: neither an advisory clock nor one of a checklist ever does. */
  readonly countsBefore: boolean;
  readonly countsAfter: boolean;
}

export interface StateCount {
  readonly state: ClockState;
  readonly before: number;
  readonly after: number;
}

/** Two sets of standards made ready to be compared: only those that differ, and those that these hang together with. */
export interface WhatIf {
  readonly before: CompiledPack;
  readonly after: CompiledPack;
  /** The ids of the standards that differ. */
  readonly differing: ReadonlySet<string>;
  /** The kinds that start their clocks: a child with no entry of any has none, before or after. */
  readonly startKinds: readonly Kind[];
}

/** What is to be judged twice to know what a change of standards would do. */
export function whatIf(before: readonly Standard[], after: readonly Standard[]): WhatIf {
  const [had, has] = [before, after].map((all) => Map.groupBy(all, (s) => s.id)) as [Map<string, Standard[]>, Map<string, Standard[]>];
  const differing = new Set<string>();
  for (const id of new Set([...had.keys(), ...has.keys()])) {
    const [own, other] = [had.get(id) ?? [], has.get(id) ?? []];
    if (own.length !== other.length || own.some((s, i) => s !== other[i])) if (judged(own) !== judged(other)) differing.add(id);
  }
  const all = [...before, ...after];
  const needed = new Set(differing);
  // A standard whose due day is taken from another’s changes with it.
  for (let size = -1; size !== differing.size;) {
    size = differing.size;
    for (const s of all) if (leansOn(s).some((other) => differing.has(other))) differing.add(s.id);
  }
  for (const id of differing) needed.add(id);
  for (let size = -1; size !== needed.size;) {
    size = needed.size;
    for (const s of all) if (needed.has(s.id)) for (const other of leansOn(s)) needed.add(other);
  }
  const only = (standards: readonly Standard[]): CompiledPack => compile(standards.filter((s) => needed.has(s.id)));
  const startKinds = new Set(all.flatMap((s) => (differing.has(s.id) ? s.starts.flatMap(kindsOf) : [])));
  return { before: only(before), after: only(after), differing, startKinds: [...startKinds] };
}

/** What judging asks of versions: not their titles, owners or examples. */
const judged = (versions: readonly Standard[]): string =>
  JSON.stringify(versions.map(({ title: _t, owner: _o, evidence: _e, citation: _c, examples: _x, lost: _l, layer: _y, legalForce: _f, ...rule }) => rule));

/** The clocks of one child that would stand otherwise on a day; `count` is told of every clock of the standards that differ. */
export function whatIfOf(c: Case, { before, after, differing }: WhatIf, calendar: WorkingCalendar, today: Day, count?: (state: ClockState, side: "before" | "after") => void): WhatIfClock[] {
  const clocksBy = (pack: CompiledPack): Map<string, JudgedClock> =>
    new Map(evaluate(c, pack, calendar).filter(({ standard }) => differing.has(standard)).map((clock) => [`${clock.standard} ${clock.occurrence}`, judge(clock, today)]));
  const [had, has] = [clocksBy(before), clocksBy(after)];
  for (const { state } of had.values()) count?.(state, "before");
  for (const { state } of has.values()) count?.(state, "after");
  const changed: WhatIfClock[] = [];
  for (const key of new Set([...had.keys(), ...has.keys()])) {
    const [own, other] = [had.get(key), has.get(key)];
    const { standard, occurrence } = (own ?? other)!;
    if (own?.state !== other?.state || lateness(own) !== lateness(other)) {
      changed.push({ standard, occurrence, from: own?.state ?? null, to: other?.state ?? null, dueBefore: own?.dueOn ?? null, dueAfter: other?.dueOn ?? null, countsBefore: own !== undefined && lateness(own) === "", countsAfter: other !== undefined && lateness(other) === "" });
    }
  }
  return changed;
}

/** Whether it may make a child late is a change too, where the state’s name is the same. */
const lateness = (clock: JudgedClock | undefined): string => (clock === undefined ? "" : clock.flags.filter((flag) => flag === "advisory" || flag === "checklist").join(" "));

/** How many clocks stand in each state, before and after, of those that stand in any. */
export class StateCounts {
  readonly #counts = new Map<ClockState, { before: number; after: number }>();

  readonly count = (state: ClockState, side: "before" | "after"): void => {
    const had = this.#counts.get(state) ?? { before: 0, after: 0 };
    had[side]++;
    this.#counts.set(state, had);
  };

  all(): StateCount[] {
    return [...this.#counts].map(([state, { before, after }]) => ({ state, before, after }));
  }
}
