import { type Day, addDays, latest } from "../dates/day.ts";
import { type Life, after, between, milestone, soon, workday, workdayBefore, workingDaysAfter } from "./life.ts";

export interface Decided {
  readonly becamePlanOn: Day;
  /** When the decision was made, for the last time if it was put off. */
  readonly on: Day;
}

export interface DecisionNeeds {
  /** A relinquished child’s case goes to panel first. */
  readonly panel?: boolean;
  /** The decision was made before, and everything is on file. */
  readonly again?: boolean;
  /** The child lives with early permanence carers already. */
  readonly early?: boolean;
}

/** From the review that said adoption to the agency's decision that the child should be placed. */
export function planForAdoption(life: Life, reviewOn: Day, needs: DecisionNeeds = {}): Decided {
  const { line, luck: { path } } = life;
  line.point("adoption-became-plan", reviewOn);
  line.begin("primary-plan", reviewOn, { plan: "ADOPTION" });
  if (path.chance(0.45)) line.begin("contingency-plan", reviewOn, { plan: path.pick(["LTFOST18", "LTRELFR"]) });
  else if (path.chance(0.35)) line.begin("parallel-plan", reviewOn, { plan: "RETURN6M" });
  if (needs.again !== true) openTheFile(life, reviewOn, needs.early === true);

  const sentOn = after(life, reviewOn, "planToPackSent");
  const receivedOn = after(life, sentOn, "packSentToReceived");
  const meetingOn = after(life, receivedOn, "packToMeeting");
  milestone(life, "adoption-pack-sent", sentOn);
  milestone(life, "adoption-pack-received", receivedOn);
  milestone(life, "prioritisation-meeting", meetingOn);
  line.point("adoption-medical", between(life, sentOn, meetingOn), {}, { knownFrom: sentOn });
  const readyOn = needs.panel === true ? hearPanel(life, meetingOn) : meetingOn;
  const firstOn = after(life, readyOn, "meetingToDecision");
  line.point("permanence-planning-meeting", between(life, addDays(receivedOn, 1), addDays(firstOn, -3)));
  line.point("permanence-report", between(life, receivedOn, addDays(firstOn, -2)));
  const on = decide(life, firstOn, meetingOn);
  line.end("parallel-plan", on);
  line.point("plan-decision-told", workingDaysAfter(life, on, path.chance(1 - life.settings.late) ? path.whole(0, 2) : path.whole(3, 6)));
  line.point("plan-decision-written", workingDaysAfter(life, on, path.chance(1 - life.settings.late) ? path.whole(2, 5) : path.whole(6, 9)));
  milestone(life, "tracking-meeting", soon(life, on, 4, 28));
  return { becamePlanOn: reviewOn, on };
}

function openTheFile(life: Life, on: Day, early: boolean): void {
  milestone(life, "adoption-case-record-opened", soon(life, on, 0, 5));
  if (!early) milestone(life, "early-permanence-considered", between(life, on, addDays(on, 14)), { note: "No suitable carers at present" });
  milestone(life, "tracking-meeting", soon(life, on, 5, 25));
}

function hearPanel(life: Life, meetingOn: Day): Day {
  const panelOn = soon(life, meetingOn, 6, 20);
  life.line.point("plan-panel", panelOn, {}, { knownFrom: addDays(panelOn, -21) });
  const minutesOn = workingDaysAfter(life, panelOn, life.luck.path.whole(2, 6));
  life.line.point("plan-panel-minutes", minutesOn);
  return minutesOn;
}

/** Mostly the decision is made at once; some are put off and brought back, a few refused and brought back. */
function decide(life: Life, firstOn: Day, bookedOn: Day): Day {
  const { line, luck: { path } } = life;
  const booked = { knownFrom: workday(life, bookedOn) };
  const outcome = path.weighted({ made: 90, deferred: 8, refused: 2 });
  if (outcome === "made") {
    line.point("plan-decision", firstOn, { outcome }, booked);
    return firstOn;
  }
  line.point("plan-decision", firstOn, { outcome, note: outcome === "deferred" ? "The sibling assessment is awaited" : "Other options are not yet ruled out" }, booked);
  const backOn = after(life, firstOn, "decisionBroughtBack");
  line.point("plan-decision", backOn, { outcome: "brought-back" });
  const madeOn = soon(life, addDays(backOn, 1), 1, 6);
  line.point("plan-decision", madeOn, { outcome: "made" });
  return madeOn;
}

const REVERSALS = { RD1: 35, RD2: 25, RD3: 20, RD4: 20 } as const;
export type Reversal = keyof typeof REVERSALS;
export const drawReversal = (life: Life): Reversal => life.luck.path.weighted(REVERSALS);

/** The decision is undone, and the plan is another. */
export function reverseDecision(life: Life, on: Day, reason: Reversal, plan: string): void {
  const { line } = life;
  line.point("plan-decision-reversed", on, { reason });
  line.begin("primary-plan", on, { plan });
  line.end("contingency-plan", on);
  line.end("parallel-plan", on);
  line.end("family-finder", on);
}

/** Planning before anybody has said adoption: relatives are asked, permanence assessed, a first plan agreed. */
export function planAtFirst(life: Life, reviews: readonly Day[], plan: string, contingency?: string): void {
  const { line, luck: { path } } = life;
  const first = reviews[0] ?? life.startsOn;
  line.begin("primary-plan", first, { plan });
  if (contingency !== undefined) line.begin("contingency-plan", first, { plan: contingency });
  milestone(life, "family-group-conference", soon(life, life.startsOn, 10, 50));
  milestone(life, "permanence-assessment", soon(life, first, 10, 60));
  if (path.chance(0.8)) milestone(life, "tracking-meeting", soon(life, life.startsOn, 20, 58));
}

/** Early alert to the adoption agency, and for a child not yet born the expected day. */
export function alertEarly(life: Life, on: Day): void {
  life.line.point("early-alert", workdayBefore(life, on), { note: life.luck.path.pick(["Earlier children were adopted", "Relatives have been ruled out", "Parents have asked about adoption"]) });
}

/** The day after which the court may hear the case: the decision is made, told, and the application lodged. */
export function applyForPlacementOrder(life: Life, decidedOn: Day): Day {
  const on = after(life, decidedOn, "decisionToApplication");
  life.line.point("placement-order-application", on);
  return latest(addDays(on, 10), addDays(decidedOn, 14));
}
