import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { judge } from "./clock.ts";
import type { CompiledPack } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Example, ExpectedClock } from "./standard.ts";

/** What a worked example comes to by other rules: the clocks that the standard would have on its day, for somebody to check. */
export function workedAnew(id: string, { chronology, today }: Example, pack: CompiledPack, calendar: WorkingCalendar): ExpectedClock[] {
  const entries = sampleEntries(chronology.map((e) => ({ ...e, until: e.until ?? undefined })));
  return evaluate(fold(entries), pack, calendar).filter((clock) => clock.standard === id).map((clock): ExpectedClock => {
    const { occurrence, startedOn, dueOn, stoppedOn, mootOn, state, days, flags } = judge(clock, today);
    return {
      occurrence, startedOn, dueOn, state, days,
      ...(stoppedOn === null ? {} : { stoppedOn }),
      ...(mootOn === null ? {} : { mootOn }),
      ...(flags.length === 0 ? {} : { flags }),
    };
  });
}
