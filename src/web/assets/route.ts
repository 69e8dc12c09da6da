import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { NotFound } from "../middleware/permission.ts";

/** An asset under its present name, to be kept for a year; nothing under an old one. */
export function serveAssets(c: Context<WebEnv, "/assets/:version/:name">): Response {
  const asset = c.get("assets").find(c.req.param("version"), c.req.param("name"));
  if (asset === undefined) throw new NotFound();
  const headers = { "content-type": asset.type, "cache-control": "public, max-age=31536000, immutable", vary: "accept-encoding" };
  const gzip = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  return gzip
    ? c.body(asset.gzipped, 200, { ...headers, "content-encoding": "gzip" })
    : c.body(asset.body, 200, headers);
}
