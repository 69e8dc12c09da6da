import { dayInWords } from "../../dates/day.ts";
import { monthInWords } from "../../standards/performance.ts";
import { ownersInWords } from "./owners.ts";
import { type PlanChange, type PlanEvidence, PROGRESS_STATES } from "./plan.ts";

/** What one change did, as the history tells it: “Progress of October 2026, on course: two trainers were found”. */
export function changeInWords({ made }: Pick<PlanChange, "made">, names: ReadonlyMap<string, string>): string {
  switch (made.what) {
    case "objective": return `The objective: ${made.title}`;
    case "action": return [`The action: ${made.words}`, `Owners: ${ownersInWords(made.owners, names)}`, made.dueOn === null ? "No day" : `By ${dayInWords(made.dueOn)}`, ...(made.shownBy === "" ? [] : [`Shown by: ${made.shownBy}`])].join(". ");
    case "progress": return `Progress of ${monthInWords(made.month)}, ${PROGRESS_STATES[made.state].toLowerCase()}: ${made.words}`;
    case "evidence": return `Evidence: ${evidenceInWords(made)}`;
    case "taken-out": return `Taken out of the plan: ${made.why}`;
    case "put-back": return "Put back into the plan";
  }
}

/** “Attendance lists, kept in the training folder”. */
export const evidenceInWords = ({ words, where }: Pick<PlanEvidence, "words" | "where">): string => (where === "" ? words : `${words} (kept in ${where})`);
