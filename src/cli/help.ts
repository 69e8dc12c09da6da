import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";

/** Help for the whole. */
export function helpOnAll(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Permanence Tracker: one dated record for every child who cannot live at home.

bin/permanence COMMAND [options]

${rows.join("\n")}

To begin:
  bin/permanence demo                                     look around an invented region
  bin/permanence simulate --children 200 --years 5 --out returns
                                                          or make files to try the rest with
  bin/permanence scorecard --ssda903 returns --year-ending 2026
  bin/permanence authority add E08000019 "Our Council"
  bin/permanence import ssda903 returns --authority E08000019

bin/permanence COMMAND --help says what a command takes, with examples.
--json prints an answer that a machine may read. Answers are on standard output, everything else on standard error.

It acts as the operator of this machine, and what it changes is written in the audit as that.
DATABASE_URL names a PostgreSQL 18 database; without it, a private one in ./data is found or started.

Exit status: 0 done, warnings included; 1 refused, with the reason; 2 wrong usage.`;
}

/** Help for one command. */
export const helpOn = ({ usage, help }: Command): string => `${usage}\n\n${help.trim()}`;
