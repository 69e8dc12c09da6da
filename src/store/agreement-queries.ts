import { sql } from "kysely";
import type { Wall } from "../domain/access/wall.ts";
import { type Agreement, readTerms } from "../domain/agency/agreement.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Db } from "./database.ts";
import { stageNamed } from "./project.ts";

interface Row {
  readonly authority: string;
  readonly agency: string;
  readonly fromStage: string;
  readonly fields: readonly string[];
  readonly functions: readonly string[];
}

const AGREEMENT = sql`select authority, agency, from_stage as "fromStage", fields, functions from agreement`;

const read = ({ authority, agency, fromStage, fields, functions }: Row): Agreement => ({ authority, agency, fromStage: stageNamed(fromStage), ...readTerms(fields, functions) });

/** What an authority has agreed with its regional agency, where it has agreed anything. */
export async function agreementOf(db: Db, authority: string): Promise<Agreement | undefined> {
  const { rows: [row] } = await sql<Row>`${AGREEMENT} where authority = ${authority}`.execute(db);
  return row === undefined ? undefined : read(row);
}

/** What each authority has agreed with an agency, by code. */
export async function agreementsWith(db: Db, agency: string): Promise<readonly Agreement[]> {
  return (await sql<Row>`${AGREEMENT} where agency = ${agency} order by authority`.execute(db)).rows.map(read);
}

/** What an agreement goes by, of a child whom the viewer reaches. */
export interface ShareableChild {
  readonly recordId: string;
  readonly localId: string;
  readonly stage: Stage;
  readonly wall: Wall;
}

/** The children of an authority that an agreement might share, by local id. */
export async function shareableChildren(db: Db, authority: string): Promise<readonly ShareableChild[]> {
  const { rows } = await sql<{ recordId: string; localId: string; stage: string; wall: Wall }>`
    select record_id as "recordId", local_id as "localId", stage, wall from child_summary where authority = ${authority} order by local_id`.execute(db);
  return rows.map((row) => ({ ...row, stage: stageNamed(row.stage) }));
}
