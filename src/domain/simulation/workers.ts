import type { Day } from "../dates/day.ts";
import type { Happening, Line } from "./line.ts";
import type { Random } from "./random.ts";

/** The codes of those who may have a child in a period. The same list is one team: its children are dealt out evenly. */
export type CodesFor = (line: Line, period: Happening) => readonly string[];

/** Which worker had whom: children allocated today are dealt out evenly, those of the past at random; nobody takes over from themselves. */
export function allocateWorkers(lines: readonly Line[], kind: "allocated-worker" | "family-finder", codesFor: CodesFor, to: Day, luck: Random): void {
  const dealt = new Map<readonly string[], number>();
  for (const line of lines) {
    let next: string | undefined;
    for (const period of line.all(kind).toSorted((a, b) => (a.on > b.on ? -1 : 1))) {
      if (period.on > to) continue;
      const codes = codesFor(line, period);
      const current = period.until === undefined || period.until > to;
      const others = codes.length === 1 ? codes : codes.filter((code) => code !== next);
      if (current) {
        const turn = dealt.get(codes) ?? luck.whole(0, codes.length - 1);
        dealt.set(codes, turn + 1);
        next = codes[turn % codes.length]!;
      } else next = luck.pick(others);
      allocate(period, next);
    }
  }
}

function allocate(period: Happening, worker: string): void {
  period.detail = { worker, ...period.detail };
}
