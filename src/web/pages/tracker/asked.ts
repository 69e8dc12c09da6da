import type { Context } from "hono";
import { firstView, savedViewsOf, type ViewsOf } from "../../../app/saved-views.ts";
import type { SavedView } from "../../../app/views.ts";
import type { Params } from "../../../domain/tracker/view.ts";
import type { WebEnv } from "../../deps.ts";
import { type Asked, readTrackerQuery, STANDARD } from "./query.ts";

export interface AskedWithViews extends Asked {
  readonly views: ViewsOf;
}

/**
 * What the address of a request asks of the tracker, on top of the saved view it opens: the one it names, or at the
 * bare address what opens first for this person. Nothing where it names a view that is not theirs to open.
 */
export async function trackerAsked(c: Context<WebEnv>, params: Params = c.req.queries()): Promise<AskedWithViews | undefined> {
  const { app } = c.get("deps");
  const views = await savedViewsOf(app, c.get("person"));
  const saved = openedView(params, views);
  return saved === "not-found" ? undefined : { ...readTrackerQuery(params, app.clock.today(), saved), views };
}

function openedView(params: Params, views: ViewsOf): SavedView | undefined | "not-found" {
  const id = params["view"]?.[0];
  if (id === undefined) return Object.keys(params).length === 0 ? firstView(views) : undefined;
  if (id === STANDARD || id === "") return undefined;
  return views.views.find((v) => v.id === id) ?? "not-found";
}

/** The parameters of the tracker's address that a form carried along (`ToHere`); what is no search is none. */
export function paramsOf(to: string): Params {
  const search = new URLSearchParams(to.startsWith("?") ? to : "");
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}
