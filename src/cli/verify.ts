import { verify as verifyRecord } from "../app/maintenance.ts";
import { type Command, DONE, REFUSED } from "./command.ts";
import { flag, words } from "./options.ts";
import { plural } from "./problems.ts";
import { progressBar } from "./progress.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const verify: Command = {
  usage: "bin/permanence verify [--json]",
  help: `
Proves that the record is as it was written: recomputes the chain of every authority, and checks
that the lists agree with the record. Writes nothing. Exit status 1 where anything was changed.

  --json   {"chains", "rows", "ok", "firstBroken"}, and "beingMadeAnew" while the lists of an
           authority are being made anew after a change of its standards`,
  options: { json: { type: "boolean" } },
  async run(call) {
    words(call, []);
    const bar = progressBar(call.terminal, "Verifying");
    const result = await withApp(call, (app) => verifyRecord(app, (done, of) => bar.show(of === 0 ? 1 : done / of))).finally(bar.end);
    const { chains, rows, ok, firstBroken, beingMadeAnew } = result;
    if (flag(call, "json")) printJson(call.terminal, { chains, rows, ok, firstBroken, ...(beingMadeAnew.length === 0 ? {} : { beingMadeAnew }) });
    else if (firstBroken === null) call.terminal.out(`As it was written: ${plural(rows, "row")} in ${plural(chains, "chain")}`);
    else call.terminal.out(`Not as it was written: first in ${firstBroken.authority}, ${BOOKS[firstBroken.book]} ${firstBroken.number}`);
    if (!flag(call, "json")) for (const { authority, done, children } of beingMadeAnew) call.terminal.out(`The lists of ${authority} are being made anew after a change of its standards (${done} of ${children} done)`);
    return ok ? DONE : REFUSED;
  },
};

const BOOKS = { entry: "entry", audit: "audit row", access: "lines of the log of access, batch", projection: "the lists of the record with entry" } as const;
