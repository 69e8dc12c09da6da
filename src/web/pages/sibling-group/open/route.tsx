import { Hono } from "hono";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { requirePermission } from "../../../middleware/permission.ts";
import { groupOf, titleOf } from "../group-of.ts";
import { GroupView } from "./view.tsx";

/** A sibling group: who is in it, what was decided, and how that came about. */
export const openGroupPages = new Hono<WebEnv>()
  .use("/sibling-groups/*", requirePermission("open-child"))
  .get("/sibling-groups/:group", async (c) => {
    const group = await groupOf(c);
    return page(c, { title: titleOf(group), section: "tracker", back: { href: "/tracker", text: "Tracker" } }, <GroupView group={group} saved={c.req.query("saved")} />);
  });
