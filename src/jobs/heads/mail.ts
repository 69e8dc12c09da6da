import { mailServer } from "../mail-server.ts";
import type { HeadsMail } from "./settings.ts";

/** Sends the heads of a day, as text and as a file. Over TLS, but for a server on this machine. Throws where the server does not take it. */
export async function mailHeads({ to, from, server }: HeadsMail, day: string, lines: string): Promise<void> {
  // Read only when there is something to send.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(mailServer(server));
  try {
    await transport.sendMail({
      from, to: [...to], subject: `Permanence Tracker: heads of the chains, ${day}`,
      text: `Keep this. It proves later that nothing recorded before now was changed, removed or added:\n\n  bin/permanence verify --head heads-${day}.jsonl\n\n${lines}`,
      attachments: [{ filename: `heads-${day}.jsonl`, content: lines, contentType: "application/jsonl" }],
    });
  } finally {
    transport.close();
  }
}
