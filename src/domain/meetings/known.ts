import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import { CERTAINTIES, type Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { daysInWords } from "../chronology/in-words.ts";
import { isPeriodKind, type Kind, KINDS, FORM_CHAPTERS, type Chapter } from "../chronology/kinds.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { openOf } from "../permanence/moments.ts";
import { type Stage, stageOf } from "../permanence/stage.ts";
import { lower } from "../words.ts";
import { ACTION_STATES, actionsIn, isOpenAction, saidInWords } from "./actions.ts";
import type { UpdateBoxName } from "./update.ts";

/** One thing the record says, shown to whoever is asked for an update so that they type none of it again. */
export interface KnownFact {
  readonly label: string;
  readonly text: string;
  /** The entry it rests on; null where the record says nothing, or it is worked out. */
  readonly entry: number | null;
  /** What is recorded where it has changed. */
  readonly kind: Kind | null;
}

/** What the record says, by the question that it stands beside. */
export type KnownFacts = Readonly<Partial<Record<UpdateBoxName, readonly KnownFact[]>>>;

/** A clock in words, as whoever evaluates the record has it. */
export interface ClockTold {
  readonly title: string;
  readonly standing: string;
  readonly dueOn: Day;
  readonly late: boolean;
}

/** Stages in which a family is being found, or is about to be. */
const FINDING: ReadonlySet<Stage> = new Set<Stage>(["early-alert", "adoption-plan", "decision", "placement-order"]);
export const isFinding = (c: Case): boolean => FINDING.has(stageOf(c));

const PLANS: readonly (readonly [Kind, string])[] = [["primary-plan", "Plan"], ["parallel-plan", "Parallel plan"], ["contingency-plan", "Contingency plan"]];
const MILESTONES: ReadonlySet<Chapter> = new Set(FORM_CHAPTERS);
const isMilestone = ({ kind }: Entry): boolean => MILESTONES.has(KINDS[kind].chapter) && !isPeriodKind(kind);

/** How many dates to come and clocks are listed: the rest is on the child’s own page. */
const MOST = 4;

/** What the record says on a day, prefilled. `clocks`: those running, late first. */
export function knownFacts(c: Case, clocks: readonly ClockTold[], today: Day): KnownFacts {
  return {
    planRight: plansOf(c), legalRight: [standing(c, "legal-status", "Legal status", "status", LEGAL_STATUSES), standing(c, "placement", "Placement", "type", PLACEMENT_TYPES)],
    timescales: [...milestones(c, today), ...clocksOf(clocks)], securing: actions(c, today), blocks: barriers(c),
  };
}

function plansOf(c: Case): readonly KnownFact[] {
  const found = PLANS.flatMap(([kind, label]) => {
    const open = openOf(c, kind);
    return open === undefined ? [] : [factOf(open, label, inCode(PERMANENCE_PLANS, open.detail["plan"]))];
  });
  return found.length > 0 ? found : [{ label: "Plan", text: "No plan recorded", entry: null, kind: "primary-plan" }];
}

function standing(c: Case, kind: Kind, label: string, field: string, codes: Readonly<Record<string, string>>): KnownFact {
  const open = openOf(c, kind);
  return open === undefined ? { label, text: "Not recorded", entry: null, kind } : factOf(open, label, inCode(codes, open.detail[field]));
}

const inCode = (codes: Readonly<Record<string, string>>, value: unknown): string => codes[String(value)] ?? "Not shown to you";

const factOf = (e: Entry, label: string, text: string): KnownFact =>
  ({ label, text: e.detail["startUnknown"] === true ? text : `${text}, since ${dayInWords(e.happenedOn)}`, entry: e.number, kind: e.kind });

function milestones(c: Case, today: Day): readonly KnownFact[] {
  const last = c.entries.findLast((e) => e.certainty === "actual" && isMilestone(e) && e.happenedOn <= today);
  const ahead = c.entries.filter((e) => e.certainty !== "actual" && (isMilestone(e) || e.kind === "review"));
  return [
    ...(last === undefined ? [] : [{ label: "Last milestone", text: `${KINDS[last.kind].label}, ${daysInWords(last)}`, entry: last.number, kind: null }]),
    ...ahead.slice(0, MOST).map((e) => ({ label: e.happenedOn < today ? "Date gone by" : "Date to come", text: `${KINDS[e.kind].label}, ${daysInWords(e)} (${lower(CERTAINTIES[e.certainty])})`, entry: e.number, kind: e.kind })),
  ];
}

const clocksOf = (clocks: readonly ClockTold[]): readonly KnownFact[] => {
  const late = clocks.filter((clock) => clock.late);
  const next = clocks.filter((clock) => !clock.late).slice(0, 2);
  return [...late.slice(0, MOST), ...next].map(({ title, standing, dueOn, late: isLate }) => ({ label: isLate ? "Late" : "Due", text: `${title}: due ${dayInWords(dueOn)}. ${standing}`, entry: null, kind: null }));
};

/** Those still to be done, and all of the last meeting’s with how they ended. */
function actions(c: Case, today: Day): readonly KnownFact[] {
  const all = actionsIn(c, today);
  const last = all.at(-1)?.of.meeting;
  return all.filter((action) => isOpenAction(action) || action.of.meeting === last).map((action) => {
    const { number, what, dueOn, state, ended } = action;
    const stands = `${ACTION_STATES[state]}${ended === null ? "" : `, ${dayInWords(ended.happenedOn)}`}`;
    return { label: "Action agreed", entry: number, kind: null, text: [`${what === "" ? "Not shown to you" : what}, by ${dayInWords(dueOn)}`, stands, ...saidInWords(action)].join(". ") };
  });
}

const barriers = (c: Case): readonly KnownFact[] =>
  c.of("barrier").filter((e) => e.certainty === "actual" && e.until === undefined)
    .map((e) => ({ label: "Barrier on record", text: `${inCode(BARRIERS, e.detail["barrier"])}, since ${dayInWords(e.happenedOn)}`, entry: e.number, kind: "barrier" as const }));
