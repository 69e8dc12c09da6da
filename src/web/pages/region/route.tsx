import { type Context, Hono } from "hono";
import { regionTables } from "../../../app/downloads/region-tables.ts";
import { openRegion } from "../../../app/region/open-region.ts";
import { packQuarter, madePacks, makePack, operationsFile, packFile } from "../../../app/region/packs.ts";
import { WORD_TYPE, type WordFile } from "../../../app/meetings/word-files.ts";
import { isEdition } from "../../../domain/region/editions.ts";
import { windowName } from "../../../domain/scorecard/window.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { sendFigures } from "../scorecard/downloads/send.ts";
import { RegionView } from "./view.tsx";

const headers = (file: WordFile): Record<string, string> => ({ "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });

/** The financial year that the address asks for, by its March. */
function yearAsked(c: Context<WebEnv>): number | undefined {
  const asked = c.req.query("year-ending") ?? "";
  return /^20\d\d$/.test(asked) ? Number(asked) : undefined;
}

/** The region’s figures, for the people of its agency; and the governance packs made of them. */
export const regionPages = new Hono<WebEnv>()
  .get("/region", requirePermission("see-region"), async (c) => {
    const { app } = c.get("deps");
    const person = c.get("person");
    const found = await openRegion(app, person, yearAsked(c));
    const packs = await madePacks(app, person);
    if (found === undefined || packs === undefined) throw new NotFound();
    return page(c, { title: "The region", section: "region", error: c.req.query("made") === "none" }, <RegionView page={found} packs={packs} quarter={packQuarter(app)} made={packs.find(({ id }) => id === c.req.query("made"))} missing={c.req.query("made") === "none"} />);
  })
  .post("/region/packs", requirePermission("see-region"), async (c) => {
    const { edition } = await c.req.parseBody();
    if (typeof edition !== "string" || !isEdition(edition)) return c.redirect("/region?made=none", 303);
    const id = await makePack(c.get("deps").app, c.get("person"), edition);
    if (id === undefined) throw new NotFound();
    return c.redirect(`/region?made=${id}#packs`, 303);
  })
  .get("/region/downloads/:file", requirePermission("see-region"), async (c) => {
    const [, ending] = /^region\.(csv|xlsx)$/.exec(c.req.param("file")) ?? [];
    if (ending === undefined) throw new NotFound();
    const found = await openRegion(c.get("deps").app, c.get("person"), yearAsked(c));
    const download = found && { of: found.agency.name, title: `The region, ${windowName({ yearEnding: found.yearEnding, years: 1 })}`, asAt: {}, today: found.today, tables: regionTables(found) };
    return sendFigures(c, download, ending === "csv" ? "csv" : "xlsx");
  })
  .get("/region/operations.docx", requirePermission("see-region"), async (c) => {
    const file = await operationsFile(c.get("deps").app, c.get("person"));
    if (file === undefined) throw new NotFound();
    return c.body(Uint8Array.from(file.bytes), 200, headers(file));
  })
  .get("/region/packs/:pack", requirePermission("see-region"), async (c) => {
    const file = await packFile(c.get("deps").app, c.get("person"), c.req.param("pack").replace(".docx", ""));
    if (file === undefined) throw new NotFound();
    return c.body(Uint8Array.from(file.bytes), 200, headers(file));
  });
