import { authorityOr } from "../app/authorities.ts";
import { importFolders } from "../app/ssda903/import-folders.ts";
import type { ImportPlan } from "../domain/returns/ssda903/plan.ts";
import { problemsInFull } from "../domain/returns/ssda903/problems-in-full.ts";
import { KINDS } from "../domain/chronology/kinds.ts";
import { dayInWords } from "../domain/dates/day.ts";
import { type Command, DONE, REFUSED, Refused, WrongUsage } from "./command.ts";
import { flag, required } from "./options.ts";
import { plural, sayProblems } from "./problems.ts";
import { progressBar } from "./progress.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const importReturn: Command = {
  usage: "bin/permanence import ssda903 DIR [DIR …] --authority CODE [--dry-run] [--withdraw-vanished] [--json]",
  help: `
Imports one or more years of an authority’s 903 files, all of it or nothing. Importing the same
files again changes nothing; a corrected file supersedes what changed.

  DIR                   a folder of 903 files for one year, or one that holds a folder for each year.
                        Files are known by their header row, whatever they are called
  --authority CODE      whose children they are: its ONS code
  --dry-run             say what would change, and change nothing
  --withdraw-vanished   withdraw what an earlier import brought and these files no longer have;
                        without it, that is only listed
  --json                {"children", "entries", "problems"}

Warnings do not stop an import. An error stops it whole: exit status 1, and nothing is written.
Nothing that a person entered is written over: where a file says otherwise, both are listed for
a person to settle.

  bin/permanence import ssda903 returns --authority E08000019 --dry-run
  bin/permanence import ssda903 returns/2025 returns/2026 --authority E08000019`,
  options: {
    authority: { type: "string" },
    "dry-run": { type: "boolean" },
    "withdraw-vanished": { type: "boolean" },
    json: { type: "boolean" },
  },
  async run(call) {
    const [what, ...folders] = call.words;
    if (what !== "ssda903") throw new WrongUsage(what === undefined ? "What to import is missing: ssda903" : `“import ${what}” is not known; “import ssda903” is`);
    if (folders.length === 0) throw new WrongUsage("The folder of files is missing");
    const code = required(call, "authority", "the ONS code of the authority whose files these are");
    const { terminal } = call;
    const dryRun = flag(call, "dry-run");
    const bar = progressBar(terminal, dryRun ? "Planning" : "Importing");
    const { plan, landed } = await withApp(call, async (app) => {
      const authority = await authorityOr(app, code);
      if ("refused" in authority) throw new Refused(authority.refused);
      return importFolders(app, { type: "operator", authority: code }, code, folders, {
        dryRun, withdrawVanished: flag(call, "withdraw-vanished"), progress: bar.show,
      });
    }).finally(bar.end);
    if (flag(call, "json")) printJson(terminal, { children: plan.children, entries: plan.entries, problems: problemsInFull(plan) });
    else sayPlan(terminal, plan, landed, dryRun);
    if (!plan.refused) return DONE;
    terminal.err(`Nothing was imported: ${plural(plan.problems.filter((p) => p.severity === "error").length, "error")} to correct first`);
    return REFUSED;
  },
};

const figure = (n: number): string => n.toLocaleString("en-GB");

function sayPlan(terminal: Terminal, plan: ImportPlan, landed: boolean, dryRun: boolean): void {
  const { children, entries, plans } = plan;
  sayProblems(terminal, plan.problems);
  for (const { localId, conflicts } of plans) {
    for (const c of conflicts) terminal.err(`To settle: ${localId}, ${KINDS[c.kind].label}: the record says ${c.recordSays}; ${c.file}, row ${c.row}, says ${c.fileSays}`);
  }
  for (const { localId, vanished } of plans) {
    for (const e of vanished) terminal.err(`No longer in the files: ${localId}, ${KINDS[e.kind].label}, ${dayInWords(e.happenedOn)}`);
  }
  if (plan.refused) return;
  terminal.out(dryRun ? "Nothing was written. It would come to:" : landed ? "Imported:" : "Nothing was written:");
  terminal.out(`  Children  ${figure(children.new)} new, ${figure(children.changed)} changed, ${figure(children.unchanged)} unchanged, ${figure(children.vanished)} no longer in the files`);
  terminal.out(`  Entries   ${figure(entries.added)} added, ${figure(entries.superseded)} superseded, ${figure(entries.withdrawn)} withdrawn`);
}
