import type { HeadsMail } from "./settings.ts";

const TIMEOUT_MS = 30_000;
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Sends the heads of a day, as text and as a file. Over TLS, but for a server on this machine. Throws where the server does not take it. */
export async function mailHeads({ to, from, server }: HeadsMail, day: string, lines: string): Promise<void> {
  const secure = server.protocol === "smtps:";
  // Read only when there is something to send.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host: server.hostname.replaceAll(/^\[|\]$/g, ""),
    port: Number(server.port === "" ? (secure ? 465 : 587) : server.port),
    secure,
    requireTLS: !secure && !LOOPBACK.has(server.hostname),
    ...(server.username === "" ? {} : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS,
    disableFileAccess: true, disableUrlAccess: true,
  });
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
