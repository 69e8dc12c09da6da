import { ACTION_SAYS, type ActionSay } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { accept, type Decision, refuse, type Refusal } from "../commands/command.ts";
import type { Day } from "../dates/day.ts";
import { actionsIn, isOpenAction, type MeetingAction } from "./actions.ts";
import { drafted, type Ending, holdsIt, type Owner, whyNotEnd } from "./end-action.ts";

export interface SayInput {
  /** The number of the action’s entry. */
  readonly action: number;
  /** One of `ACTION_SAYS`. */
  readonly about: string;
  readonly said: string;
}

export const LONGEST_SAID = 2000;

/**
 * What somebody may say of an open action: what is in the way, whoever may close it; what is to happen with one that was taken
 * further, whoever it was taken to or holds the meeting, but not whoever has it to do. `owner`: of the action, as for `whyNotEnd`.
 */
export function maySay(action: MeetingAction, by: Ending, owner: Owner | undefined): readonly ActionSay[] {
  if (!isOpenAction(action)) return [];
  const isOwn = action.who !== null && by.accounts.includes(action.who);
  const isFor = action.escalated !== null && by.accounts.includes(String(action.escalated.detail["to"] ?? ""));
  return [
    ...(whyNotEnd(action, by, owner) === undefined ? ["in-the-way" as const] : []),
    ...(isFor || (action.escalated !== null && !isOwn && holdsIt(action, by, owner)) ? ["to-happen" as const] : []),
  ];
}

/** Says of an open action what is in the way, or what is to happen with it. A refusal’s field is one of `SayInput`’s. */
export function sayOfAction(c: Case, input: SayInput, by: Ending, owner: (account: string) => Owner | undefined, today: Day): Decision {
  const action = actionsIn(c, today).find(({ numbers }) => numbers.includes(input.action));
  if (action === undefined) return refuse({ field: "said", message: "This action is no longer there: the meeting has corrected what it wrote. Open the child again" });
  const allowed = maySay(action, by, action.who === null ? undefined : owner(action.who));
  if (allowed.length === 0) return refuse({ field: "said", message: whyNotEnd(action, by, action.who === null ? undefined : owner(action.who)) ?? "This action has ended" });
  const refusals: Refusal[] = [];
  if (!Object.hasOwn(ACTION_SAYS, input.about)) refusals.push({ field: "about", message: "Choose what it is that you say" });
  else if (!allowed.includes(input.about as ActionSay)) refusals.push({ field: "about", message: input.about === "in-the-way" ? "What is in the way is for whoever has the action to say" : action.escalated === null ? "This action was not taken further: say what is in the way" : "What is to happen with it is for whoever it was taken further to" });
  const said = input.said.trim();
  if (said === "") refusals.push({ field: "said", message: input.about === "to-happen" ? "Say what is to happen with the action" : "Say what is in the way" });
  else if (said.length > LONGEST_SAID) refusals.push({ field: "said", message: `This has ${said.length.toLocaleString("en-GB")} characters. Use ${LONGEST_SAID.toLocaleString("en-GB")} at most` });
  return refusals.length > 0 ? refuse(...refusals) : accept(drafted("action-said", today, { action: action.number, about: input.about, said }));
}
