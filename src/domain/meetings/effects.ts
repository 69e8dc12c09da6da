import { BARRIERS, PERMANENCE_PLANS, type PermanencePlan } from "../chronology/codes.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { KINDS } from "../chronology/kinds.ts";
import type { Refusal } from "../commands/command.ts";
import { broken } from "../commands/rules.ts";
import { targetRefusals } from "../commands/target-input.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { holding, lastOf, standingPlanDecision } from "../permanence/moments.ts";
import type { Standard } from "../standards/standard.ts";
import { lower } from "../words.ts";
import type { DecisionLine, MeetingOutcome } from "./outcome.ts";

export interface EffectsContext {
  readonly heldOn: Day;
  readonly today: Day;
  readonly standards: ReadonlyMap<string, Standard>;
  /** What an agency’s meeting may record of the child beside its own minutes; nothing where it is the authority’s own. */
  readonly given?: readonly Kind[] | undefined;
}

export interface Effects {
  readonly drafts: readonly Draft[];
  readonly refusals: readonly Refusal[];
  /** What the meeting has no say in or cannot make so, in sentences. */
  readonly notes: readonly string[];
}

const BY_HAND = { type: "person" } as const;
const point = (kind: Kind, happenedOn: Day, detail: Draft["detail"], certainty: Draft["certainty"] = "actual"): Draft => ({ kind, happenedOn, certainty, detail, source: BY_HAND });

/**
 * What takes effect by the meeting’s own authority: targets, barriers, when family finding is to begin, legal advice and early
 * permanence as considered. Nothing that is the decision-maker’s, the child’s review’s or a court’s is among it.
 */
export function effectsOf(c: Case, outcome: MeetingOutcome, context: EffectsContext): Effects {
  const { heldOn, today, standards, given } = context;
  const drafts: Draft[] = [];
  const refusals: Refusal[] = [];
  const notes: string[] = [];
  const add = (draft: Draft, box: string): void => {
    if (given !== undefined && !given.includes(draft.kind)) {
      notes.push(`${KINDS[draft.kind].label}: the authority has not given your agency the function that this belongs to. It stands in your minutes, and changes nothing on the child’s line`);
      return;
    }
    const against = broken(c, draft, today, "child");
    refusals.push(...against.map(({ message }) => ({ field: box, message })));
    if (against.length === 0) drafts.push(draft);
  };

  for (const { line, standard, dueOn, note } of outcome.targets) {
    const against = targetRefusals({ kind: "individual-target", detail: { standard } }, standards);
    if (against.length > 0) refusals.push(...against.map(({ message }) => ({ field: `targets/${line}/standard`, message })));
    else add(point("individual-target", heldOn, { standard, dueOn, ...(note === "" ? {} : { note }) }), `targets/${line}/dueOn`);
  }
  for (const { line, barrier, since, note } of outcome.barriers) {
    add({ ...point("barrier", since, { barrier, ...(note === "" ? {} : { note }) }) }, `barriers/${line}/since`);
  }
  familyFinding(c, outcome, heldOn, { add, refusals, notes });
  const { fosteringForAdoption, plan, legalStatus } = outcome.answers;
  if (fosteringForAdoption !== undefined) add(point("early-permanence-considered", heldOn, { note: fosteringForAdoption === true ? "The tracking meeting: a fostering for adoption placement is to be sought" : "The tracking meeting: no fostering for adoption placement is to be sought" }), "fosteringForAdoption");
  const onRecord = holding(c, "legal-status", heldOn)?.detail["status"];
  if (legalStatus !== undefined && onRecord !== undefined && onRecord !== legalStatus) notes.push(`The legal status that the meeting confirmed differs from the record’s. It is written as the meeting heard it; whoever has the child puts the record right`);
  if (plan !== undefined && planOf(c, heldOn) === undefined) notes.push("The record holds no plan. The plan that the meeting heard is written with its outcome; the plan itself is recorded once the child’s review has made it");
  return { drafts, refusals, notes };
}

