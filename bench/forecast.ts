import { day } from "../src/domain/dates/day.ts";
import { windowsFrom } from "../src/domain/scorecard/forecast/forecast.ts";
import { imagine } from "../src/domain/scorecard/forecast/futures.ts";
import { learn } from "../src/domain/scorecard/forecast/learn.ts";
import { regionForTests } from "../src/domain/scorecard/forecast/region-for-tests.ts";
import { asKnownOn, isWaiting, type KnownWay } from "../src/domain/scorecard/forecast/way.ts";
import { loadCalendar } from "../src/reference/calendar.ts";
import { type Figure, median, runs, seconds } from "./measure.ts";

const TODAY = day("2022-10-01");
const CHILDREN = 300;
const FUTURES = 10_000;

/** The futures of an authority with 300 children on the way. */
export async function benchForecast(): Promise<readonly Figure[]> {
  const { ways } = regionForTests(loadCalendar(), 4, 700);
  const known = ways.flatMap((way) => asKnownOn(way, TODAY) ?? []);
  const learning = await runs(5, () => seconds(() => learn(known, TODAY)));
  const learnt = learn(known, TODAY);
  const own = known.filter(({ authority }) => authority === "A0");
  const waiting = own.filter(isWaiting);
  const many: KnownWay[] = Array.from({ length: CHILDREN }, (_, i) => ({ ...waiting[i % waiting.length]!, child: `c${i}`, household: `h${i}` }));
  const asked = { authority: "A0", today: TODAY, ways: [...own.filter((way) => !isWaiting(way)), ...many], learnt, windows: windowsFrom(TODAY), futures: FUTURES, seed: 1 };
  const took = await runs(5, async () => {
    const before = process.cpuUsage();
    const wall = await seconds(() => imagine(asked));
    return { wall, processor: process.cpuUsage(before).user / 1e6 };
  });
  return [
    { what: `Forecast: ${FUTURES.toLocaleString("en-GB")} futures of ${CHILDREN} children, and of those to come`, figure: `median ${median(took.map((t) => t.processor)).toFixed(2)} s of one core (${median(took.map((t) => t.wall)).toFixed(2)} s by the clock)`, aim: "1 s on one core" },
    { what: `Forecast: learnt from ${known.length.toLocaleString("en-GB")} children of four authorities`, figure: `median ${(median(learning) * 1000).toFixed(0)} ms`, aim: "" },
  ];
}
