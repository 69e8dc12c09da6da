import { type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** A browser without a screen: it keeps cookies as one does, and goes where it is sent. */
export interface Visit {
  readonly status: number;
  /** The last address. */
  readonly url: URL;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  /** Every address on the way, the last among them. */
  readonly way: readonly URL[];
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export class Visitor {
  /** By name and path; ports of one machine share them, as in a browser. */
  readonly cookies = new Map<string, Cookie>();
  readonly #headers: Readonly<Record<string, string>>;

  constructor(headers: Readonly<Record<string, string>> = {}) {
    this.#headers = headers;
  }

  /** The same cookies on another machine. */
  copied(headers: Readonly<Record<string, string>> = {}): Visitor {
    const copy = new Visitor(headers);
    for (const [key, cookie] of this.cookies) copy.cookies.set(key, cookie);
    return copy;
  }

  cookie(name: string): string | undefined {
    return [...this.cookies.values()].find((cookie) => cookie.name.endsWith(name))?.value;
  }

  /** Opens an address, and goes on wherever it leads until `stopAt` says to stop. */
  async open(address: string | URL, { form, stopAt }: { readonly form?: Readonly<Record<string, string>>; readonly stopAt?: (next: URL) => boolean } = {}): Promise<Visit> {
    let url = new URL(address);
    let sent = form;
    const way: URL[] = [];
    for (let steps = 0; steps < 20; steps++) {
      way.push(url);
      const response = await this.#ask(url, sent);
      sent = undefined;
      const next = response.headers.location;
      if (next === undefined || stopAt?.(new URL(next, url)) === true) return { ...response, url: next === undefined ? url : new URL(next, url), way };
      url = new URL(next, url);
    }
    throw new Error(`sent on and on: ${way.slice(-3).map(({ pathname }) => pathname).join(", ")}`);
  }

  /** By hand: fetch says of itself that it is a script, and a page opened by a person is what is wanted. */
  async #ask(url: URL, form: Readonly<Record<string, string>> | undefined): Promise<Pick<Visit, "status" | "text" | "headers">> {
    const cookie = [...this.cookies.values()].filter(({ path }) => url.pathname === path || path === "/" || url.pathname.startsWith(`${path}/`)).map(({ name, value }) => `${name}=${value}`).join("; ");
    const sent = form === undefined ? {} : { origin: url.origin, "content-type": "application/x-www-form-urlencoded" };
    const { promise, resolve, reject } = Promise.withResolvers<Pick<Visit, "status" | "text" | "headers">>();
    const asking = request(url, { method: form === undefined ? "GET" : "POST", headers: { "sec-fetch-mode": "navigate", ...(cookie === "" ? {} : { cookie }), ...sent, ...this.#headers } }, (response) => {
      for (const line of response.headers["set-cookie"] ?? []) this.#keep(line);
      text(response).then((said) => resolve({ status: response.statusCode ?? 0, text: said, headers: response.headers }), reject);
    });
    asking.on("error", reject);
    asking.end(form === undefined ? undefined : new URLSearchParams(form).toString());
    return promise;
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const of = (wanted: string): string | undefined => attributes.find((a) => a.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = of("path") ?? "/";
    const gone = of("max-age") === "0" || (of("expires") !== undefined && Date.parse(of("expires") ?? "") < Date.now());
    if (gone || value === "") this.cookies.delete(`${name} ${path}`);
    else this.cookies.set(`${name} ${path}`, { name, value, path });
  }
}
