import { Hono } from "hono";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { ReportsView } from "./view.tsx";

/** What leaves the service for a committee or the public. */
export const reportPages = new Hono<WebEnv>()
  .get("/reports", requirePermission("publish"), (c) => page(c, { title: "Reports", section: "reports" }, <ReportsView organisation={c.get("person").organisation.name} seesPlan={c.get("person").organisation.type === "local-authority"} />));
