import { Hono } from "hono";
import { openEquity } from "../../../../app/open-equity.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { Downloads } from "../downloads/links.tsx";
import { EquityView } from "./view.tsx";

/** Whether some children wait longer than others. */
export const equityPages = new Hono<WebEnv>()
  .get("/scorecard/equity", requirePermission("see-scorecard"), async (c) => {
    const person = c.get("person");
    const found = await openEquity(c.get("deps").app, person, person.organisation.code);
    if (found === undefined) throw new NotFound();
    return page(c, { title: "Do some children wait longer?", section: "scorecard" }, <><EquityView page={found} /><Downloads c={c} of="equity" /></>);
  });
