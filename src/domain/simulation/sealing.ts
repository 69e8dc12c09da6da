import { fold } from "../chronology/fold.ts";
import { addDays, type Day } from "../dates/day.ts";
import { sealOf } from "../identity/sealing.ts";
import { random } from "./random.ts";
import { inForce, type SimulatedChild } from "./simulated.ts";

/** Records that could be sealed this long ago have been, but for some that were left. */
const DAYS_LEFT = 60;

/** Seals the records of most children adopted some time ago, as an adoption records officer would; the later ones are ready or wait. */
export function sealLongAdopted(child: SimulatedChild, to: Day): SimulatedChild {
  const luck = random(`seal of ${child.localId}`);
  const since = addDays(to, -DAYS_LEFT);
  const c = fold(inForce(child.entries).map((draft, i) => ({ ...draft, number: i + 1, recordedAt: `${draft.happenedOn}T09:00:00.000Z`, recordedBy: "demonstration" })), { stoodOn: since });
  const on = addDays(to, -luck.whole(1, DAYS_LEFT));
  if (!sealOf(c, since).ready || !luck.chance(0.8)) return child;
  return { ...child, entries: [...child.entries, { draft: { kind: "record-sealed", happenedOn: on, certainty: "actual", source: { type: "demonstration" }, detail: {} }, recordedOn: on, by: "adoption-records" }] };
}
