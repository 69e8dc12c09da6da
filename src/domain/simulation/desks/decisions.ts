import { isFormChapter, type Kind, KINDS } from "../../chronology/kinds.ts";
import { addDays, type Day, latest } from "../../dates/day.ts";
import type { Written } from "../chronicle.ts";
import { type Desk, happenedAt, writeDown } from "./desk.ts";

/** Decisions made so lately, in days, may not have reached the decision-maker yet. */
const LATELY = 20;
const WAITING = 0.9;
const FEEDBACK_OF_DAYS = 120;

const DECISIONS = ["plan-decision", "match-decision"] as const satisfies readonly Kind[];

/**
 * Of the decisions of the last days, some are still to be made: the papers lie with the decision-maker, or somebody
 * has put the decision down as provisional. What came after it has then not happened.
 */
export function waitForDecision(desk: Desk): void {
  const luck = desk.luck.fork("decision");
  for (const kind of DECISIONS) {
    const made = happenedAt(desk, kind).at(-1);
    if (made === undefined || made.draft.detail["outcome"] !== "made" || made.draft.happenedOn < addDays(desk.to, -LATELY) || !luck.chance(WAITING)) continue;
    takeOut(desk, made);
    if (luck.chance(0.65)) putDown(desk, made);
    return;
  }
}

/** Takes a decision out, and all on the way to adoption from that day on. */
function takeOut(desk: Desk, made: Written): void {
  const on = made.draft.happenedOn;
  const goes = (w: Written): boolean =>
    w === made || (isFormChapter(KINDS[w.draft.kind].chapter) && (w.draft.certainty === "actual" ? w.draft.happenedOn : w.recordedOn) >= on);
  const gone = new Set(desk.written.filter(goes));
  for (const w of desk.written) if (w.replaces !== undefined && gone.has(w.replaces)) gone.add(w);
  const kept = desk.written.filter((w) => !gone.has(w));
  desk.written.splice(0, desk.written.length, ...kept);
}

/** Somebody else says what was decided: it waits to be confirmed. Some have the reasons from the minutes, some do not. */
function putDown(desk: Desk, { draft: { kind, happenedOn, detail }, replaces }: Written): void {
  const luck = desk.luck.fork("put down");
  const day = latest(happenedOn, replaces?.recordedOn === undefined ? happenedOn : addDays(replaces.recordedOn, 1));
  if (day > desk.to) return;
  const same = replaces?.draft.happenedOn === happenedOn;
  writeDown(desk, kind, happenedOn, { ...detail, ...(luck.chance(0.6) ? { note: luck.pick(REASONS) } : {}) }, {
    by: luck.pick(["business-support", "social-worker", "family-finder"]), certainty: "provisional", recordedOn: day,
    ...(replaces === undefined ? {} : { replaces, cause: same ? "confirmed" : "moved", reason: "From the minutes" }),
  });
}

const REASONS = [
  "The plan was recommended without reservation, and no relative can offer a home in the child’s time",
  "The support plan answers what panel asked about; the match meets the child’s needs as assessed",
  "Panel’s recommendation is accepted for the reasons in its minutes",
] as const;

/** Now and then the decision-maker tells the services what a decision showed. */
export function tellFeedback(desk: Desk): void {
  const luck = desk.luck.fork("feedback");
  const since: Day = addDays(desk.to, -FEEDBACK_OF_DAYS);
  for (const kind of DECISIONS) {
    for (const { draft: { happenedOn } } of happenedAt(desk, kind)) {
      if (happenedOn < since || !luck.chance(0.35)) continue;
      writeDown(desk, "decision-feedback", happenedOn, { feedback: luck.pick(FEEDBACK) }, { by: "decision-maker" });
    }
  }
}

const FEEDBACK = [
  "To fieldwork: the chronology was clear and the analysis balanced. Please keep the permanence report to this standard",
  "To fieldwork: the child’s own wishes came late in the report. Begin with them",
  "To the adoption service: the support plan said what and when, and who pays. Thank you",
  "To the adoption service: papers came two days before they were due, which gave time to ask",
  "To the reviewing service: the plan was tested at the second review, and the minutes show how",
] as const;
