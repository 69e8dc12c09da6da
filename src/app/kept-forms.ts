import type { Person } from "../domain/access/viewer.ts";
import type { KeptFields, KeptFormRow } from "../store/kept-forms.ts";
import type { App } from "./app.ts";
import { close, open } from "./identity/envelope.ts";

export type { KeptFields } from "../store/kept-forms.ts";

/** A form that is kept; of one about a child, whose it is as the authority numbers them. */
export interface KeptForm extends KeptFormRow {
  readonly localId: string | null;
}

/** How many a person may have; what is sent after that takes the place of the oldest. */
export const MOST_KEPT = 5;
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST_CHARACTERS = 256 * 1024;

const earliest = (now: string): string => new Date(Date.parse(now) - KEPT_MS).toISOString();

/** Keeps what somebody sent once they were signed out, for a day. Whether it was kept: nothing is where nothing was typed or it is too much. */
export async function keepForm(app: App, person: Person, path: string, fields: KeptFields): Promise<boolean> {
  if (fields.typed.length === 0 && fields.files === 0) return false;
  if (path.length > 2000 || JSON.stringify(fields).length > MOST_CHARACTERS) return false;
  const now = app.clock.now();
  await app.store.keptForms(person).keep({ ...closed(app, person, { path, fields }), keptAt: now }, MOST_KEPT);
  // Theirs who never came back, too.
  await app.store.maintenance.forgetKeptForms(earliest(now));
  return true;
}

type Sent = Pick<KeptFormRow, "path" | "fields">;
const rowOf = ({ account }: Person): string => `kept for ${account}`;
const PARTS = /^([0-9a-f]+)\.([\w-]+)\.([\w-]+)$/;

/** Whatever was typed may name who adopts a child: none of it, nor where it was sent, stands in the database in clear. */
function closed({ identityKey }: App, person: Person, sent: Sent): Sent {
  if (identityKey === undefined) return sent;
  const { keyId, nonce, closed: bytes } = close(identityKey, rowOf(person), JSON.stringify(sent));
  return { path: "/", fields: { typed: [], files: 0, closed: `${keyId}.${nonce.toString("base64url")}.${bytes.toString("base64url")}` } };
}

/** What was sent; nothing where the key has been changed since. */
function opened({ identityKey }: App, person: Person, row: KeptFormRow): readonly KeptFormRow[] {
  if (row.fields.closed === undefined) return [row];
  const [, keyId = "", nonce = "", bytes = ""] = PARTS.exec(row.fields.closed) ?? [];
  if (identityKey === undefined || keyId !== identityKey.id) return [];
  return [{ ...row, ...JSON.parse(open(identityKey, rowOf(person), { keyId, nonce: Buffer.from(nonce, "base64url"), closed: Buffer.from(bytes, "base64url") })) as Sent }];
}

/** What is kept for a person, the latest first. */
export async function keptForms(app: App, person: Person): Promise<readonly KeptForm[]> {
  const rows = (await app.store.keptForms(person).since(earliest(app.clock.now()))).flatMap((row) => opened(app, person, row));
  const ids = rows.map(({ path }) => /^\/children\/([0-9a-f-]{36})(?=\/|$)/.exec(path)?.[1]);
  const known = ids.some((id) => id !== undefined) ? await app.store.reader(person).recordsById([...new Set(ids.filter((id) => id !== undefined))]) : [];
  return rows.map((row, i) => ({ ...row, localId: known.find(({ id }) => id === ids[i])?.localId ?? null }));
}

/** Lets a kept form go: it was sent again, or is not wanted. Whether there was one. */
export const dropKeptForm = (app: App, person: Person, id: string): Promise<boolean> => app.store.keptForms(person).drop(id);
