import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { isSiblingGroupKind, type Kind, KINDS } from "../chronology/kinds.ts";
import { addDays, addMonths, type Day, day, dayInWords } from "../dates/day.ts";
import { birthOf, lastOf, latestCare, openOf, standingAdoptivePlacement, standingPlacementOrder, standingPlanDecision } from "../permanence/moments.ts";
import type { Refusal } from "./command.ts";
import { lowerFirst } from "./entry-input.ts";

export type Proposed = Omit<Draft, "source">;
export type RecordType = "child" | "sibling-group";

/**
 * What must hold of an entry before it joins a record, whoever asks. `c` is the case
 * without the entry that the proposed one would replace.
 */
export function broken(c: Case, draft: Proposed, today: Day, recordType: RecordType): readonly Refusal[] {
  const row = KINDS[draft.kind];
  const refusals: Refusal[] = [];
  const against = (field: string, message: string): void => void refusals.push({ field, message });

  if (isSiblingGroupKind(draft.kind) !== (recordType === "sibling-group")) {
    against("kind", recordType === "child" ? `${row.label} is recorded on the sibling group` : `${row.label} is recorded on each child`);
  }
  if (draft.certainty === "actual" && draft.happenedOn > today) {
    against("happenedOn", `${dayInWords(draft.happenedOn)} is in the future. Enter a day up to today${row.ahead === true ? ", or choose planned or provisional" : ""}`);
  }
  const strange = implausible(draft, today);
  if (strange !== undefined) against("happenedOn", strange);
  if (draft.certainty !== "actual" && row.ahead !== true) {
    against("certainty", `${row.label} can only be recorded once it has happened. Choose actual`);
  }
  if (draft.until !== undefined && draft.until <= draft.happenedOn) {
    against("until", `The end, ${dayInWords(draft.until)}, must be after ${dayInWords(draft.happenedOn)}, when it began`);
  }
  if (draft.until !== undefined && draft.until > today && draft.certainty === "actual") {
    against("until", `The end, ${dayInWords(draft.until)}, is in the future. Leave it out until it has ended`);
  }
  const birth = birthOf(c);
  if (birth !== undefined && !birth.expected && draft.happenedOn < birth.on && !MAY_PRECEDE_BIRTH.has(draft.kind)) {
    against("happenedOn", `${dayInWords(draft.happenedOn)} is before the child was born on ${dayInWords(birth.on)}`);
  }
  if (draft.kind === "birth" && draft.certainty === "actual") {
    const early = c.entries.find((e) => e.certainty === "actual" && e.happenedOn < draft.happenedOn && !MAY_PRECEDE_BIRTH.has(e.kind));
    if (early !== undefined) against("happenedOn", `The record already has ${lowerFirst(KINDS[early.kind].label)} on ${dayInWords(early.happenedOn)}, before this birth`);
  }
  if (row.repeats !== true) {
    const had = c.of(draft.kind)[0];
    if (had !== undefined) against("kind", `${row.label} is already recorded, on ${dayInWords(had.happenedOn)}. Correct that entry instead`);
  }
  if (draft.certainty === "actual") refusals.push(...outOfOrder(c, draft));
  return refusals;
}

const FIRST_YEAR = day("2000-01-01");

/** A year mistyped: a day that no child on record can have. The message, or nothing. */
export function implausible({ kind, certainty, happenedOn: on }: Pick<Proposed, "kind" | "certainty" | "happenedOn">, today: Day): string | undefined {
  if (certainty !== "actual" && on > addMonths(today, 5 * 12)) return `${dayInWords(on)} is more than 5 years ahead. Check the year`;
  if (kind === "birth") return on < addMonths(today, -25 * 12) ? `${dayInWords(on)} is more than 25 years ago. Check the year` : undefined;
  return on < FIRST_YEAR ? `${dayInWords(on)} is before ${dayInWords(FIRST_YEAR)}. Check the year` : undefined;
}

/**
 * What is still to come cannot be behind us; a birth may be late by four weeks. A decision may be written down as
 * provisional after its day: whoever decided confirms it. The message, or nothing.
 */
export function alreadyPast({ kind, certainty, happenedOn: on }: Pick<Proposed, "kind" | "certainty" | "happenedOn">, today: Day): string | undefined {
  if (certainty === "actual" || (certainty === "provisional" && KINDS[kind].decidedBy !== undefined) || on >= (kind === "birth" ? addDays(today, -28) : today)) return undefined;
  return `${dayInWords(on)} is in the past. If it happened, choose actual; if it is still to come, give the new date`;
}

