import type { Context } from "hono";
import { bookOf, csvOfTable, type Download, workbookOf } from "../../../../app/downloads/download.ts";
import type { WebEnv } from "../../../deps.ts";
import { NotFound } from "../../../middleware/permission.ts";

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv; charset=utf-8" } as const;
export type Ending = keyof typeof TYPES;

/** A page’s tables as a file: all of them for Excel, or as CSV the one that the address asks for. Not found where there is none. */
export async function sendFigures(c: Context<WebEnv>, found: Download | undefined, ending: Ending): Promise<Response> {
  if (found === undefined) throw new NotFound();
  const [app, person] = [c.get("deps").app, c.get("person")];
  if (ending === "xlsx") return send(c, await workbookOf(await bookOf(app, person, found, "xlsx")), "xlsx", `${found.of} ${found.title}`);
  const table = found.tables.find(({ key }) => key === (c.req.query("table") ?? found.tables[0]?.key));
  if (table === undefined) throw new NotFound();
  return send(c, csvOfTable(await bookOf(app, person, { ...found, tables: [table] }, "csv"), table), "csv", `${found.of} ${found.title} ${table.name}`);
}

/** “harrowmere-council-scorecard-2023-26-by-window-2026-11-22.csv”. No child is in it. */
function send(c: Context<WebEnv>, bytes: Uint8Array, ending: Ending, words: string): Response {
  const name = words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return c.body(Uint8Array.from(bytes), 200, { "content-type": TYPES[ending], "content-disposition": `attachment; filename="${name}-${c.get("deps").app.clock.today()}.${ending}"` });
}
