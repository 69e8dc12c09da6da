import { accessSync, constants, statSync } from "node:fs";
import { MAIL_ADDRESS, type MailSender, type Say, type Setting } from "../mail-settings.ts";

/** Where the heads of the chains are put once a day, outside the database. */
export interface HeadsSettings {
  /** A folder: a file a day. */
  readonly folder: string | undefined;
  readonly mail: HeadsMail | undefined;
}

export interface HeadsMail extends MailSender {
  readonly to: readonly string[];
}

/** Nothing set is nothing published; half of it is told, a line for each part missing or wrong. `setting` gives a name’s value, or that of the file it names. */
export function readHeadsSettings(setting: Setting, say: Say, sender: MailSender | undefined): HeadsSettings {
  const folder = setting("HEADS_DIR");
  if (folder !== undefined) checkFolder(folder, say);
  const to = setting("HEADS_MAIL");
  if (to === undefined) return { folder, mail: undefined };
  const people = to.split(",").map((one) => one.trim()).filter((one) => one !== "");
  if (people.length === 0) say("HEADS_MAIL: who is mailed the heads of the chains, like audit@council.example");
  const wrong = people.find((one) => !MAIL_ADDRESS.test(one));
  if (wrong !== undefined) say(`HEADS_MAIL has “${wrong}” in it. Set it to mail addresses divided by commas`);
  return { folder, mail: sender === undefined || people.length === 0 ? undefined : { ...sender, to: people } };
}

function checkFolder(folder: string, say: Say): void {
  try {
    if (!statSync(folder).isDirectory()) throw new Error("no folder");
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    say(`HEADS_DIR names ${folder}, which is not a folder that can be written to. Make it, where whoever runs the database cannot change it`);
  }
}
