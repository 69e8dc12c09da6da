import type { PerformancePage, PerformanceQuery } from "../../../../app/open-performance.ts";
import { type Month, monthOf, parseMonth } from "../../../../domain/standards/performance.ts";
import type { Day } from "../../../../domain/dates/day.ts";

type Params = Readonly<Record<string, string>>;

/** What an address asks of the figures; what is no month or left empty is left open. */
export function readPerformanceQuery({ authority, team, from = "", to = "" }: Params): PerformanceQuery {
  return { authority: authority || undefined, team: team || undefined, from: parseMonth(from), to: parseMonth(to) };
}

type Shown = Pick<PerformancePage, "authority" | "team" | "from" | "to">;
type More = readonly (readonly [string, string])[];

/** The address of the figures shown, or of a page below them. */
export function performanceAddress({ authority, team, from, to }: Shown, below = "", more: More = []): string {
  const search = new URLSearchParams([
    ...(authority === undefined ? [] : [["authority", authority]]), ...(team === undefined ? [] : [["team", team]]),
    ["from", from], ["to", to], ...more.map(([name, value]) => [name, value]),
  ]);
  return `/standards/performance${below}?${search}`;
}

/** The month of the span whose children are asked for. */
export const readMonth = ({ month = "" }: Params, { from, to }: Shown): Month | undefined => {
  const asked = parseMonth(month);
  return asked !== undefined && from <= asked && asked <= to ? asked : undefined;
};

/** Whether the month has not ended: its figures are so far. */
export const isSoFar = (month: Month, today: Day): boolean => month >= monthOf(today);
