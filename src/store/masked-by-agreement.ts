import { sql } from "kysely";
import { shownTo, type Side } from "../domain/access/side.ts";
import { isAgencyKind, shownUnder } from "../domain/agency/shown.ts";
import type { Person, Viewer } from "../domain/access/viewer.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { agreementsWith } from "./agreement-queries.ts";
import type { Run } from "./database.ts";
import type { RecordWithEntries } from "./rows.ts";

export const isOfAgency = (viewer: Viewer): viewer is Person => viewer.type === "person" && viewer.organisation.type !== "local-authority";

/** What the agreements with the viewer’s agency share of a record’s entries; of the adopters, what the functions given need. */
export function byAgreement({ organisation: { code } }: Person, run: Run, side: Side): Promise<(record: Pick<RecordWithEntries, "type" | "authority" | "entries">) => readonly Entry[]> {
  return run(async (db) => {
    const agreements = new Map((await agreementsWith(db, code)).map((agreement) => [agreement.authority, agreement]));
    const { rows } = await sql<{ id: string }>`select id from account where organisation = ${code}`.execute(db);
    const own = new Set(rows.map(({ id }) => id));
    return ({ type, authority, entries }) => {
      const { fields, functions } = agreements.get(authority) ?? { fields: [], functions: [] };
      if (type !== "child") return shownUnder(fields, own, entries);
      const shown = shownTo({ ...side, given: functions, own }, entries);
      return shownUnder(fields, own, entries.map((e, i) => (isAgencyKind(e.kind) ? e : shown[i] ?? e)));
    };
  });
}
