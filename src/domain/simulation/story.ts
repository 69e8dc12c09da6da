import type { Role } from "../access/role.ts";
import type { Cause, Certainty, Detail, DetailValue, Draft, WithdrawalCause } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { STANDING_KINDS } from "../chronology/standing-kinds.ts";
import { type Day, addDays, earliest } from "../dates/day.ts";
import { type Written, inOrder } from "./chronicle.ts";
import { exactly, offTheWeekend, onAWeekday, parseToldDay, type ToldDay } from "./relative-day.ts";
import type { SimulatedChild, SimulatedGroup, SimulatedPopulation } from "./simulated.ts";

/** A dated line of a story. Days are told from today (“7 months ago”), so that a story never grows old. */
export interface StoryEntry {
  readonly kind: Kind;
  readonly on: string;
  readonly until?: string;
  /** Again and again from `on`, every so many days, up to a day: today, unless the story says. */
  readonly everyDays?: number;
  readonly to?: string;
  /** What followed each time, so many days later, if that has come. */
  readonly then?: Partial<Readonly<Record<Kind, number>>>;
  /** When it was written down: two days after it happened (a birth no sooner than the child was anybody's concern), unless the story says. */
  readonly recorded?: string;
  readonly certainty: Certainty;
  readonly detail: Detail;
  /** What was learnt when a period ended: the reason, say. */
  readonly ending?: Detail;
  /** A name by which a later line refers to this one. */
  readonly as?: string;
  readonly supersedes?: string;
  readonly cause?: Cause | WithdrawalCause;
  readonly reason?: string;
  /** Whose hand it is in. */
  readonly by?: Role;
  /** By field, the name of a line before this one that it names by number. */
  readonly refers?: { readonly field: string; readonly name: string };
}

export interface StoryRecord {
  readonly localId: string;
  readonly entries: readonly StoryEntry[];
}

export interface Story {
  readonly id: string;
  /** The authority's code. */
  readonly authority: string;
  /** One sentence: what the story shows. */
  readonly shows: string;
  readonly children: readonly StoryRecord[];
  readonly group?: StoryRecord;
  /** One of its children, offered to another authority by somebody’s account. */
  readonly offered?: { readonly child: string; readonly to: string; readonly from: ToldDay; readonly by: string; readonly why: string };
}

/** An authority's stories as they stand today. Throws a RangeError where a line's day cannot be read. */
export function storiesOf(stories: readonly Story[], authority: string, today: Day): SimulatedPopulation {
  const children: SimulatedChild[] = [];
  const groups: SimulatedGroup[] = [];
  for (const story of stories.filter((s) => s.authority === authority)) {
    const siblingGroup = story.group === undefined ? {} : { siblingGroup: groups.length };
    for (const child of story.children) children.push({ localId: child.localId, ...siblingGroup, entries: tell(child, today) });
    if (story.group !== undefined) groups.push({ localId: story.group.localId, entries: tell(story.group, today) });
  }
  return { children, groups };
}

/** A record as it stands today. A period that ended was written down when it began and again when it ended. */
function tell({ localId, entries }: StoryRecord, today: Day): SimulatedChild["entries"] {
  const written: Written[] = [];
  const named = new Map<string, Written>();
  const begunOn = recordBegun(entries, today);
  for (const line of entries) {
    const replaces = line.supersedes === undefined ? undefined : named.get(line.supersedes);
    if (line.supersedes !== undefined && replaces === undefined) throw new RangeError(`${localId}: nothing before is called “${line.supersedes}”`);
    const drafts = draftsOf(line, today);
    const to = line.refers === undefined ? undefined : named.get(line.refers.name);
    const told = { ...(line.by === undefined ? {} : { by: line.by }), ...(line.refers === undefined || to === undefined ? {} : { refers: { field: line.refers.field, to } }) };
    for (const draft of drafts) written.push(...writeDown(line, draft, replaces, { today, begunOn, told }));
    const last = written.at(-1);
    if (line.as !== undefined && last !== undefined) named.set(line.as, last);
    for (const draft of drafts) written.push(...following(line, draft, today));
  }
  return inOrder(written);
}

function following({ then = {} }: StoryEntry, { happenedOn, source }: Draft, today: Day): Written[] {
  return (Object.entries(then) as [Kind, number][]).flatMap(([kind, days]): Written[] => {
    const on = offTheWeekend(addDays(happenedOn, days), today);
    return on > today ? [] : [{ draft: { kind, happenedOn: on, certainty: "actual", detail: {}, source }, recordedOn: earliest(today, addDays(on, 2)) }];
  });
}

/** The day the child became somebody's concern: the first on which anything but a birth happened. */
const recordBegun = (entries: readonly StoryEntry[], today: Day): Day =>
  entries.reduce((first, { kind, on }) => (STANDING_KINDS.has(kind) ? first : earliest(first, dayOf(on, today))), today);

interface Telling {
  readonly today: Day;
  readonly begunOn: Day;
  /** Whose hand it is in, and what it refers to. */
  readonly told: Pick<Written, "by" | "refers">;
}

function writeDown(line: StoryEntry, draft: Draft, replaces: Written | undefined, { today, begunOn, told }: Telling): Written[] {
  const soon = addDays(draft.happenedOn, 2);
  const known = STANDING_KINDS.has(draft.kind) && draft.happenedOn <= begunOn ? begunOn : soon;
  const recordedOn = line.recorded === undefined ? earliest(today, known) : dayOf(line.recorded, today);
  const replacing = { ...told, ...(replaces === undefined ? {} : { replaces }) };
  const { until, ...open } = draft;
  if (until === undefined) return [{ draft, recordedOn, ...replacing }];
  const detail = { ...draft.detail, ...line.ending };
  if (until <= recordedOn) return [{ draft: { ...draft, detail }, recordedOn, ...replacing }];
  const begun: Written = { draft: open, recordedOn, ...replacing };
  return [begun, { draft: { ...draft, detail, cause: "ended", reason: "Ended" }, recordedOn: earliest(today, addDays(until, 2)), ...told, replaces: begun }];
}

/** The draft of a line, or each of them where it happens again and again. */
function draftsOf(line: StoryEntry, today: Day): Draft[] {
  const first = draftOf(line, today);
  if (line.everyDays === undefined) return [first];
  const drafts: Draft[] = [];
  const last = dayOf(line.to ?? "today", today);
  for (let on = first.happenedOn; on <= last; on = addDays(on, line.everyDays)) drafts.push({ ...first, happenedOn: offTheWeekend(on, today) });
  return drafts;
}

function draftOf(line: StoryEntry, today: Day): Draft {
  const { kind, certainty, cause, reason } = line;
  return {
    kind, certainty, detail: datedDetail(line, today), source: { type: "demonstration" },
    happenedOn: kind === "birth" ? exactly(told(line.on), today) : dayOf(line.on, today),
    ...(line.until === undefined ? {} : { until: dayOf(line.until, today) }),
    ...(cause === undefined ? {} : { cause }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function datedDetail({ kind, detail }: StoryEntry, today: Day): Detail {
  const fields = KINDS[kind].detail ?? {};
  return Object.fromEntries(Object.entries(detail).map(([name, value]): [string, DetailValue] =>
    [name, fields[name]?.type === "day" ? dayOf(String(value), today) : value]));
}

function told(text: string): NonNullable<ReturnType<typeof parseToldDay>> {
  const day = parseToldDay(text);
  if (day === undefined) throw new RangeError(`“${text}” is not a day: write it like “7 months ago”, “in 2 weeks” or 2026-03-31`);
  return day;
}

const dayOf = (text: string, today: Day): Day => onAWeekday(told(text), today);
