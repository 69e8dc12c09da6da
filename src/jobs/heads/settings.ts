import { accessSync, constants, statSync } from "node:fs";

/** Where the heads of the chains are put once a day, outside the database. */
export interface HeadsSettings {
  /** A folder: a file a day. */
  readonly folder: string | undefined;
  readonly mail: HeadsMail | undefined;
}

export interface HeadsMail {
  readonly to: readonly string[];
  readonly from: string;
  /** `smtp:` (with STARTTLS, which is insisted on but on this machine) or `smtps:`. */
  readonly server: URL;
}

type Setting = (name: string) => string | undefined;
type Say = (line: string) => void;

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** Nothing set is nothing published; half of it is told, a line for each part missing or wrong. `setting` gives a name’s value, or that of the file it names. */
export function readHeadsSettings(setting: Setting, say: Say): HeadsSettings {
  const folder = setting("HEADS_DIR");
  if (folder !== undefined) checkFolder(folder, say);
  const [to, from, server] = [setting("HEADS_MAIL"), setting("MAIL_FROM"), setting("MAIL_SERVER")];
  if (to === undefined && from === undefined && server === undefined) return { folder, mail: undefined };
  const people = (to ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");
  if (people.length === 0) say("HEADS_MAIL: who is mailed the heads of the chains, like audit@council.example; or unset MAIL_FROM and MAIL_SERVER");
  const wrong = people.find((one) => !ADDRESS.test(one));
  if (wrong !== undefined) say(`HEADS_MAIL has “${wrong}” in it. Set it to mail addresses divided by commas`);
  if (from === undefined || !ADDRESS.test(from)) say("MAIL_FROM: the mail address that the heads of the chains come from, like permanence@council.example");
  const url = serverOf(server);
  if (url === undefined) say("MAIL_SERVER or MAIL_SERVER_FILE: the mail server, like smtps://user:password@mail.council.example or smtp://mail.council.example:587");
  return { folder, mail: url === undefined || from === undefined || people.length === 0 ? undefined : { to: people, from, server: url } };
}

// Never quoted back: it may hold a password.
function serverOf(text: string | undefined): URL | undefined {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "" ? url : undefined;
}

function checkFolder(folder: string, say: Say): void {
  try {
    if (!statSync(folder).isDirectory()) throw new Error("no folder");
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    say(`HEADS_DIR names ${folder}, which is not a folder that can be written to. Make it, where whoever runs the database cannot change it`);
  }
}
