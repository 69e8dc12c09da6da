import type { Role } from "../domain/access/role.ts";
import type { Day } from "../domain/dates/day.ts";

/** Somebody whose work the viewer does today, while they are away. */
export interface CoveredRow {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly worker: string | null;
  readonly team: string | null;
  /** The last day of it. */
  readonly untilOn: Day;
}

/** One arrangement: whose work, by whom, from which day until which, the last one included. */
export interface CoverRow {
  readonly id: string;
  readonly account: string;
  readonly coveredBy: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly madeBy: string;
}

/** What somebody arranges about cover in their own organisation; the policies hold whose it may be. */
export interface Covers {
  /** Adds one, `at` an ISO 8601 instant. Throws NotPermitted where it is not the viewer’s to arrange. */
  add(cover: Omit<CoverRow, "id" | "madeBy">, at: string): Promise<void>;
  /** Ends one at once. False where there is none with the id that is the viewer’s to end. */
  end(id: string, at: string): Promise<boolean>;
}
