import type { Owner } from "../../domain/access/role.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { isOpen } from "../../domain/standards/clock.ts";
import { inForce } from "../../domain/standards/compile.ts";
import { declinedBy } from "../../domain/standards/declined.ts";
import { occasionInWords } from "../../domain/standards/occasions.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { anyOf } from "../../domain/standards/words.ts";
import { type AnswersOf, answersOf } from "../../domain/work/answers.ts";
import { type Checkpoint, CHECKPOINT_NAMES, checkpointOf } from "../../domain/work/checkpoints.ts";
import { type Answerer, isTheirs } from "../../domain/work/whose.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import type { ChildPage, ExplainedClock } from "../views.ts";
import { answererOf } from "./answer-clocks.ts";

/** How a line of a checklist stands, in the order in which a page shows them. */
export const LINE_STATES = {
  open: "Still open",
  done: "Done",
  "not-appropriate": "Not appropriate",
  "no-longer": "No longer applies",
  "not-recorded": "Not recorded",
  "not-started": "Not started",
} as const;
export type LineState = keyof typeof LINE_STATES;

/** What one standard asks of a child at a point, each time it runs; of a series, the last time. */
export interface ChecklistLine {
  readonly state: LineState;
  readonly standard: Standard;
  readonly owner: Owner;
  /** None where it has not started. */
  readonly clock: ExplainedClock | null;
  /** How often it was done before this time, of a series. */
  readonly before: number;
  /** The entry that answered it. */
  readonly answeredBy: Entry | null;
  /** The entry that says why it is not appropriate. */
  readonly declinedBy: Entry | null;
  readonly answers: AnswersOf;
  /** Days that are set for it and still ahead: planned or provisional. */
  readonly ahead: readonly Entry[];
  /** It is the viewer’s own to answer: where not, they answer on the owner’s behalf. */
  readonly theirs: boolean;
  /** What starts it, in words. */
  readonly startsWith: string;
}

export interface Checklist {
  readonly point: Checkpoint;
  readonly lines: readonly ChecklistLine[];
  readonly count: Readonly<Record<LineState, number>>;
}

/** Who the viewer is when they answer. */
export const whoAnswers = (app: App, viewer: Viewer): Promise<Answerer> => app.store.reading(viewer, (reader) => answererOf(app, viewer, reader));

/** The checklists of a child, one for each point, with all that the authority’s standards in force ask there. */
export function checklistsOf(child: ChildPage, who: Answerer): readonly Checklist[] {
  const lines = [...child.standards.values()].flatMap((standard) => linesOf(child, standard, who));
  return CHECKPOINT_NAMES.map((point) => {
    const own = lines.filter((line) => line.point === point).sort(soonest);
    const count = Object.fromEntries(Object.keys(LINE_STATES).map((state) => [state, own.filter((line) => line.state === state).length]));
    return { point, lines: own, count: count as Record<LineState, number> };
  });
}

/** How one clock of a child is answered and by whom, as a line of a checklist has it. */
export function lineOf(child: ChildPage, clock: ExplainedClock, who: Answerer, before = 0): ChecklistLine | undefined {
  const standard = child.standards.get(clock.standard);
  return standard === undefined ? undefined : lineFor(child, standard, clock, who, before);
}

type PointedLine = ChecklistLine & { readonly point: Checkpoint | undefined };

function linesOf(child: ChildPage, standard: Standard, who: Answerer): readonly PointedLine[] {
  const own = child.clocks.filter((clock) => clock.standard === standard.id).sort((a, b) => a.occurrence - b.occurrence);
  const pointed = (clock: ExplainedClock, before = 0): PointedLine => {
    const start = child.case.entries.find((e) => e.number === clock.startedBy);
    return { ...lineFor(child, standard, clock, who, before), point: checkpointOf(standard, start?.kind) };
  };
  const last = own.at(-1);
  if (last === undefined) return inForce(standard, child.today) ? [{ ...lineFor(child, standard, null, who), point: checkpointOf(standard) }] : [];
  const isSeries = standard.shape === "chain" || standard.shape === "rhythm";
  return isSeries ? [pointed(last, own.filter((k) => k !== last && k.stoppedOn !== null).length)] : own.map((clock) => pointed(clock));
}

function lineFor(child: ChildPage, standard: Standard, clock: ExplainedClock | null, who: Answerer, before = 0): ChecklistLine {
  const owner = clock?.owner ?? standard.owner;
  const answers = answersOf(standard);
  return {
    state: stateOf(clock), standard, owner, clock, before,
    answeredBy: clock === null ? null : (child.case.entries.find((e) => e.number === clock.stoppedBy) ?? null),
    declinedBy: clock?.flags.includes("declined") === true ? (declinedBy(clock, child.case) ?? null) : null,
    answers, ahead: clock === null || !isOpen(clock) ? [] : child.case.entries.filter((e) => e.certainty !== "actual" && answers.ways.some(({ kind }) => kind === e.kind)),
    theirs: isTheirs(owner, who, child.case),
    startsWith: anyOf(standard.starts.map(occasionInWords)),
  };
}

function stateOf(clock: ExplainedClock | null): LineState {
  if (clock === null) return "not-started";
  if (isOpen(clock)) return clock.state === "not-recorded" ? "not-recorded" : "open";
  return clock.stoppedOn !== null ? "done" : clock.flags.includes("declined") ? "not-appropriate" : "no-longer";
}

/** By the day it is due; those without a day after those with one; else as the standards are named. */
function soonest(a: PointedLine, b: PointedLine): number {
  const [x, y] = [a.clock?.dueOn ?? "9999", b.clock?.dueOn ?? "9999"];
  return x < y ? -1 : x > y ? 1 : a.standard.id < b.standard.id ? -1 : a.standard.id > b.standard.id ? 1 : (a.clock?.occurrence ?? 0) - (b.clock?.occurrence ?? 0);
}
