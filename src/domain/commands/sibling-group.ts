import type { Entry } from "../chronology/entry.ts";
import { type Case, without } from "../chronology/fold.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { overlaps } from "../dates/period.ts";
import { childOf, membersOn, openMemberships } from "../siblings/group.ts";
import { type Named, readSubgroups, subgroupsText } from "../siblings/subgroups.ts";
import type { Decision, EntryInput, Refusal } from "./command.ts";

/** A child as the rules of sibling groups need them. */
export interface Sibling extends Named {
  /** Another group that the child is in now, by its local id. */
  readonly otherGroup?: string;
}

/** An input in which children are named by record ids, as entries name them; and what is wrong with those it named. */
export interface GroupInput<Input extends EntryInput> {
  readonly input: Input;
  readonly refusals: readonly Refusal[];
}

/**
 * Reads the children named in what somebody asks of a group’s record. `family`: everybody ever
 * named in it, and the child asked for where there is such a child. `old`: the entry that a
 * correction would replace.
 */
export function readGroupInput<Input extends EntryInput>(c: Case, input: Input, family: readonly Sibling[], old?: Entry): GroupInput<Input> {
  const rest = old === undefined ? c : without(c, old.number);
  if (input.kind === "sibling-membership") return readMembership(rest, input, family, old);
  if (input.kind === "together-or-apart") return readTogetherOrApart(rest, input, family);
  return { input, refusals: [] };
}

/** The decision with these refusals too. What is said of a child by name says more of its field than the field’s own rules. */
export function refusingToo(decision: Decision, refusals: readonly Refusal[]): Decision {
  if (refusals.length === 0) return decision;
  const fields = new Set(refusals.map((r) => r.field));
  const others = decision.accepted ? [] : decision.refusals.filter((r) => !fields.has(r.field));
  return { accepted: false, refusals: [...others, ...refusals] };
}

export const unknownChild = (localId: string): string =>
  `There is no child with local id ${localId} in this authority. Check the id, or add the child first`;

export const inOtherGroup = ({ localId }: Named, group: string): string =>
  `${localId} is already in the sibling group ${group}. A child is in one group at a time: end that membership first`;

function readMembership<Input extends EntryInput>(rest: Case, input: Input, family: readonly Sibling[], old: Entry | undefined): GroupInput<Input> {
  const field = "detail.child";
  const given = (input.detail["child"] ?? "").trim();
  if (given === "") return { input, refusals: [{ field, message: "Enter the child’s local id" }] };
  const child = family.find((s) => s.localId === given || s.recordId === given);
  if (child === undefined) return { input, refusals: [{ field, message: unknownChild(given) }] };

  const refusals: Refusal[] = [];
  if (old !== undefined && childOf(old) !== child.recordId) {
    refusals.push({ field, message: "A correction cannot put another child in this one’s place. Withdraw this entry and add the right child" });
  }
  const from = parseDay(input.happenedOn.trim());
  const until = parseDay((input.until ?? "").trim());
  const clash = rest.of("sibling-membership").find((e) =>
    childOf(e) === child.recordId && (from === undefined || overlaps({ from, until }, { from: e.happenedOn, until: e.until })));
  if (clash !== undefined) {
    const days = clash.until === undefined ? `since ${dayInWords(clash.happenedOn)}` : `from ${dayInWords(clash.happenedOn)} to ${dayInWords(clash.until)}`;
    refusals.push({ field, message: `${child.localId} is already in this group, ${days}` });
  }
  if (until === undefined && child.otherGroup !== undefined) refusals.push({ field, message: inOtherGroup(child, child.otherGroup) });
  return { input: naming(input, { child: child.recordId }), refusals };
}

function readTogetherOrApart<Input extends EntryInput>(rest: Case, input: Input, family: readonly Sibling[]): GroupInput<Input> {
  const field = "detail.subgroups";
  const on = parseDay(input.happenedOn.trim());
  const members = membersBy(rest, on, family);
  if (on !== undefined && members.length < 2) {
    const message = `On ${dayInWords(on)} there were not yet two children in this group. Enter a day when there were, or correct the day they joined`;
    return { input, refusals: [{ field: "happenedOn", message }] };
  }
  const given = (input.detail["subgroups"] ?? "").trim();
  if ((input.detail["decision"] ?? "") === "") return { input, refusals: [{ field: "detail.decision", message: "Choose how they are to be placed" }] };
  if (input.detail["decision"] !== "subgroups") {
    return { input, refusals: given === "" ? [] : [{ field, message: "Say who lives with whom only where the decision is smaller groups" }] };
  }
  const read = readSubgroups(given, members, family);
  if ("problems" in read) return { input, refusals: read.problems.map((message) => ({ field, message })) };
  return { input: naming(input, { subgroups: subgroupsText(read.subgroups) }), refusals: [] };
}

/** Those of whom a decision of a day must speak; those in the group now, while the day cannot be read. */
function membersBy(c: Case, on: Day | undefined, family: readonly Sibling[]): readonly Sibling[] {
  const ids = on === undefined ? openMemberships(c).map(childOf) : membersOn(c, on);
  return family.filter((s) => ids.includes(s.recordId));
}

const naming = <Input extends EntryInput>(input: Input, detail: Readonly<Record<string, string>>): Input =>
  ({ ...input, detail: { ...input.detail, ...detail } });
