import { sql } from "kysely";
import type { Db } from "./database.ts";

/** An accepted command that changed several records at once, as the audit has it. */
export interface ChangeRow {
  readonly authority: string;
  /** Its number in the authority’s audit. */
  readonly number: number;
  readonly command: "record-many" | "reassign" | "undo-many";
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly actor: string;
  /** The records it wrote to. */
  readonly records: readonly string[];
  /** The kind recorded; of an undoing, that of what it undid. */
  readonly kind: string;
  /** Its entries are numbered from the first to the last without a gap. */
  readonly firstEntry: number;
  readonly lastEntry: number;
  /** Of an undoing: the number of what it undid. */
  readonly undoes: number | null;
  /** The number of what undid it. */
  readonly undoneBy: number | null;
}

/** The change with this number; nothing for one that is no change to several, was erased, or is not the viewer’s to see. */
export async function changeNumbered(db: Db, authority: string, number: number): Promise<ChangeRow | undefined> {
  const { rows } = await sql<Omit<ChangeRow, "records" | "kind" | "undoes"> & { input: AuditInput }>`
    select authority, number, command, at, actor, input, first_entry as "firstEntry", last_entry as "lastEntry", (
      select max(undoing.number) from audit as undoing
      where undoing.authority = audit.authority and undoing.command = 'undo-many' and (undoing.input ->> 'undoes')::bigint = audit.number
    ) as "undoneBy"
    from audit
    where authority = ${authority} and number = ${number} and command in ('record-many', 'reassign', 'undo-many') and first_entry is not null`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { input, ...rest } = row;
  return { ...rest, records: input.records, kind: input.kind, undoes: input.undoes ?? null };
}

interface AuditInput {
  readonly records: readonly string[];
  readonly kind: string;
  readonly undoes?: number;
}
