import type { Day } from "../../../domain/dates/day.ts";
import { yearEndingOf } from "../../../domain/dates/day.ts";
import type { Window } from "../../../domain/scorecard/window.ts";

/** The window an address asks for; the three years that ended last March where it asks for none that can be. */
export function readWindow(params: Readonly<Record<string, string>>, today: Day): Window {
  const { "year-ending": yearEnding = "", years = "" } = params;
  const latest = yearEndingOf(today);
  const asked = /^20\d\d$/.test(yearEnding) ? Number(yearEnding) : latest - 1;
  return { yearEnding: asked > latest ? latest - 1 : asked, years: years === "1" ? 1 : 3 };
}

export const scorecardAddress = ({ yearEnding, years }: Window): string => `/scorecard?year-ending=${yearEnding}&years=${years}`;
