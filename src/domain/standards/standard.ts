import type { Office } from "../access/office.ts";
import type { Owner } from "../access/role.ts";
import type { Certainty, Detail, DetailValue } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import type { Counting } from "../dates/working-days.ts";
import type { ClockFlag, ClockState } from "./clock.ts";
import type { NamedCondition, NamedOccasion, NamedStart } from "./named.ts";

/** The ways in which the field says that a thing must happen. */
export const SHAPES = {
  deadline: "Deadline",
  "lead-time": "Lead time",
  chain: "Chain",
  rhythm: "Rhythm",
  limit: "Limit",
  order: "Order",
  cap: "Cap",
  "not-before": "Not before",
  "by-event": "By event",
  "rolling-sum": "Rolling sum",
  duty: "Duty",
} as const;
export type Shape = keyof typeof SHAPES;

export const LEGAL_FORCES = {
  statute: "Statute",
  guidance: "Guidance",
  nms: "National minimum standard",
  local: "Local standard",
} as const;
export type LegalForce = keyof typeof LEGAL_FORCES;

export const LAYERS = {
  national: "National",
  "authority-default": "Authority default",
  regional: "Regional agency",
  authority: "Authority",
} as const;
export type Layer = keyof typeof LAYERS;

/** How much hangs on a standard: the first two make a child late; a checklist only says what is still to be done or answered. */
export const TIERS = { statutory: "Statutory", tracked: "Tracked", checklist: "Checklist" } as const;
export type Tier = keyof typeof TIERS;

/** Detail values that an entry must have, or must not have. An absent value is none of them. */
export interface Where {
  readonly field: string;
  readonly values: readonly DetailValue[];
  readonly not: boolean;
}

/**
 * Something in the chronology that starts, stops or ends a clock: an entry of a kind, or
 * the end of a period of that kind. Decisions count when they were made, unless `outcomes`
 * names others.
 */
export interface KindOccasion {
  readonly kind: Kind;
  readonly edge: "start" | "end";
  readonly where: readonly Where[];
  readonly outcomes: readonly string[] | null;
}
/** An occasion that one kind cannot say: a named pure function of the case. */
export interface NamedOccasionOf {
  readonly named: NamedOccasion;
}
export type Occasion = KindOccasion | NamedOccasionOf;

/** The closed set of conditions under which a standard applies, judged on the day its clock starts. */
export type Condition =
  | { readonly test: "plan" | "legal-status" | "placement-type"; readonly values: readonly string[]; readonly not: boolean }
  | { readonly test: "happened"; readonly occasion: KindOccasion; readonly not: boolean }
  | { readonly test: "started-before" | "started-from"; readonly on: Day }
  | { readonly test: "age-below" | "age-from"; readonly age: Duration }
  | { readonly test: "named"; readonly name: NamedCondition; readonly not: boolean };

/** What a second start does while the clock of the first still runs. */
export const AGAIN = {
  alongside: "a clock of its own, beside the first",
  replace: "ends the first",
  ignore: "starts nothing",
} as const;
export type Again = keyof typeof AGAIN;

/** Whether a stop may come before the start: never, since the start before, or ever. */
export type Lookback = "none" | "previous" | "ever";

interface StartsAndStops {
  readonly starts: readonly Occasion[];
  readonly stops: readonly Occasion[];
  /** Stops too where it is recorded, but a source that carries only this says nothing by its silence. */
  readonly also: readonly Occasion[];
  /** After any of these the clock no longer applies. */
  readonly moot: readonly Occasion[];
  readonly again: Again;
  readonly lookback: Lookback;
}

/** An entry that moves the due day to a day in its detail; each move by at most so much. */
export interface ExtendedBy {
  readonly kind: Kind;
  readonly field: string;
  readonly atMost: Duration | null;
}

/** Due so long after its start, or on a day that the starting entry gives (`dueField`). */
export interface DeadlineRule extends StartsAndStops {
  readonly shape: "deadline";
  readonly within: Duration | null;
  readonly dueField: string | null;
  readonly extendedBy: ExtendedBy | null;
}

/** Counted back from its anchor (`starts`), planned or actual. */
export interface LeadTimeRule extends StartsAndStops {
  readonly shape: "lead-time";
  readonly within: Duration;
}

/** The thing in `stops` must be there by the day of the thing in `starts`, planned or actual. */
export interface OrderRule extends StartsAndStops {
  readonly shape: "order";
}

/** Must be done; no number. */
export interface DutyRule extends StartsAndStops {
  readonly shape: "duty";
}

/** A first lawful day for the thing in `stops`; `countFrom` may take the count back to before the start. */
export interface NotBeforeRule extends StartsAndStops {
  readonly shape: "not-before";
  readonly within: Duration;
  readonly countFrom: NamedStart | null;
}

