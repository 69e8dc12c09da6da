import type { Case } from "../chronology/fold.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import type { CompiledPack } from "./compile.ts";

export { type CompiledPack, compile } from "./compile.ts";

/** Every clock that the standards start for a child, by standard and occurrence. Holds no today: `judge` does. */
export function evaluate(_case: Case, _pack: CompiledPack, _calendar: WorkingCalendar): Clock[] {
  return [];
}
