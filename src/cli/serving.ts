import { type Call, DONE } from "./command.ts";
import { words } from "./options.ts";
import { progressBar } from "./progress.ts";

/** Serves until stopped, and says where. */
export async function serving(call: Call, demonstration: boolean): Promise<number> {
  words(call, []);
  const bar = progressBar(call.terminal, "Filling the demonstration region");
  const server = await call.composition.serve({ demonstration, progress: bar.show }).finally(bar.end);
  call.terminal.out(`Permanence Tracker is at ${server.url}\nPress Ctrl-C to stop`);
  await server.stopped;
  return DONE;
}
