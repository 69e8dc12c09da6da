import { sql } from "kysely";
import { chainAccess } from "./access-batches.ts";
import { type Db, transact } from "./database.ts";
import { publishHeads } from "./heads-publishing.ts";
import type { Maintenance, Progress } from "./maintenance.ts";
import { endCutShort, headsOf, prove } from "./proof-run-queries.ts";
import { projectedOf } from "./projected-of.ts";
import { allocationsOf, endAllocations, writeProjected } from "./projections.ts";
import { batches, recordsByAuthority } from "./record-entries.ts";
import { identityKeys, reseal } from "./reseal.ts";
import { authoritiesBehind, noteFailure, recompute } from "./recompute.ts";
import { verifyAll } from "./verify-all.ts";

const silent: Progress = () => undefined;

/** Maintenance over connections in its role. */
export function maintenanceOver(db: Db): Maintenance {
  return {
    // One moment: what is written meanwhile is neither here nor missing.
    verify: (summarise, progress = silent, query) => transact(db, "read", (trx) => verifyAll(trx, summarise, progress, query)),
    chainAccess: () => chainAccess(db),
    heads: () => transact(db, "read", (trx) => headsOf(trx)),
    publishHeads: (day, publish) => publishHeads(db, day, publish),
    prove: (run, summarise) => prove(db, run, summarise),
    endCutShort: () => endCutShort(db),

    refreshStatistics: async () => {
      await sql`analyze record, entry, child_summary, child_clock, sibling_member, finding_term, allocation`.execute(db);
    },

    forgetKeptForms: async (before) => {
      await sql`delete from kept_form where kept_at <= ${before}`.execute(db);
    },

    identityKeys: () => identityKeys(db),
    reseal: (resealing) => reseal(db, resealing),

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
