import { sql } from "kysely";
import type { Clock } from "../domain/standards/clock.ts";
import { canonicalJson } from "./chain.ts";
import type { Db } from "./database.ts";
import { expectedPartsOf, isSamePart, type Parts, partsHeldBy } from "./held-projections.ts";
import type { Projected } from "./project.ts";
import {
  addAllocations, allocationsOf, type ClockRow, insertingClocks, isChild, writeMembers, writePeriods, writeSummaries, writeNamed, writeShown, writeTerms, writeWalls,
} from "./projections.ts";

/**
 * As `writeProjected`, for few records: reads what their projections hold and writes what differs, which
 * after one entry is little. Gives the records from whom no allocation that the viewer sees is to be taken.
 */
export async function writeChanged(db: Db, authority: string, records: readonly Projected[]): Promise<ReadonlySet<string>> {
  const held = await partsHeldBy(db, authority, records.map((p) => p.recordId), "without summaries");
  const both = new Map<Projected, readonly [had: Parts, has: Parts]>();
  const localIds = new Map<string, string>();
  for (const p of records) {
    const had = held.get(p.recordId);
    if (had === undefined) continue;
    localIds.set(p.recordId, had.localId);
    both.set(p, [had, expectedPartsOf(p, had.localId, () => ({ agencyVisible: false, wall: 0 }))]);
  }
  /** Those who are not there as the viewer sees it are left to the writing itself, which refuses or not. */
  const differing = <P extends Projected>(part: keyof Parts, all: readonly P[]): P[] => all.filter((p) => {
    const pair = both.get(p);
    return pair === undefined || !isSamePart(part, ...pair);
  });
  const unlessNone = async <P>(some: readonly P[], work: (some: readonly P[]) => Promise<void>): Promise<void> => (some.length === 0 ? undefined : work(some));
  const children = records.filter(isChild);
  await unlessNone(differing("periods", records), (some) => writePeriods(db, authority, some));
  const shownOtherwise = new Set([...differing("agencyVisible", records), ...differing("wall", records)]);
  await unlessNone([...shownOtherwise], (some) => writeShown(db, authority, some));
  await unlessNone(differing("walled", records), (some) => writeWalls(db, authority, some));
  await unlessNone(differing("named", records), (some) => writeNamed(db, authority, some));
  await unlessNone(children, (some) => writeSummaries(db, authority, some, localIds));
  await unlessNone(differing("terms", children), (some) => writeTerms(db, authority, some, localIds));
  await changeClocks(db, authority, children.map((p) => ({ recordId: p.recordId, had: both.get(p)![0], has: both.get(p)![1] })));
  const reallocated = differing("workers", children);
  await unlessNone(reallocated, (some) => addAllocations(db, authority, allocationsOf(some)));
  await unlessNone(records.filter((p) => !isChild(p)), (some) => writeMembers(db, authority, some));
  return new Set(children.filter((p) => !reallocated.includes(p)).map((p) => p.recordId));
}

interface Changing {
  readonly recordId: string;
  readonly had: Parts;
  readonly has: Parts;
}

const keyOf = ({ standard, occurrence }: Clock): string => `${standard} ${occurrence}`;

/** In one statement: no clock that is removed is one of those written. */
async function changeClocks(db: Db, authority: string, children: readonly Changing[]): Promise<void> {
  const gone: { recordId: string; standard: string; occurrence: number }[] = [];
  const rows: ClockRow[] = [];
  for (const { recordId, had, has } of children) {
    const expected = new Set(has.clocks.map(keyOf));
    for (const clock of had.clocks) if (!expected.has(keyOf(clock))) gone.push({ recordId, standard: clock.standard, occurrence: clock.occurrence });
    const before = new Map(had.clocks.map((clock) => [keyOf(clock), canonicalJson(clock)]));
    for (const clock of has.clocks) if (before.get(keyOf(clock)) !== canonicalJson(clock)) rows.push({ ...clock, recordId });
  }
  if (gone.length + rows.length === 0) return;
  await sql`
    with gone as (
      delete from child_clock where authority = ${authority} and (record_id, standard, occurrence) in (select * from unnest(
        ${gone.map((g) => g.recordId)}::uuid[], ${gone.map((g) => g.standard)}::text[], ${gone.map((g) => g.occurrence)}::int[])))
    ${insertingClocks(authority, rows)}
    on conflict (authority, record_id, standard, occurrence) do update set (started_on, due_on, started_by, known_up_to, flags, agency_visible, wall, warn_days, owner)
      = (excluded.started_on, excluded.due_on, excluded.started_by, excluded.known_up_to, excluded.flags, excluded.agency_visible, excluded.wall, excluded.warn_days, excluded.owner)
  `.execute(db);
}
