import type { Case } from "../chronology/fold.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import type { CompiledPack } from "./compile.ts";

/** Why a clock says what it says, in sentences. */
export function explain(_clock: Clock, _case: Case, _pack: CompiledPack, _calendar: WorkingCalendar): string {
  return "";
}
