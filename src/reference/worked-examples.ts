import { compile, leansOn } from "../domain/standards/compile.ts";
import { exampleProblems } from "../domain/standards/examples.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { loadCalendar } from "./calendar.ts";
import { loadPacks } from "./packs.ts";
import { loadStandards, placeOf, UnreadableStandards } from "./standards.ts";

/** Throws UnreadableStandards where a worked example of any standard there is does not hold, each with its file and line. */
export function checkWorkedExamples(): void {
  const national = loadStandards();
  const faults = [national, ...loadPacks().map((pack) => [...pack.standards, ...national])].flatMap((all, i) => faultsOf(all, i === 0 ? () => true : (s) => !national.includes(s)));
  if (faults.length > 0) throw new UnreadableStandards(faults);
}

/** Each standard is judged with only those that it leans on: a tenth of the time of judging them all. */
export function faultsOf(all: readonly Standard[], which: (s: Standard) => boolean = () => true): string[] {
  const calendar = loadCalendar();
  const versions = Map.groupBy(all, ({ id }) => id);
  return [...versions].filter(([, own]) => own.some(which)).flatMap(([id, own]) => {
    const together = new Set([id]);
    for (const one of together) for (const s of versions.get(one) ?? []) for (const other of leansOn(s)) together.add(other);
    const pack = compile([...together].flatMap((one) => versions.get(one) ?? []));
    return own.filter(which).flatMap((s) => s.examples.flatMap((example) => exampleProblems(id, example, pack, calendar)).map((words) => `${placeOf(s, "examples")}: ${words}`));
  });
}
