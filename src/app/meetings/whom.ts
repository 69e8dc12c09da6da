import { fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type Asked, type CoverOn, whomToAsk } from "../../domain/meetings/whom.ts";
import { openOf } from "../../domain/permanence/moments.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { WorkerRow } from "../../store/rows.ts";
import { peopleOf } from "./told.ts";

/** A child of an agenda, with who is to be asked about them today. */
export interface ChildAsked {
  readonly item: ItemRow;
  /** Nothing where there is nobody. */
  readonly asked: Asked | undefined;
}

/** The children on an agenda of whom the meeting wants to hear: discussed or noted, not put off or taken away. */
export const childrenOn = (items: readonly ItemRow[]): readonly (ItemRow & { readonly authority: string; readonly recordId: string; readonly localId: string })[] =>
  items.filter((item): item is ItemRow & { authority: string; recordId: string; localId: string } =>
    item.recordId !== null && item.authority !== null && item.localId !== null && (item.mode === "discuss" || item.mode === "note"));

/** Who is asked about each child of a meeting today. Somebody of another organisation is asked only where they belong to the series, and so can see it. */
export async function whomOf(reader: Reader, meeting: MeetingRow, series: SeriesRow, today: Day): Promise<readonly ChildAsked[]> {
  const children = childrenOn(await reader.meetings.items(meeting.id));
  const people = await peopleOf(reader);
  const covers = await reader.covers(today);
  const members = new Set(series.definition.members.flatMap(({ account }) => account ?? []));
  const found: ChildAsked[] = [];
  for (const [authority, items] of Map.groupBy(children, (item) => item.authority)) {
    const known = people.filter((one) => one.organisation === authority && (authority === meeting.organisation || members.has(one.account)));
    const held = await heldBy(reader, authority, items.map(({ localId }) => localId));
    for (const item of items) found.push({ item, asked: whomToAsk(held.get(item.recordId) ?? NOBODY, known, covers, today) ?? forAgency(meeting, series, item, people, covers, today) });
  }
  return found;
}

const NOBODY = { socialWorker: null, team: null };

async function heldBy(reader: Reader, authority: string, localIds: readonly string[]): Promise<ReadonlyMap<string, { readonly socialWorker: string | null; readonly team: string | null }>> {
  const held = new Map<string, { readonly socialWorker: string | null; readonly team: string | null }>();
  for await (const batch of reader.recordsWithEntries(authority, localIds)) {
    for (const { id, entries } of batch) {
      const c = fold(entries);
      const said = (kind: "allocated-worker" | "responsible-team", field: string): string | null => (openOf(c, kind)?.detail[field] === undefined ? null : String(openOf(c, kind)?.detail[field]));
      held.set(id, { socialWorker: said("allocated-worker", "worker"), team: said("responsible-team", "team") });
    }
  }
  return held;
}

/** Of an agency’s own meeting: whoever presents the child, takes the minutes or chairs, the first of them who is of the agency and here. */
function forAgency(meeting: MeetingRow, { definition }: SeriesRow, { presenter, authority }: ItemRow, people: readonly WorkerRow[], covers: readonly CoverOn[], today: Day): Asked | undefined {
  if (authority === meeting.organisation) return undefined;
  const own = people.filter((one) => one.organisation === meeting.organisation && isPresent(one, today));
  const as = (kind: "chair" | "minute-taker") => definition.members.find((member) => member.as === kind)?.account;
  const account = [presenter, meeting.detail.minuteTaker, as("minute-taker"), meeting.detail.chair, as("chair")].find((one) => own.some((person) => person.account === one));
  if (account == null) return undefined;
  const cover = covers.find((c) => c.account === account && c.fromOn <= today && today <= c.untilOn)?.coveredBy;
  return { account: cover ?? account, because: "holds" };
}
