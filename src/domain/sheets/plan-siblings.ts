import type { Draft, Entry, Source } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { groupLocalId, openSiblingGroup } from "../commands/open-sibling-group.ts";
import { recordEntry } from "../commands/record-entry.ts";
import type { Day } from "../dates/day.ts";
import { childOf, openMemberships } from "../siblings/group.ts";
import { idKey } from "./recognise.ts";
import { plain } from "./wording.ts";

/** A child of the sheet, and what its row says of brothers and sisters. */
export interface SiblingRow {
  readonly localId: string;
  /** Of a child of the record. */
  readonly recordId?: string;
  readonly word: string;
  readonly row: number;
}

export interface KnownGroup {
  readonly recordId: string;
  readonly localId: string;
  readonly entries: readonly Entry[];
}

/** A sibling group to be started or joined. In its drafts a child with no record yet is named by `newChild`. */
export interface SiblingPlan {
  /** Nothing for a group to be started. */
  readonly recordId?: string;
  readonly localId: string;
  readonly joining: readonly string[];
  readonly drafts: readonly Draft[];
}

export interface SiblingProblem {
  readonly row: number;
  readonly message: string;
}

const NEW = "new:";
/** How a draft names a child whose record the landing starts. */
export const newChild = (localId: string): string => `${NEW}${localId}`;
export const newChildNamed = (child: unknown): string | undefined => (typeof child === "string" && child.startsWith(NEW) ? child.slice(NEW.length) : undefined);

/** Answers to “Linked?” and “Siblings?” that name nobody. */
const NO_GROUP = new Set(["", "y", "n", "yes", "no", "none", "na", "n a", "nil", "not applicable", "only child", "single", "tbc", "unknown", "0"]);
const MOST = 20;

interface Context {
  readonly asOn: Day;
  readonly source: Source;
  readonly children: ReadonlyMap<string, string>;
  readonly groups: readonly KnownGroup[];
}

/**
 * Brothers and sisters by the sheet’s own word: those with the same word, or whose word names
 * the others’ local ids. `children`: the record’s children, record ids by local id.
 */
export function planSiblings(rows: readonly SiblingRow[], context: Context): { readonly groups: readonly SiblingPlan[]; readonly problems: readonly SiblingProblem[] } {
  const groups: SiblingPlan[] = [];
  const problems: SiblingProblem[] = [];
  const taken = new Set(context.groups.map((g) => g.localId));
  const groupOf = new Map(context.groups.flatMap((g) => openMemberships(fold(g.entries)).map((e) => [childOf(e), g] as const)));
  for (const family of families(rows, context.children)) {
    const members = family.members.map((localId) => ({ localId, recordId: context.children.get(localId) ?? newChild(localId) }));
    const had = [...new Set(members.flatMap((m) => groupOf.get(m.recordId) ?? []))];
    const problem = (message: string): void => void problems.push({ row: family.row, message });
    if (members.length > MOST) problem(`“${family.word}” would make a sibling group of ${members.length} children. A group has at most ${MOST}: check the column.`);
    else if (had.length > 1) problem(`${family.members.join(", ")} are one sibling group in the sheet and in ${had.map((g) => g.localId).join(" and ")} in the record. They were left as they are: settle it on the groups’ own pages.`);
    else if (members.length < 2) problem(`${family.members[0]} is the only child with “${family.word}”, so there is no sibling group to make.`);
    else {
      const made = had[0] === undefined ? started(family, members, taken, context) : joined(had[0], members, context);
      if ("refused" in made) problem(made.refused);
      else if (made.drafts.length > 0) groups.push(made);
      if (!("refused" in made)) taken.add(made.localId);
    }
  }
  return { groups, problems };
}

interface Member {
  readonly localId: string;
  readonly recordId: string;
}
type Made = SiblingPlan | { readonly refused: string };

function started(family: Family, members: readonly Member[], taken: ReadonlySet<string>, { asOn, source }: Context): Made {
  const decision = openSiblingGroup({ children: family.members, happenedOn: asOn }, members, asOn, source);
  if (!decision.accepted) return { refused: decision.refusals.map((r) => `${r.message}.`).join(" ") };
  return { localId: freeId(family, taken), joining: family.members, drafts: decision.drafts };
}

/** A word with figures in it is the sheet’s number for the group; one without may be a family’s name, which no id shows. */
function freeId({ word, members }: Family, taken: ReadonlySet<string>): string {
  const own = `SG-${word.trim().replace(/^sg[-\s]*/i, "").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 30)}`;
  for (let attempt = 1; ; attempt++) {
    const id = /\d/.test(word) && members.every((m) => !idKey(word).includes(idKey(m))) ? `${own}${attempt === 1 ? "" : `-${attempt}`}` : groupLocalId(members, attempt);
    if (!taken.has(id)) return id;
  }
}

function joined(group: KnownGroup, members: readonly Member[], { asOn, source }: Context): Made {
  const c = fold(group.entries);
  const open = new Set(openMemberships(c).map(childOf));
  const joining = members.filter((m) => !open.has(m.recordId));
  const left = joining.find((m) => [...c.of("sibling-membership"), ...c.withdrawn].some((e) => childOf(e) === m.recordId));
  if (left !== undefined) return { refused: `${left.localId} is with ${group.localId} in the sheet and has left that sibling group in the record. The record was left as it is.` };
  const drafts: Draft[] = [];
  for (const { recordId } of joining) {
    const decision = recordEntry(c, { kind: "sibling-membership", happenedOn: asOn, certainty: "actual", detail: { child: recordId } }, asOn, "sibling-group", source);
    if (!decision.accepted) return { refused: decision.refusals.map((r) => `${r.message}.`).join(" ") };
    drafts.push(...decision.drafts);
  }
  return { recordId: group.recordId, localId: group.localId, joining: joining.map((m) => m.localId), drafts };
}

interface Family {
  readonly word: string;
  /** The first row that says so. */
  readonly row: number;
  /** Local ids, in the order of the sheet. */
  readonly members: readonly string[];
}

function families(rows: readonly SiblingRow[], children: ReadonlyMap<string, string>): Family[] {
  const known = new Map([...children.keys(), ...rows.map((r) => r.localId)].map((localId) => [idKey(localId), localId]));
  const root = new Map<string, string>();
  const rootOf = (of: string): string => {
    let at = of;
    for (let up = root.get(at); up !== undefined; up = root.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) root.set(y, x);
  };
  const told = rows.filter((r) => !NO_GROUP.has(plain(r.word)));
  const members = new Map<string, string>();
  for (const { localId, word } of told) {
    const self = `child:${localId}`;
    const others = word.split(/[,;/&+\n]|\band\b/i).flatMap((part) => known.get(idKey(part)) ?? []);
    members.set(self, localId);
    for (const other of others) members.set(`child:${other}`, other);
    for (const to of others.length > 0 ? others.map((other) => `child:${other}`) : [`word:${plain(word)}`]) join(to, self);
  }
  const byRoot = Map.groupBy(members, ([node]) => rootOf(node));
  return [...byRoot.values()].map((list) => {
    const ids = list.map(([, localId]) => localId);
    const first = told.find((r) => ids.includes(r.localId))!;
    return { word: first.word, row: first.row, members: ids };
  });
}
