import { sql } from "kysely";
import type { PublicationKind } from "../domain/scorecard/publication/kinds.ts";
import type { Publication } from "../domain/scorecard/publication/tables.ts";
import type { Db } from "./database.ts";
import { isUuid } from "./uuid.ts";

/** What was published once. What it was made of is for protecting the next, and is shown to nobody. */
export interface PublicationRow extends Publication {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly title: string;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

const COLUMNS = sql`id, kind, title, tables, told, published_by as by, published_at as at`;

/** All that an authority published, the newest first. */
export const publications = async (db: Db, authority: string): Promise<PublicationRow[]> =>
  (await sql<PublicationRow>`select ${COLUMNS} from publication where authority = ${authority} order by published_at desc, id`.execute(db)).rows;

export async function publication(db: Db, authority: string, id: string): Promise<PublicationRow | undefined> {
  if (!isUuid(id)) return undefined;
  return (await sql<PublicationRow>`select ${COLUMNS} from publication where authority = ${authority} and id = ${id}`.execute(db)).rows[0];
}

/** Puts a publication in the register; gives its id. */
export async function addPublication(db: Db, authority: string, { kind, title, tables, told, at }: Omit<PublicationRow, "id" | "by">, by: string): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    insert into publication (authority, kind, title, tables, told, published_by, published_at)
    values (${authority}, ${kind}, ${title}, ${JSON.stringify(tables)}, ${JSON.stringify(told)}, ${by}, ${at}) returning id`.execute(db);
  return row!.id;
}

/** Until the transaction ends, nobody else publishes for the authority. */
export const lockPublications = async (db: Db, authority: string): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${authority}`}, 0))`.execute(db));
