import type { Day } from "../dates/day.ts";
import type { Happening, Line } from "./line.ts";
import type { Random } from "./random.ts";

/** Which worker had whom: children allocated today are dealt out evenly, those of the past at random; nobody takes over from themselves. */
export function allocateWorkers(lines: readonly Line[], kind: "allocated-worker" | "family-finder", codes: readonly string[], to: Day, luck: Random): void {
  let dealt = luck.whole(0, codes.length - 1);
  for (const line of lines) {
    let next: string | undefined;
    for (const period of line.all(kind).toReversed()) {
      if (period.on > to) continue;
      const current = period.until === undefined || period.until > to;
      const others = codes.length === 1 ? codes : codes.filter((code) => code !== next);
      next = current ? codes[dealt++ % codes.length]! : luck.pick(others);
      allocate(period, next);
    }
  }
}

function allocate(period: Happening, worker: string): void {
  period.detail = { worker, ...period.detail };
}
