import { type Kind, KINDS } from "../../domain/chronology/kinds.ts";
import { questionOf } from "../../domain/forms/questions.ts";
import { counts, isOpen } from "../../domain/standards/clock.ts";
import { stopsOf } from "../../domain/standards/compile.ts";
import { kindsOf } from "../../domain/standards/occasions.ts";
import type { ChildPage, ExplainedClock } from "../views.ts";

/** For each question, the running clock with a day that its answer would stop, the soonest due of them. Advisory ones and lines of checklists press nobody. */
export function dueQuestions({ clocks, standards }: Pick<ChildPage, "clocks" | "standards">): ReadonlyMap<Kind, ExplainedClock> {
  const due = new Map<Kind, ExplainedClock>();
  for (const clock of clocks) {
    const standard = standards.get(clock.standard);
    if (standard === undefined || clock.dueOn === null || !isOpen(clock) || !counts(clock)) continue;
    for (const kind of new Set(stopsOf(standard).flatMap((o) => kindsOf(o)))) {
      const before = due.get(kind)?.dueOn;
      if (questionOf(kind) !== undefined && KINDS[kind].ahead === true && (before === undefined || before === null || clock.dueOn < before)) due.set(kind, clock);
    }
  }
  return due;
}

/** Whether a question is late or due soon. */
export const isPressing = (clock: ExplainedClock | undefined): boolean => clock?.state === "overdue" || clock?.state === "due-soon";
