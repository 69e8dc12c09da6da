import type { Draft, Entry } from "../chronology/entry.ts";
import type { Permission } from "../access/policy.ts";
import { STANDARDS_CHANGES } from "../standards/change.ts";

/**
 * Everything that changes the record, by name, with the permission it takes. The audit is
 * the list of those that were accepted.
 */
export const COMMANDS = {
  "open-record": { label: "Add a child", permission: "add-child" },
  "open-sibling-group": { label: "Start a sibling group", permission: "record" },
  "record-entry": { label: "Record what happened", permission: "record" },
  "correct-entry": { label: "Correct an entry", permission: "correct" },
  "withdraw-entry": { label: "Withdraw an entry", permission: "correct" },
  "request-extension": { label: "Ask for an extension", permission: "request-extension" },
  "sign-off": { label: "Sign off an extension", permission: "sign-off" },
  "decline-standard": { label: "Say that a standard is not appropriate for a child", permission: "record" },
  // Whose the decision is, it says itself: a named deputy may have a role that records nothing.
  "decide": { label: "Decide", permission: "open-child" },
  "record-entries": { label: "Record several things of one child", permission: "record" },
  "reassign": { label: "Give children to another worker", permission: "reassign" },
  "raise-challenge": { label: "Raise a challenge", permission: "challenge" },
  "answer-challenge": { label: "Answer a challenge", permission: "answer-challenge" },
  "escalate-challenge": { label: "Take a challenge further", permission: "challenge" },
  "resolve-challenge": { label: "Resolve a challenge", permission: "challenge" },
  "open-milestones-form": { label: "Open a milestones form", permission: "manage-forms" },
  "close-milestones-form": { label: "Close a milestones form", permission: "manage-forms" },
  "restrict-record": { label: "Restrict a record", permission: "set-access" },
  "end-restriction": { label: "End the restriction of a record", permission: "set-access" },
  "involve": { label: "Name somebody who works with a child", permission: "set-access" },
  "end-involvement": { label: "End somebody’s work with a child", permission: "set-access" },
  "seal-record": { label: "Seal a record after the adoption order", permission: "seal" },
  "undo-seal": { label: "Undo the seal of a record", permission: "seal" },
  "record-adopters": { label: "Put down who the adopters are", permission: "know-adopters" },
  "record-adoptive-identity": { label: "Put down the adoptive identity", permission: "see-adoptive-identity" },
  "ask-disclosure": { label: "Ask for what is behind the wall", permission: "see-adoptive-identity" },
  "agree-disclosure": { label: "Agree that it is opened", permission: "agree-disclosure" },
  "open-disclosure": { label: "Open what is behind the wall", permission: "see-adoptive-identity" },
  "end-disclosure": { label: "Close what was opened", permission: "see-adoptive-identity" },
  "ask-release": { label: "Ask for something to be released to the birth family", permission: "release" },
  "agree-release": { label: "Agree that it is released to the birth family", permission: "agree-release" },
  "move-profile": { label: "Change who may see a child’s profile", permission: "change-profile" },
  "move-child": { label: "Move a child to another authority", permission: "move-child" },
  "take-over-child": { label: "Take over a child from another authority", permission: "move-child" },
  "withdraw-move": { label: "Withdraw the offer of a child to another authority", permission: "move-child" },
  "refuse-move": { label: "Refuse a child whom another authority offers", permission: "move-child" },
  "record-agency-date": { label: "Put down the agency’s own date", permission: "keep-agency-record" },
  "note-for-agency": { label: "Put down the agency’s own note", permission: "keep-agency-record" },
  "withdraw-agency-entry": { label: "Withdraw the agency’s own date or note", permission: "keep-agency-record" },
  "record-given": { label: "Record what belongs to a function given to the agency", permission: "record-given" },
  "correct-given": { label: "Correct what the agency recorded", permission: "record-given" },
  "withdraw-given": { label: "Withdraw what the agency recorded", permission: "record-given" },
  "settle-difference": { label: "Settle a difference between agency and authority", permission: "settle-differences" },
  "hold-record": { label: "Put a record on legal hold", permission: "keep-records" },
  "end-hold": { label: "End a legal hold", permission: "keep-records" },
  "erase-entry": { label: "Erase what was entered on the wrong child", permission: "keep-records" },
  "set-meeting-series": { label: "Set up or change a tracking meeting", permission: "hold-meetings" },
  "plan-meeting": { label: "Plan, move or cancel a meeting", permission: "hold-meetings" },
  "say-attendance": { label: "Say whether one comes to a meeting", permission: "follow-meetings" },
  "send-agenda": { label: "Send a meeting’s agenda", permission: "hold-meetings" },
  "conclude-item": { label: "Confirm what a meeting agreed for a child", permission: "hold-meetings" },
  "chairs-action": { label: "Take chair’s action between meetings", permission: "hold-meetings" },
  "confirm-minutes": { label: "Confirm a meeting’s minutes", permission: "hold-meetings" },
  "correct-minutes": { label: "Correct confirmed minutes", permission: "hold-meetings" },
  "end-action": { label: "Say how an action ended", permission: "answer-meeting" },
  "say-of-action": { label: "Say what is in the way of an action, or what is to happen with it", permission: "answer-meeting" },
  "answer-meeting": { label: "Answer what a meeting recommended", permission: "answer-meeting" },
  "escalate-action": { label: "Take a late action further", permission: "hold-meetings" },
  "choose-readings": { label: "Choose how the definitions of figures are read", permission: "import" },
  "import-published": { label: "Import published figures", permission: "import" },
  "remove-published": { label: "Remove the published figures of a source", permission: "import" },
  "keep-threshold": { label: "Add or change a threshold", permission: "import" },
  "remove-threshold": { label: "Remove a threshold", permission: "import" },
  "keep-comparators": { label: "Add or change a group to compare with", permission: "import" },
  "remove-comparators": { label: "Remove a group to compare with", permission: "import" },
  "say-assessment": { label: "Give the reference of the assessment of forecasts", permission: "import" },
  "change-action-plan": { label: "Change the action plan", permission: "keep-action-plan" },
  "change-regular-report": { label: "Change the register of regular reports", permission: "keep-action-plan" },
  "set-account": { label: "Add or change somebody’s account", permission: "administer" },
  "set-organisation": { label: "Add or rename an organisation", permission: "administer" },
  "set-agreement": { label: "Change the sharing agreement", permission: "administer" },
  "set-restriction-rule": { label: "Change when records are restricted", permission: "administer" },
  "import-ssda903": { label: "Import a 903 return", permission: "import" },
  "import-sheet": { label: "Import a tracking sheet", permission: "import" },
  "record-many": { label: "Record the same for several children", permission: "record" },
  "undo-many": { label: "Undo a change to several children", permission: "correct" },
  "adopt-pack": { label: STANDARDS_CHANGES["adopt-pack"], permission: "manage-standards" },
  "leave-pack": { label: STANDARDS_CHANGES["leave-pack"], permission: "manage-standards" },
  "set-standard": { label: STANDARDS_CHANGES["set-standard"], permission: "manage-standards" },
  "end-standard": { label: STANDARDS_CHANGES["end-standard"], permission: "manage-standards" },
  "confirm-standard": { label: STANDARDS_CHANGES["confirm-standard"], permission: "manage-standards" },
  "publish-pack": { label: STANDARDS_CHANGES["publish-pack"], permission: "manage-standards" },
} as const satisfies Record<string, { label: string; permission: Permission }>;
export type CommandName = keyof typeof COMMANDS;

/** Why a command is refused: the field of its input, and a sentence a person can act on. */
export interface Refusal {
  readonly field: string;
  readonly message: string;
}

export type Decision =
  | { readonly accepted: true; readonly drafts: readonly Draft[] }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

export const accept = (...drafts: readonly Draft[]): Decision => ({ accepted: true, drafts });
export const refuse = (...refusals: readonly Refusal[]): Decision => ({ accepted: false, refusals });

/** The input with which somebody asks for an entry; its fields are the form’s. */
export interface EntryInput {
  readonly kind: string;
  readonly happenedOn: string;
  readonly until?: string;
  readonly certainty: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** The entry in force with this number, or a refusal that says what became of it. */
export function inForce(entries: readonly Entry[], number: number): Entry | Refusal {
  const entry = entries.find((e) => e.number === number);
  return entry ?? { field: "entry", message: "This entry has been corrected or withdrawn since. Open the child again to see it as it now is" };
}
