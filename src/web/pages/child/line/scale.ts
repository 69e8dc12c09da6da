import { addMonths, type Day, dayFrom, daysBetween, epochDay, monthName, partsOf } from "../../../../domain/dates/day.ts";

/** Days to picture units, straight: `from` is at `left`, and so many units pass each day. */
export interface Scale {
  readonly from: Day;
  readonly to: Day;
  readonly left: number;
  readonly perDay: number;
  readonly x: (d: Day) => number;
}

export function scaleOf(from: Day, to: Day, left: number, width: number): Scale {
  const perDay = width / Math.max(1, daysBetween(from, to));
  const start = epochDay(from);
  return { from, to, left, perDay, x: (d) => Math.round((left + (epochDay(d) - start) * perDay) * 10) / 10 };
}

export interface Tick {
  readonly on: Day;
  readonly label: string;
}

const STEPS = [1, 3, 6, 12, 24, 60];

/** The first of every month, quarter, half-year or year: as many as leave `room` units between them. */
export function ticksOf(scale: Scale, room: number): readonly Tick[] {
  const step = STEPS.find((months) => months * 30.4 * scale.perDay >= room) ?? 120;
  const { year, month } = partsOf(scale.from);
  const first = step >= 12 ? 1 : Math.floor((month - 1) / step) * step + 1;
  const ticks: Tick[] = [];
  for (let on = dayFrom(year, first, 1); on !== undefined && on <= scale.to; on = addMonths(on, step)) {
    if (on >= scale.from) ticks.push({ on, label: labelOf(on, step, ticks.length === 0) });
  }
  return ticks;
}

function labelOf(on: Day, step: number, first: boolean): string {
  const { year, month } = partsOf(on);
  if (step >= 12) return String(year);
  const name = monthName(month).slice(0, 3);
  return month === 1 || first ? `${name} ${year}` : name;
}
