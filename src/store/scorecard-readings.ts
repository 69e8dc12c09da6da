import { sql } from "kysely";
import type { Choices } from "../domain/scorecard/choices.ts";
import type { Db } from "./database.ts";

/** How an authority reads the definitions of its figures, who chose so and when. */
export interface ChosenReadings {
  readonly choices: Choices;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export async function scorecardReadings(db: Db, authority: string): Promise<ChosenReadings | null> {
  const { rows: [row] } = await sql<{ order: Choices["order"]; fourteenMonths: Choices["fourteenMonths"]; among: Choices["among"]; by: string; at: string }>`
    select order_counted as "order", fourteen_months as "fourteenMonths", share_of as among, chosen_by as by, chosen_at as at from scorecard_reading where authority = ${authority}`.execute(db);
  return row === undefined ? null : { choices: { order: row.order, fourteenMonths: row.fourteenMonths, among: row.among }, by: row.by, at: row.at };
}

export async function chooseScorecardReadings(db: Db, authority: string, { order, fourteenMonths, among }: Choices, by: string, at: string): Promise<void> {
  await sql`
    insert into scorecard_reading (authority, order_counted, fourteen_months, share_of, chosen_by, chosen_at) values (${authority}, ${order}, ${fourteenMonths}, ${among}, ${by}, ${at})
    on conflict (authority) do update set (order_counted, fourteen_months, share_of, chosen_by, chosen_at) =
      (excluded.order_counted, excluded.fourteen_months, excluded.share_of, excluded.chosen_by, excluded.chosen_at)`.execute(db);
}
