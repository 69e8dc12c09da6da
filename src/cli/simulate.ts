import { yearEndingOf } from "../domain/dates/day.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { optional, required, wholeNumber, words } from "./options.ts";
import { plural } from "./problems.ts";

export const simulate: Command = {
  usage: "bin/permanence simulate --children N --years N --out DIR [--year-ending YEAR] [--seed TEXT]",
  help: `
Writes 903 files of invented children: plausible journeys with delays, siblings, fostering for
adoption, disruptions and reversals. A folder for each year, ready for scorecard and import.

  --children N        how many children
  --years N           how many years of files
  --out DIR           a new or empty folder
  --year-ending YEAR  the last year ends in this March; the last that is over, unless you say otherwise
  --seed TEXT         another seed gives other children; the same gives the same

  bin/permanence simulate --children 1000 --years 5 --out returns`,
  options: {
    children: { type: "string" },
    years: { type: "string" },
    out: { type: "string" },
    "year-ending": { type: "string" },
    seed: { type: "string" },
  },
  async run(call) {
    words(call, []);
    const children = wholeNumber(required(call, "children", "how many"), "children", 1, 200_000);
    const years = wholeNumber(required(call, "years", "how many years of files"), "years", 1, 15);
    const out = required(call, "out", "a folder to write into");
    const ending = optional(call, "year-ending");
    const [{ machineClock }, { writeSimulatedReturns }] = await Promise.all([import("../app/machine-clock.ts"), import("../app/simulate-returns.ts")]);
    const yearEnding = ending === undefined ? yearEndingOf(machineClock.today()) - 1 : wholeNumber(ending, "year-ending", 2010, 2027);
    const written = writeSimulatedReturns(out, { children, years, yearEnding, seed: optional(call, "seed") ?? "permanence" });
    if ("refused" in written) throw new Refused(written.refused);
    call.terminal.out(`Wrote ${plural(written.files, "file")} of ${plural(children, "invented child", "invented children")}:`);
    for (const folder of written.folders) call.terminal.out(`  ${folder}`);
    return DONE;
  },
};
