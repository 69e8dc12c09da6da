import { may } from "../access/policy.ts";
import type { Role } from "../access/role.ts";
import { ACTION_ENDS, type ActionEnd } from "../chronology/codes.ts";
import type { Detail, Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { accept, type Decision, refuse, type Refusal } from "../commands/command.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { lower } from "../words.ts";
import { ACTION_STATES, actionsIn, isOpenAction, type MeetingAction } from "./actions.ts";
import { type ActionSaid, gapsOf, type SmartWhen } from "./smart.ts";

/** Whoever says how an action ended. */
export interface Ending {
  /** Their own account, and those of the people whose work they do today. */
  readonly accounts: readonly string[];
  readonly roles: readonly Role[];
  /** Their organisation, by code and by name. */
  readonly organisation: { readonly code: string; readonly name: string };
  /** Whether they are whom the child is allocated to. */
  readonly hasChild: boolean;
}

export interface Owner {
  readonly name: string;
  readonly left: boolean;
  readonly organisation: string;
}

export interface EndInput {
  /** The number of the action’s entry. */
  readonly action: number;
  readonly how: string;
  readonly done: string;
  readonly evidenceSystem?: string;
  readonly evidencePlace?: string;
  /** To whom and by when, where it is passed on. */
  readonly next?: Pick<ActionSaid, "who" | "whoElse" | "dueOn">;
}

/** Why this person does not close an action, in words; nothing where they do. `owner`: of the action, where they have an account that the viewer may know. */
export function whyNotEnd(action: MeetingAction, by: Ending, owner: Owner | undefined): string | undefined {
  if (!isOpenAction(action)) return `This action ended${action.ended === null ? "" : ` on ${dayInWords(action.ended.happenedOn)}`}: ${lower(ACTION_STATES[action.state])}`;
  if (action.who !== null && by.accounts.includes(action.who)) return undefined;
  if (holdsIt(action, by, owner)) return undefined;
  if (by.hasChild && (action.who === null || owner?.left === true)) return undefined;
  if (action.who !== null && owner === undefined) return `This is for whoever has it to close, or for those of ${action.of.organisation} who hold the meeting`;
  if (owner === undefined || owner.left) return `${owner === undefined ? "Whoever does this has no account" : `${owner.name}, who took this on, has left`}. The child’s own worker closes it, or a manager of ${action.of.organisation}`;
  return `This is ${owner.name}’s to close, or a manager’s or the meeting’s administrator’s`;
}

/** Whether somebody holds the meeting that agreed an action, or manages where its owner is. */
export const holdsIt = (action: MeetingAction, by: Ending, owner: Owner | undefined): boolean =>
  by.roles.some((role) => may(role, "hold-meetings").allowed) && (action.of.organisation === by.organisation.name || owner?.organisation === by.organisation.code);

/** Says how an action ended: done, overtaken, or passed on, which agrees it anew with another person or day. A refusal’s field is one of `EndInput`’s. */
export function endAction(c: Case, input: EndInput, by: Ending, owner: (account: string) => Owner | undefined, when: SmartWhen & { readonly today: Day }): Decision {
  const action = actionsIn(c, when.today).find(({ numbers }) => numbers.includes(input.action));
  if (action === undefined) return refuse({ field: "action", message: "This action is no longer there: the meeting has corrected what it wrote. Open the child again" });
  const cannot = whyNotEnd(action, by, action.who === null ? undefined : owner(action.who));
  if (cannot !== undefined) return refuse({ field: "how", message: cannot });
  const refusals: Refusal[] = [];
  if (!Object.hasOwn(ACTION_ENDS, input.how)) refusals.push({ field: "how", message: "Choose how the action ended" });
  const done = input.done.trim();
  if (done === "") refusals.push({ field: "done", message: input.how === "done" ? "Say what was done" : input.how === "overtaken" ? "Say why it is no longer needed" : input.how === "passed-on" ? "Say why it is passed on" : "Say what was done, or why it ends" });
  const [system, place] = [(input.evidenceSystem ?? "").trim(), (input.evidencePlace ?? "").trim()];
  if (place !== "" && system === "") refusals.push({ field: "evidenceSystem", message: "Say in which system the evidence is" });
  const next = input.how === "passed-on" ? { what: action.what, shownBy: action.shownBy, ...filled(input.next ?? {}) } : undefined;
  if (next !== undefined) refusals.push(...gapsOf(next, { ...when, heldOn: action.agreedOn }).map(({ box, message }) => ({ field: box, message })));
  if (refusals.length > 0) return refuse(...refusals);
  return accept(
    drafted("action-done", when.today, { action: action.number, how: input.how as ActionEnd, done, ...filled({ evidenceSystem: system, evidencePlace: place }) }),
    ...(next === undefined ? [] : [drafted("action-agreed", when.today, { ...action.of, ...next, passedOnFrom: action.number })]),
  );
}

function filled<K extends string>(said: Readonly<Partial<Record<K, string>>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries<string | undefined>(said).flatMap(([name, text]) => ((text ?? "").trim() === "" ? [] : [[name, (text ?? "").trim()]])));
}

export const drafted = (kind: Kind, on: Day, detail: Detail): Draft => ({ kind, happenedOn: on, certainty: "actual", detail, source: { type: "person" } });
