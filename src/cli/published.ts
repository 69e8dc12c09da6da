import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { changeInWords } from "../domain/scorecard/published/plan-published.ts";
import { type Command, DONE, REFUSED, Refused } from "./command.ts";
import { flag, required, words } from "./options.ts";
import { plural, sayProblems } from "./problems.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

const MOST_CHANGES = 20;

export const published: Command = {
  usage: "bin/permanence published FILE --authority CODE --source NAME [--check] [--replace] [--json]",
  help: `
Imports figures that others published, for an authority’s scorecard to be compared with: all of the
file or nothing.

  FILE              a CSV file with the columns indicator, year_ending, years, area, level, code,
                    value, rank, note, in any order
  --authority CODE  for whose scorecard
  --source NAME     what the publication is called; the same name as before adds to it
  --check           say what would change, and change nothing
  --replace         figures of that publication that are here and that the file has otherwise may be replaced
  --json            {"added", "changed", "same", "kept", "problems"}

A value is in days, or per cent for A3; x where it was suppressed, .. where there is none. An error stops
the import whole: exit status 1, and nothing is written.

  bin/permanence published tables.csv --authority E10000901 --source "National tables 2026" --check`,
  options: { authority: { type: "string" }, source: { type: "string" }, check: { type: "boolean" }, replace: { type: "boolean" }, json: { type: "boolean" } },
  async run(call) {
    const [file = ""] = words(call, ["The file"]);
    const authority = required(call, "authority", "for whose scorecard the figures are");
    const source = required(call, "source", "what the publication is called");
    const bytes = await readFile(file).catch(() => {
      throw new Refused(`The file ${file} cannot be read`);
    });
    const { terminal } = call;
    return withApp(call, async (app) => {
      const { importPublished } = await import("../app/published/import.ts");
      if ((await app.store.directory.organisation(authority)) === undefined) throw new Refused(`There is no authority ${authority} here. Add it with: bin/permanence authority add ${authority} "Its name"`);
      const done = await importPublished(app, { type: "operator", authority }, authority, { source, fileName: basename(file), bytes }, { check: flag(call, "check"), replace: flag(call, "replace") });
      if ("refused" in done) throw new Refused(done.refused);
      const { look: { plan, problems }, landed } = done;
      if (flag(call, "json")) printJson(terminal, { added: plan.added.length, changed: plan.changed.length, same: plan.same, kept: plan.kept, problems });
      else {
        sayProblems(terminal, problems);
        terminal.out(`${landed ? "Imported" : "Nothing was written"}: ${plan.added.length} added, ${plan.changed.length} changed, ${plan.same} the same, ${plan.kept} not in the file`);
        for (const { before, after } of plan.changed.slice(0, MOST_CHANGES)) terminal.out(`  ${after.indicator} ${after.yearEnding} ${after.area}: ${changeInWords(before, after)}`);
      }
      const errors = problems.filter(({ severity }) => severity === "error").length;
      if (errors > 0) terminal.err(`Nothing was imported: ${plural(errors, "error")} to correct first`);
      else if (!landed && !flag(call, "check") && plan.changed.length > 0) terminal.err("Nothing was imported: say with --replace that the figures that are here may be replaced");
      return landed || (flag(call, "check") && errors === 0) ? DONE : REFUSED;
    });
  },
};
