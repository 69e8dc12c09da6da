import { type Backtest, verdictOf } from "../domain/scorecard/forecast/backtest.ts";
import type { Forecast } from "../domain/scorecard/forecast/forecast.ts";
import { listed, lower } from "../domain/words.ts";
import { windowName } from "../domain/scorecard/window.ts";
import type { App } from "../app/app.ts";
import { columns } from "./columns.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { flag, optional, wholeNumber, words } from "./options.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const forecast: Command = {
  usage: `bin/permanence forecast [--authority CODE] [--futures N] [--json]
bin/permanence forecast --backtest [--authority CODE] [--json]`,
  help: `
Works out what A1, A2 and A10 are likely to be this year and in the next two, with the range in which
four futures of five lie, as the page Forecast does (A3 is not forecast); or, with --backtest, how well that would have been said at earlier days.

  --authority CODE  whose figures; needed where there is more than one authority here, and for --backtest
                    where there is more than one region
  --futures N       how many futures are imagined: 2,000, as on the page, unless you say otherwise
  --backtest        stand at days of earlier years and compare with what came, over the whole region
  --json            figures by window; or {"children", "indicators"} with how often what came lay in the
                    range ("coverage80") and the errors in days, beside those of the authority's mean

Nothing is said of a single child here. The same record has the same answer.

  bin/permanence forecast --authority E10000901
  bin/permanence forecast --backtest --json`,
  options: { authority: { type: "string" }, futures: { type: "string" }, backtest: { type: "boolean" }, json: { type: "boolean" } },
  async run(call) {
    words(call, []);
    const asked = optional(call, "futures");
    const futures = asked === undefined ? undefined : wholeNumber(asked, "futures", 100, 100_000);
    await withApp(call, async (app) => {
      const { openBacktest, openForecast } = await import("../app/forecast/open-forecast.ts");
      const authority = optional(call, "authority") ?? (flag(call, "backtest") ? await onlyRegion(app) : await onlyAuthority(app));
      const viewer = { type: "operator", authority } as const;
      const { terminal } = call;
      if (flag(call, "backtest")) {
        const found = await openBacktest(app, viewer, authority);
        if (found === undefined) throw new Refused(noAuthority(authority));
        if (flag(call, "json")) printJson(terminal, found);
        else terminal.out(backtestTable(found));
        return;
      }
      const found = await openForecast(app, viewer, authority, futures);
      if (found === undefined) throw new Refused(noAuthority(authority));
      const { windows } = found.forecast;
      const { name } = found.authority;
      if (flag(call, "json")) printJson(terminal, { authority, name, futures: found.forecast.futures, windows: windows.map(({ window, figures, adopted }) => ({ ...window, adopted, ...figures })) });
      else terminal.out(`${name} (${authority}). Likely days, and the range in which four futures of five lie. A3 is not forecast.\n\n${forecastTable(windows)}`);
    });
    return DONE;
  },
};

const noAuthority = (code: string): string => `There is no authority ${code} here. Add it with: bin/permanence authority add ${code} "Its name"`;

/** Code and name of each authority here, by code. Throws Refused where there is none. */
async function authoritiesHere(app: App): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const all = (await app.store.directory.organisations()).filter(({ type }) => type === "local-authority").sort((a, b) => (a.code < b.code ? -1 : 1));
  if (all.length === 0) throw new Refused("There is no authority here yet. Add one with: bin/permanence authority add CODE \"Its name\"");
  return all;
}

/** The one authority there is. Throws Refused where there is none, or more than one. */
async function onlyAuthority(app: App): Promise<string> {
  const all = await authoritiesHere(app);
  if (all.length > 1) throw new Refused(`There is more than one authority here. Say whose figures with --authority CODE: ${listed(all.map(({ code, name }) => `${code} (${name})`))}`);
  return all[0]!.code;
}

/** An authority of the one region there is. Throws Refused where there is none, or more than one. */
async function onlyRegion(app: App): Promise<string> {
  const { regionOf } = await import("../app/forecast/ways.ts");
  const all = await authoritiesHere(app);
  const first = all[0]!.code;
  if ((await regionOf(app, first)).length !== all.length) throw new Refused("There is more than one region here. Say of which authority with --authority CODE");
  return first;
}

const days = (range: { readonly low: number; readonly likely: number; readonly high: number } | null): string => (range === null ? "nothing to say" : `${range.likely} (${range.low} to ${range.high})`);

const forecastTable = (windows: Forecast["windows"]): string =>
  columns([["Window", "Adopted", "A1", "A2", "A10"], ...windows.map(({ window, adopted, figures }) => [windowName(window), days(adopted), days(figures.A1), days(figures.A2), days(figures.A10)])]);

const backtestTable = ({ children, indicators }: Backtest): string =>
  columns([
    ["", "Forecasts", "In the range", "The range is", "Error in days", "By the mean", "By the threshold"],
    ...[["Moving in", children] as const, ...Object.entries(indicators)].map(([name, a]) =>
      [name, String(a.forecasts), ...(a.forecasts === 0 ? ["nothing to compare with"] : [`${Math.round(a.coverage80 * 100)}%`, lower(verdictOf(a).split(":")[0]!), ...[a.meanAbsoluteErrorDays, a.baselineErrorDays, a.thresholdErrorDays].map((n) => n.toFixed(0))])]),
  ]);
