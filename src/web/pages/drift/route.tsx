import { Hono } from "hono";
import { openDrift } from "../../../app/open-drift.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { readDriftQuery } from "./query.ts";
import { DriftView } from "./view.tsx";

export const driftPages = new Hono<WebEnv>()
  .get("/drift", requirePermission("see-tracker"), async (c) => {
    const query = readDriftQuery(c.req.query());
    const drift = await openDrift(c.get("deps").app, c.get("person"), query);
    if (drift === undefined) throw new NotFound();
    return page(c, { title: "Drift", section: "drift" }, <DriftView drift={drift} query={{ ...query, authority: drift.authority }} />);
  });
