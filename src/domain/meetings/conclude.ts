import type { Detail, Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Refusal } from "../commands/command.ts";
import { daysBetween } from "../dates/day.ts";
import { isAnswered } from "./actions.ts";
import { overWritten } from "./again.ts";
import { effectsOf, type EffectsContext, recommendedBy } from "./effects.ts";
import { CHAIRS_ACTION, type OfMeeting } from "./of-meeting.ts";
import type { MeetingOutcome } from "./outcome.ts";

export interface ConcludeContext extends EffectsContext {
  readonly of: OfMeeting;
  readonly side: "authority" | "agency";
  readonly part: string;
  /** Why the child was on the agenda, in a sentence or several. */
  readonly why: string;
  /** Who should have been there and was not. */
  readonly absent: string;
  /** The numbers of the entries that the meeting wrote of this child before. */
  readonly ours: readonly number[];
}

/** What confirming a child comes to: what is written, and what is to be said to whoever confirms it. */
export type Conclusion =
  | { readonly accepted: true; readonly drafts: readonly Draft[]; readonly all: readonly Draft[]; readonly notes: readonly string[] }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** How far from a planned meeting a meeting may be and still be that one. */
const NEAR_DAYS = 31;

/**
 * What a meeting agreed of one child as entries: that the child was considered, the answers, each decision and recommendation,
 * each action, and what takes effect by the meeting’s own authority. Confirmed again, what changed takes the place of what
 * it was (`drafts` is what is left to write, `all` what the meeting says in all). A refusal’s field is a box of the room. Pure.
 */
export function conclude(c: Case, outcome: MeetingOutcome, context: ConcludeContext): Conclusion {
  const { heldOn, today, of, side, ours } = context;
  if (heldOn > today) return { accepted: false, refusals: [{ field: "discussion", message: "The meeting has not been held yet" }] };
  const effects = effectsOf(c, outcome, context);
  const recommended = recommendedBy(c, outcome, heldOn);
  const refusals = [...effects.refusals, ...recommended.refusals];
  if (refusals.length > 0) return { accepted: false, refusals };

  const entry = (kind: Draft["kind"], detail: Detail): Draft => ({ kind, happenedOn: heldOn, certainty: "actual", detail, source: { type: "person" } });
  const isBetween = of.meeting === CHAIRS_ACTION;
  const considered = entry(side === "agency" ? "agency-meeting" : "tracking-meeting", outcome.discussion === "" ? {} : { note: outcome.discussion });
  const all: Draft[] = [
    ...(isBetween ? [] : [considered]),
    entry("meeting-outcome", { ...of, ...filled({ part: context.part, why: context.why, absent: context.absent }), ...outcome.answers, ...(isBetween ? { chairsAction: true, ...filled({ other: outcome.discussion }) } : {}) }),
    ...effects.drafts.filter((draft) => !standsAlready(c, draft, ours)),
    ...[...outcome.decisions, ...recommended.decisions].map(({ sort, what, why }) => entry("meeting-decision", { ...of, sort, what, why })),
    ...outcome.actions.map(({ what, who, whoElse, dueOn, shownBy }) => entry("action-agreed", { ...of, what, ...(who === null ? {} : { who }), ...(whoElse === null ? {} : { whoElse }), dueOn, shownBy })),
  ];
  const written = overWritten(c, ours, all, (e) => isAnswered(c, e));
  return { accepted: true, all, drafts: written.map((draft) => inPlaceOfPlan(c, draft, ours)), notes: effects.notes };
}

const filled = (detail: Readonly<Record<string, string>>): Detail => Object.fromEntries(Object.entries(detail).filter(([, text]) => text !== ""));

/** A barrier that stands already, put down by somebody else, is not put down again. */
function standsAlready(c: Case, { kind, detail }: Draft, ours: readonly number[]): boolean {
  const isOurs = (number: number): boolean => ours.includes(number);
  return kind === "barrier" && c.of(kind).some((e) => e.until === undefined && e.detail["barrier"] === detail["barrier"] && !isOurs(e.number) && c.history.get(e.number)?.some((was) => isOurs(was.number)) !== true);
}

/** What a meeting says takes the place of what was planned: the meeting itself, or an earlier day for family finding to begin. */
function inPlaceOfPlan(c: Case, draft: Draft, ours: readonly number[]): Draft {
  if (draft.supersedes !== undefined || (draft.kind !== "tracking-meeting" && draft.kind !== "family-finding-started")) return draft;
  const plan = c.of(draft.kind).find((e) => e.certainty !== "actual" && !ours.includes(e.number) && (draft.kind === "family-finding-started" || Math.abs(daysBetween(e.happenedOn, draft.happenedOn)) <= NEAR_DAYS));
  return plan === undefined ? draft : { ...draft, supersedes: plan.number, cause: draft.kind === "tracking-meeting" ? "confirmed" : "moved", reason: "" };
}
