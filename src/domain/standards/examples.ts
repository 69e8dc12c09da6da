import { sampleEntries } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { type JudgedClock, judge } from "./clock.ts";
import type { CompiledPack } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Example, ExpectedClock } from "./standard.ts";

/** How a worked example of a standard does not hold, in words; nothing where it does. */
export function exampleProblems(id: string, example: Example, pack: CompiledPack, calendar: WorkingCalendar): string[] {
  const entries = sampleEntries(example.chronology.map((e) => ({ ...e, until: e.until ?? undefined })));
  const clocks = evaluate(fold(entries), pack, calendar).filter((clock) => clock.standard === id).map((clock) => judge(clock, example.today));
  if (clocks.length !== example.clocks.length) {
    return [`${id}, “${example.says}”: expected ${example.clocks.length} clocks, found ${clocks.length}: ${JSON.stringify(clocks)}`];
  }
  return example.clocks.flatMap((expected, i) => differences(expected, clocks[i]!).map((words) => `${id}, “${example.says}”, clock ${i + 1}: ${words}`));
}

function differences(expected: ExpectedClock, found: JudgedClock): string[] {
  return (Object.keys(expected) as (keyof ExpectedClock)[]).flatMap((key) => {
    const [want, have] = [JSON.stringify(expected[key]), JSON.stringify(found[key])];
    return want === have ? [] : [`${key} should be ${want}, and is ${have}`];
  });
}
