import { sql } from "kysely";
import { actorOf, type Viewer } from "../domain/access/viewer.ts";
import type { AccessLog } from "./access-log.ts";
import type { Run } from "./database.ts";

export function accessLogOver(run: Run, viewer: Viewer): AccessLog {
  const organisation = viewer.type === "operator" ? viewer.authority : viewer.organisation.code;
  const role = viewer.type === "operator" ? null : viewer.role;
  const write = (outcome: "opened" | "refused", recordId: string | null, asked: string | null, how: string): Promise<void> =>
    run(async (db) => {
      await sql`
        insert into access_log (account, role, organisation, outcome, record_id, authority, asked, how)
        values (${actorOf(viewer)}, ${role}, ${organisation}, ${outcome}, ${recordId}, (select authority from record where id = ${recordId}), ${asked}, ${how})`.execute(db);
    });
  return {
    opened: (recordId, how) => write("opened", recordId, null, how),
    openedAll: (recordIds, how) =>
      run(async (db) => {
        await sql`
          insert into access_log (account, role, organisation, outcome, record_id, authority, how)
          select ${actorOf(viewer)}, ${role}, ${organisation}, 'opened', t.id, record.authority, ${how}
          from unnest(${recordIds}::uuid[]) as t (id) left join record on record.id = t.id`.execute(db);
      }),
    // Cut by characters as PostgreSQL counts them, which half of a surrogate pair is not.
    refused: (asked, how) => write("refused", null, [...asked.replaceAll("\0", "")].slice(0, 100).join(""), how),
  };
}