/** What may be known of a child who is not yet born. */
const MAY_PRECEDE_BIRTH: ReadonlySet<Kind> = new Set<Kind>([
  "birth", "early-alert", "tracking-meeting", "care-plan-submitted", "family-group-conference", "permanence-planning-meeting",
  "permanence-assessment", "legal-advice", "early-permanence-considered", "early-permanence-decision", "primary-plan",
  "contingency-plan", "parallel-plan", "allocated-worker", "family-finder", "responsible-team", "barrier", "extension-requested", "extension-signed-off", "extension", "individual-target", "particulars",
  "tracking-closed", "adoption-became-plan", "family-finding-started", "previous-permanence",
  "agency-meeting", "meeting-outcome", "meeting-decision", "meeting-decision-answered", "action-agreed", "action-done", "action-escalated", "action-said",
]);

type Needs = (c: Case) => { readonly happenedOn: Day } | undefined;
interface OrderRule {
  readonly needs: Needs;
  readonly missing: string;
}

const decision: OrderRule = { needs: standingPlanDecision, missing: "there is no decision in force that the child should be placed for adoption" };
const placement: OrderRule = { needs: standingAdoptivePlacement, missing: "the child has not moved in with an adoptive family" };

/** One thing must exist before another. Source: the order checks of the SSDA903 (333, 390, 522, 563) and the Adoption Agencies Regulations 2005. */
const ORDER: Partial<Record<Kind, OrderRule>> = {
  "plan-decision-reversed": decision,
  "placement-order-revoked": { needs: standingPlacementOrder, missing: "there is no placement order in force" },
  "disruption": placement,
  "adoption-review": placement,
  "adoption-order": placement,
  "adoption-visit": placement,
  "consent-withdrawn": { needs: (c) => lastOf(c, "consent-given"), missing: "no consent is recorded" },
  "celebration-hearing": { needs: (c) => lastOf(c, "adoption-order"), missing: "there is no adoption order" },
  "legal-status": { needs: latestCare, missing: "the child is not recorded as looked after. Record when that began first" },
  "placement": { needs: latestCare, missing: "the child is not recorded as looked after. Record when that began first" },
};

/** Outcomes by which nothing was decided in favour: what must come before a thing need not, where it was not done. */
const NOT_MADE: ReadonlySet<unknown> = new Set(["refused", "deferred", "more-work"]);

function outOfOrder(c: Case, draft: Proposed): readonly Refusal[] {
  const rule = ORDER[draft.kind];
  if (rule === undefined || NOT_MADE.has(draft.detail["outcome"])) return [];
  const before = rule.needs(c);
  const label = KINDS[draft.kind].label;
  if (before === undefined) return [{ field: "kind", message: `${label} cannot be recorded: ${rule.missing}` }];
  if (draft.happenedOn < before.happenedOn) {
    return [{ field: "happenedOn", message: `${label} cannot be before ${dayInWords(before.happenedOn)}, the day of what it follows from` }];
  }
  return [];
}

/**
 * A new period ends the one still open on its track. Anything else that would share days
 * with it is refused by name.
 */
export function makeRoom(c: Case, draft: Proposed): { readonly ends?: Proposed; readonly refusals: readonly Refusal[] } {
  const { track } = KINDS[draft.kind];
  if (track === undefined || draft.certainty !== "actual") return { refusals: [] };
  const open = openOf(c, draft.kind);
  const endable = open !== undefined && open.happenedOn < draft.happenedOn && draft.kind !== "looked-after" ? open : undefined;
  const clash = c.of(draft.kind).find((e) => {
    if (e === endable || e.certainty !== "actual") return false;
    return (draft.until === undefined || e.happenedOn < draft.until) && (e.until === undefined || draft.happenedOn < e.until);
  });
  if (clash !== undefined) {
    const days = `${dayInWords(clash.happenedOn)} to ${clash.until === undefined ? "now" : dayInWords(clash.until)}`;
    return { refusals: [{ field: "happenedOn", message: `${KINDS[draft.kind].label} is already recorded for ${days}. Correct that entry first, or choose other days` }] };
  }
  if (endable === undefined) return { refusals: [] };
  const { number, kind, happenedOn, certainty, detail } = endable;
  return { ends: { kind, happenedOn, until: draft.happenedOn, certainty, detail, supersedes: number, cause: "ended" }, refusals: [] };
}
