import { sql } from "kysely";
import { type Db, transact } from "./database.ts";
import { expectedOf, heldBy } from "./held-projections.ts";
import type { Maintenance, Progress, Verified } from "./maintenance.ts";
import { projectedOf } from "./projected-of.ts";
import { allocationsOf, endAllocations, writeProjected } from "./projections.ts";
import { batches, recordIds } from "./record-entries.ts";
import type { Summarise } from "./rows.ts";
import { authoritiesBehind, noteFailure, recompute } from "./recompute.ts";
import { verifyChains } from "./verify-chains.ts";

const silent: Progress = () => undefined;

/** Maintenance over connections in its role. */
export function maintenanceOver(db: Db): Maintenance {
  return {
    verify: (summarise, progress = silent) =>
      // One moment: what is written meanwhile is neither here nor missing.
      transact(db, "read", async (trx): Promise<Verified> => {
        const { chains, rows, firstBroken } = await verifyChains(trx);
        const broken = firstBroken ?? (await verifyProjections(trx, summarise, progress));
        return { chains, rows, ok: broken === null, firstBroken: broken };
      }),

    refreshStatistics: async () => {
      await sql`analyze record, entry, child_summary, child_clock, sibling_member, finding_term, allocation`.execute(db);
    },

    recompute: (authority, summarise, progress = silent) => recompute(db, authority, summarise, progress),
    noteFailure: (authority, failure) => noteFailure(db, authority, failure),
    authoritiesBehind: () => authoritiesBehind(db),

    rebuild: async (summarise, progress = silent) => {
      let done = 0;
      const all = await transact(db, "read", recordsByAuthority);
      const of = all.reduce((sum, { ids }) => sum + ids.length, 0);
      for (const { authority, ids } of all) {
        for (const some of batches(ids)) {
          await transact(db, "write", async (trx) => {
            // So that nobody writes to a record between reading its entries and writing its projections.
            await trx.selectFrom("chain").select("book").where("authority", "=", authority).orderBy("book").forUpdate().execute();
            const projected = (await projectedOf(trx, authority, some, summarise)).map((p) => p.projected);
            await writeProjected(trx, authority, projected);
            await endAllocations(trx, authority, allocationsOf(projected));
          });
          progress((done += some.length), of);
        }
      }
      return done;
    },
  };
}

async function recordsByAuthority(db: Db): Promise<{ authority: string; ids: string[] }[]> {
  const authorities = await db.selectFrom("organisation").select("code").orderBy("code").execute();
  const all: { authority: string; ids: string[] }[] = [];
  for (const { code } of authorities) all.push({ authority: code, ids: await recordIds(db, code) });
  return all;
}

/** The first record whose projections do not hold what its chronology gives. */
async function verifyProjections(db: Db, summarise: Summarise, progress: Progress): Promise<Verified["firstBroken"]> {
  let done = 0;
  const all = await recordsByAuthority(db);
  const of = all.reduce((sum, { ids }) => sum + ids.length, 0);
  for (const { authority, ids } of all) {
    const shown = new Set<string>();
    const visible = await db.selectFrom("record").select("id").where("authority", "=", authority).where("agency_visible", "=", true).execute();
    for (const { id } of visible) shown.add(id);
    for (const some of batches(ids)) {
      const held = await heldBy(db, authority, some);
      for (const { record, projected } of await projectedOf(db, authority, some, summarise)) {
        const expected = expectedOf(projected, record.localId, (child) => shown.has(child));
        if (held.get(record.id) !== expected) return { authority, book: "projection", number: record.version };
      }
      progress((done += some.length), of);
    }
  }
  return null;
}
