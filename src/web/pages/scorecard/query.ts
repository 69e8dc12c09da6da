import type { AsAt } from "../../../domain/chronology/fold.ts";
import type { Day } from "../../../domain/dates/day.ts";
import { yearEndingOf } from "../../../domain/dates/day.ts";
import type { Window } from "../../../domain/scorecard/window.ts";
import { asAtParams } from "../../as-at/as-at.ts";

type Params = Readonly<Record<string, string>>;
type Pairs = readonly (readonly [string, string])[];

/** The window an address asks for; the three years that ended last March, as seen from the day, where it asks for none that can be. */
export function readWindow(params: Params, today: Day): Window {
  const { "year-ending": yearEnding = "", years = "" } = params;
  const latest = yearEndingOf(today);
  const asked = /^20\d\d$/.test(yearEnding) ? Number(yearEnding) : latest - 1;
  return { yearEnding: asked > latest ? latest - 1 : asked, years: years === "1" ? 1 : 3 };
}

/** The parts of the window, and whose thresholds, that the address itself names: what it leaves open follows the day. */
export const windowAsked = (params: Params): Pairs =>
  ["year-ending", "years", "source"].flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]] as const]));

/** The address of a window as at a day, by the thresholds of a source; of the whole scorecard, or of a page below it. */
export const scorecardAddress = ({ yearEnding, years }: Window, asAt: AsAt, below = "", source?: string): string =>
  askedAddress([["year-ending", String(yearEnding)], ["years", String(years)], ...(source === undefined ? [] : [["source", source] as const])], asAt, below);

/** The same, with the window only as far as it was asked for. */
export function askedAddress(window: Pairs, asAt: AsAt, below = ""): string {
  const search = new URLSearchParams([...window, ...asAtParams(asAt)].map(([name, value]) => [name, value]));
  return `/scorecard${below}${search.size === 0 ? "" : `?${search}`}`;
}
