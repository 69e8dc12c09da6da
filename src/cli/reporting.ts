import { letIn, makeCopies, readersAndCopies, shutOut } from "../app/reporting/readers.ts";
import { isReads, READS } from "../domain/reporting/rows.ts";
import { columns } from "./columns.ts";
import { type Call, type Command, DONE, Refused, WrongUsage } from "./command.ts";
import { flag, optional, required, words } from "./options.ts";
import { plural } from "./problems.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const reporting: Command = {
  usage: `bin/permanence reporting [--json]
bin/permanence reporting let-in LOGIN --authority CODE --reads whole|children|figures
bin/permanence reporting shut-out LOGIN --authority CODE
bin/permanence reporting refresh [--authority CODE]`,
  help: `
Says who reads the reporting schema, from Power BI or Excel, and how old it is; lets a login of the
database in or out; or makes the copy that they read anew, which serving processes do once a day of
themselves. docs/reporting.md says how to make such a login and what it finds there.

  LOGIN             a login of the database in the role permanence_reporting
  --authority CODE  the authority
  --reads WHAT      whole      ${READS.whole}
                    children   no record that is restricted, and figures as told to who opens none
                    figures    no child, and figures as told to who may open no record
  --json            {"readers", "copies"}

  bin/permanence reporting let-in harrowmere_bi --authority E10000999 --reads children`,
  options: { authority: { type: "string" }, reads: { type: "string" }, json: { type: "boolean" } },
  async run(call) {
    const [verb, ...rest] = call.words;
    if (verb === undefined) return listed(call);
    if (verb === "refresh") {
      words({ ...call, words: rest }, []);
      return refreshed(call);
    }
    if (verb !== "let-in" && verb !== "shut-out") throw new WrongUsage(`“reporting ${verb}” is not known; “let-in”, “shut-out” and “refresh” are`);
    const [login] = words({ ...call, words: rest }, ["LOGIN"]) as [string];
    const authority = required(call, "authority", "the code of the authority that it reads");
    if (verb === "let-in") {
      const reads = required(call, "reads", "whole, children or figures");
      if (!isReads(reads)) throw new WrongUsage(`--reads is “${reads}”, and should be whole, children or figures`);
      const done = await withApp(call, (app) => letIn(app, login, authority, reads));
      if ("refused" in done) throw new Refused(done.refused);
      call.terminal.out(`${login} reads ${authority}: ${READS[reads]}`);
      return DONE;
    }
    const done = await withApp(call, (app) => shutOut(app, login, authority));
    if ("refused" in done) throw new Refused(done.refused);
    if (!done.shutOut) throw new Refused(`${login} did not read ${authority}`);
    call.terminal.out(`${login} no longer reads ${authority}`);
    return DONE;
  },
};

async function refreshed(call: Call): Promise<number> {
  const made = await withApp(call, (app) => makeCopies(app, optional(call, "authority")));
  if ("refused" in made) throw new Refused(made.refused);
  call.terminal.out(made.length === 0 ? "Nobody reads any authority yet" : `Made anew: ${made.join(", ")}`);
  return DONE;
}

async function listed(call: Call): Promise<number> {
  const { readers, copies } = await withApp(call, readersAndCopies);
  if (flag(call, "json")) {
    printJson(call.terminal, { readers, copies });
    return DONE;
  }
  const madeAt = new Map(copies.map((copy) => [copy.authority, copy.madeAt]));
  call.terminal.out(readers.length === 0 ? "Nobody reads the reporting schema" : `${plural(readers.length, "reader")}\n`);
  if (readers.length > 0) call.terminal.out(columns([["authority", "login", "reads", "copy made"], ...readers.map(({ authority, login, reads }) => [authority, login, reads, madeAt.get(authority) ?? "not yet"])], ""));
  return DONE;
}
