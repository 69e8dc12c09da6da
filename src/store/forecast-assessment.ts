import { sql } from "kysely";
import type { Db } from "./database.ts";

export async function forecastAssessment(db: Db, authority: string): Promise<string | null> {
  return (await sql<{ reference: string }>`select reference from forecast_assessment where authority = ${authority}`.execute(db)).rows[0]?.reference ?? null;
}

export async function sayForecastAssessment(db: Db, authority: string, reference: string, by: string, at: string): Promise<void> {
  await sql`
    insert into forecast_assessment (authority, reference, said_by, said_at) values (${authority}, ${reference}, ${by}, ${at})
    on conflict (authority) do update set (reference, said_by, said_at) = (excluded.reference, excluded.said_by, excluded.said_at)`.execute(db);
}
