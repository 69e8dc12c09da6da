import { type HeadsSettings, readHeadsSettings } from "./heads/settings.ts";
import { readMailSender, type Say, type Setting } from "./mail-settings.ts";
import { type PostSettings, readPostSettings } from "./post/settings.ts";

/** What the work in the background needs to know. */
export interface JobSettings {
  readonly heads: HeadsSettings;
  /** Nothing where people’s messages are in their inboxes alone. */
  readonly post: PostSettings | undefined;
}

/** Reads them; `say` takes a line for each thing that is missing or wrong. */
export function readJobSettings(setting: Setting, say: Say): JobSettings {
  const sender = readMailSender(setting, say, setting("HEADS_MAIL") !== undefined);
  return { heads: readHeadsSettings(setting, say, sender), post: readPostSettings(setting, say, sender) };
}