/** The state that began (a period, with its end) must not last longer than `within`. */
export interface LimitRule extends StartsAndStops {
  readonly shape: "limit";
  readonly within: Duration;
}

/** Due when the nth of another thing since the start comes, or else is due under another standard. */
export interface ByEventRule extends StartsAndStops {
  readonly shape: "by-event";
  readonly by: { readonly occasion: Occasion; readonly nth: number; readonly orDueUnder: string | null };
}

/** How soon the next of a chain or rhythm is due. The first step that fits gives the time. */
export interface Step {
  /** 1 runs from the start to the first event, 2 from the first to the second; `to` null: and every later one. */
  readonly links: { readonly from: number; readonly to: number | null };
  readonly within: Duration;
  /** Only where the next falls due before the first of these after the start. */
  readonly until: Occasion | null;
  /** Only once so long has passed since the start. */
  readonly after: Duration | null;
  /** Only where the starting entry says so. */
  readonly where: readonly Where[];
  /** Judged on the day the link starts. */
  readonly when: readonly Condition[];
}

/** Each due from the actual date of the one before, from the start until it ends. */
export interface SeriesRule {
  readonly shape: "chain" | "rhythm";
  readonly starts: readonly Occasion[];
  readonly of: readonly Occasion[];
  readonly also: readonly Occasion[];
  readonly steps: readonly Step[];
  readonly moot: readonly Occasion[];
  readonly again: Again;
}

/** So many of a thing between the start and `by`: at least, at most. `sum` adds a detail's numbers instead of counting. */
export interface CapRule {
  readonly shape: "cap";
  readonly starts: readonly Occasion[];
  readonly of: readonly Occasion[];
  readonly sum: string | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly by: readonly Occasion[];
  readonly moot: readonly Occasion[];
}

/** The days of all periods together, in any stretch of `window`, at most so many. */
export interface RollingSumRule {
  readonly shape: "rolling-sum";
  readonly starts: readonly KindOccasion[];
  readonly atMost: number;
  readonly window: Duration;
}

export type Rule =
  | DeadlineRule | LeadTimeRule | OrderRule | DutyRule | NotBeforeRule | LimitRule | ByEventRule
  | SeriesRule | CapRule | RollingSumRule;

export interface ExampleEntry {
  readonly kind: Kind;
  readonly on: Day;
  readonly until: Day | null;
  readonly certainty: Certainty;
  readonly detail: Detail;
}

/** What an example expects of one clock; only what it names is compared. */
export interface ExpectedClock {
  readonly occurrence?: number;
  readonly startedOn?: Day | null;
  readonly dueOn?: Day | null;
  readonly stoppedOn?: Day | null;
  readonly mootOn?: Day | null;
  readonly state?: ClockState;
  readonly days?: number | null;
  readonly flags?: readonly ClockFlag[];
}

/** A worked example: a short chronology, a day to judge it on, and every clock the standard then has. */
export interface Example {
  readonly says: string;
  readonly chronology: readonly ExampleEntry[];
  readonly today: Day;
  readonly clocks: readonly ExpectedClock[];
}

/** When a request for more time must come with a written report. */
export const REPORT_WHEN = { "adopters-not-ready": "where the adopters are not ready, the written report with the support proposed" } as const;

/** Whose agreement a longer time takes: each office’s own sign-off, all of them. */
export interface ExtensionNeeds {
  readonly needs: readonly Office[];
  readonly reportWhen: keyof typeof REPORT_WHEN | null;
}

interface Common {
  readonly id: string;
  readonly title: string;
  readonly legalForce: LegalForce;
  readonly layer: Layer;
  /** False where only the gist is known and the text was not seen: its clocks are advisory. */
  readonly confirmed: boolean;
  readonly citation: { readonly provision: string; readonly source: string };
  readonly owner: Owner;
  /** Where the proof that it was done should be. */
  readonly evidence: string;
  /** In force from a day until (not on) a day. A clock is judged by the version in force when it started. */
  readonly effect: { readonly from: Day | null; readonly until: Day | null };
  /** Clocks still open when the standard goes out of force no longer apply from that day. */
  readonly lapses: boolean;
  readonly applies: readonly Condition[];
  readonly counting: Counting;
  readonly tier: Tier;
  /** Due soon in the last this many days. */
  readonly warnDays: number;
  /** What of the source’s text is lost or guessed. */
  readonly lost: string | null;
  /** Whose agreement a longer time takes; null: as usual. */
  readonly extension: ExtensionNeeds | null;
  /** Whether “not appropriate for this child, because …” is an answer. */
  readonly mayDecline: boolean;
  readonly examples: readonly Example[];
}

/** One version of one practice standard. */
export type Standard = Common & Rule;
