import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { keysOf, type Seat, seatsOf } from "../../domain/work/seats.ts";
import type { CoveredRow } from "../../store/cover.ts";
import type { Reader } from "../../store/reader.ts";
import type { WorkerRow } from "../../store/rows.ts";

/** Where somebody sits today: on their own seats, then on those of the people they cover for. */
export interface Sitting {
  readonly seats: readonly Seat[];
  /** Under what children are allocated to themselves. */
  readonly keys: readonly string[];
  readonly covered: readonly CoveredRow[];
  readonly workers: readonly WorkerRow[];
}

export async function sittingOf(reader: Reader, person: Person, today: Day): Promise<Sitting> {
  const workers = await reader.workers();
  const covered = await reader.covered(today);
  const everyone = workers.filter(({ organisation }) => organisation === person.organisation.code);
  const own = everyone.find(({ account }) => account === person.account) ?? { account: person.account, worker: null, role: person.role, team: null, leftOn: null };
  return {
    workers, covered, keys: keysOf(own),
    seats: [
      ...seatsOf({ ...own, role: person.role }, everyone, today),
      ...covered.flatMap((other) => seatsOf({ ...other, leftOn: null }, everyone, today, other.account)),
    ],
  };
}
