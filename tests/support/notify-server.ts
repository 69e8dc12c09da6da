import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface NotifyRequest {
  readonly method: string;
  readonly path: string;
  /** What the token says it is from: the service’s id. */
  readonly issuer: string | undefined;
  readonly body: { readonly [key: string]: unknown };
}

/** The part of GOV.UK Notify’s HTTP interface that mail is sent by. */
export interface NotifyServer {
  readonly url: string;
  readonly requests: NotifyRequest[];
  /** References of what it has taken. */
  readonly taken: string[];
  /** Answers the next requests so, in place of taking them: a status, with the kind of error that it says. */
  readonly refuse: (...answers: readonly (readonly [status: number, error: string])[]) => void;
  readonly close: () => Promise<void>;
}

/** A stand-in on this machine: takes mail and gives its references back, or answers with what it was told to. */
export async function notifyServer(): Promise<NotifyServer> {
  const requests: NotifyRequest[] = [];
  const taken: string[] = [];
  const refusals: (readonly [number, string])[] = [];
  const answerTo = async (request: IncomingMessage): Promise<readonly [status: number, json: object]> => {
    const text = await textOf(request);
    const path = request.url ?? "";
    const body = (text === "" ? {} : JSON.parse(text)) as NotifyRequest["body"];
    requests.push({ method: request.method ?? "", path, issuer: issuerOf(request), body });
    const refusal = request.method === "POST" ? refusals.shift() : undefined;
    if (refusal !== undefined) return [refusal[0], { status_code: refusal[0], errors: [{ error: refusal[1], message: `About ${String(body["email_address"])}` }] }];
    if (request.method === "GET") {
      const reference = new URL(path, "http://notify").searchParams.get("reference") ?? "";
      return [200, { notifications: taken.filter((one) => one === reference).map((one) => ({ reference: one })), links: {} }];
    }
    taken.push(String(body["reference"]));
    return [201, { id: "740e5834-3a29-46b4-9a6f-16142fde533a", reference: body["reference"] }];
  };
  const server = createServer(async (request, response) => {
    const [status, json] = await answerTo(request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`, requests, taken,
    refuse: (...answers) => void refusals.push(...answers),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function issuerOf({ headers }: IncomingMessage): string | undefined {
  const [, claims] = headers.authorization?.replace(/^Bearer /, "").split(".") ?? [];
  return claims === undefined ? undefined : (JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly iss?: string }).iss;
}
