import { Hono } from "hono";
import type { WebEnv } from "../../../deps.ts";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { DOWNLOAD_OF } from "./pages.ts";
import { sendFigures } from "./send.ts";
import { isDownloaded } from "./tables.ts";

/** The tables of a page of figures: all of them for Excel, or one as CSV. */
export const downloadPages = new Hono<WebEnv>()
  .get("/scorecard/downloads/:file", requirePermission("see-scorecard"), async (c) => {
    const [, of = "", ending] = /^([a-z]+)\.(csv|xlsx)$/.exec(c.req.param("file")) ?? [];
    if (!isDownloaded(of)) throw new NotFound();
    return sendFigures(c, await DOWNLOAD_OF[of](c), ending === "csv" ? "csv" : "xlsx");
  });
