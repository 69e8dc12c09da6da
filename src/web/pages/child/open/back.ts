import type { Context } from "hono";
import type { ChildPage } from "../../../../app/views.ts";
import type { WebEnv } from "../../../deps.ts";

export interface Back {
  readonly href: string;
  readonly text: string;
}

/** The pages that list children, by what the way back to them is called. */
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/^\/work$/, "My work"], [/^\/work\/week$/, "My week"], [/^\/tracker$/, "Tracker"], [/^\/tracker\/print$/, "The list for paper"], [/^\/tracker\/compare$/, "What changed"], [/^\/drift$/, "Drift"],
  [/^\/sign-offs$/, "Sign-offs"], [/^\/find$/, "Find a child"], [/^\/standards\/performance\/[\w-]+$/, "How it is met"],
  [/^\/sibling-groups\/[\da-f-]{36}$/, "Sibling group"],
];

/** The list that somebody came from, as it was, with its filters and page; else the whole tracker. */
export const backToList = (c: Context<WebEnv>): Back => listFrom(c.req.header("referer"), c.req.header("host"));

/** The path of a list’s address on this very host; the tracker for any other, and for none. */
export function listFrom(referer: string | undefined, host: string | undefined): Back {
  const from = referer === undefined || !URL.canParse(referer) ? undefined : new URL(referer);
  const text = from !== undefined && host !== undefined && from.host === host ? LISTS.find(([path]) => path.test(from.pathname))?.[1] : undefined;
  return from === undefined || text === undefined ? { href: "/tracker", text: "Tracker" } : { href: `${from.pathname}${from.search}`, text };
}

/** As `backToList`; the child’s own page where somebody came from one of those. */
export function backFromChild(c: Context<WebEnv>, child: Pick<ChildPage, "recordId" | "localId">): Back {
  const [referer, host] = [c.req.header("referer"), c.req.header("host")];
  const from = referer === undefined || !URL.canParse(referer) ? undefined : new URL(referer);
  const own = `/children/${child.recordId}`;
  return from !== undefined && from.host === host && (from.pathname === own || from.pathname.startsWith(`${own}/`))
    ? { href: `${own}${from.pathname === `${own}/clocks` ? "/clocks" : ""}${from.search}`, text: child.localId } : listFrom(referer, host);
}
