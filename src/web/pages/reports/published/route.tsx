import { type Context, Hono } from "hono";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { openPublication, openPublished } from "../../../../app/publication/publish.ts";
import { openQuarterly, publishedFile, publishQuarterly, type QuarterlyPage } from "../../../../app/publication/quarterly.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { publishedPath } from "./path.ts";
import { QuarterlyView } from "./quarterly-view.tsx";
import { PublicationView, RegisterView } from "./register-view.tsx";

const BACK = { href: "/reports", text: "Reports" };
const REGISTER = { href: "/reports/published", text: "What was published" };
const TYPES = { docx: WORD_TYPE, csv: "text/csv; charset=utf-8" } as const;

/** A year that is no year is one of which there is no table. */
const asked = (c: Context<WebEnv>): number | undefined => { const year = c.req.query("year-ending"); return year === undefined ? undefined : /^20\d\d$/.test(year) ? Number(year) : Number.NaN; };

async function opened(c: Context<WebEnv>): Promise<QuarterlyPage> {
  const found = await openQuarterly(c.get("deps").app, c.get("person"), asked(c));
  if (found === undefined) throw new NotFound();
  return found;
}

/** The quarterly table for publication, and the register of what was published. */
export const publishedReportPages = new Hono<WebEnv>()
  .get("/reports/quarterly", requirePermission("publish"), async (c) => page(c, { title: "Quarterly table for publication", section: "reports", back: BACK }, <QuarterlyView page={await opened(c)} />))
  .post("/reports/quarterly", requirePermission("publish"), async (c) => {
    const { "up-to": upTo } = await c.req.parseBody();
    const yearEnding = asked(c);
    const done = yearEnding === undefined ? undefined : await publishQuarterly(c.get("deps").app, c.get("person"), yearEnding, String(upTo));
    if (done === undefined) throw new NotFound();
    if ("moved" in done) return page(c, { title: "Quarterly table for publication", section: "reports", back: BACK, status: 409 }, <QuarterlyView page={await opened(c)} moved />);
    return c.redirect(publishedPath(done), 303);
  })
  .get("/reports/published", requirePermission("publish"), async (c) => {
    const published = await openPublished(c.get("deps").app, c.get("person"));
    if (published === undefined) throw new NotFound();
    return page(c, { title: "What was published", section: "reports", back: BACK }, <RegisterView organisation={c.get("person").organisation.name} published={published} />);
  })
  .get("/reports/published/:publication", requirePermission("publish"), async (c) => {
    const [, id = "", ending] = /^([\da-f-]+)(?:\.(docx|csv))?$/.exec(c.req.param("publication")) ?? [];
    if (ending === "docx" || ending === "csv") {
      const file = await publishedFile(c.get("deps").app, c.get("person"), id, ending);
      if (file === undefined) throw new NotFound();
      return c.body(Uint8Array.from(file.bytes), 200, { "content-type": TYPES[ending], "content-disposition": `attachment; filename="${file.name}"` });
    }
    const one = await openPublication(c.get("deps").app, c.get("person"), id);
    if (one === undefined) throw new NotFound();
    return page(c, { title: one.title, section: "reports", back: REGISTER }, <PublicationView organisation={c.get("person").organisation.name} one={one} just={c.req.query("new") === "1" ? "published" : c.req.query("already") === "1" ? "already" : null} />);
  });
