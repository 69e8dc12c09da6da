import type { MailSender, Say, Setting } from "../mail-settings.ts";

export interface NotifySettings {
  readonly key: string;
  /** The id of the one template, which holds ((subject)) and ((body)). */
  readonly template: string;
  /** Another address than GOV.UK Notify’s own. */
  readonly url: string | undefined;
}
export type SmtpSettings = MailSender;

/** How people’s messages leave: nothing where they are in their inboxes alone. */
export type PostSettings = { readonly by: "smtp"; readonly smtp: SmtpSettings } | { readonly by: "notify"; readonly notify: NotifySettings };

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** A name, the service’s id and the secret. */
const KEY = new RegExp(`^[\\w-]+-${UUID}-${UUID}$`, "i");

/** By GOV.UK Notify where it is set up, or else by the mail server where there is one. A key is never quoted back. */
export function readPostSettings(setting: Setting, say: Say, sender: MailSender | undefined): PostSettings | undefined {
  const [key, template, url] = [setting("NOTIFY_KEY"), setting("NOTIFY_TEMPLATE"), setting("NOTIFY_URL")];
  if (key === undefined && template === undefined && url === undefined) return sender === undefined ? undefined : { by: "smtp", smtp: sender };
  const faults = [
    ...(key !== undefined && KEY.test(key) ? [] : ["NOTIFY_KEY or NOTIFY_KEY_FILE: the whole API key of GOV.UK Notify, with its name, like permanence-26785a09-…-88c5-…"]),
    ...(template !== undefined && new RegExp(`^${UUID}$`, "i").test(template) ? [] : ["NOTIFY_TEMPLATE: the id of an e-mail template of GOV.UK Notify whose subject is ((subject)) and whose message is ((body))"]),
    ...(url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) ? [] : [`NOTIFY_URL is “${url}”. Leave it out, but where you were given another address of GOV.UK Notify`]),
  ];
  for (const fault of faults) say(fault);
  return faults.length > 0 || key === undefined || template === undefined ? undefined : { by: "notify", notify: { key, template, url: url?.replace(/\/+$/, "") } };
}
