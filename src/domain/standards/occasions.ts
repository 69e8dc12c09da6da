import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { NAMED_OCCASIONS } from "./named.ts";
import type { KindOccasion, Occasion, Where } from "./standard.ts";

/** One coming of an occasion: the entry, and the day on which it counts (its end, for the end of a period). */
export interface Moment {
  readonly entry: Entry;
  readonly on: Day;
  /** It is the end of the entry’s period that counts, not its beginning. */
  readonly isEnd: boolean;
}

/** Which entries may count: those that happened; those fixed too; or those only meant as well. */
export type Counted = "actual" | "fixed" | "any";

const NONE: readonly Moment[] = [];

export function whereHolds(where: readonly Where[], entry: Entry): boolean {
  for (const { field, values, not } of where) {
    const value = entry.detail[field];
    if ((value !== undefined && values.includes(value)) === not) return false;
  }
  return true;
}

function outcomeCounts({ outcomes }: KindOccasion, { detail }: Entry): boolean {
  const outcome = detail["outcome"];
  if (outcomes === null) return outcome === undefined || outcome === "made";
  return outcomes.includes(outcome === undefined ? "made" : String(outcome));
}

function certaintyCounts(counted: Counted, entry: Entry): boolean {
  return entry.certainty === "actual" || counted === "any" || (counted === "fixed" && entry.certainty === "provisional");
}

/** Does an entry of the occasion’s kind make it come? */
export const counts = (occasion: KindOccasion, entry: Entry, counted: Counted): boolean =>
  certaintyCounts(counted, entry) && outcomeCounts(occasion, entry) && (occasion.where.length === 0 || whereHolds(occasion.where, entry));

/** In order of day, then of writing. */
export const byDay = (a: Moment, b: Moment): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry.number - b.entry.number);

/** Every coming of any of these, in order. */
export function momentsOf(c: Case, occasions: readonly Occasion[], counted: Counted): readonly Moment[] {
  let found: Moment[] | undefined;
  let unsorted = occasions.length > 1;
  for (const occasion of occasions) {
    const named = "named" in occasion;
    const entries = named ? NAMED_OCCASIONS[occasion.named].entries(c) : c.of(occasion.kind);
    for (const entry of entries) {
      if (!named && !counts(occasion, entry, counted)) continue;
      const isEnd = !named && occasion.edge === "end";
      const on = isEnd ? entry.until : entry.happenedOn;
      if (on !== undefined) (found ??= []).push({ entry, on, isEnd });
    }
    if (named || occasion.edge === "end") unsorted = true;
  }
  if (found === undefined) return NONE;
  return unsorted && found.length > 1 ? found.sort(byDay) : found;
}

/** The kinds whose entries can make the occasion come. */
export const kindsOf = (occasion: Occasion): readonly Kind[] =>
  "named" in occasion ? NAMED_OCCASIONS[occasion.named].kinds : [occasion.kind];

/** “placement order”, “the end of: Looked after”, as an explanation names it. */
export function occasionInWords(occasion: Occasion): string {
  if ("named" in occasion) return NAMED_OCCASIONS[occasion.named].says;
  const { kind, edge, where } = occasion;
  const only = where.map(({ field, values, not }) => {
    const codes = KINDS[kind].detail?.[field]?.codes;
    const label = KINDS[kind].detail?.[field]?.label ?? field;
    const words = values.map((v) => (v === true ? "yes" : v === false ? "no" : (codes?.[String(v)] ?? String(v)))).join(" or ");
    const opposite = not && values.length === 1 && typeof values[0] === "boolean" ? `${values[0] ? "no" : "yes"}, or not said` : undefined;
    return `${label.toLowerCase()}: ${opposite ?? `${not ? "not " : ""}${words}`}`;
  });
  const name = `“${KINDS[kind].label}”${only.length === 0 ? "" : ` (${only.join("; ")})`}`;
  return edge === "end" ? `the end of ${name}` : name;
}
