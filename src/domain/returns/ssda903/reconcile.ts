import type { Day } from "../../dates/day.ts";
import type { Draft, Entry } from "../../chronology/entry.ts";
import type { Kind } from "../../chronology/kinds.ts";
import type { ReturnYear } from "./tables.ts";

export interface ReconcileContext {
  readonly years: readonly ReturnYear[];
  /** Withdraw what these files used to say and say no more. Only a person may ask for it. */
  readonly withdrawVanished?: boolean;
}

/** What a person entered stands; the file says otherwise. Nothing is written until a person settles it. */
export interface Conflict {
  readonly kind: Kind;
  /** The number of the entry in the record. */
  readonly entry: number;
  readonly recordSays: string;
  readonly fileSays: string;
  readonly fileOn: Day;
  readonly file: string;
  readonly row: number;
}

export interface Reconciled {
  /** New entries, those that supersede (`supersedes` and `cause`), and withdrawals. */
  readonly add: readonly Draft[];
  readonly conflicts: readonly Conflict[];
  /** In force, from an earlier import, within what these files cover, and no longer in them. */
  readonly vanished: readonly Entry[];
  readonly unchanged: number;
}

/** What must be written so that the record says what the files say, and no more than that. */
export function reconcile(current: readonly Entry[], wanted: readonly Draft[], context: ReconcileContext): Reconciled {
  void current;
  void context;
  return { add: wanted, conflicts: [], vanished: [], unchanged: 0 };
}
