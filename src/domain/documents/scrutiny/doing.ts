import { capital, counted, listed, lower } from "../../words.ts";
import type { Block, Words, WordTable } from "../word.ts";
import type { BarrierTold, PlanTold } from "./told.ts";
import { cell, isNumber } from "./words.ts";

/** Barriers that may be told, the commonest first; and how many sorts are too rare to be. */
export function barriersInWords(barriers: readonly BarrierTold[]): string {
  const told = barriers.flatMap(({ label, children }) => (isNumber(children) && children > 0 ? [{ label, children }] : [])).sort((a, b) => b.children - a.children);
  const few = barriers.filter(({ children }) => children === "x").length;
  if (told.length === 0 && few === 0) return "No barrier is written down of a child who is on the way to adoption.";
  if (told.length === 0) return `${capital(counted(few, "sort of barrier is", "sorts of barrier are"))} written down of children who are on the way to adoption, each of too few of them for its number to be published.`;
  const first = told.slice(0, 3).map(({ label, children }) => `${lower(label)} (${children})`);
  const more = told.length > first.length ? ` ${told.length - first.length === 1 ? "One more sort is" : `${told.length - first.length} more sorts are`} in the table.` : "";
  const rare = few === 0 ? "" : ` ${few === 1 ? "One more sort is" : `${few} more sorts are`} written down of too few children to be published by number.`;
  return `What most often stands in the way of children who are on the way to adoption: ${listed(first)}.${more}${rare}`;
}

export const barriersTable = (barriers: readonly BarrierTold[]): WordTable | null => {
  const told = barriers.filter(({ children }) => isNumber(children) && children > 0).sort((a, b) => numberOf(b) - numberOf(a) || (a.label < b.label ? -1 : 1));
  return told.length === 0 ? null : {
    type: "table", caption: "The commonest barriers written down of children on the way to adoption", rowHeadings: true, none: "None",
    columns: [{ heading: "Barrier", share: 5 }, { heading: "Children", number: true }],
    rows: told.map(({ label, children }): readonly Words[] => [label, cell(children)]),
  };
};

const numberOf = ({ children }: BarrierTold): number => (isNumber(children) ? children : 0);

/** How the plan stands, in a sentence. */
export function planInWords(plan: PlanTold | null): string {
  if (plan === null || plan.objectives.length === 0) return "There is no action plan for adoption.";
  const { objectives, actions, done, overdue } = plan;
  return `An action plan is kept, of ${counted(objectives.length, "objective")} and ${counted(actions, "action")}. ${done === 0 ? "None is done yet" : `${done === actions ? "All are" : done === 1 ? "One is" : `${done} are`} done`}${overdue === 0 ? ", and none is past its day" : `, and ${overdue === 1 ? "one is" : `${overdue} are`} past ${overdue === 1 ? "its" : "their"} day`}. Its objectives are below; it stands whole, with who answers for what and how far each has come, in the appendix.`;
}

export const objectivesList = (plan: PlanTold | null): Block | null =>
  plan === null || plan.objectives.length === 0 ? null : { type: "list", numbered: false, items: plan.objectives.map(({ objective }) => objective) };

/** The whole plan: a table for each objective. */
export const planTables = (plan: PlanTold): readonly Block[] => plan.objectives.flatMap(({ objective, actions }): readonly Block[] => [{
  type: "table", caption: objective, rowHeadings: true, none: "No action yet.",
  columns: [{ heading: "Action", share: 4 }, { heading: "Who answers for it", share: 2.2 }, { heading: "By", share: 1.6 }, { heading: "How it stands", share: 3.2 }],
  rows: actions.map(({ what, owners, by, state, progress }): readonly Words[] => [what, owners, by, progress === "" ? state : [{ text: state, bold: true }, { text: `\n${progress}` }]]),
}]);
