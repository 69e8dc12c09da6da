import { addAuthority } from "../app/authorities.ts";
import { type Command, DONE, Refused, WrongUsage } from "./command.ts";
import { words } from "./options.ts";
import { withApp } from "./with-app.ts";

export const authority: Command = {
  usage: `bin/permanence authority add CODE "NAME"`,
  help: `
Adds a local authority, so that its files can be imported. Adding it again changes nothing.

  CODE   its ONS code, like E08000019
  NAME   its name, in quotation marks

  bin/permanence authority add E08000019 "Our Council"`,
  options: {},
  async run(call) {
    const [verb, code, name] = words(call, ["“add”", "The ONS code", "The name"]) as [string, string, string];
    if (verb !== "add") throw new WrongUsage(`“authority ${verb}” is not known; “authority add” is`);
    const result = await withApp(call, (app) => addAuthority(app, code, name));
    if ("refused" in result) throw new Refused(result.refused);
    call.terminal.out(`${result.added.name} (${result.added.code}) is here`);
    return DONE;
  },
};
