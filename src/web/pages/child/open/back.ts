import type { Context } from "hono";
import type { WebEnv } from "../../../deps.ts";

export interface Back {
  readonly href: string;
  readonly text: string;
}

/** The pages that list children, by what the way back to them is called. */
const LISTS: Readonly<Record<string, string>> = { "/tracker": "Tracker", "/drift": "Drift", "/sign-offs": "Sign-offs", "/find": "Find a child", "/tracker/compare": "What changed" };

/** The list that somebody came from, as it was, with its filters and page; else the whole tracker. */
export const backToList = (c: Context<WebEnv>): Back => listFrom(c.req.header("referer"), c.req.header("host"));

/** The path of a list’s address on this very host; the tracker for any other, and for none. */
export function listFrom(referer: string | undefined, host: string | undefined): Back {
  const from = referer === undefined || !URL.canParse(referer) ? undefined : new URL(referer);
  const text = from !== undefined && host !== undefined && from.host === host && Object.hasOwn(LISTS, from.pathname) ? LISTS[from.pathname] : undefined;
  return from === undefined || text === undefined ? { href: "/tracker", text: "Tracker" } : { href: `${from.pathname}${from.search}`, text };
}
