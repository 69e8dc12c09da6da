import { parseDuration } from "../domain/dates/duration.ts";
import { dayInWords } from "../domain/dates/day.ts";
import { type Command, DONE, WrongUsage } from "./command.ts";
import { dayOption, flag, required, words } from "./options.ts";
import { printJson } from "./terminal.ts";

export const clock: Command = {
  usage: `bin/permanence clock --start DAY --within "LENGTH" [--beginning-with] [--before] [--json]`,
  help: `
Works out the last day on which a thing is in time, and says how it was counted.

  --start DAY         the day it is counted from, like 2026-04-02
  --within LENGTH     a number and one of: hours, days, working days, weeks, months, years
  --beginning-with    the starting day is day one; without it, the day after is
  --before            count back: “at least 3 working days before”
  --json              {"dueOn", "why"}

A working day is not a Saturday, a Sunday or a bank holiday of England and Wales. Months run
to the corresponding date, or to the month’s last day. Hours are judged by the calendar day.

  bin/permanence clock --start 2026-04-02 --within "5 working days"
  bin/permanence clock --start 2026-01-05 --within "26 weeks" --beginning-with
  bin/permanence clock --start 2026-12-29 --within "3 working days" --before`,
  options: {
    start: { type: "string" },
    within: { type: "string" },
    "beginning-with": { type: "boolean" },
    before: { type: "boolean" },
    json: { type: "boolean" },
  },
  async run(call) {
    words(call, []);
    const start = dayOption(required(call, "start", "the day to count from, like 2026-04-02"), "start");
    const text = required(call, "within", "how long, like \"5 working days\"");
    const within = parseDuration(text);
    if (within === undefined) throw new WrongUsage(`--within is “${text}”, and should be a length of time like "5 working days", "8 weeks" or "3 months"`);
    const { countDays } = await import("../app/count-days.ts");
    const counted = countDays(start, within, { beginningWith: flag(call, "beginning-with"), before: flag(call, "before") });
    if (flag(call, "json")) printJson(call.terminal, counted);
    else call.terminal.out(`${dayInWords(counted.dueOn)}: ${counted.why}`);
    return DONE;
  },
};
