export type Setting = (name: string) => string | undefined;
export type Say = (line: string) => void;

/** The mail server, and whom its mail is from. */
export interface MailSender {
  /** `smtp:` (with STARTTLS, which is insisted on but on this machine) or `smtps:`. */
  readonly server: URL;
  readonly from: string;
}

export const MAIL_ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** Nothing where neither is set and nobody needs them; half told is said, a line for each part missing or wrong. */
export function readMailSender(setting: Setting, say: Say, needed: boolean): MailSender | undefined {
  const [from, server] = [setting("MAIL_FROM"), setting("MAIL_SERVER")];
  if (from === undefined && server === undefined && !needed) return undefined;
  const good = from !== undefined && MAIL_ADDRESS.test(from);
  if (!good) say("MAIL_FROM: the mail address that mail comes from, like permanence@council.example");
  const url = serverOf(server);
  if (url === undefined) say("MAIL_SERVER or MAIL_SERVER_FILE: the mail server, like smtps://user:password@mail.council.example or smtp://mail.council.example:587");
  return good && url !== undefined ? { from, server: url } : undefined;
}

// Never quoted back: it may hold a password.
function serverOf(text: string | undefined): URL | undefined {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "" ? url : undefined;
}
