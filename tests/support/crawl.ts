import type { Hono } from "hono";
import type { WebEnv } from "../../src/web/deps.ts";

/** What somebody was given at an address. */
export interface Given {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface CrawlOptions {
  /** Where to begin, beside the home page. */
  readonly from?: readonly string[];
  /** How many addresses of one shape are opened: the same but for ids, figures and what stands after the question mark. */
  readonly ofOneShape?: number;
  readonly most?: number;
  /** Only what it begins with, and no link from there. */
  readonly follow?: boolean;
}

const ORIGIN = "http://localhost";
const LINK = /(?:href|src|action)="(\/[^"#]*)/g;

/** Everything that somebody reaches by following links from page to page, without a browser. */
export async function crawl(web: Hono<WebEnv>, account: string, { from = [], ofOneShape = 1, most = 80, follow = true }: CrawlOptions = {}): Promise<readonly Given[]> {
  const signedIn = await web.request("/sign-in", { method: "POST", body: new URLSearchParams({ account }), headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" } });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const waiting = ["/", ...from];
  const asked = new Set(from);
  const shapes = new Map<string, number>();
  const given: Given[] = [];
  for (let path = waiting.shift(); path !== undefined && given.length < most; path = waiting.shift()) {
    const response = await web.request(path, { headers: { cookie } });
    const type = response.headers.get("content-type") ?? "";
    const bytes = new Uint8Array(await response.arrayBuffer());
    given.push({ path, status: response.status, type, bytes });
    const text = follow && type.startsWith("text/html") ? new TextDecoder().decode(bytes) : "";
    const next = [...text.matchAll(LINK)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    for (const href of [response.headers.get("location") ?? "", ...next]) {
      const shape = shapeOf(href);
      if (!href.startsWith("/") || asked.has(href) || NOT_OPENED.test(href) || (shapes.get(shape) ?? 0) >= ofOneShape) continue;
      asked.add(href);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      waiting.push(href);
    }
  }
  return given;
}

/** What is the same for everybody, and what ends the session. */
const NOT_OPENED = /^\/(?:assets|sign-out|accessibility)\b|^\/standards\/(?!performance)[^?]|^\/(?:find|tracker)\?.*\b(?:sort|page|stage|view)=/;

const shapeOf = (href: string): string =>
  href.replace(/\?.*$/, (query) => `?${[...new URLSearchParams(query).keys()].sort().join("&")}`).replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, ":id").replaceAll(/\d+/g, "0");
