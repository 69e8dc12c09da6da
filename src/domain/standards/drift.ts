import { CERTAINTIES, type Certainty, type Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { addDays, type Day, day, dayInWords, daysBetween, latest } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { openOf } from "../permanence/moments.ts";
import { ENDED_STAGES, stageOf } from "../permanence/stage.ts";
import { type Clock, counts, isOpen, judge, type JudgedClock } from "./clock.ts";
import { type CompiledPack, versionFor } from "./compile.ts";
import { explain } from "./explain.ts";
import type { Standard } from "./standard.ts";
import { entryName } from "./words.ts";

/** A planned day that has been put off so often is drift, whatever the reasons. */
export const MOVED_TOO_OFTEN = 3;

/** The rule that no standard says; every other drift rule goes by the id of its standard. */
export const DATE_MOVED = "date-moved";

/** One child meeting one drift rule. */
export interface Drift {
  /** The standard’s id, or DATE_MOVED. */
  readonly rule: string;
  /** Past the limit; or near it, within the standard’s warning period. */
  readonly standing: "past" | "near";
  /** When the state began, at the latest; of a moved date, the day first meant. */
  readonly since: Day;
  /** The last day in time; of a moved date, the day meant now. */
  readonly limitOn: Day;
  /** Days since the state began; of a moved date, days from the one first meant to the one meant now. */
  readonly lasted: number;
  /** Days past the limit, below zero those still left; of a moved date, as `lasted`. */
  readonly past: number;
  /** When the state was first written down; of a moved date, when the first of the days was. */
  readonly recordedOn: Day;
  /** From which day this rule could have listed the child, with what was written down. */
  readonly listedOn: Day;
  /** Of a moved date: what is planned, and how often it moved. */
  readonly moved: { readonly kind: Kind; readonly times: number; readonly certainty: Certainty } | null;
  readonly why: string;
}

/** A state that must not last: a limit; or having no plan when the second review comes. */
export const isDriftRule = (s: Standard): boolean => s.shape === "limit" || isPlanByReview(s);

/** What is wrong with a child who meets a drift rule: a standard says what must not be, or must be; a list of children says what is. */
export function driftTitle(s: Standard): string {
  const [, forbidden] = /^No (.+)$/.exec(s.title) ?? [];
  if (s.shape === "limit" && forbidden !== undefined) return forbidden.charAt(0).toUpperCase() + forbidden.slice(1);
  return isPlanByReview(s) ? `No ${s.title.charAt(0).toLowerCase()}${s.title.slice(1)}` : s.title;
}

const isPlanByReview = (s: Standard): boolean =>
  s.shape === "by-event" && s.by.nth === 2 && "kind" in s.by.occasion && s.by.occasion.kind === "review"
  && s.stops.some((o) => "kind" in o && o.kind === "primary-plan");

/**
 * Every drift rule that the child of a case meets on a day, the worst first. The clocks are
 * the case’s own. Advisory ones and those not recorded list nobody; a child who was adopted
 * or left care drifts no more.
 */
export function driftOf(c: Case, clocks: readonly Clock[], pack: CompiledPack, calendar: WorkingCalendar, today: Day): readonly Drift[] {
  if (ENDED_STAGES.includes(stageOf(c))) return [];
  const lasting = clocks.flatMap((clock) => drifting(c, clock, pack, calendar, today) ?? []);
  return [...lasting, ...c.entries.flatMap((e) => movedOften(e, c) ?? [])].sort(worstFirst);
}

/** Past before near, then the longest past. */
export const worstFirst = (a: Pick<Drift, "standing" | "past">, b: Pick<Drift, "standing" | "past">): number =>
  a.standing !== b.standing ? (a.standing === "past" ? -1 : 1) : b.past - a.past;

function drifting(c: Case, clock: Clock, pack: CompiledPack, calendar: WorkingCalendar, today: Day): Drift | undefined {
  if (!isOpen(clock) || !counts(clock) || clock.dueOn === null) return undefined;
  const standard = versionFor(pack, clock);
  if (standard === undefined || !isDriftRule(standard) || (standard.shape === "by-event" && hasPlan(c))) return undefined;
  const warnedOn = addDays(clock.dueOn, -standard.warnDays);
  const start = c.entries.find((e) => e.number === clock.startedBy);
  if (start === undefined || warnedOn > today || judge(clock, today).state === "not-recorded") return undefined;
  const since = clock.startedOn ?? start.happenedOn;
  const recordedOn = firstWritten(start, c);
  return {
    rule: standard.id, standing: clock.dueOn < today ? "past" : "near", since, limitOn: clock.dueOn,
    lasted: daysBetween(since, today), past: daysBetween(clock.dueOn, today),
    recordedOn, listedOn: latest(recordedOn, warnedOn), moved: null, why: explain(clock, c, pack, calendar),
  };
}

const hasPlan = (c: Case): boolean => (["primary-plan", "parallel-plan"] as const).some((kind) => openOf(c, kind) !== undefined);

/** When what an entry says was first said: a corrected day is the same state, another code is another. */
function firstWritten(entry: Entry, c: Case): Day {
  const before = c.history.get(entry.number) ?? [];
  const other = before.findIndex((e) => e.certainty !== entry.certainty || entryName(e) !== entryName(entry));
  return writtenOn((other === -1 ? before : before.slice(0, other)).at(-1) ?? entry);
}

const writtenOn = (e: Entry): Day => day(e.recordedAt.slice(0, 10));

function movedOften(entry: Entry, c: Case): Drift | undefined {
  if (entry.certainty === "actual") return undefined;
  const days = [...(c.history.get(entry.number) ?? []).toReversed(), entry];
  const moves = days.filter((e, i) => i > 0 && e.cause === "moved" && e.happenedOn !== days[i - 1]!.happenedOn);
  const [first, tooMany] = [days[0]!, moves[MOVED_TOO_OFTEN - 1]];
  if (tooMany === undefined) return undefined;
  const put = daysBetween(first.happenedOn, entry.happenedOn);
  return {
    rule: DATE_MOVED, standing: "past", since: first.happenedOn, limitOn: entry.happenedOn, lasted: put, past: put,
    recordedOn: writtenOn(first), listedOn: writtenOn(tooMany), moved: { kind: entry.kind, times: moves.length, certainty: entry.certainty },
    why: movesInWords(first, moves),
  };
}

function movesInWords(first: Entry, moves: readonly Entry[]): string {
  const told = moves.map((e) => `on ${dayInWords(writtenOn(e))} to ${dayInWords(e.happenedOn)}${e.reason === undefined ? "" : ` (${e.reason})`}`);
  const certainty = CERTAINTIES[moves.at(-1)!.certainty].toLowerCase();
  return `“${KINDS[first.kind].label}” was first meant for ${dayInWords(first.happenedOn)}, as written down on ${dayInWords(writtenOn(first))}. Moved ${told.join("; ")} (${certainty}).`;
}

/** What is due next, and may be late already: the open clock that counts and falls due first. Limits are states, and nobody’s action. */
export function nextAction(clocks: readonly Clock[], pack: CompiledPack, today: Day): JudgedClock | undefined {
  let next: JudgedClock | undefined;
  for (const clock of clocks) {
    if (!isOpen(clock) || !counts(clock) || clock.dueOn === null || (next !== undefined && next.dueOn! <= clock.dueOn)) continue;
    const shape = versionFor(pack, clock)?.shape;
    if (shape === undefined || shape === "limit" || shape === "rolling-sum") continue;
    const judged = judge(clock, today);
    if (judged.state !== "not-recorded") next = judged;
  }
  return next;
}

/** A barrier that stands in the way now, and since when. */
export interface OpenBarrier {
  readonly barrier: string;
  readonly since: Day;
}

export const openBarriers = (c: Case): readonly OpenBarrier[] =>
  c.of("barrier").filter((e) => e.certainty === "actual" && e.until === undefined).map((e) => ({ barrier: String(e.detail["barrier"]), since: e.happenedOn }));
