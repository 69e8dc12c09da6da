import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface MailServer {
  /** What it was sent, as it came. */
  readonly mails: string[];
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A mail server of the test’s own, and what it was sent; at a port that one had before, to start it again. */
export async function mailServer(options: SMTPServerOptions = {}, at = 0): Promise<MailServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true, closeTimeout: 100, ...options,
    onData: options.onData ?? ((stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    }),
  });
  // A client that trusts nobody's certificate goes away in the middle.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { mails, port, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}
