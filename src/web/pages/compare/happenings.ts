import type { ComparedChild, ComparePage } from "../../../app/compare.ts";
import { CERTAINTIES, type Entry } from "../../../domain/chronology/entry.ts";
import { day } from "../../../domain/dates/day.ts";
import type { Difference, DifferenceType } from "../../../domain/tracker/compare.ts";
import type { Happening } from "./by-kind.tsx";
import { shortDay, valueInWords } from "./entry-words.ts";

/** What is told by its kind, in the order of the page. */
export const BY_KIND = {
  "happened": { heading: "What happened", days: "the day (actual)", of: ["happened", "ended"] },
  "planned": { heading: "Newly planned", days: "the day", of: ["planned"] },
  "learnt": { heading: "Had happened before, and was written down since", days: "the day (actual)", of: ["learnt"] },
} as const satisfies Readonly<Record<string, { readonly heading: string; readonly days: string; readonly of: readonly DifferenceType[] }>>;
export type ToldByKind = keyof typeof BY_KIND;

/** Everything of these types, in the order of the days. */
export function happeningsOf(told: ToldByKind, page: ComparePage): readonly Happening[] {
  const types: readonly DifferenceType[] = BY_KIND[told].of;
  return page.differences
    .flatMap(({ child, differences }) => differences.filter(({ type }) => types.includes(type)).flatMap((d) => happeningOf(child, d, page)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function happeningOf(child: ComparedChild, d: Difference, { workerNames, query }: ComparePage): readonly Happening[] {
  const value = (entry: Entry): readonly string[] => valueInWords(entry, workerNames);
  const from = (now: Entry, about: readonly string[]): readonly Happening[] => [{ child, kind: now.kind, on: now.happenedOn, ended: false, about }];
  switch (d.type) {
    case "ended": return [{ child, kind: d.now.kind, on: d.now.until ?? d.now.happenedOn, ended: true, about: value(d.now) }];
    case "happened": return from(d.now, [...changed(d.ended === undefined ? [] : value(d.ended), value(d.now)), ...(d.days === undefined ? [] : [againstPlan(d.days)])]);
    case "planned": return from(d.now, [...value(d.now), d.now.kind === "birth" ? "expected" : CERTAINTIES[d.now.certainty].toLowerCase()]);
    case "learnt": return from(d.now, [...value(d.now), `written down ${shortDay(day(d.now.recordedAt.slice(0, 10)), query.to)}`]);
    default: return [];
  }
}

const changed = ([before]: readonly string[], [now]: readonly string[]): readonly string[] =>
  now === undefined ? [] : [before === undefined || before === now ? now : `${before}, then ${now}`];

const againstPlan = (days: number): string => (days === 0 ? "as planned" : `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "sooner"} than planned`);
