import { sql } from "kysely";
import { FIELD_CODES } from "../domain/agency/agreement.ts";
import { shownUnder } from "../domain/agency/shown.ts";
import type { Person, Viewer } from "../domain/access/viewer.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { agreementsWith } from "./agreement-queries.ts";
import type { Run } from "./database.ts";
import type { RecordWithEntries } from "./rows.ts";

export const isOfAgency = (viewer: Viewer): viewer is Person => viewer.type === "person" && viewer.organisation.type !== "local-authority";

/** What the agreements with the viewer’s agency share of a record’s entries. */
export function byAgreement({ organisation: { code } }: Person, run: Run): Promise<(record: Pick<RecordWithEntries, "authority" | "entries">) => readonly Entry[]> {
  return run(async (db) => {
    const agreements = new Map((await agreementsWith(db, code)).map(({ authority, fields }) => [authority, fields]));
    if ([...agreements.values()].every((fields) => fields.length === FIELD_CODES.length)) return ({ entries }) => entries;
    const { rows } = await sql<{ id: string }>`select id from account where organisation = ${code}`.execute(db);
    const own = new Set(rows.map(({ id }) => id));
    return ({ authority, entries }) => shownUnder(agreements.get(authority) ?? [], own, entries);
  });
}
