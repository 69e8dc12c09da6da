import { dayInWords } from "../dates/day.ts";
import { evidenceInWords } from "../scorecard/plan/in-words.ts";
import { ownersInWords } from "../scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, isOverdue, type PlanAction, PROGRESS_STATES } from "../scorecard/plan/plan.ts";
import { countsInWords, countsOf, dueInWords, mostPressingFirst, standingOf } from "../scorecard/plan/standing.ts";
import { monthInWords } from "../standards/performance.ts";
import { type Block, heading, paragraph, type Words, type WordDocument } from "./word.ts";

/** What an action plan as a Word document is made from. */
export interface PlanTold {
  readonly plan: ActionPlan;
  /** By account. */
  readonly names: ReadonlyMap<string, string>;
  readonly organisation: string;
  readonly madeBy: string;
  readonly madeOn: string;
}

/** The action plan as a Word document: how it stands, what is overdue, then objective by objective, and what was said month by month. */
export function actionPlanOf({ plan, names, organisation, madeBy, madeOn }: PlanTold): WordDocument {
  const overdue = actionsOf(plan).filter(isOverdue).toSorted(mostPressingFirst);
  return {
    title: "Adoption action plan", subtitle: `As it stands on ${dayInWords(plan.asOf)}`, subject: "Objectives, actions, owners and progress", organisation, across: true,
    header: `${organisation} · Adoption action plan`, footer: `Made by ${madeBy} on ${madeOn}`,
    blocks: [
      paragraph(countsInWords(countsOf(plan))),
      ...(overdue.length === 0 ? [] : [heading(1, "Overdue"), actionTable(overdue, names, "Actions past their day, the longest first")]),
      ...planBlocks(plan, names),
      ...(plan.months.length === 0 ? [] : [heading(1, "Progress by month"), ...plan.months.flatMap((month): readonly Block[] => [heading(2, monthInWords(month)), monthTable(plan, names, month)])]),
    ],
  };
}

/** Objective by objective: what is to be done, whose it is, by when and how it stands. Of headings of `level`. */
export function planBlocks(plan: Pick<ActionPlan, "objectives">, names: ReadonlyMap<string, string>, level: 1 | 2 = 1): readonly Block[] {
  if (plan.objectives.length === 0) return [paragraph("There is no action plan yet.")];
  return plan.objectives.flatMap(({ title, actions }, i): readonly Block[] => [heading(level, `Objective ${i + 1}`), paragraph(title), actionTable(actions, names, `Actions of objective ${i + 1}`)]);
}

const actionTable = (actions: readonly PlanAction[], names: ReadonlyMap<string, string>, caption: string): Block => ({
  type: "table", caption, rowHeadings: true, none: "No action has been put down yet.",
  columns: [{ heading: "Action", share: 4 }, { heading: "Owners", share: 2 }, { heading: "By when", share: 2 }, { heading: "How it stands", share: 2 }, { heading: "Last said", share: 4 }, { heading: "Evidence", share: 3 }],
  rows: actions.map((action): readonly Words[] => [action.what, ownersInWords(action.owners, names), dueInWords(action), standingOf(action), lastSaid(action), evidenceOf(action)]),
});

const lastSaid = ({ progress: [last] }: PlanAction): string => (last === undefined ? "Nothing yet" : `${monthInWords(last.month)}: ${last.words}`);

const evidenceOf = ({ evidence, shownBy }: PlanAction): string =>
  evidence.length === 0 ? (shownBy === "" ? "None yet" : `None yet. Wanted: ${shownBy}`) : evidence.map(evidenceInWords).join("\n");

const monthTable = (plan: ActionPlan, names: ReadonlyMap<string, string>, month: ActionPlan["months"][number]): Block => ({
  type: "table", caption: `What was said of ${monthInWords(month)}`, rowHeadings: true, none: "Nothing was said.",
  columns: [{ heading: "Action", share: 4 }, { heading: "How it stood", share: 2 }, { heading: "What was said", share: 5 }, { heading: "By", share: 2 }],
  rows: actionsOf(plan).flatMap(({ what, progress }): readonly (readonly Words[])[] => progress.filter((one) => one.month === month).map(({ state, words, by }) => [what, PROGRESS_STATES[state], words, names.get(by) ?? "Somebody who has left"])),
});
