import type { Service } from "../domain/access/office.ts";
import type { Day } from "../domain/dates/day.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import type { OrganisationType } from "../domain/access/viewer.ts";
import type { Role } from "../domain/access/role.ts";

/** The columns that queries name, as they come back: days and instants as text, numbers as numbers. db/schema.sql has them all. */
export interface Tables {
  organisation: { code: string; name: string; type: OrganisationType };
  agreement: { authority: string; agency: string; from_stage: string };
  account: { id: string; organisation: string; name: string; role: Role; worker: string | null; team: string | null; service: Service | null; left_on: Day | null };
  record: { authority: string; id: string; type: RecordType; local_id: string; agency_visible: boolean };
  chain: { authority: string; book: Book; number: number; hash: Buffer };
  entry: EntryColumns;
  audit: AuditColumns;
  child_summary: { authority: string; record_id: string; local_id: string; stage: string; journey: unknown };
  sibling_member: { authority: string; group_id: string; child_id: string; agency_visible: boolean };
  import_run: {
    authority: string; id: string; type: string; answers: unknown; state: string; started_at: string; started_by: string; progress: number;
    preview: unknown; failure: string | null; changed_at: string;
  };
  import_file: {
    authority: string; run_id: string; position: number; name: string; size: number; sha256: Buffer; bytes: Buffer | null;
  };
}

export type Book = "entry" | "audit" | "access";

/** All null together once erased, but for those of the chain and the record. */
export interface EntryColumns {
  authority: string;
  number: number;
  record_id: string;
  kind: string | null;
  happened_on: Day | null;
  until: Day | null;
  certainty: string | null;
  detail: unknown;
  source: unknown;
  recorded_at: string | null;
  recorded_by: string | null;
  supersedes: number | null;
  cause: string | null;
  reason: string | null;
  salt: Buffer | null;
  payload_hash: Buffer;
  hash: Buffer;
  erased_at: string | null;
}

export interface AuditColumns {
  authority: string;
  number: number;
  record_id: string | null;
  at: string | null;
  actor: string | null;
  command: string | null;
  input: unknown;
  first_entry: number | null;
  last_entry: number | null;
  salt: Buffer | null;
  payload_hash: Buffer;
  hash: Buffer;
  erased_at: string | null;
}
