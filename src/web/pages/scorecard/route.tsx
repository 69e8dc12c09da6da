import { type Context, Hono } from "hono";
import { openScorecard, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { chooseReadings } from "../../../app/scorecard-choices.ts";
import { INDICATOR_CODES } from "../../../domain/scorecard/window.ts";
import type { WebEnv } from "../../deps.ts";
import { dayOf, readAsAt, readAsAtForm } from "../../as-at/as-at.ts";
import { readBody } from "../../forms/body.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { Downloads } from "./downloads/links.tsx";
import { drawTrend, isCharted } from "./chart.ts";
import { ChildrenView } from "./children.tsx";
import { StagesOfChildren } from "./stages-children.tsx";
import { askedAddress, readWindow, scorecardAddress, windowAsked } from "./query.ts";
import { ScorecardView } from "./view.tsx";

async function scorecardFor(c: Context<WebEnv>): Promise<ScorecardPage> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const today = app.clock.today();
  const asAt = readAsAt(c.req.query(), today);
  const found = await openScorecard(app, person, person.organisation.code, readWindow(c.req.query(), dayOf(asAt, today)), asAt, c.req.query("source"));
  if (found === undefined) throw new NotFound();
  return found;
}

export const scorecardPages = new Hono<WebEnv>()
  .use("/scorecard", requirePermission("see-scorecard"))
  .use("/scorecard/*", requirePermission("see-scorecard"))
  .get("/scorecard", async (c) => {
    const form = readAsAtForm(c.req.query(), c.get("deps").app.clock.today());
    if (form !== undefined && "asAt" in form) return c.redirect(askedAddress(windowAsked(c.req.query()), form.asAt));
    const error = form?.error;
    const scorecard = await scorecardFor(c);
    return page(c, { title: "Scorecard", section: "scorecard", error: error !== undefined }, (
      <>
        <ErrorSummary errors={error === undefined ? [] : [{ id: "as-at-day", text: error }]} />
        <ScorecardView scorecard={scorecard} asked={windowAsked(c.req.query())} typed={form} />
        <Downloads c={c} of="scorecard" />
      </>
    ));
  })
  .post("/scorecard/readings", requirePermission("import"), async (c) => {
    const { app } = c.get("deps");
    const done = await chooseReadings(app, c.get("person"), await readBody(c));
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    if ("chosen" in done) return c.redirect("/scorecard#assumptions-heading", 303);
    const errors = done.refusals.map(({ field, message }) => ({ id: field, text: message }));
    const scorecard = await scorecardFor(c);
    return page(c, { title: "Scorecard", section: "scorecard", error: true, status: 422 }, <><ErrorSummary errors={errors} /><ScorecardView scorecard={scorecard} asked={[]} typed={undefined} errors={errors} /></>);
  })
  .get("/scorecard/charts/:indicator", async (c) => {
    const [, indicator = ""] = /^(\w+)\.svg$/.exec(c.req.param("indicator")) ?? [];
    if (!isCharted(indicator)) throw new NotFound();
    const { scorecard, trend, today } = await scorecardFor(c);
    return c.body(await drawTrend(indicator, scorecard.window.years, trend, today), 200, { "content-type": "image/svg+xml; charset=utf-8" });
  })
  .get("/scorecard/stages", async (c) => {
    const scorecard = await scorecardFor(c);
    const back = { href: scorecardAddress(scorecard.scorecard.window, scorecard.asAt, "", scorecard.source), text: "Scorecard" };
    return page(c, { title: "The stages of each child", section: "scorecard", back }, <><StagesOfChildren scorecard={scorecard} /><Downloads c={c} of="stages" /></>);
  })
  .get("/scorecard/:indicator", async (c) => {
    const code = INDICATOR_CODES.find((known) => known === c.req.param("indicator"));
    if (code === undefined) throw new NotFound();
    const scorecard = await scorecardFor(c);
    const back = { href: scorecardAddress(scorecard.scorecard.window, scorecard.asAt, "", scorecard.source), text: "Scorecard" };
    return page(c, { title: `Children behind ${code}`, section: "scorecard", back }, <><ChildrenView scorecard={scorecard} code={code} /><Downloads c={c} of="behind" also={{ indicator: code }} /></>);
  });
