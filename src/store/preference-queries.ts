import { sql } from "kysely";
import type { Db } from "./database.ts";

/** The viewer’s own choice: the policy shows nobody another’s. Hidden until chosen otherwise. */
export async function showsNames(db: Db): Promise<boolean> {
  const { rows: [own] } = await sql<{ shows: boolean }>`select shows_names as shows from preference`.execute(db);
  return own?.shows ?? false;
}
