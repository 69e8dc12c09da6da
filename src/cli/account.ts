import { writeFile } from "node:fs/promises";
import { listPeopleOf } from "../app/administration/list-accounts.ts";
import { addAccount, endSessions } from "../app/sign-in/accounts.ts";
import { columns } from "./columns.ts";
import { type Call, type Command, DONE, Refused, WrongUsage } from "./command.ts";
import { flag, optional, required, words } from "./options.ts";
import { withApp } from "./with-app.ts";

const VERBS: Readonly<Record<string, (call: Call) => Promise<string>>> = {
  async add(call) {
    const [, account, name] = words(call, ["“add”", "The account", "The person’s name"]) as [string, string, string];
    const draft = {
      account, name, role: required(call, "role", "what they may do, such as team-manager"), organisation: required(call, "organisation", "the code of their authority or agency"),
      signInName: optional(call, "sign-in-name"), email: optional(call, "email"), worker: optional(call, "worker"), team: optional(call, "team"), service: optional(call, "service"), leftOn: optional(call, "left-on"),
    };
    const result = await withApp(call, (app) => addAccount(app, draft));
    if ("refused" in result) throw new Refused(result.refused);
    const by = draft.signInName === undefined ? "" : `, and signs in as ${draft.signInName}`;
    return `${account} is here: ${name}, ${draft.role} of ${draft.organisation}${by}`;
  },

  async list(call) {
    words(call, ["“list”"]);
    const found = await withApp(call, (app) => listPeopleOf(app, { organisation: optional(call, "organisation"), role: optional(call, "role"), left: flag(call, "left") }));
    if ("refused" in found) throw new Refused(found.refused);
    if (flag(call, "json")) return JSON.stringify(found.people);
    if (found.people.length === 0) return "Nobody is";
    return columns([
      ["account", "name", "role", "organisation", "team", "code", "signs in as", "e-mail", "left"],
      ...found.people.map(({ account, name, role, organisation, team, worker, signInName, email, leftOn }) => [account, name, role, organisation, team ?? "", worker ?? "", signInName ?? "", email ?? "", leftOn ?? ""]),
    ], "");
  },

  async "sign-out"(call) {
    const [, account] = words(call, ["“sign-out”", "The account"]) as [string, string];
    await ended(call, account, {});
    return `${account} is signed out everywhere`;
  },

  async unlink(call) {
    const [, account] = words(call, ["“unlink”", "The account"]) as [string, string];
    const unlinked = required(call, "sign-in-name", "the name by which the next person to have the account signs in");
    await ended(call, account, { unlinked });
    return `${account} is signed out, and is for whoever next signs in as ${unlinked}`;
  },

  async "break-glass"(call) {
    const [, account] = words(call, ["“break-glass”", "The account"]) as [string, string];
    const file = required(call, "out", "the file to write, for BREAK_GLASS_FILE");
    const { makeBreakGlass } = await import("../app/sign-in/passphrase.ts");
    const made = await makeBreakGlass(account);
    await writeFile(file, made.file, { flag: "wx", mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      throw new Refused(error.code === "EEXIST" ? `${file} is there already. Choose another name, or remove it first` : `${file} cannot be written`);
    });
    call.terminal.err("Write the passphrase on paper, seal it in an envelope, and keep it where the duty manager can reach it. It is shown once.");
    return made.passphrase;
  },
};

async function ended(call: Call, account: string, options: { readonly unlinked?: string }): Promise<void> {
  const result = await withApp(call, (app) => endSessions(app, account, options));
  if ("refused" in result) throw new Refused(result.refused);
}

export const account: Command = {
  usage: `bin/permanence account add ACCOUNT "NAME" --role ROLE --organisation CODE [--sign-in-name NAME] …`,
  help: `
Adds a person’s account, or changes it to what is given. They sign in by their organisation’s own
sign-in, which knows them by the sign-in name; nobody signs in who was not added here.

  --role ROLE            what they may do: team-manager, social-worker, … An unknown one lists them all
  --organisation CODE    the code of their authority or agency
  --sign-in-name NAME    such as ash.rowan@council.gov.uk
  --email ADDRESS        where mail to them goes: meetings, updates, late actions; no child is named
  --worker CODE          the code by which children are allocated to them
  --team NAME            the team they work in
  --service SERVICE      of a service manager: adoption or fieldwork
  --left-on DAY          the first day on which they are no longer here, like 2026-03-31

  bin/permanence account add ash.rowan "Ash Rowan" --role team-manager --organisation E08000019 \\
    --sign-in-name ash.rowan@council.gov.uk
  bin/permanence account list --organisation E08000019 [--role ROLE] [--left] [--json]
                                               who is here; with --left, who is no longer
  bin/permanence account sign-out ash.rowan    ends their sessions, wherever they are
  bin/permanence account unlink ash.rowan --sign-in-name ash.rowan@council.gov.uk
                                               lets the next to sign in by that name have the account
  bin/permanence account break-glass emergency --out FILE
                                               makes the passphrase of emergency access; FILE knows it again`,
  options: {
    role: { type: "string" }, organisation: { type: "string" }, "sign-in-name": { type: "string" }, email: { type: "string" }, worker: { type: "string" },
    team: { type: "string" }, service: { type: "string" }, "left-on": { type: "string" }, out: { type: "string" }, left: { type: "boolean" }, json: { type: "boolean" },
  },
  async run(call) {
    const verb = call.words[0] ?? "";
    const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (run === undefined) throw new WrongUsage(verb === "" ? "Say what to do: add, list, sign-out, unlink or break-glass" : `“account ${verb}” is not known; add, list, sign-out, unlink and break-glass are`);
    call.terminal.out(await run(call));
    return DONE;
  },
};
