import type { Hono } from "hono";
import { type ChildKind, type Matrix, personOf, ROLES } from "./region.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { createApp } from "../../src/web/app.tsx";
import type { WebEnv } from "../../src/web/deps.ts";

/** What came of asking, as somebody outside can tell it. */
export type Answer = "let in" | "forbidden" | "not found" | "sign in" | "fault";

export interface Asked {
  readonly answer: Answer;
  readonly status: number;
  /** Without the clock’s: the date, and the cookie that goes on with a session every few minutes. */
  readonly headers: string;
  /** Without the id that was asked for, which a page may say back, and how many seconds the session lasts yet. */
  readonly body: string;
}

export interface Asker {
  readonly web: Hono<WebEnv>;
  readonly routes: readonly string[];
  readonly ask: (route: string, role: Role | undefined, child: ChildKind, params?: Params) => Promise<Asked>;
  /** Anything at all, as somebody signed in. */
  readonly send: (role: Role | undefined, path: string, request: RequestInit) => Promise<{ readonly status: number; readonly body: string }>;
  readonly faults: readonly string[];
}

export type Params = Readonly<Record<string, string>>;

const ORIGIN = "http://matrix.example";

/** Everybody signed in once before the whole product, without a browser. */
export async function askerOf(matrix: Matrix): Promise<Asker> {
  const lines: string[] = [];
  const web: Hono<WebEnv> = createApp({ app: matrix.app, sessionKey: "a key for the matrix, of no use elsewhere", demonstration: true, secure: false, log: (line) => void lines.push(line) });
  const cookies = new Map<Role, string>();
  for (const role of ROLES) {
    const signedIn = await web.request(`${ORIGIN}/sign-in`, { method: "POST", body: new URLSearchParams({ account: personOf(role).account }), headers: { origin: ORIGIN } });
    cookies.set(role, signedIn.headers.get("set-cookie")?.split(";")[0] ?? "");
  }
  return {
    web,
    async send(role, path, request) {
      const headers = new Headers(request.headers);
      headers.set("origin", ORIGIN);
      if (role !== undefined) headers.set("cookie", cookies.get(role) ?? "");
      const response = await web.request(`${ORIGIN}${path}`, { ...request, headers });
      return { status: response.status, body: await response.text() };
    },
    // Middleware is registered for every method; what answers, for one.
    routes: [...new Set(web.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))].sort(),
    faults: lines,
    async ask(route, role, child, params = {}) {
      const [method = "", pattern = ""] = route.split(" ");
      const path = pattern.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent(["child", "record", "id"].includes(name) && params[name] === undefined && !pattern.includes("/views/") && !pattern.includes("/kept/") && !pattern.includes("/cover/") ? matrix.ids[child] : name === "group" ? matrix.group : params[name] === "FIRST" ? matrix.firstEntry[child] : (params[name] ?? "1")));
      const query = params["?"] === undefined ? "" : `?${params["?"].replaceAll("CHILD", matrix.ids[child])}`;
      const response = await web.request(`${ORIGIN}${path}${query}`, {
        method, headers: { origin: ORIGIN, ...(role === undefined ? {} : { cookie: cookies.get(role) ?? "" }) },
        ...(method === "POST" ? { body: new URLSearchParams(params["body"] ?? "") } : {}),
      });
      const [status, location] = [response.status, response.headers.get("location") ?? ""];
      const told = (text: string): string => text.replaceAll(matrix.ids[child], "THE-CHILD");
      const headers = [...response.headers].filter(([name]) => name !== "date" && name !== "set-cookie").map(([name, value]) => `${name}: ${told(value)}`).join("\n");
      return { status, headers, body: told(Buffer.from(await response.arrayBuffer()).toString("latin1")).replace(/data-session="\d+"/, ""), answer: answerOf(status, location) };
    },
  };
}

function answerOf(status: number, location: string): Answer {
  if (status >= 500) return "fault";
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  if (status === 303 && location.startsWith("/sign-in")) return "sign in";
  return "let in";
}
