import { rebuild as rebuildLists } from "../app/maintenance.ts";
import { type Command, DONE } from "./command.ts";
import { words } from "./options.ts";
import { plural } from "./problems.ts";
import { progressBar } from "./progress.ts";
import { withApp } from "./with-app.ts";

export const rebuild: Command = {
  usage: "bin/permanence rebuild",
  help: `
Makes the lists (the tracker’s lines, the clocks, the scorecard’s days) anew from the record.
Needed after an upgrade that changes a standard or a rule. The record itself is not touched.`,
  options: {},
  async run(call) {
    words(call, []);
    const bar = progressBar(call.terminal, "Rebuilding");
    const records = await withApp(call, (app) => rebuildLists(app, (done, of) => bar.show(of === 0 ? 1 : done / of))).finally(bar.end);
    call.terminal.out(`Made anew from the record: ${plural(records, "record")}`);
    return DONE;
  },
};
