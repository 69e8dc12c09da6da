import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { WebEnv } from "../deps.ts";

/**
 * A line a request for the operator: method, route, status, milliseconds. The route and not
 * the address, which holds ids and what people searched for.
 */
export const requestLog: MiddlewareHandler<WebEnv> = async (c, next) => {
  const began = performance.now();
  await next();
  const route = matchedRoutes(c).findLast(({ method, path }) => method !== "ALL" && path !== "/*")?.path ?? "no such page";
  c.get("deps").log(`${c.req.method} ${route} ${c.res.status} ${Math.round(performance.now() - began)} ms`);
};
