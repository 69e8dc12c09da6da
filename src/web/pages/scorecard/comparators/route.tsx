import { Hono } from "hono";
import { openComparators } from "../../../../app/open-comparators.ts";
import { openPrinted } from "../../../../app/open-printed.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { Downloads } from "../downloads/links.tsx";
import { PrintedView } from "../printed/view.tsx";
import { readComparators } from "./query.ts";
import { ComparatorsView } from "./view.tsx";

/** The authority beside others, as published; and the tables that come with the tracker. */
export const comparatorsPages = new Hono<WebEnv>()
  .get("/scorecard/comparators", requirePermission("see-scorecard"), async (c) => {
    const person = c.get("person");
    const found = await openComparators(c.get("deps").app, person, person.organisation.code, readComparators(c.req.query()));
    if (found === undefined) throw new NotFound();
    return page(c, { title: "Comparators", section: "scorecard" }, <><ComparatorsView page={found} /><Downloads c={c} of="comparators" /></>);
  })
  .get("/scorecard/printed", requirePermission("see-scorecard"), (c) => {
    const found = openPrinted(c.get("person"));
    if (found === undefined) throw new NotFound();
    return page(c, { title: "Older published tables", section: "scorecard", back: { href: "/scorecard/comparators", text: "Comparators" } }, <PrintedView page={found} />);
  });
