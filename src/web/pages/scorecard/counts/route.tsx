import { type Context, Hono } from "hono";
import { type CountsPage, openCounts } from "../../../../app/open-counts.ts";
import { openEntered } from "../../../../app/open-entered.ts";
import { EVENT_CODES } from "../../../../domain/scorecard/counts.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { Downloads } from "../downloads/links.tsx";
import { EnteredView } from "./entered.tsx";
import { CountsView, HappenedView } from "./view.tsx";

async function countsFor(c: Context<WebEnv>): Promise<CountsPage> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const asked = c.req.query("year-ending") ?? "";
  const found = await openCounts(app, person, person.organisation.code, /^20\d\d$/.test(asked) ? Number(asked) : undefined);
  if (found === undefined) throw new NotFound();
  return found;
}

/** What happened by quarter and to date; and the other view of the scorecard, of those who entered. */
export const countsPages = new Hono<WebEnv>()
  .get("/scorecard/counts", requirePermission("see-scorecard"), async (c) => page(c, { title: "Counts by quarter", section: "scorecard" }, <><CountsView page={await countsFor(c)} /><Downloads c={c} of="counts" /></>))
  .get("/scorecard/counts/:count", requirePermission("see-scorecard"), async (c) => {
    const code = EVENT_CODES.find((known) => known === c.req.param("count"));
    if (code === undefined) throw new NotFound();
    const found = await countsFor(c);
    const back = { href: `/scorecard/counts?year-ending=${found.yearEnding}`, text: "Counts by quarter" };
    return page(c, { title: "Children behind a count", section: "scorecard", back }, <HappenedView page={found} code={code} />);
  })
  .get("/scorecard/entered", requirePermission("see-scorecard"), async (c) => {
    const { app } = c.get("deps");
    const person = c.get("person");
    const found = await openEntered(app, person, person.organisation.code);
    if (found === undefined) throw new NotFound();
    return page(c, { title: "Those who entered", section: "scorecard" }, <><EnteredView page={found} /><Downloads c={c} of="entered" /></>);
  });
