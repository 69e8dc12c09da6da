import { Hono } from "hono";
import { openMeetings } from "../../../../app/meetings/list.ts";
import { readsReports } from "../../../../app/meetings/report.ts";
import type { WebEnv } from "../../../deps.ts";
import { Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { requirePermission } from "../../../middleware/permission.ts";
import { MeetingsView } from "./view.tsx";

/** What meetings there are for whoever reads, and what is next for each. */
export const meetingListPages = new Hono<WebEnv>()
  .get("/meetings", requirePermission("follow-meetings"), async (c) => {
    const meetings = await openMeetings(c.get("deps").app, c.get("person"));
    return page(c, { title: "Meetings", section: "meetings" }, <><Notice text={await takeNotice(c)} /><MeetingsView page={meetings} reports={readsReports(c.get("person"))} /></>);
  });
