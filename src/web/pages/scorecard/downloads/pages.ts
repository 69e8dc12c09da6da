import type { Context } from "hono";
import { behindTables, stagesOfChildrenTables } from "../../../../app/downloads/children-tables.ts";
import { forecastTables, pipelineTables } from "../../../../app/downloads/coming-tables.ts";
import { comparatorsTables } from "../../../../app/downloads/comparators-tables.ts";
import { countsTables, enteredTables, quarterlyFigures } from "../../../../app/downloads/counts-tables.ts";
import type { Download } from "../../../../app/downloads/download.ts";
import { equityTables } from "../../../../app/downloads/equity-tables.ts";
import { scorecardTables } from "../../../../app/downloads/scorecard-tables.ts";
import { FUTURES_OF_PAGE, openForecast } from "../../../../app/forecast/open-forecast.ts";
import { openComparators } from "../../../../app/open-comparators.ts";
import { openCounts } from "../../../../app/open-counts.ts";
import { openEntered } from "../../../../app/open-entered.ts";
import { openEquity } from "../../../../app/open-equity.ts";
import { openPipeline } from "../../../../app/open-pipeline.ts";
import { openScorecard, type ScorecardPage } from "../../../../app/open-scorecard.ts";
import { INDICATOR_CODES, windowName } from "../../../../domain/scorecard/window.ts";
import { dayOf, readAsAt } from "../../../as-at/as-at.ts";
import type { WebEnv } from "../../../deps.ts";
import { readComparators } from "../comparators/query.ts";
import { readWhatIf } from "../forecast/query.ts";
import { readPipeline } from "../pipeline/query.ts";
import { readWindow } from "../query.ts";
import type { Downloaded } from "./tables.ts";

/** What each page’s address asks, as the tables of a file. Nothing where the viewer may not see it, or there is no such figure. */
export const DOWNLOAD_OF: Readonly<Record<Downloaded, (c: Context<WebEnv>) => Promise<Download | undefined>>> = {
  scorecard: (c) => ofScorecard(c, "Scorecard", scorecardTables),
  stages: (c) => ofScorecard(c, "The stages of each child", stagesOfChildrenTables),
  behind: (c) => {
    const code = INDICATOR_CODES.find((known) => known === c.req.query("indicator"));
    return code === undefined ? Promise.resolve(undefined) : ofScorecard(c, `Children behind ${code}`, (found) => behindTables(found, code));
  },
  counts: async (c) => {
    const asked = c.req.query("year-ending") ?? "";
    const found = await openCounts(...forWhom(c), /^20\d\d$/.test(asked) ? Number(asked) : undefined);
    return found && { ...now(found), title: `Counts by quarter, ${windowName({ yearEnding: found.yearEnding, years: 1 })}`, tables: countsTables(found) };
  },
  quarterly: async (c) => {
    const asked = c.req.query("year-ending") ?? "";
    const found = await openCounts(...forWhom(c), /^20\d\d$/.test(asked) ? Number(asked) : undefined);
    return found && { ...now(found), title: `Quarterly table, ${windowName({ yearEnding: found.yearEnding, years: 1 })}`, tables: quarterlyFigures(found) };
  },
  entered: async (c) => {
    const found = await openEntered(...forWhom(c));
    return found && { ...now(found), title: "Those who entered", tables: enteredTables(found) };
  },
  pipeline: async (c) => {
    const { question } = readPipeline(c.req.query(), c.req.queries("stage") ?? [], today(c));
    const found = await openPipeline(...forWhom(c), question);
    return found && { ...now(found), title: "Pipeline", tables: pipelineTables(found, question) };
  },
  comparators: async (c) => {
    const found = await openComparators(...forWhom(c), readComparators(c.req.query()));
    return found && { ...now(found), title: `Comparators, ${found.indicator}, ${windowName(found.window)}`, tables: comparatorsTables(found) };
  },
  equity: async (c) => {
    const found = await openEquity(...forWhom(c));
    return found && { ...now({ ...found, today: today(c) }), title: "Do some children wait longer?", tables: equityTables(found) };
  },
  forecast: async (c) => {
    const { otherwise } = readWhatIf(c.req.query(), c.req.queries("child") ?? [], today(c));
    const found = await openForecast(...forWhom(c), FUTURES_OF_PAGE, otherwise);
    return found && { ...now({ ...found, today: today(c) }), title: otherwise === undefined ? "Forecast" : "Forecast, as imagined", tables: forecastTables(found) };
  },
};

type Asked = readonly [WebEnv["Variables"]["deps"]["app"], WebEnv["Variables"]["person"], string];
const forWhom = (c: Context<WebEnv>): Asked => [c.get("deps").app, c.get("person"), c.get("person").organisation.code];
const today = (c: Context<WebEnv>) => c.get("deps").app.clock.today();

const now = (found: Pick<ScorecardPage, "authority" | "today">): Pick<Download, "of" | "asAt" | "today"> => ({ of: found.authority.name, asAt: {}, today: found.today });

async function ofScorecard(c: Context<WebEnv>, title: string, tables: (found: ScorecardPage) => Download["tables"]): Promise<Download | undefined> {
  const asAt = readAsAt(c.req.query(), today(c));
  const found = await openScorecard(...forWhom(c), readWindow(c.req.query(), dayOf(asAt, today(c))), asAt, c.req.query("source"));
  return found && { of: found.authority.name, asAt, today: found.today, title: `${title}, ${windowName(found.scorecard.window)}`, tables: tables(found) };
}
