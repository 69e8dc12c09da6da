import { type Command, DONE } from "./command.ts";
import { words } from "./options.ts";

export const migrate: Command = {
  usage: "bin/permanence migrate",
  help: `
Brings the database up to date: the one in DATABASE_URL, or the private one, which every other
command brings up to date by itself. Does nothing where it already is.`,
  options: {},
  async run(call) {
    words(call, []);
    await call.composition.migrate();
    call.terminal.out("The database is up to date");
    return DONE;
  },
};