interface Into {
  readonly add: (draft: Draft, box: string) => void;
  readonly refusals: Refusal[];
  readonly notes: string[];
}

/** Source: DERB-03, the meeting says when family finding starts; DERB-05, before the agency decision subject to legal advice. */
function familyFinding(c: Case, { answers }: MeetingOutcome, heldOn: Day, { add, refusals, notes }: Into): void {
  const advice = answers["legalAdvice"];
  if (advice !== undefined) add(point("legal-advice", heldOn, { note: advice }), "legalAdvice");
  const from = parseDay(String(answers["findingFrom"] ?? ""));
  if (from === undefined) return;
  const begun = lastOf(c, "family-finding-started");
  if (begun !== undefined) {
    notes.push(`Family finding began on ${dayInWords(begun.happenedOn)}, so no day is set for it`);
    return;
  }
  if (standingPlanDecision(c) === undefined && advice === undefined && lastOf(c, "legal-advice") === undefined) {
    refusals.push({ field: "legalAdvice", message: "There is no decision yet that the child should be placed, so family finding begins only after legal advice. Write what was advised, or leave out the day on which it begins" });
    return;
  }
  add(point("family-finding-started", from, { note: "Set by the tracking meeting" }, "planned"), "findingFrom");
}

const planOf = (c: Case, on: Day): PermanencePlan | undefined => holding(c, "primary-plan", on)?.detail["plan"] as PermanencePlan | undefined;

/** What follows from the answers that the meeting can only recommend, or must raise with somebody: beside the decisions that were typed. */
export function recommendedBy(c: Case, outcome: MeetingOutcome, heldOn: Day): { readonly decisions: readonly DecisionLine[]; readonly refusals: readonly Refusal[] } {
  const { answers, barriers } = outcome;
  const decisions: DecisionLine[] = [];
  const refusals: Refusal[] = [];
  const recommend = (sort: DecisionLine["sort"], what: string, box: string, why: string): void => {
    if (why === "") refusals.push({ field: box, message: `Say why. It goes to those who decide: “${what}”` });
    else decisions.push({ line: "", sort, what, why });
  };
  const said = (name: string): string => String(answers[name] ?? "").trim();
  const known = planOf(c, heldOn);
  const confirmed = answers["plan"] as PermanencePlan | undefined;
  if (confirmed !== undefined && known !== undefined && confirmed !== known) {
    recommend("to-review", `Change the care plan from ${lower(PERMANENCE_PLANS[known])} to ${lower(PERMANENCE_PLANS[confirmed])}`, "discussion", said("planNote") || outcome.discussion);
  }
  if (answers["planRight"] === false) recommend("to-review", "Adoption is no longer the right plan: look at the care plan anew", "planNote", said("planNote"));
  else if (answers["revisit"] === true) recommend("to-review", "Revisit the plan", "discussion", said("planNote") || said("drift") || outcome.discussion);
  if (answers["decisionRight"] === false) recommend("to-decision-maker", "Look again at the decision that the child should be placed: the meeting no longer holds it right", "decisionNote", said("decisionNote"));
  if (answers["orderRight"] === false) recommend("to-review", "The placement order is no longer right: consider applying to revoke it", "orderNote", said("orderNote"));
  const raised = outcome.decisions.some(({ sort }) => sort === "delay");
  if (!raised && (barriers.length > 0 || answers["classification"] === "at-risk")) {
    const why = [...barriers.map(({ barrier, note }) => (note === "" ? BARRIERS[barrier] : `${BARRIERS[barrier]}: ${note}`)), said("drift")].filter((text) => text !== "").join(". ");
    recommend("delay", barriers.length > 0 ? "Delay found by the meeting, with what stands in the way" : "In danger of drift or delay", "drift", why);
  }
  return { decisions, refusals };
}
