import { Hono } from "hono";
import { openService } from "../../../app/team/open-service.ts";
import { may } from "../../../domain/access/policy.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { ServiceView } from "./view.tsx";

/** What waits for a service manager, how their teams stand, and what changed since last week. */
export const servicePages = new Hono<WebEnv>()
  .get("/service", requirePermission("sign-off"), async (c) => {
    const service = await openService(c.get("deps").app, c.get("person"));
    if (service === undefined) throw new NotFound();
    return page(c, { title: "Service", section: "service" }, <ServiceView service={service} decides={may(c.get("person").role, "record").allowed} />);
  });
