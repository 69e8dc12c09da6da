import type { Transport } from "../../app/post/transport.ts";
import { notifyTransport } from "./notify.ts";
import type { PostSettings } from "./settings.ts";
import { smtpTransport } from "./smtp.ts";

/** The way of sending that was set up. `address`: where people reach the tracker. */
export const transportOf = (settings: PostSettings, address: string): Transport =>
  settings.by === "smtp" ? smtpTransport(settings.smtp, address) : notifyTransport(settings.notify);
