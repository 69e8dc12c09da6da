import type { Context } from "hono";
import type { WebEnv } from "../../../deps.ts";

/** The tracker as it was when somebody came from it, with its filters and page; else the whole of it. */
export function backToTracker(c: Context<WebEnv>): { readonly href: string; readonly text: string } {
  return { href: trackerFrom(c.req.header("referer"), c.req.header("host")), text: "Tracker" };
}

/** The path of a tracker’s address on this very host; `/tracker` for any other, and for none. */
export function trackerFrom(referer: string | undefined, host: string | undefined): string {
  const from = referer === undefined || !URL.canParse(referer) ? undefined : new URL(referer);
  return from !== undefined && host !== undefined && from.host === host && from.pathname === "/tracker" ? `/tracker${from.search}` : "/tracker";
}
