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
  /** Whether its document is kept with it. */
  readonly hasDocument: boolean;
  /** What its document was made of, as SHA-256 in hexadecimal; null where none is kept. */
  readonly madeOf: string | null;
}

/** A document that is kept with its publication. */
export interface KeptDocument {
  readonly bytes: Uint8Array;
  readonly madeOf: string;
}

/** What is put in the register. */
export interface NewPublication extends Omit<PublicationRow, "id" | "by" | "hasDocument" | "madeOf"> {
  readonly document?: KeptDocument;
}

const COLUMNS = sql`id, kind, title, tables, told, published_by as by, published_at as at, document is not null as "hasDocument", encode(made_of, 'hex') as "madeOf"`;

/** All that an authority published, the newest first. */
export const publications = async (db: Db, authority: string): Promise<PublicationRow[]> =>
  (await sql<PublicationRow>`select ${COLUMNS} from publication where authority = ${authority} order by published_at desc, id`.execute(db)).rows;

export async function publication(db: Db, authority: string, id: string): Promise<PublicationRow | undefined> {
  if (!isUuid(id)) return undefined;
  return (await sql<PublicationRow>`select ${COLUMNS} from publication where authority = ${authority} and id = ${id}`.execute(db)).rows[0];
}

/** The document of a publication, where it is kept with it. */
export async function publicationDocument(db: Db, authority: string, id: string): Promise<Uint8Array | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows: [row] } = await sql<{ document: Uint8Array | null }>`select document from publication where authority = ${authority} and id = ${id}`.execute(db);
  return row?.document ?? undefined;
}

/** Puts a publication in the register; gives its id. */
export async function addPublication(db: Db, authority: string, { kind, title, tables, told, at, document }: NewPublication, by: string): Promise<string> {
  const bytes = document === undefined ? null : Buffer.from(document.bytes.buffer, document.bytes.byteOffset, document.bytes.length);
  const madeOf = document === undefined ? null : Buffer.from(document.madeOf, "hex");
  const { rows: [row] } = await sql<{ id: string }>`
    insert into publication (authority, kind, title, tables, told, published_by, published_at, document, made_of)
    values (${authority}, ${kind}, ${title}, ${JSON.stringify(tables)}, ${JSON.stringify(told)}, ${by}, ${at}, ${bytes}, ${madeOf}) returning id`.execute(db);
  return row!.id;
}

/** Until the transaction ends, nobody else publishes for the authority. */
export const lockPublications = async (db: Db, authority: string): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${authority}`}, 0))`.execute(db));
