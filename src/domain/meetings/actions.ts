import { type ActionEnd, ACTION_ENDS, ACTION_SAYS, type ActionSay, MEETING_DECISIONS, type MeetingDecision } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords, daysBetween, parseDay } from "../dates/day.ts";
import { CHAIRS_ACTION, type OfMeeting, ofMeeting } from "./of-meeting.ts";

export const ACTION_STATES = { open: "To be done", late: "Late", done: "Done", overtaken: "Overtaken", "passed-on": "Passed on" } as const;
export type ActionState = keyof typeof ACTION_STATES;

/** An action that a meeting agreed, and what became of it. What whoever reads may not know is null. */
export interface MeetingAction {
  /** The number of the entry in force. */
  readonly number: number;
  /** All numbers under which it was ever written, the one in force among them. */
  readonly numbers: readonly number[];
  readonly entry: Entry;
  readonly of: OfMeeting;
  readonly what: string;
  /** Account. */
  readonly who: string | null;
  readonly whoElse: string | null;
  readonly dueOn: Day;
  readonly shownBy: string;
  readonly state: ActionState;
  /** 0 where it is not late. */
  readonly daysLate: number;
  readonly ended: Entry | null;
  readonly escalated: Entry | null;
  /** What was said of it while it was open (`ACTION_SAYS`), in the order it was said. */
  readonly said: readonly Entry[];
  /** The day of the meeting that agreed it, before it was passed on any number of times. */
  readonly agreedOn: Day;
  /** The day by which it was first to be done: passing it on does not move it. */
  readonly firstDueOn: Day;
  /** How long it has been open past that first day; 0 where it is not, or has ended. */
  readonly daysBehind: number;
  /** The entry by which it was passed on to whoever has it now; null where the meeting gave it to them itself. */
  readonly passedOn: Entry | null;
}

/** What a meeting decided or recommended, and what was answered. */
export interface MeetingDecided {
  readonly number: number;
  readonly numbers: readonly number[];
  readonly entry: Entry;
  readonly of: OfMeeting;
  readonly sort: MeetingDecision;
  readonly what: string;
  readonly why: string | null;
  readonly answered: Entry | null;
}

/** All that one meeting came to for a child. */
export interface DecidedAt {
  readonly of: OfMeeting;
  readonly on: Day;
  readonly isChairsAction: boolean;
  /** The answers; none where only part of it is on the record. */
  readonly outcome: Entry | null;
  readonly decisions: readonly MeetingDecided[];
  readonly actions: readonly MeetingAction[];
}

const numbersOf = (c: Case, e: Entry): readonly number[] => [e.number, ...(c.history.get(e.number) ?? []).map(({ number }) => number)];
const textOf = (e: Entry, name: string): string => String(e.detail[name] ?? "");
const textOrNull = (e: Entry, name: string): string | null => (e.detail[name] === undefined ? null : textOf(e, name));
const about = (c: Case, kind: "action-done" | "action-escalated" | "meeting-decision-answered", field: string, numbers: readonly number[]): Entry | null =>
  c.of(kind).findLast((e) => numbers.includes(Number(e.detail[field]))) ?? null;

/** Every action on a child’s record, of whichever meeting, in the order they were agreed. Pure; total. */
export const actionsIn = (c: Case, today: Day): readonly MeetingAction[] => c.of("action-agreed").map((e) => actionOf(c, e, today));

function actionOf(c: Case, entry: Entry, today: Day): MeetingAction {
  const numbers = numbersOf(c, entry);
  const ended = about(c, "action-done", "action", numbers);
  const dueOn = parseDay(textOf(entry, "dueOn")) ?? entry.happenedOn;
  const how = ended === null ? undefined : textOf(ended, "how");
  const state = how === undefined ? (dueOn < today ? "late" : "open") : Object.hasOwn(ACTION_ENDS, how) ? (how as ActionEnd) : "done";
  const first = firstOf(c, entry);
  const firstDueOn = parseDay(textOf(first, "dueOn")) ?? dueOn;
  return {
    agreedOn: first.happenedOn, firstDueOn, daysBehind: how === undefined && firstDueOn < today ? daysBetween(firstDueOn, today) : 0, passedOn: first === entry ? null : entry,
    number: entry.number, numbers, entry, of: ofMeeting(entry), what: textOf(entry, "what"), who: textOrNull(entry, "who"), whoElse: textOrNull(entry, "whoElse"), dueOn,
    shownBy: textOf(entry, "shownBy"), state, daysLate: state === "late" ? daysBetween(dueOn, today) : 0, ended, escalated: about(c, "action-escalated", "action", numbers),
    said: c.of("action-said").filter(({ detail }) => numbers.includes(Number(detail["action"]))),
  };
}

/** The entry by which a meeting agreed an action, of one that was passed on. A chain goes back only: it ends. */
function firstOf(c: Case, entry: Entry): Entry {
  const from = Number(entry.detail["passedOnFrom"] ?? 0);
  const before = from < 1 ? undefined : c.of("action-agreed").find((e) => e.number !== entry.number && numbersOf(c, e).includes(from));
  return before === undefined || Math.min(...numbersOf(c, before)) >= Math.min(...numbersOf(c, entry)) ? entry : firstOf(c, before);
}

