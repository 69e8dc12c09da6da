import type { SMTPTransportOptions } from "nodemailer";

const TIMEOUT_MS = 30_000;
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** How a mail server is spoken to, by `smtp:` or `smtps:` address: over TLS, but for a server on this machine; from no file and no address elsewhere. */
export function mailServer(server: URL): SMTPTransportOptions {
  const secure = server.protocol === "smtps:";
  return {
    host: server.hostname.replaceAll(/^\[|\]$/g, ""),
    port: Number(server.port === "" ? (secure ? 465 : 587) : server.port),
    secure,
    requireTLS: !secure && !LOOPBACK.has(server.hostname),
    ...(server.username === "" ? {} : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS,
    disableFileAccess: true, disableUrlAccess: true,
  };
}
