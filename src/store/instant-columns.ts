import { type RawBuilder, sql } from "kysely";

/** An instant’s column inside JSON, as the rest of the program has instants: ISO 8601 in UTC, to the millisecond. */
export const instantText = (column: string): RawBuilder<unknown> => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
