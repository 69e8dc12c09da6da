import { type Context, Hono } from "hono";
import { sayAssessment } from "../../../../app/forecast/assessment.ts";
import { FUTURES_OF_PAGE, openBacktest, openForecast } from "../../../../app/forecast/open-forecast.ts";
import { may } from "../../../../domain/access/policy.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { AccuracyView } from "./accuracy.tsx";
import { Downloads } from "../downloads/links.tsx";
import { readWhatIf } from "./query.ts";
import { ForecastView } from "./view.tsx";

async function show(c: Context<WebEnv>, refused: readonly FieldError[] = []): Promise<Response> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const whatIf = readWhatIf(c.req.query(), c.req.queries("child") ?? [], app.clock.today());
  const found = await openForecast(app, person, person.organisation.code, FUTURES_OF_PAGE, whatIf.otherwise);
  if (found === undefined) throw new NotFound();
  const errors = [...refused, ...whatIf.errors];
  return page(c, { title: "Forecast", section: "scorecard", error: errors.length > 0, ...(refused.length > 0 ? { status: 422 } : {}) }, <><ForecastView page={found} whatIf={{ ...whatIf, errors }} maySay={may(person.role, "import").allowed} /><Downloads c={c} of="forecast" /></>);
}

/** What is likely, how well that has been said before, and the assessment without which no single child’s is shown. */
export const forecastPages = new Hono<WebEnv>()
  .get("/scorecard/forecast", requirePermission("see-scorecard"), (c) => show(c))
  .get("/scorecard/forecast/accuracy", requirePermission("see-scorecard"), async (c) => {
    const person = c.get("person");
    const found = await openBacktest(c.get("deps").app, person, person.organisation.code);
    if (found === undefined) throw new NotFound();
    return page(c, { title: "How well the forecast has predicted", section: "scorecard", back: { href: "/scorecard/forecast", text: "Forecast" } }, <AccuracyView backtest={found} />);
  })
  .post("/scorecard/forecast/assessment", requirePermission("import"), async (c) => {
    const said = await sayAssessment(c.get("deps").app, c.get("person"), (await readBody(c))["reference"] ?? "");
    if ("forbidden" in said) throw new Forbidden(said.forbidden);
    if ("refusals" in said) return show(c, said.refusals.map(({ field, message }) => ({ id: field, text: message })));
    return c.redirect("/scorecard/forecast", 303);
  });
