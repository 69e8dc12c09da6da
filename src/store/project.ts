import { type RestrictionRule, type Wall, wallOf } from "../domain/access/wall.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { KINDS, type Track } from "../domain/chronology/kinds.ts";
import type { Day } from "../domain/dates/day.ts";
import { isStage, sharedFrom, type Stage } from "../domain/permanence/stage.ts";
import type { FindingTerm, Summary } from "../domain/permanence/summary.ts";
import { type Clock, isOpen } from "../domain/standards/clock.ts";
import type { Decided } from "../domain/standards/change.ts";
import { plainOf } from "../domain/tracker/find.ts";
import type { Summarise } from "./rows.ts";
import type { ToProject } from "./writer.ts";

export interface ProjectedPeriod {
  readonly track: Track;
  readonly from: Day;
  readonly until: Day | null;
  readonly entry: number;
}

/** Somebody named on a record, from a day until the first day that it is over. */
export interface NamedAccess {
  readonly account: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly entry: number;
}

/** What the authority has agreed and decided that its projections go by. */
export interface Terms {
  /** From which stage on the regional agency sees its children; null: never. */
  readonly agreedFrom: Stage | null;
  readonly restriction: RestrictionRule;
  readonly by: Decided;
}

/** What the projections of one record hold, before it is rows. */
export interface Projected {
  readonly recordId: string;
  readonly version: number;
  /** Of what the authority has decided about standards. */
  readonly revision: number;
  /** Children only. */
  readonly summary: Summary | null;
  /** A child who goes back before the stage agreed, or off the line to adoption, is no longer shown: the agency sees who it needs to see now. */
  readonly agencyVisible: boolean;
  /** Of children; a sibling group has none. */
  readonly wall: Wall;
  /** Whom being named lets in: nobody where the record is sealed. */
  readonly named: readonly NamedAccess[];
  readonly periods: readonly ProjectedPeriod[];
  /** Sibling groups only: the children in it now. */
  readonly members: readonly string[];
}

/** The projections that follow from a record's entries. Pure: both writing and proving them begin here. */
export function project(record: ToProject, summarise: Summarise, { agreedFrom, restriction, by }: Terms): Projected {
  const c = fold(record.entries);
  const summary = record.type === "child" ? summarise(c, by) : null;
  const wall = summary === null ? 0 : wallOf(c, summary.stage, restriction);
  return {
    recordId: record.recordId,
    revision: by.revision,
    version: record.entries.reduce((highest, e) => Math.max(highest, e.number), 0),
    summary,
    agencyVisible: summary !== null && agreedFrom !== null && sharedFrom(agreedFrom).includes(summary.stage),
    wall,
    named: wall === 3 ? [] : namedOn(c),
    periods: periodsOf(c),
    members: record.type === "child" ? [] : membersOf(c),
  };
}

/** The clocks that lists are asked about: those that run and can be seen to stop. */
export const runningClocks = (summary: Summary): readonly Clock[] => summary.clocks.filter((clock) => isOpen(clock) && !clock.notRecorded);

export interface PlainTerm {
  readonly type: FindingTerm["type"] | "local-id";
  readonly text: string;
  readonly plain: string;
}

/** The words a child is found by, each once however it was written. */
export function termsOf(localId: string, summary: Summary): readonly PlainTerm[] {
  const terms = new Map<string, PlainTerm>();
  for (const { type, text } of [{ type: "local-id" as const, text: localId }, ...summary.terms]) {
    const plain = plainOf(text);
    if (plain !== "" && !terms.has(`${type} ${plain}`)) terms.set(`${type} ${plain}`, { type, text, plain });
  }
  return [...terms.values()];
}

/** A stage as the row of an agreement or of a rule has it. */
export function stageNamed(text: string): Stage {
  if (!isStage(text)) throw new RangeError(`“${text}” is not a stage`);
  return text;
}

function periodsOf(c: Case): ProjectedPeriod[] {
  const periods: ProjectedPeriod[] = [];
  for (const e of c.entries) {
    const { track } = KINDS[e.kind];
    if (track !== undefined && e.certainty === "actual") periods.push({ track, from: e.happenedOn, until: e.until ?? null, entry: e.number });
  }
  return periods;
}

const namedOn = (c: Case): NamedAccess[] => c.of("involvement").filter((e) => e.certainty === "actual").map((e) => (
  { account: String(e.detail["account"]), from: e.happenedOn, until: e.until ?? null, entry: e.number }));

const membersOf = (c: Case): string[] => [...new Set(c.of("sibling-membership").filter(isMember).map((e) => String(e.detail["child"])))];

const isMember = (e: Entry): boolean => e.certainty === "actual" && e.until === undefined;
