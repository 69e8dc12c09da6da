import type { AdoptionFunction } from "../agency/functions.ts";
import type { Day } from "../dates/day.ts";

/** What an authority, or a regional agency for its members, decides about standards. */
export type StandardsChange =
  | { readonly type: "adopt-pack"; readonly pack: string; readonly from: Day }
  | { readonly type: "leave-pack"; readonly pack: string; readonly from: Day }
  /** One version of one standard, as a file of standards has it. */
  | { readonly type: "set-standard"; readonly document: unknown; readonly from: Day }
  | { readonly type: "end-standard"; readonly id: string; readonly from: Day }
  /** The text of an advisory one is right. */
  | { readonly type: "confirm-standard"; readonly id: string }
  /** An agency offers a pack to its authorities; each adopts it or not. */
  | { readonly type: "publish-pack"; readonly pack: string }
  /** With the sharing agreement: what the agency does for the authority from now on, and so who owns which standards. */
  | { readonly type: "give-functions"; readonly agency: string; readonly functions: readonly AdoptionFunction[] };

/** The id of the standard that a change is about; nothing where it is about a pack or an agreement. */
export function standardOf(change: StandardsChange): string | undefined {
  if ("pack" in change || "functions" in change) return undefined;
  if ("id" in change) return change.id;
  const { document } = change;
  const id = typeof document === "object" && document !== null && "id" in document ? document.id : undefined;
  return typeof id === "string" ? id : undefined;
}

export type StandardsChangeType = StandardsChange["type"];

export const STANDARDS_CHANGES: Readonly<Record<StandardsChangeType, string>> = {
  "adopt-pack": "Adopt a pack of standards",
  "leave-pack": "Leave a pack of standards",
  "set-standard": "Change or add a standard",
  "end-standard": "End a standard",
  "confirm-standard": "Confirm the text of a standard",
  "publish-pack": "Publish a pack to the region",
  "give-functions": "Give adoption functions to the regional agency",
};

/** A change as it was made: who, when and why. Numbered from 1 in its organisation without a gap. */
export interface DecidedChange {
  readonly number: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** The account. */
  readonly by: string;
  readonly reason: string;
  readonly change: StandardsChange;
}

/** All that an organisation has decided about its standards, oldest first. The same object for as long as nothing is added. */
export interface Decided {
  readonly authority: string;
  /** The number of the last change; 0 where there is none. */
  readonly revision: number;
  readonly changes: readonly DecidedChange[];
}

/** Nothing decided: the national standards as they are. */
export const undecided = (authority: string): Decided => ({ authority, revision: 0, changes: [] });
