import { headLines } from "../app/proof/head-lines.ts";
import { chainAccess, headsNow } from "../app/proof/keep-proof.ts";
import { writeOnce } from "../app/proof/write-once.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { optional, words } from "./options.ts";
import { plural } from "./problems.ts";
import { withApp } from "./with-app.ts";

export const heads: Command = {
  usage: "bin/permanence heads [--out FILE]",
  help: `
Writes where every chain has got to, a line of JSON each: {"authority", "book", "number", "hash",
"at"}. Keep it where nobody who can change the database can change it: bin/permanence verify --head
FILE then proves that nothing written before it was changed, removed or added since. serve does
this once a day, into HEADS_DIR or by mail to HEADS_MAIL.

  --out FILE   into a file, which must not be there yet; otherwise they are printed`,
  options: { out: { type: "string" } },
  async run(call) {
    words(call, []);
    const out = optional(call, "out");
    const now = await withApp(call, async (app) => {
      // What was opened until now is covered too.
      await chainAccess(app);
      return headsNow(app);
    });
    const lines = headLines(now);
    if (out === undefined) call.terminal.out(lines.trimEnd());
    else {
      await writeOnce(out, lines).catch((error: NodeJS.ErrnoException) => {
        throw new Refused(error.code === "EEXIST" ? `${out} is there already, and heads are never written over. Give another name` : `${out} cannot be written (${error.code ?? error.name})`);
      });
      call.terminal.out(`${out} holds ${plural(now.length, "head")}`);
    }
    return DONE;
  },
};
