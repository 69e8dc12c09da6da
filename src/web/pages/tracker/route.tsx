import { Hono } from "hono";
import { openTracker } from "../../../app/open-tracker.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { readTrackerQuery, trackerAddress } from "./query.ts";
import { TrackerView } from "./view.tsx";

export const trackerPages = new Hono<WebEnv>()
  .get("/", (c) => c.redirect("/tracker"))
  .get("/tracker", requirePermission("see-tracker"), async (c) => {
    const { app } = c.get("deps");
    const person = c.get("person");
    const params = c.req.queries();
    const { query, dropped } = readTrackerQuery(params, app.clock.today());
    const address = trackerAddress(query, { page: query.page });
    if (dropped.length === 0 && hasEmpty(params) && address !== `/tracker${new URL(c.req.url).search}`) return c.redirect(address);
    const tracker = await openTracker(app, person, query);
    if (query.page > tracker.pages) return c.redirect(trackerAddress(query, { page: tracker.pages }));
    return page(c, { title: "Tracker", section: "tracker" }, <TrackerView tracker={tracker} person={person} dropped={dropped} />);
  });

/** A form sends every field it has: the address people keep and share has only what was set. */
const hasEmpty = (params: Readonly<Record<string, readonly string[]>>): boolean => Object.values(params).some((values) => values.includes(""));
