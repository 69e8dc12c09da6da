import { addAuthority } from "../app/authorities.ts";
import { type Command, DONE, Refused, WrongUsage } from "./command.ts";
import { optional, words } from "./options.ts";
import { withApp } from "./with-app.ts";

export const authority: Command = {
  usage: `bin/permanence authority add CODE "NAME" [--type TYPE]`,
  help: `
Adds a local authority, so that its files can be imported and its people added; or an agency. Adding
it again changes nothing.

  CODE          its ONS code, like E08000019; of an agency a code of its own, like RAA-THREE-RIVERS
  NAME          its name, in quotation marks
  --type TYPE   local-authority unless told; regional-agency or voluntary-agency

  bin/permanence authority add E08000019 "Our Council"
  bin/permanence authority add RAA-THREE-RIVERS "Adoption Three Rivers" --type regional-agency`,
  options: { type: { type: "string" } },
  async run(call) {
    const [verb, code, name] = words(call, ["“add”", "The code", "The name"]) as [string, string, string];
    if (verb !== "add") throw new WrongUsage(`“authority ${verb}” is not known; “authority add” is`);
    const result = await withApp(call, (app) => addAuthority(app, code, name, optional(call, "type")));
    if ("refused" in result) throw new Refused(result.refused);
    call.terminal.out(`${result.added.name} (${result.added.code}) is here`);
    return DONE;
  },
};
