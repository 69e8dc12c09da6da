import type { Source } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { recordEntry } from "./record-entry.ts";
import { inOtherGroup, type Sibling, unknownChild } from "./sibling-group.ts";

export interface OpenSiblingGroupInput {
  /** The children’s local ids, as typed. */
  readonly children: readonly string[];
  /** The day from which they are a group. */
  readonly happenedOn: string;
}

/** One family has fewer; more is a list pasted by mistake. */
const MOST = 20;

/** The local ids asked for, each once, without the blanks around them. */
export const childrenAsked = ({ children }: OpenSiblingGroupInput): readonly string[] =>
  [...new Set(children.map((id) => id.trim()).filter((id) => id !== ""))].slice(0, MOST + 1);

/**
 * Starts a sibling group: a membership for each child, from one day. `found`: those of the children asked for who are
 * the authority’s. `source`: whose word it is, a person’s unless told.
 */
export function openSiblingGroup(input: OpenSiblingGroupInput, found: readonly Sibling[], today: Day, source?: Source): Decision {
  const asked = childrenAsked(input);
  const children = asked.map((localId) => found.find((s) => s.localId === localId));
  const refusals = childrenRefused(input, asked, children);
  const none = fold([]);
  const memberships = (children.length === 0 ? [undefined] : children).map((child) =>
    recordEntry(none, { kind: "sibling-membership", happenedOn: input.happenedOn, certainty: "actual", detail: { child: child?.recordId ?? "?" } }, today, "sibling-group", source));
  const days = memberships.find((d) => !d.accepted);
  if (days?.accepted === false) refusals.push(...days.refusals);
  if (refusals.length > 0) return refuse(...refusals);
  return accept(...memberships.flatMap((d) => (d.accepted ? d.drafts : [])));
}

function childrenRefused(input: OpenSiblingGroupInput, asked: readonly string[], children: readonly (Sibling | undefined)[]): Refusal[] {
  const typed = input.children.map((id) => id.trim());
  const twice = asked.filter((id) => typed.indexOf(id) !== typed.lastIndexOf(id));
  const messages: string[] = [];
  if (asked.length > MOST) return [{ field: "children", message: `A sibling group has at most ${MOST} children here. Check what was pasted` }];
  for (const id of twice) messages.push(`${id} is there twice. Enter each child once`);
  if (asked.length < 2 && twice.length === 0) messages.push("Enter the local ids of at least two children, one on each line");
  for (const [i, child] of children.entries()) {
    if (child === undefined) messages.push(unknownChild(asked[i]!));
    else if (child.otherGroup !== undefined) messages.push(inOtherGroup(child, child.otherGroup));
  }
  return messages.map((message) => ({ field: "children", message }));
}

/** A local id for a group: of its children’s, the first in order. `attempt` counts from 1, for ids that were used before. */
export function groupLocalId(children: readonly string[], attempt: number): string {
  const [first = ""] = children.toSorted((a, b) => (a < b ? -1 : 1));
  return `SG-${first}${attempt === 1 ? "" : `-${attempt}`}`;
}
