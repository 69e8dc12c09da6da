import { type Context, Hono } from "hono";
import { openReport, readsReports, reportFile, reportQuarters } from "../../../../app/meetings/report.ts";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { openWorth } from "../../../../app/meetings/worth.ts";
import { parseQuarter, type Quarter, quarterInWords } from "../../../../domain/dates/quarter.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { WorthView } from "../worth/view.tsx";
import { ReportsView, ReportView } from "./view.tsx";

/** The report is for those to whom the meetings answer. */
function readerOnly(c: Context<WebEnv>): void {
  if (!readsReports(c.get("person"))) throw new Forbidden("The report to senior management is for service managers, assistant directors, chairs of tracking meetings and the agency’s lead");
}

/** The address of the same quarter as a Word document ends so. */
const ENDING = ".docx";

function quarterIn(c: Context<WebEnv>): Quarter {
  readerOnly(c);
  const quarter = parseQuarter((c.req.param("quarter") ?? "").replace(ENDING, ""));
  if (quarter === undefined) throw new NotFound();
  return quarter;
}

/** What the meetings came to: each series over a year, and each quarter to senior management. */
export const meetingReportPages = new Hono<WebEnv>()
  .get("/meetings/series/:series/worth", requirePermission("follow-meetings"), async (c) => {
    const worth = await openWorth(c.get("deps").app, c.get("person"), c.req.param("series"));
    if (worth === undefined) throw new NotFound();
    return page(c, { title: `Was it worth it? ${worth.series.definition.name}`, section: "meetings", back: { href: `/meetings/series/${worth.series.id}`, text: worth.series.definition.name } }, <WorthView page={worth} />);
  })
  .get("/meetings/report", requirePermission("follow-meetings"), (c) => {
    readerOnly(c);
    return page(c, { title: "Tracking meetings: to senior management", section: "meetings", back: { href: "/meetings", text: "Meetings" } }, <ReportsView quarters={reportQuarters(c.get("deps").app)} organisation={c.get("person").organisation.name} />);
  })
  .get("/meetings/report/:quarter", requirePermission("follow-meetings"), async (c) => {
    const { app } = c.get("deps");
    const quarter = quarterIn(c);
    if (c.req.param("quarter").endsWith(ENDING)) {
      const file = await reportFile(app, c.get("person"), quarter);
      if (file === undefined) throw new NotFound();
      return c.body(Uint8Array.from(file.bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });
    }
    const report = await openReport(app, c.get("person"), quarter);
    if (report === undefined) throw new NotFound();
    return page(c, { title: `Tracking meetings, ${quarterInWords(report.quarter)}`, section: "meetings", back: { href: "/meetings/report", text: "Every quarter" } }, <ReportView report={report} />);
  });
