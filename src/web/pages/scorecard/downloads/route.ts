import { type Context, Hono } from "hono";
import { bookOf, csvOfTable, workbookOf } from "../../../../app/downloads/download.ts";
import type { WebEnv } from "../../../deps.ts";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { DOWNLOAD_OF } from "./pages.ts";
import { isDownloaded } from "./tables.ts";

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv; charset=utf-8" } as const;

/** The tables of a page of figures: all of them for Excel, or one as CSV. */
export const downloadPages = new Hono<WebEnv>()
  .get("/scorecard/downloads/:file", requirePermission("see-scorecard"), async (c) => {
    const [, of = "", ending] = /^([a-z]+)\.(csv|xlsx)$/.exec(c.req.param("file")) ?? [];
    if (!isDownloaded(of)) throw new NotFound();
    return ending === "csv" ? asCsv(c, of) : asWorkbook(c, of);
  });

async function asWorkbook(c: Context<WebEnv>, of: keyof typeof DOWNLOAD_OF): Promise<Response> {
  const found = await DOWNLOAD_OF[of](c);
  if (found === undefined) throw new NotFound();
  const book = await bookOf(c.get("deps").app, c.get("person"), found, "xlsx");
  return send(c, await workbookOf(book), "xlsx", `${found.of} ${found.title}`);
}

async function asCsv(c: Context<WebEnv>, of: keyof typeof DOWNLOAD_OF): Promise<Response> {
  const found = await DOWNLOAD_OF[of](c);
  const table = found?.tables.find(({ key }) => key === (c.req.query("table") ?? found.tables[0]?.key));
  if (found === undefined || table === undefined) throw new NotFound();
  const book = await bookOf(c.get("deps").app, c.get("person"), { ...found, tables: [table] }, "csv");
  return send(c, csvOfTable(book, table), "csv", `${found.of} ${found.title} ${table.name}`);
}

/** “harrowmere-council-scorecard-2023-26-by-window-2026-11-22.csv”. No child is in it. */
function send(c: Context<WebEnv>, bytes: Uint8Array, ending: keyof typeof TYPES, words: string): Response {
  const name = words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return c.body(Uint8Array.from(bytes), 200, { "content-type": TYPES[ending], "content-disposition": `attachment; filename="${name}-${c.get("deps").app.clock.today()}.${ending}"` });
}
