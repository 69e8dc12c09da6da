import { queueStanding, tryAgain } from "../app/post/queue.ts";
import { columns } from "./columns.ts";
import { type Command, DONE } from "./command.ts";
import { flag, words } from "./options.ts";
import { plural } from "./problems.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

const STATES = {
  waiting: "wait to be sent",
  sending: "being sent, or taken by a process that ended",
  sent: "sent",
  failed: "given up: in the inbox, and not sent",
  "not-sent": "in the inbox alone: no address, or no way to send",
} as const;

export const post: Command = {
  usage: "bin/permanence post [--again] [--json]",
  help: `
Says how the queue of people’s messages stands: how many wait, were sent or were given up, since when
the oldest waits, and why. Nothing in it names a child or an address. What cannot be sent stays in
its reader’s inbox.

  --again   tries those again that were given up, once what was wrong has been put right
  --json    {"counts", "oldestAt", "faults"}`,
  options: { again: { type: "boolean" }, json: { type: "boolean" } },
  async run(call) {
    words(call, []);
    const { again, standing } = await withApp(call, async (app) => ({ again: flag(call, "again") ? await tryAgain(app) : undefined, standing: await queueStanding(app) }));
    if (flag(call, "json")) {
      printJson(call.terminal, standing);
      return DONE;
    }
    const { counts, oldestAt, faults } = standing;
    if (again !== undefined) call.terminal.out(`${plural(again, "message")} ${again === 1 ? "is" : "are"} tried again\n`);
    call.terminal.out(columns(Object.entries(STATES).map(([state, text]) => [state, String(counts[state as keyof typeof STATES]), text]), ""));
    call.terminal.out(oldestAt === null ? "\nNothing waits" : `\nThe oldest has waited since ${oldestAt}`);
    if (faults.length > 0) call.terminal.out(`\n${columns([["state", "why", "messages"], ...faults.map(({ state, fault, messages }) => [state, fault, String(messages)])], "")}`);
    return DONE;
  },
};
