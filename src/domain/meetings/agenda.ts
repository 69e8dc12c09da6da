import { type Day, dayInWords, daysBetween } from "../dates/day.ts";
import { ANY_PART } from "./agenda-rule.ts";
import { type Among, partAmong } from "./belongs.ts";
import type { ByHand, ItemMode, Part, Reason, SeriesRule } from "./meeting.ts";

/** One item of an agenda: a child, or business with a title. */
export interface AgendaItem {
  readonly id: string;
  /** Record id; null for business. */
  readonly child: string | null;
  readonly localId: string | null;
  readonly title: string | null;
  /** Brothers and sisters have one and the same. */
  readonly family: string | null;
  readonly part: string;
  readonly minutes: number;
  readonly mode: ItemMode;
  readonly reasons: readonly Reason[];
  /** Account. */
  readonly presenter: string | null;
  readonly byHand: readonly ByHand[];
  readonly changedBy: string | null;
  readonly why: string | null;
  /** Confirmed by the meeting: it stays as it is. */
  readonly concluded: boolean;
}

/** A child who has reasons to be on it. */
export interface ListedChild {
  readonly child: string;
  readonly localId: string;
  readonly family: string | null;
  readonly presenter: string | null;
  readonly reasons: readonly Reason[];
  readonly lastConsideredOn: Day | null;
  /** Says the part where no rule does. */
  readonly among: Among;
}

export interface ToBuild {
  readonly heldOn: Day;
  readonly parts: readonly Pick<Part, "id">[];
  readonly rules: readonly SeriesRule[];
  readonly children: readonly ListedChild[];
  /** The agenda as it was, in its order. */
  readonly before: readonly AgendaItem[];
  /** Children who were taken off for safety when the series last had them, by record: whom the rules bring is kept off, until somebody says otherwise. */
  readonly keptOff?: ReadonlyMap<string, KeptOff>;
  /** An id for the item of a child who comes onto it. */
  readonly newId: (child: string) => string;
}

/** Where a child was taken off for safety, by whom and why. */
export interface KeptOff {
  readonly heldOn: Day;
  readonly why: string | null;
  /** Account. */
  readonly changedBy: string | null;
}

/** What stands with a child who is kept off, for those who hold the meeting. */
export const keptOffInWords = ({ heldOn, why }: Pick<KeptOff, "heldOn" | "why">): string =>
  `Kept off: taken off the meeting of ${dayInWords(heldOn)} for safety${why === null ? "" : `. ${why.replace(KEPT_OFF, "")}`}`.slice(0, LONGEST_WHY);
const LONGEST_WHY = 2000;
const KEPT_OFF = /^Kept off: taken off the meeting of [^.]+ for safety\. /;

/** Whether a child was kept off by the program, and nobody has looked at that yet. */
export const isKeptOff = ({ mode, why }: Pick<AgendaItem, "mode" | "why">): boolean => mode === "removed" && why?.startsWith("Kept off: ") === true;

