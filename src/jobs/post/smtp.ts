import type { NodemailerError, Transporter } from "nodemailer";
import { NotSent, type Transport } from "../../app/post/transport.ts";
import { mailServer } from "../mail-server.ts";
import type { SmtpSettings } from "./settings.ts";

/** All of one try; well under the lease of a message. */
const LONGEST_MS = 120_000;

/**
 * Sends by a mail server, over one connection while there is something to send. The Message-ID is the message’s own at the
 * host of the tracker’s address, so that a message that was sent twice is known for one.
 */
export function smtpTransport({ server, from }: SmtpSettings, address: string): Transport {
  const { hostname } = new URL(address);
  let open: Transporter | undefined;
  return {
    send: async ({ id, to, subject, text, calendar }) => {
      const { createTransport } = await import("nodemailer");
      open ??= createTransport({ ...mailServer(server), pool: true, maxConnections: 1 });
      await open.sendMail({
        from, to: { name: "", address: to }, subject, text, messageId: `<${id}@${hostname}>`, xMailer: false, signal: AbortSignal.timeout(LONGEST_MS),
        ...(calendar === null ? {} : { icalEvent: { filename: "meeting.ics", method: methodOf(calendar), content: calendar } }),
      }).catch((error: unknown) => {
        throw whyNot(error as NodemailerError);
      });
    },
    rest: () => {
      open?.close();
      open = undefined;
    },
  };
}

const methodOf = (calendar: string): string => /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? "PUBLISH";

/** Whose fault it was: what is said of the one to whom it goes, or of its words, is the message’s; all else everybody’s. */
function whyNot({ code, command, responseCode, permanent }: NodemailerError): NotSent {
  const fault = `smtp ${responseCode ?? code ?? "unknown"}${command === undefined ? "" : ` ${command}`}`;
  // An address that cannot be one never reaches the server.
  if (responseCode === undefined) return new NotSent(code === "EENVELOPE" || code === "EMESSAGE" ? "message-for-good" : "everything-for-now", fault);
  const ofTheMessage = responseCode !== 421 && (command === "RCPT TO" || command === "DATA");
  return new NotSent(!ofTheMessage ? "everything-for-now" : permanent === true ? "message-for-good" : "message-for-now", fault);
}
