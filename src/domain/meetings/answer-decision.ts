import type { Role } from "../access/role.ts";
import { ROLES } from "../access/role.ts";
import type { MeetingDecision } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { accept, type Decision, refuse, type Refusal } from "../commands/command.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { lower } from "../words.ts";
import { decisionsIn, isDisowned, type MeetingDecided } from "./actions.ts";
import { drafted } from "./end-action.ts";

/** Who answers what a meeting recommends or raises: those who decide it. Source: SHEF-A16 and A17; reviews and the agency’s decision are nobody else’s to take. */
export const ANSWERED_BY: Readonly<Record<Exclude<MeetingDecision, "decided">, Role>> = { "to-review": "reviewing-officer", "to-decision-maker": "decision-maker", "delay": "service-manager" };

export interface AnswerInput {
  /** The number of the decision’s entry. */
  readonly decision: number;
  /** `yes` or `no`: whether it is followed. */
  readonly agreed: string;
  readonly answer: string;
}

/** Why somebody in these roles cannot answer, in words; nothing where they can. */
export function whyNotAnswerMeeting({ sort, answered }: Pick<MeetingDecided, "sort" | "answered">, roles: readonly Role[]): string | undefined {
  if (sort === "decided") return "The meeting decided this itself. It waits for nobody’s answer";
  if (answered !== null && !isDisowned({ sort, answered })) return `This was answered on ${dayInWords(answered.happenedOn)}`;
  const role = ANSWERED_BY[sort];
  return roles.includes(role) ? undefined : `It was put to the ${lower(ROLES[role])}, who answers it. You can read it here`;
}

/** Answers what a meeting recommended. What follows from the answer is recorded where it belongs: at the review, by the decision, on the line. */
export function answerMeeting(c: Case, input: AnswerInput, roles: readonly Role[], today: Day): Decision {
  const decision = decisionsIn(c).find(({ numbers }) => numbers.includes(input.decision));
  if (decision === undefined) return refuse({ field: "answer", message: "This is no longer there: the meeting has corrected what it wrote. Open the child again" });
  const cannot = whyNotAnswerMeeting(decision, roles);
  if (cannot !== undefined) return refuse({ field: "answer", message: cannot });
  const refusals: Refusal[] = [];
  if (input.agreed !== "yes" && input.agreed !== "no") refusals.push({ field: "agreed", message: decision.sort === "delay" ? "Say whether the delay is yours to own" : "Say whether you follow the recommendation" });
  const answer = input.answer.trim();
  if (answer === "") refusals.push({ field: "answer", message: "Write your answer. It goes back to the meeting" });
  return refusals.length > 0 ? refuse(...refusals) : accept(drafted("meeting-decision-answered", today, { decision: decision.number, agreed: input.agreed === "yes", answer }));
}
