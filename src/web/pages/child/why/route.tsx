import { Hono } from "hono";
import type { WebEnv } from "../../../deps.ts";
import { readAsAt } from "../../../as-at/as-at.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { backFromChild } from "../open/back.ts";
import { ChildFrame } from "../open/frame.tsx";
import { childOf } from "../open/route.tsx";
import { WhyView } from "./view.tsx";

/** Why of one clock of a child: the page that every due day leads to. */
export const whyPages = new Hono<WebEnv>()
  .use("/children/:child/clocks/:standard/:occurrence", requirePermission("open-child"))
  .get("/children/:child/clocks/:standard/:occurrence", async (c) => {
    const child = await childOf(c, readAsAt(c.req.query(), c.get("deps").app.clock.today()));
    const clock = child.clocks.find(({ standard, occurrence }) => standard === c.req.param("standard") && String(occurrence) === c.req.param("occurrence"));
    if (clock === undefined) throw new NotFound();
    return page(c, { title: `Why: ${clock.title}, ${child.localId}`, section: "tracker", back: backFromChild(c, child) }, (
      <ChildFrame child={child} tab="clocks"><WhyView child={child} clock={clock} /></ChildFrame>
    ));
  });
