import type { PerformancePage } from "../../../../app/open-performance.ts";
import type { PerformanceQuery } from "../../../../app/performance-walk.ts";
import { type Month, monthAfter, monthOf, parseMonth } from "../../../../domain/standards/performance.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import type { MonthShare } from "./chart.ts";

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

/** The address of a chart: the figures are in it, so that drawing them reads no record again. */
export const chartAddress = (months: readonly MonthShare[]): string =>
  `/standards/performance/months.svg?from=${months[0]?.month ?? ""}&share=${months.map(({ percent }) => percent ?? "-").join(".")}`;

const SHARES = /^(100|\d{1,2}|-)(\.(100|\d{1,2}|-)){0,59}$/;

/** The figures in the address of a chart; nothing where they are none. */
export function readChart({ from = "", share = "" }: Params): readonly MonthShare[] | undefined {
  const first = parseMonth(from);
  if (first === undefined || !SHARES.test(share)) return undefined;
  return share.split(".").map((text, i) => ({ month: monthAfter(first, i), percent: text === "-" ? null : Number(text) }));
}