/** What building it anew changed: items that came, items whose reasons are others now, and the records of the children who went. */
export interface Rebuilt {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** How early an item comes: the smaller first. */
export interface Rank {
  readonly priority: number;
  /** Days that the furthest limit has been passed on the day of the meeting; below zero where none is yet. */
  readonly late: number;
}

const NEVER_LATE = -100_000;
/** What is there by hand alone comes after what a rule of the last priority brings. */
const BY_HAND_ALONE = 10;

export function rankOf(reasons: readonly Reason[], rules: readonly SeriesRule[], heldOn: Day): Rank {
  return {
    priority: Math.min(BY_HAND_ALONE, ...reasons.map(({ rule }) => rules.find((r) => r.rule === rule)?.priority ?? BY_HAND_ALONE)),
    late: Math.max(NEVER_LATE, ...reasons.map(({ limitOn }) => (limitOn === null ? NEVER_LATE : daysBetween(limitOn, heldOn)))),
  };
}

/** First what has priority, then what is latest. */
export const byRank = (a: Rank, b: Rank): number => a.priority - b.priority || b.late - a.late;

/** The agenda in the order of its parts, with what people did by hand kept; and what it changed. */
export function buildAgenda(to: ToBuild): { readonly items: readonly AgendaItem[]; readonly changes: Rebuilt } {
  const was = new Map(to.before.flatMap((item) => (item.child === null ? [] : [[item.child, item] as const])));
  const listed = new Map(to.children.filter(({ reasons, among }) => reasons.length > 0 && isForMeeting(reasons, among, to.rules, to.parts)).map((child) => [child.child, child]));
  const items = [
    ...[...listed.values()].map((child) => itemOf(child, was.get(child.child), to)),
    ...to.before.filter((item) => stays(item) && (item.child === null || !listed.has(item.child))).map((item): AgendaItem => (item.concluded || item.child === null ? item : { ...item, reasons: [] })),
  ];
  const ids = new Set(to.parts.map(({ id }) => id));
  const inParts = items.map((item): AgendaItem => (ids.has(item.part) ? item : { ...item, part: partFor(item.reasons, to.rules, to.parts) }));
  const last = new Map(to.children.map(({ child, lastConsideredOn }) => [child, lastConsideredOn]));
  const kept = new Set(items.map(({ id }) => id));
  return {
    items: inOrder(inParts, to, last),
    changes: {
      added: items.filter(({ child }) => child !== null && !was.has(child)).map(({ id }) => id).toSorted(),
      changed: items.filter(({ child, reasons }) => child !== null && was.has(child) && rulesOf(was.get(child)!.reasons) !== rulesOf(reasons)).map(({ id }) => id).toSorted(),
      gone: to.before.flatMap(({ id, child }) => (child === null || kept.has(id) ? [] : [child])).toSorted(),
    },
  };
}

const rulesOf = (reasons: readonly Reason[]): string => reasons.map(({ rule }) => rule).toSorted().join(" ");

/** Without any reason, only what people put there, or said how to take, stays. */
const stays = ({ child, byHand, concluded }: AgendaItem): boolean => concluded || child === null || byHand.includes("added") || byHand.includes("mode");

function itemOf({ child, localId, family, presenter, reasons, among }: ListedChild, before: AgendaItem | undefined, { newId, rules, parts, keptOff }: ToBuild): AgendaItem {
  if (before?.concluded === true) return before;
  const minutes = Math.max(0, ...reasons.map(({ rule }) => rules.find((r) => r.rule === rule)?.minutes ?? 0));
  const fresh = { child, localId, title: null, family, part: partFor(reasons, rules, parts, among), minutes, reasons, presenter, concluded: false } as const;
  const off = keptOff?.get(child);
  if (off !== undefined && (before === undefined || !(before.byHand.includes("mode") || before.byHand.includes("added")))) {
    return { id: before?.id ?? newId(child), ...fresh, mode: "removed", byHand: [...new Set<ByHand>([...(before?.byHand ?? []), "mode"])], changedBy: off.changedBy, why: keptOffInWords(off) };
  }
  if (before === undefined) return { id: newId(child), ...fresh, mode: "discuss", byHand: [], changedBy: null, why: null };
  const { id, byHand, mode, why, changedBy } = before;
  return {
    id, ...fresh, byHand, changedBy, ...(byHand.includes("mode") ? { mode, why } : { mode: "discuss", why: byHand.includes("added") ? why : null }),
    ...(byHand.includes("minutes") ? { minutes: before.minutes } : {}),
    ...(byHand.includes("placed") && parts.some((part) => part.id === before.part) ? { part: before.part } : {}),
  };
}

/** Does a child belong to a meeting? Not one whom only rules for any part bring, where no part is for such a child: another meeting is. */
export const isForMeeting = (reasons: readonly Reason[], among: Among, rules: readonly SeriesRule[], parts: readonly Pick<Part, "id">[]): boolean =>
  partAmong(parts, among) !== undefined || partByRule(reasons, rules, parts) !== undefined;

/** The part of the first reason, by priority and then as the series has its rules, whose rule says one; else the part for such children. */
export const partFor = (reasons: readonly Reason[], rules: readonly SeriesRule[], parts: readonly Pick<Part, "id">[], among: Among = "other"): string =>
  partByRule(reasons, rules, parts) ?? partAmong(parts, among) ?? parts[0]?.id ?? "";

function partByRule(reasons: readonly Reason[], rules: readonly SeriesRule[], parts: readonly Pick<Part, "id">[]): string | undefined {
  const ids = new Set(parts.map(({ id }) => id));
  const own = rules.filter((r) => reasons.some(({ rule }) => rule === r.rule)).toSorted((a, b) => a.priority - b.priority);
  return own.find(({ part }) => part !== ANY_PART && ids.has(part))?.part;
}

/** Brothers and sisters, or one item alone. */
interface Block {
  readonly items: readonly AgendaItem[];
  readonly part: string;
  readonly rank: Rank;
  readonly last: Day | null;
}

const sameFamily = (item: AgendaItem): string => item.family ?? item.id;

function inOrder(items: readonly AgendaItem[], { before, parts, rules, heldOn }: ToBuild, last: ReadonlyMap<string, Day | null>): readonly AgendaItem[] {
  const indexes = new Map<string, number>();
  for (const own of Map.groupBy(before, ({ part }) => part).values()) own.forEach(({ id }, i) => indexes.set(id, i));
  const blocks = [...Map.groupBy(items, sameFamily).values()].map((own) => blockOf(own, { rules, heldOn, parts }, last));
  const placed = (block: Block): number | undefined => {
    const hand = block.items.filter((i) => i.byHand.includes("placed") || i.concluded || i.child === null);
    const at = hand.flatMap(({ id }) => indexes.get(id) ?? []);
    return hand.length === 0 ? undefined : Math.min(Number.MAX_SAFE_INTEGER, ...at);
  };
  return parts.flatMap(({ id }) => {
    const own = blocks.filter(({ part }) => part === id);
    const order = own.filter((block) => placed(block) === undefined).toSorted(byTurn).flatMap((block) => [block]);
    for (const block of own.filter((b) => placed(b) !== undefined).toSorted((a, b) => placed(a)! - placed(b)! || byTurn(a, b))) order.splice(blockAt(order, placed(block)!), 0, block);
    return order.flatMap((block) => block.items.map((item): AgendaItem => ({ ...item, part: id })));
  });
}

/** The place among blocks at which so many items come before. */
function blockAt(blocks: readonly Block[], index: number): number {
  let items = 0;
  const at = blocks.findIndex((block) => {
    if (items >= index) return true;
    items += block.items.length;
    return false;
  });
  return at === -1 ? blocks.length : at;
}

function blockOf(items: readonly AgendaItem[], { rules, heldOn, parts }: Pick<ToBuild, "rules" | "heldOn" | "parts">, last: ReadonlyMap<string, Day | null>): Block {
  const ranked = items.map((item) => ({ item, rank: rankOf(item.reasons, rules, heldOn) }))
    .toSorted((a, b) => byRank(a.rank, b.rank) || ((a.item.localId ?? "") < (b.item.localId ?? "") ? -1 : 1));
  const placed = items.find(({ byHand, concluded, child }) => byHand.includes("placed") || concluded || child === null);
  const reasons = items.flatMap((item) => item.reasons);
  const days = items.map(({ child }) => (child === null ? null : last.get(child) ?? null)).toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
  // Within a family the eldest record comes first by its local id, whoever brings them.
  return { items: items.toSorted((a, b) => ((a.localId ?? "") < (b.localId ?? "") ? -1 : 1)), part: placed?.part ?? partByRule(reasons, rules, parts) ?? ranked[0]!.item.part, rank: ranked[0]!.rank, last: days[0] ?? null };
}

/** By rank; then whoever has waited longest to be considered. */
const byTurn = (a: Block, b: Block): number =>
  byRank(a.rank, b.rank) || ((a.last ?? "") < (b.last ?? "") ? -1 : (a.last ?? "") > (b.last ?? "") ? 1 : 0) || ((a.items[0]!.localId ?? a.items[0]!.id) < (b.items[0]!.localId ?? b.items[0]!.id) ? -1 : 1);

/** Items that belong together: a child with the brothers and sisters who are on the agenda too. */
export const togetherWith = (items: readonly AgendaItem[], id: string): readonly AgendaItem[] => {
  const item = items.find((i) => i.id === id);
  return item === undefined ? [] : items.filter((i) => sameFamily(i) === sameFamily(item));
};

/** A child is moved with brothers and sisters: to a part, before the item that is at `index` of it now (0 is first), or to its end. */
export function moveItem(items: readonly AgendaItem[], id: string, to: { readonly part: string; readonly index: number }, by: string): readonly AgendaItem[] {
  const block = togetherWith(items, id);
  const ids = new Set(block.map((item) => item.id));
  const target = items.filter(({ part }) => part === to.part);
  const rest = target.filter((item) => !ids.has(item.id));
  const ahead = target[to.index];
  // Nobody comes between brothers and sisters who are there already.
  const before = ahead === undefined ? undefined : rest.find((item) => sameFamily(item) === sameFamily(ahead));
  const at = before === undefined ? (ahead === undefined ? rest.length : rest.filter((i) => target.indexOf(i) < to.index).length) : rest.indexOf(before);
  const moved = block.map((item): AgendaItem => ({ ...item, part: to.part, byHand: [...new Set<ByHand>([...item.byHand, "placed"])], changedBy: by }));
  return [...items.filter((item) => !ids.has(item.id) && item.part !== to.part), ...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

/** One step up or down within its part, past a whole family. */
export function stepItem(items: readonly AgendaItem[], id: string, way: "up" | "down", by: string): readonly AgendaItem[] {
  const block = togetherWith(items, id);
  const [first] = block;
  if (first === undefined) return items;
  const own = items.filter(({ part }) => part === first.part);
  const others = [...Map.groupBy(own, sameFamily).values()];
  const at = others.findIndex((items) => items.some((item) => item.id === id));
  const past = others[way === "up" ? at - 1 : at + 2];
  if (way === "down" && at === others.length - 1) return items;
  if (way === "up" && past === undefined) return items;
  return moveItem(items, id, { part: first.part, index: past === undefined ? own.length : own.indexOf(past[0]!) }, by);
}
