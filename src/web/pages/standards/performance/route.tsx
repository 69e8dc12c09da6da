import { type Context, Hono } from "hono";
import { openPerformance } from "../../../../app/open-performance.ts";
import { openStandardPerformance, type StandardPerformancePage } from "../../../../app/open-standard-performance.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { drawMonths } from "./chart.ts";
import { OneStandardView } from "./one-view.tsx";
import { performanceAddress, readChart, readMonth, readPerformanceQuery } from "./query.ts";
import { PerformanceView } from "./view.tsx";

async function standardFor(c: Context<WebEnv>): Promise<StandardPerformancePage> {
  const found = await openStandardPerformance(c.get("deps").app, c.get("person"), c.req.param("standard") ?? "", readPerformanceQuery(c.req.query()));
  if (found === undefined) throw new NotFound();
  return found;
}

/** How the standards are met, for the children that somebody may see. */
export const performancePages = new Hono<WebEnv>()
  .use("/standards/performance", requirePermission("see-standards"))
  .use("/standards/performance/*", requirePermission("see-standards"))
  .get("/standards/performance", async (c) => {
    const performance = await openPerformance(c.get("deps").app, c.get("person"), readPerformanceQuery(c.req.query()));
    if (performance === undefined) throw new NotFound();
    return page(c, { title: "How are we doing against our standards", section: "standards", back: { href: "/standards", text: "Standards" } }, <PerformanceView page={performance} />);
  })
  .get("/standards/performance/months.svg", async (c) => {
    const months = readChart(c.req.query());
    if (months === undefined) throw new NotFound();
    return c.body(await drawMonths(months), 200, { "content-type": "image/svg+xml; charset=utf-8" });
  })
  .get("/standards/performance/:standard", async (c) => {
    const found = await standardFor(c);
    const at = /^[1-9]\d{0,3}$/.test(c.req.query("page") ?? "") ? Number(c.req.query("page")) : 1;
    return page(c, { title: `${found.standard.title}: how it is met`, section: "standards", back: { href: performanceAddress(found), text: "All standards" } }, (
      <OneStandardView page={found} month={readMonth(c.req.query(), found)} at={at} />
    ));
  });
