import { type Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import { kindsOf } from "../standards/occasions.ts";
import type { Condition, ExampleEntry, Occasion } from "../standards/standard.ts";
import { isPurpose } from "./belongs.ts";
import type { Part, SeriesRule } from "./meeting.ts";

/** The parts that rules usually belong to, by the ids that series usually give theirs; `any`: wherever the child’s other reasons put them. */
export const USUAL_PARTS = {
  "early-alerts": "Early alerts",
  adoption: "Adoption tracking",
  plans: "Plans for permanence being carried out",
  drift: "In danger of drift or delay",
  any: "Wherever the child’s other reasons put them",
} as const;
export type UsualPart = keyof typeof USUAL_PARTS;
/** The part of a rule of a series that leaves it to the child’s other reasons. */
export const ANY_PART = "any" satisfies UsualPart;

/** What puts a child on the agenda: one of a closed set of ways to look at a chronology. */
export type Ground =
  /** Something began, and no meeting has considered the child since. The rule’s limit says by when one must. */
  | { readonly by: "first"; readonly starts: readonly Occasion[] }
  /** The nth review of this period of care comes before the next meeting does. `standard` says when it is due where no day is planned. */
  | { readonly by: "review"; readonly nth: number; readonly standard: string }
  /** Something happened after the child was last considered; or ever, where the child never was and `first` says that it counts. */
  | { readonly by: "new"; readonly of: readonly Occasion[]; readonly undone: readonly Occasion[]; readonly first: boolean }
  /** A limit of the standards is reached by the day of the meeting, or has been passed by then. The days are the authority’s own. */
  | { readonly by: "clock"; readonly standard: string; readonly at: "reached" | "passed" }
  /** A state holds on the day of the meeting; where the rule has a limit, once it has lasted longer. */
  | { readonly by: "state"; readonly starts: readonly Occasion[]; readonly ends: readonly Occasion[]; readonly applies: readonly Condition[] }
  /** Something is late. */
  | { readonly by: "late" }
  /** Something stands in the way. */
  | { readonly by: "barrier" }
  /** What a meeting agreed should have been done by its day, and nobody has said that it was. */
  | { readonly by: "action" }
  /** A meeting said by when the child comes back. */
  | { readonly by: "return" };

export interface RuleCitation {
  readonly source: string;
  /** What of the source it goes by. */
  readonly provision: string;
  /** What of it is our own reading, or our own altogether. */
  readonly ours: string | null;
}

/** What a worked example should find: nothing, or a reason with these days. */
export interface ExpectedReason {
  readonly startOn: Day | null;
  readonly limitOn: Day | null;
  /** Words that the sentence has. */
  readonly because: string | null;
}

export interface AgendaExample {
  readonly says: string;
  readonly chronology: readonly ExampleEntry[];
  readonly meeting: Day;
  /** The meeting after it. */
  readonly next: Day | null;
  readonly reason: ExpectedReason | null;
}

/** A rule of the agenda: why a child is on it (standards/meetings/agenda.yaml). */
export interface AgendaRule {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly citation: RuleCitation;
  readonly part: UsualPart;
  /** With which parts a series begins with it, where not only with its own; the first that a series has is where it goes, unless it goes anywhere. */
  readonly beginsWith: readonly string[];
  /** 1 comes first. */
  readonly priority: number;
  readonly minutes: number;
  /** Its own limit; one that goes by a standard has that standard’s. */
  readonly limit: Duration | null;
  /** Never put off to another meeting by the program. */
  readonly must: boolean;
  /** May be noted without discussion where the child was considered before and nothing else brings them. */
  readonly notable: boolean;
  /** Waits, where a meeting has said that the child comes back by a later day. */
  readonly waits: boolean;
  readonly ground: Ground;
  readonly examples: readonly AgendaExample[];
}

/** The rule that tells of barriers: not told to whom they are not shared with. */
export const BARRIER_RULE = "barrier-open";

/** May a series set a limit of its own in its place? */
export const hasLimit = ({ limit, ground }: AgendaRule): boolean => limit !== null || ground.by === "clock";

/** The rules that a series with these parts usually begins with: those that its parts are for. With no part of the usual ones, those that go anywhere. */
export function usualRules(rules: readonly AgendaRule[], parts: readonly Pick<Part, "id">[]): SeriesRule[] {
  const ids = new Set(parts.map(({ id }) => id));
  const isOwn = !parts.some(({ id }) => isPurpose(id));
  return rules.flatMap((rule) => {
    const first = (rule.part === ANY_PART ? rule.beginsWith : [rule.part, ...rule.beginsWith]).find((id) => ids.has(id));
    const part = rule.part !== ANY_PART ? first : first !== undefined || isOwn ? ANY_PART : undefined;
    return part === undefined ? [] : [{ rule: rule.id, part, priority: rule.priority, minutes: rule.minutes }];
  });
}

/** What stages, care and the meetings themselves are read from, whatever the rules. */
const ALWAYS: readonly Kind[] = [
  "looked-after", "legal-status", "placement", "primary-plan", "contingency-plan", "parallel-plan", "adoption-became-plan", "early-alert", "plan-decision", "plan-decision-reversed",
  "placement-order", "placement-order-revoked", "match-decision", "placed-for-adoption", "disruption", "adoption-application", "adoption-order", "birth",
  "review", "barrier", "tracking-meeting", "agency-meeting", "meeting-outcome", "action-agreed", "action-done", "allocated-worker", "responsible-team",
];

/** The kinds of entry that these rules read: nothing else of a record is needed to build an agenda. */
export function kindsRead(rules: readonly AgendaRule[]): readonly Kind[] {
  const kinds = new Set<Kind>(ALWAYS);
  const add = (occasions: readonly Occasion[]): void => occasions.forEach((o) => kindsOf(o).forEach((kind) => kinds.add(kind)));
  for (const { ground } of rules) {
    if (ground.by === "first") add(ground.starts);
    if (ground.by === "new") add([...ground.of, ...ground.undone]);
    if (ground.by === "state") add([...ground.starts, ...ground.ends, ...ground.applies.flatMap((c) => (c.test === "happened" ? [c.occasion] : []))]);
  }
  return [...kinds];
}

/** The standards whose running clocks these rules go by. */
export const standardsRead = (rules: readonly AgendaRule[]): readonly string[] =>
  [...new Set(rules.flatMap(({ ground }) => (ground.by === "clock" || ground.by === "review" ? [ground.standard] : [])))];
