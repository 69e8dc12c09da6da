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
    const person = c.get("person");
    const query = readTrackerQuery(c.req.query());
    const tracker = await openTracker(c.get("deps").app, person, query);
    if (query.page > tracker.pages) return c.redirect(trackerAddress(query, { page: tracker.pages }));
    return page(c, { title: "Tracker", section: "tracker" }, <TrackerView tracker={tracker} person={person} />);
  });
