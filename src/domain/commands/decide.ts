import { type DecidingRoles, notTheirs } from "../access/decides.ts";
import { DECISION_OUTCOMES } from "../chronology/codes.ts";
import type { Draft, Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { isDecidable } from "../decisions/decidable.ts";
import { accept, type Decision, inForce, refuse, type Refusal } from "./command.ts";
import { correctEntry } from "./correct-entry.ts";
import { onlyTheirOwn } from "./decided-by.ts";
import { asTyped } from "./record-many.ts";
import { recordEntry } from "./record-entry.ts";

/** How the decision-maker may decide, in their words. */
export const OFFERED_OUTCOMES = {
  made: "Yes",
  refused: "No",
  deferred: "Deferred",
  "more-work": DECISION_OUTCOMES["more-work"],
} as const satisfies Partial<Record<keyof typeof DECISION_OUTCOMES, string>>;

/** What the decision page sends. */
export interface DecideInput {
  readonly kind: string;
  /** The number of what somebody put down as planned or provisional, where that is confirmed. */
  readonly entry: number | undefined;
  readonly happenedOn: string;
  readonly outcome: string;
  readonly reasons: string;
  /** What fieldwork, adoption and the reviewing service are to learn of it; empty where nothing. */
  readonly feedback: string;
  /** The kind’s other details, as its form has them. */
  readonly detail: Readonly<Record<string, string>>;
}

/** One decision of the decision-maker’s, with its reasons and their feedback. Only for those who decide. */
export function decide(c: Case, input: DecideInput, today: Day, roles: DecidingRoles): Decision {
  const { kind } = input;
  if (!isDecidable(kind)) return refuse({ field: "kind", message: "Choose which decision" });
  const whose = notTheirs(kind, "actual", roles);
  if (whose !== undefined) return refuse({ field: "kind", message: whose });
  const old = input.entry === undefined ? undefined : inForce(c.entries, input.entry);
  if (old !== undefined && !("number" in old)) return refuse(old);
  if (old !== undefined && (old.kind !== kind || old.certainty === "actual")) return refuse({ field: "entry", message: "This has been decided since. Open the child again to see how" });
  const decision = onlyTheirOwn(decided(c, { ...input, kind }, old, today), c, roles);
  const unsaid = outcomeMissing(input);
  const refusals = [...unsaid, ...(decision.accepted ? [] : decision.refusals)];
  if (!decision.accepted || refusals.length > 0) return refuse(...refusals);
  const feedback = input.feedback.trim();
  return feedback === "" ? decision : accept(...decision.drafts, told(feedback, today));
}

function outcomeMissing({ kind, outcome }: DecideInput): readonly Refusal[] {
  if (!isDecidable(kind) || KINDS[kind].detail?.["outcome"] === undefined || Object.hasOwn(OFFERED_OUTCOMES, outcome)) return [];
  return [{ field: "detail.outcome", message: "Choose what you decide" }];
}

function decided(c: Case, { kind, happenedOn, outcome, reasons, detail }: DecideInput, old: Entry | undefined, today: Day): Decision {
  const said = { ...detail, ...(Object.hasOwn(OFFERED_OUTCOMES, outcome) ? { outcome } : {}), note: reasons };
  if (old === undefined) return recordEntry(c, { kind, happenedOn, certainty: "actual", detail: said }, today, "child");
  return correctEntry(c, { number: old.number, kind, happenedOn, certainty: "actual", detail: { ...asTyped(old.detail), ...said }, cause: "confirmed", reason: "" }, today, "child");
}

const told = (feedback: string, today: Day): Draft =>
  ({ kind: "decision-feedback", happenedOn: today, certainty: "actual", source: { type: "person" }, detail: { feedback } });

/** What somebody put down as provisional, confirmed as it stands. */
export const asPutDown = ({ number, kind, happenedOn, detail }: Entry): DecideInput => {
  const { outcome = "", note = "", ...rest } = asTyped(detail);
  return { kind, entry: number, happenedOn, outcome, reasons: note, feedback: "", detail: rest };
};
