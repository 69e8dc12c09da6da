import type { Day } from "../dates/day.ts";
import type { Happening, Line } from "./line.ts";
import type { Random } from "./random.ts";

/** Which worker had whom: children allocated today are dealt out evenly, those of the past at random. */
export function allocateWorkers(lines: readonly Line[], kind: "allocated-worker" | "family-finder", codes: readonly string[], to: Day, luck: Random): void {
  let dealt = luck.whole(0, codes.length - 1);
  for (const line of lines) {
    let last: string | undefined;
    for (const period of line.all(kind)) {
      const current = period.on <= to && (period.until === undefined || period.until > to);
      const code = current ? codes[dealt++ % codes.length]! : luck.pick(codes);
      // Nobody takes over from themselves: the next in the list does.
      const worker = code === last && codes.length > 1 ? codes[(codes.indexOf(code) + 1) % codes.length]! : code;
      allocate(period, worker);
      last = worker;
    }
  }
}

function allocate(period: Happening, worker: string): void {
  period.detail = { worker, ...period.detail };
}
