import { KINDS } from "../chronology/kinds.ts";
import { dayInWords, partsOf } from "../dates/day.ts";
import type { Fact, SheetProblem, SheetRow } from "./facts.ts";
import { dateInWords } from "./reconcile-dates.ts";
import type { SheetContext, Working } from "./reconcile-working.ts";
import { plain } from "./wording.ts";

/** Cells that say in their own words what was taken to be something of ours; how many rows say so. */
export interface UnderstoodCell {
  readonly column: number | null;
  readonly said: string;
  readonly as: string;
  readonly rows: number;
}

/** The same with the column as problems name it. */
export interface NamedCell extends Omit<UnderstoodCell, "column"> {
  readonly column: string | null;
}

const TAKEN = /^“(.*)” was taken as [^,]*, (.*?)\.(?: The same in rows? .*)?$/s;

/**
 * What the reading says of how it took a cell, put beside how the cell was understood: it is
 * no fault. Gives the problems that are left.
 */
export function withReasons(problems: readonly SheetProblem[], understood: readonly NamedCell[]): { readonly problems: readonly SheetProblem[]; readonly understood: readonly NamedCell[] } {
  const reasons = new Map<NamedCell, string>();
  const left = problems.filter((p) => {
    const [, said, reason] = p.severity === "warning" ? TAKEN.exec(p.message) ?? [] : [];
    const cell = said === undefined ? undefined : understood.find((u) => u.column === p.column && u.said === said && !reasons.has(u));
    if (cell !== undefined && reason !== undefined) reasons.set(cell, reason);
    return cell === undefined;
  });
  return { problems: left, understood: understood.map((u) => (reasons.has(u) ? { ...u, as: `${u.as} (${reasons.get(u)})` } : u)) };
}

/** Gathers, over all rows, how cells were understood that do not say it in so many words. */
export function understanding() {
  const cells = new Map<string, { column: number | null; said: string; as: string; rows: number }>();
  const add = (column: number | null, said: string, as: string): void => {
    const key = `${column}\n${said}\n${as}`;
    const had = cells.get(key);
    if (had === undefined) cells.set(key, { column, said, as, rows: 1 });
    else had.rows++;
  };
  return {
    add(row: SheetRow, w: Working, context: SheetContext): void {
      for (const { column, said, as } of w.understood) add(column, said, as);
      for (const fact of row.facts) {
        const as = w.understood.some((u) => u.column === fact.column && u.said === fact.said) ? undefined : takenAs(fact, context);
        if (as !== undefined) add(fact.column, fact.said, as);
      }
    },
    list: (): UnderstoodCell[] => [...cells.values()].sort((a, b) => b.rows - a.rows),
  };
}

/** The worker that a fact names, and as what. */
export const workerOf = ({ kind, ...fact }: Fact) =>
  fact.type === "state" && fact.detail["worker"] !== undefined && (kind === "allocated-worker" || kind === "family-finder")
    ? { said: fact.detail["worker"], role: kind === "allocated-worker" ? "social-worker" as const : "family-finder" as const } : undefined;

/** What a cell was taken to be; nothing where it says just that. */
function takenAs(fact: Fact, context: SheetContext): string | undefined {
  if (fact.said === "") return undefined;
  if (fact.type === "date") return isJustThat(fact) ? undefined : dateInWords(fact.certainty, fact.on);
  const worker = workerOf(fact);
  if (worker !== undefined) {
    const meant = context.worker(worker.said, worker.role);
    return meant.how === "likely" ? `${meant.name} (${meant.value})` : undefined;
  }
  const fields = KINDS[fact.kind].detail ?? {};
  const labels = Object.entries(fact.detail).flatMap(([name, value]) => fields[name]?.codes?.[value] ?? []);
  return labels.length === 0 || labels.some((label) => plain(label) === plain(fact.said)) ? undefined : labels.join(", ");
}

/** Whether a cell holds no more than the day, however it is written, and “planned” or “provisional” where that is so. */
function isJustThat({ said, on, certainty }: Extract<Fact, { type: "date" }>): boolean {
  if (FIGURES.test(said)) return true;
  const { year, month, date } = partsOf(on);
  const words = plain(said).split(" ").filter((word) => word !== certainty && !WEEKDAYS.has(word));
  if (words.length > 3) return false;
  const monthName = plain(dayInWords(on)).split(" ")[1] ?? "";
  const figures = new Set([`${date}`, `${year}`, `${year % 100}`, `${month}`].map((n) => n.padStart(2, "0")));
  return words.every((word) => (/^\d+$/.test(word) ? figures.has(word.padStart(2, "0")) : /^\d+(st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) === date : word.length >= 3 && monthName.startsWith(word)))
    && words.length === 3 && (certainty === "actual" || plain(said).includes(certainty) || /^\d/.test(said));
}

/** Whether the day or the month comes first is said where it is in doubt. */
const FIGURES = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
const WEEKDAYS = new Set(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
