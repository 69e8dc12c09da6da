import { sql } from "kysely";
import { isSameForAll, knowingReach, shownTo, type Side } from "../domain/access/side.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { isMeetingKind } from "../domain/agency/shown.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Run } from "./database.ts";
import { byAgreement, isOfAgency } from "./masked-by-agreement.ts";
import { maskedMinutes } from "./masked-minutes.ts";
import type { Reader } from "./reader.ts";
import type { RecordWithEntries } from "./rows.ts";
import { onDay } from "./scope.ts";

/** What of a record’s entries somebody reads; the authority is that of the record. */
type Mask = (record: Pick<RecordWithEntries, "type" | "authority" | "entries">) => readonly Entry[];

/**
 * The one place where entries pass before somebody reads them: what the viewer may not know of the adopters is taken
 * away here (src/domain/access/side.ts), and so is what an agreement does not share with their agency
 * (src/domain/agency/shown.ts); and so it is in no page, list, comparison, form or file. Writers read all of it: they
 * decide and project by the whole record.
 */
export function masked(reader: Reader, viewer: Viewer, run: Run, today: Day | undefined): Reader {
  if (isOfAgency(viewer)) {
    const ask = async (): Promise<Mask> => byAgreement(viewer, run, await sideOf(viewer, run, today));
    const own = through(reader, ask);
    return {
      ...own,
      toldOf: async (question) => {
        const by = await ask();
        return (await reader.toldOf(question)).map((told) => ({ ...told, entries: by({ type: "child", authority: question.authority, entries: told.entries }) }));
      },
      // Who has the child, and of which team, is not theirs to fall back on: it is the authority’s to follow up.
      followed: async (question) => (await own.followed(question)).map((child) => ({ ...child, socialWorker: null, team: null })),
    };
  }
  const reach = knowingReach(viewer);
  if (isSameForAll(reach) && reach !== "none") return reader;
  return {
    ...through(reader, async () => {
      const by = await sideOf(viewer, run, today);
      return ({ type, entries }) => (type === "child" ? shownTo(by, entries) : entries);
    }),
    // What is written of the papers of a match is read only by those who may know every match.
    awaitingManagers: async (scope) => (await reader.awaitingManagers(scope)).map((row) => ({ ...row, note: null })),
  };
}

function through(reader: Reader, ask: () => Promise<Mask>): Reader {
  let asked: Promise<Mask> | undefined;
  const mask = (): Promise<Mask> => (asked ??= ask());
  async function* shown(batches: AsyncIterable<readonly RecordWithEntries[]>): AsyncGenerator<readonly RecordWithEntries[]> {
    // Asked before the first batch: nothing else may be while one is being read.
    const by = await mask();
    for await (const batch of batches) yield batch.map((record) => ({ ...record, entries: by(record) }));
  }
  return {
    ...reader,
    meetings: maskedMinutes(reader, mask),
    entriesOf: async (recordId) => {
      const [by, record] = [await mask(), await reader.getRecord(recordId)];
      return record === undefined ? [] : [...by({ ...record, entries: await reader.entriesOf(recordId) })];
    },
    siblingGroupsOf: async (childId) => {
      const by = await mask();
      return (await reader.siblingGroupsOf(childId)).map((group) => ({ ...group, entries: by(group) }));
    },
    // What may be read of a meeting goes by the whole record: after a link its words may be of the family.
    followed: async (question) => {
      const children = await reader.followed(question);
      const read = new Map<string, readonly Entry[]>();
      for (const [authority, of] of Map.groupBy(children, (child) => child.authority)) {
        for await (const batch of shown(reader.recordsWithEntries(authority, of.map(({ localId }) => localId)))) for (const { id, entries } of batch) read.set(id, entries);
      }
      return children.map((child) => ({ ...child, entries: (read.get(child.recordId) ?? []).filter(({ kind }) => isMeetingKind(kind)) }));
    },
    agendaChildren: async (question) => {
      const by = await mask();
      return (await reader.agendaChildren(question)).map((child) => ({ ...child, entries: by({ type: "child", authority: question.authority, entries: child.entries }) }));
    },
    recordsWithEntries: (authority, localIds) => shown(reader.recordsWithEntries(authority, localIds)),
    childrenWith: (authority, kinds) => shown(reader.childrenWith(authority, kinds)),
  };
}

/** The names under which children are the viewer’s, as the transaction has them (src/store/scope.ts), and the day. */
async function sideOf(viewer: Viewer, run: Run, today: Day | undefined): Promise<Side> {
  const { rows: [row] } = await run((db) => sql<{ workers: string | null; today: Day }>`
    select nullif(current_setting('viewer.workers', true), '') as workers, ${onDay(today)} as today`.execute(db));
  if (row === undefined) throw new Error("The viewer’s settings gave no row");
  return { viewer, keys: row.workers?.split(",") ?? [], today: row.today };
}
