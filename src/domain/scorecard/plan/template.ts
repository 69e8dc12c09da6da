import { addMonths, type Day } from "../../dates/day.ts";
import type { PlanMade, PlanOwner } from "./plan.ts";

/** A plan that is offered to start from. */
export interface PlanTemplate {
  readonly source: string;
  readonly objectives: readonly TemplateObjective[];
}

export interface TemplateObjective {
  readonly title: string;
  readonly actions: readonly TemplateAction[];
}

export interface TemplateAction {
  readonly words: string;
  readonly owners: readonly PlanOwner[];
  /** It is due so many months after the start; null where it goes on. */
  readonly months: number | null;
  readonly shownBy: string;
}

/** What puts an objective and its actions into a plan that starts on a day; `idOf` gives each a new id. */
export function startFrom({ title, actions }: TemplateObjective, startOn: Day, idOf: () => string): readonly { readonly item: string; readonly made: PlanMade }[] {
  const objective = idOf();
  return [
    { item: objective, made: { what: "objective", title } },
    ...actions.map(({ words, owners, months, shownBy }) => ({
      item: idOf(), made: { what: "action", objective, words, owners, dueOn: months === null ? null : addMonths(startOn, months), shownBy } as const,
    })),
  ];
}
