import type { Service } from "../domain/access/office.ts";
import type { Role } from "../domain/access/role.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Case } from "../domain/chronology/fold.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import type { Summary } from "../domain/permanence/summary.ts";
import type { Journey } from "../domain/scorecard/journey.ts";
import type { Decided } from "../domain/standards/change.ts";

/** What the store gives and takes: plain values, days as `Day`, instants as ISO 8601 text in UTC. */

export interface RecordRow {
  /** A random UUID: what addresses carry. */
  readonly id: string;
  readonly authority: string;
  readonly localId: string;
  readonly type: RecordType;
  /** Highest entry number of the record, 0 while it has none: changes whenever anybody writes to it. */
  readonly version: number;
}

/** A record with everything ever written in it, superseded and withdrawn entries too, by number. */
export interface RecordWithEntries extends RecordRow {
  readonly entries: readonly Entry[];
}

export interface JourneyRow {
  readonly recordId: string;
  readonly localId: string;
  readonly journey: Journey;
}

/** Somebody to whom children may be allocated: under the account or under its worker code. */
export interface WorkerRow {
  readonly account: string;
  readonly worker: string | null;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly team: string | null;
  /** The service that a service manager manages. */
  readonly service: Service | null;
  /** The first day that they are no longer here. */
  readonly leftOn: Day | null;
}

/**
 * Folded case in, summary out: the domain's `summarise` with its calendar already given to it, by the
 * standards that the child's authority has decided on. The store knows no standards, so callers hand this in.
 */
export type Summarise = (c: Case, by: Decided) => Summary;
