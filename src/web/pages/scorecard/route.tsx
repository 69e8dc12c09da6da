import { type Context, Hono } from "hono";
import { openScorecard, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { INDICATOR_CODES } from "../../../domain/scorecard/window.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { drawTrend, isCharted } from "./chart.ts";
import { ChildrenView } from "./children.tsx";
import { readWindow, scorecardAddress } from "./query.ts";
import { ScorecardView } from "./view.tsx";

async function scorecardFor(c: Context<WebEnv>): Promise<ScorecardPage> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const found = await openScorecard(app, person, person.organisation.code, readWindow(c.req.query(), app.clock.today()));
  if (found === undefined) throw new NotFound();
  return found;
}

export const scorecardPages = new Hono<WebEnv>()
  .use("/scorecard", requirePermission("see-scorecard"))
  .use("/scorecard/*", requirePermission("see-scorecard"))
  .get("/scorecard", async (c) => page(c, { title: "Scorecard", section: "scorecard" }, <ScorecardView scorecard={await scorecardFor(c)} />))
  .get("/scorecard/charts/:indicator", async (c) => {
    const [, indicator = ""] = /^(\w+)\.svg$/.exec(c.req.param("indicator")) ?? [];
    if (!isCharted(indicator)) throw new NotFound();
    const { scorecard, trend, today } = await scorecardFor(c);
    return c.body(await drawTrend(indicator, scorecard.window.years, trend, today), 200, { "content-type": "image/svg+xml" });
  })
  .get("/scorecard/:indicator", async (c) => {
    const code = INDICATOR_CODES.find((known) => known === c.req.param("indicator"));
    if (code === undefined) throw new NotFound();
    const scorecard = await scorecardFor(c);
    const back = { href: scorecardAddress(scorecard.scorecard.window), text: "Scorecard" };
    return page(c, { title: `Children behind ${code}`, section: "scorecard", back }, <ChildrenView scorecard={scorecard} code={code} />);
  });
