import { Hono } from "hono";
import { openComparison } from "../../../app/compare.ts";
import type { WebEnv } from "../../deps.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { viewAddress } from "../tracker/query.ts";
import { compareAddress, readComparison, readDaysForm } from "./query.ts";
import { CompareView } from "./view.tsx";

export const comparePages = new Hono<WebEnv>()
  .get("/tracker/compare", requirePermission("see-tracker"), async (c) => {
    const { app } = c.get("deps");
    const today = app.clock.today();
    const { query, dropped } = readComparison(c.req.queries(), today);
    const form = readDaysForm(c.req.query(), today);
    if (form !== undefined && !("errors" in form)) return c.redirect(compareAddress(query, form));
    const errors = form?.errors ?? [];
    const comparison = await openComparison(app, c.get("person"), query);
    const back = { href: viewAddress("/tracker", { view: query.view, page: 1 }), text: "Tracker" };
    return page(c, { title: "What changed", section: "tracker", back, error: errors.length > 0 }, (
      <>
        <ErrorSummary errors={errors} />
        <CompareView page={comparison} today={today} typed={form} dropped={dropped} />
      </>
    ));
  });