/** What was said last of an action about one thing; null where nothing was. */
export const lastSaid = ({ said }: Pick<MeetingAction, "said">, what: ActionSay): Entry | null => said.findLast(({ detail }) => detail["about"] === what) ?? null;

/** What was said last about each thing, in words: “What is in the way, said on 3 May 2026: the form is not signed”. Nothing once it has ended. */
export const saidInWords = (action: Pick<MeetingAction, "said" | "state">): readonly string[] =>
  (!isOpenAction(action) ? [] : (Object.keys(ACTION_SAYS) as ActionSay[]).flatMap((what) => {
    const last = lastSaid(action, what);
    return last === null ? [] : [`${ACTION_SAYS[what]}, said on ${dayInWords(last.happenedOn)}: ${String(last.detail["said"] ?? "not shown to you")}`];
  }));

/** Was it taken further, and has nobody said since what is to happen with it? */
export const waitsForSaying = (action: Pick<MeetingAction, "state" | "escalated" | "said">): boolean =>
  isOpenAction(action) && action.escalated !== null && (lastSaid(action, "to-happen")?.number ?? 0) < action.escalated.number;

/** Was it to be done by now, whatever day it was given when it was passed on? */
export const isBehind = (action: Pick<MeetingAction, "state" | "firstDueOn">, today: Day): boolean => isOpenAction(action) && action.firstDueOn < today;

/** The actions of a record, each once: of those that were passed on, only how they stand with whoever has them now. */
export const onceEach = (actions: readonly MeetingAction[]): readonly MeetingAction[] => {
  const from = new Set(actions.map(({ entry }) => Number(entry.detail["passedOnFrom"] ?? 0)));
  return actions.filter(({ numbers }) => !numbers.some((number) => from.has(number)));
};

export const isOpenAction = ({ state }: Pick<MeetingAction, "state">): boolean => state === "open" || state === "late";

/** Whether somebody has said how the action of this entry ended, or answered the decision of it. */
export const isAnswered = (c: Case, e: Entry): boolean =>
  (e.kind === "action-agreed" && about(c, "action-done", "action", numbersOf(c, e)) !== null) || (e.kind === "meeting-decision" && about(c, "meeting-decision-answered", "decision", numbersOf(c, e)) !== null);

/** Every decision and recommendation on a child’s record, of whichever meeting. */
export const decisionsIn = (c: Case): readonly MeetingDecided[] =>
  c.of("meeting-decision").map((entry) => {
    const numbers = numbersOf(c, entry);
    return { number: entry.number, numbers, entry, of: ofMeeting(entry), sort: sortOf(entry), what: textOf(entry, "what"), why: textOrNull(entry, "why"), answered: about(c, "meeting-decision-answered", "decision", numbers) };
  });

const sortOf = (e: Entry): MeetingDecision => (Object.hasOwn(MEETING_DECISIONS, textOf(e, "sort")) ? (textOf(e, "sort") as MeetingDecision) : "decided");

/** Whether whoever it was put to will not have it: a delay that is not theirs goes back to the meeting, and nobody owns it yet. */
export const isDisowned = ({ sort, answered }: Pick<MeetingDecided, "sort" | "answered">): boolean => sort === "delay" && answered !== null && answered.detail["agreed"] === false;

/** “Followed”, “Not theirs: back with the meeting”; of what was answered. */
export const answeredAs = (decision: Pick<MeetingDecided, "sort" | "answered">): string => {
  const agreed = decision.answered?.detail["agreed"] === true;
  return decision.sort === "delay" ? (agreed ? "Owned" : "Not theirs to own: it is back with the meeting, and unanswered") : agreed ? "Followed" : "Not followed";
};

/** Has nobody taken it on yet: not answered, or given back? */
export const isUnanswered = (decision: Pick<MeetingDecided, "sort" | "answered">): boolean => waitsForAnswer(decision) || isDisowned(decision);

/** Is it for somebody else to decide, and not yet answered? */
export const waitsForAnswer = ({ sort, answered }: Pick<MeetingDecided, "sort" | "answered">): boolean => sort !== "decided" && answered === null;

/** What was decided of a child and what became of it, meeting by meeting, newest first: the authority’s meetings and the region’s. */
export function decidedOf(c: Case, today: Day): readonly DecidedAt[] {
  const meetings = new Map<string, { of: OfMeeting; on: Day; outcome: Entry | null; decisions: MeetingDecided[]; actions: MeetingAction[] }>();
  const at = (of: OfMeeting, on: Day) => {
    const key = of.meeting === CHAIRS_ACTION ? `${of.series} ${on}` : of.meeting;
    const found = meetings.get(key) ?? { of, on, outcome: null, decisions: [], actions: [] };
    meetings.set(key, found);
    return found;
  };
  for (const outcome of c.of("meeting-outcome")) at(ofMeeting(outcome), outcome.happenedOn).outcome = outcome;
  for (const decision of decisionsIn(c)) at(decision.of, decision.entry.happenedOn).decisions.push(decision);
  for (const action of actionsIn(c, today)) at(action.of, action.agreedOn).actions.push(action);
  return [...meetings.values()].map((m) => ({ ...m, isChairsAction: m.of.meeting === CHAIRS_ACTION })).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
