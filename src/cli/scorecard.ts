import { scorecardJson } from "../domain/scorecard/scorecard.ts";
import type { Beside } from "../app/scorecard-beside.ts";
import { type Call, type Command, DONE, REFUSED, Refused, WrongUsage } from "./command.ts";
import { flag, list, optional, required, wholeNumber, words } from "./options.ts";
import { sayProblems } from "./problems.ts";
import { printJson } from "./terminal.ts";
import type { Shown } from "./scorecard-table.ts";

const WARNINGS_SHOWN = 5;

export const scorecard: Command = {
  usage: `bin/permanence scorecard --ssda903 DIR [--ssda903 DIR …] --year-ending YEAR [--years N] [--json]
bin/permanence scorecard --authority CODE --year-ending YEAR [--years N] [--json]`,
  help: `
Works out the adoption scorecard’s A1, A2, A3 and A10 for the children adopted in a window of
financial years, with every child who could not be counted and why.

  --ssda903 DIR       a folder of 903 files for one year, or one that holds a folder for each year;
                      give it again for each folder. No database is used
  --authority CODE    from the record of this authority instead
  --year-ending YEAR  the window ends on 31 March of this year
  --years N           how many years the window has: 3, as published, unless you say otherwise
  --json              {"yearEnding", "years", "indicators", "notCounted", "choices", "thresholds",
                      "comparators", "required", "forecast"}

With --json, beside the figures: "thresholds", the one to judge by and every source's; "comparators",
published figures of each group of authorities, with its average, its members and their ranks;
"required", what the rest of the window must average, by equal years and by children; "forecast",
the likely figure of this year and the next two with its range. What cannot be known is null or
empty, with a reason: from files there is nothing to compare with and no forecast, and the years
after the last file count as yet to come.

Give as many earlier years as you have. A child whose care started before the earliest file has an
unknown start and cannot be counted: those are the children who waited longest, so short files
flatter A1, A3 and A10.

  bin/permanence scorecard --ssda903 returns --year-ending 2026
  bin/permanence scorecard --ssda903 2025 --ssda903 2026 --year-ending 2026 --years 1 --json`,
  options: {
    ssda903: { type: "string", multiple: true },
    authority: { type: "string" },
    "year-ending": { type: "string" },
    years: { type: "string" },
    json: { type: "boolean" },
  },
  async run(call) {
    words(call, []);
    const folders = list(call, "ssda903");
    const authority = optional(call, "authority");
    if ((folders.length > 0) === (authority !== undefined)) throw new WrongUsage("Give either --ssda903 with a folder of files, or --authority with a code");
    const window = {
      yearEnding: wholeNumber(required(call, "year-ending", "the year in whose March the window ends, like 2026"), "year-ending", 1992, 2100),
      years: wholeNumber(optional(call, "years") ?? "3", "years", 1, 20),
    };
    const isJson = flag(call, "json");
    const shown = authority === undefined ? await fromReturns(call, folders, window) : await fromRecord(call, authority, window, isJson);
    if (shown === undefined) return REFUSED;
    if (isJson) printJson(call.terminal, { ...scorecardJson(shown.scorecard), ...shown.beside });
    else call.terminal.out((await import("./scorecard-table.ts")).scorecardTable(shown));
    return DONE;
  },
};

type Window = Shown["scorecard"]["window"];
type Found = Shown & { readonly beside: Beside | undefined };

async function fromReturns({ terminal }: Call, folders: readonly string[], window: Window): Promise<Found | undefined> {
  const { besideReturns } = await import("../app/scorecard-beside.ts");
  const { scorecardFromReturns } = await import("../app/scorecard-from-returns.ts");
  const { machineClock } = await import("../app/machine-clock.ts");
  const result = scorecardFromReturns(folders, window, machineClock.today());
  if ("refused" in result) {
    sayProblems(terminal, result.refused);
    terminal.err("Nothing was worked out. Correct the files and try again");
    return undefined;
  }
  sayProblems(terminal, result.warnings, WARNINGS_SHOWN);
  for (const year of result.missingYears) {
    terminal.err(`Warning: there are no files for the year ending March ${year}, so nobody adopted in it is in these figures`);
  }
  return { scorecard: result.scorecard, thresholds: result.thresholds, beside: besideReturns(result) };
}

async function fromRecord({ composition }: Call, authority: string, window: Window, isJson: boolean): Promise<Found> {
  const [{ openScorecard }, { besideRecord }] = await Promise.all([import("../app/open-scorecard.ts"), import("../app/scorecard-beside.ts")]);
  const { app, close } = await composition.openApp();
  try {
    const operator = { type: "operator", authority } as const;
    const page = await openScorecard(app, operator, authority, window);
    if (page === undefined) throw new Refused(`There is no authority ${authority} here. Add it with: bin/permanence authority add ${authority} "Its name"`);
    return { ...page, beside: isJson ? await besideRecord(app, operator, page) : undefined };
  } finally {
    await close();
  }
}
