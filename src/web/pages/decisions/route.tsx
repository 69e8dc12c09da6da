import { type Context, Hono } from "hono";
import { confirmSeveral } from "../../../app/decisions/decide.ts";
import { lastFeedback, openDecisions } from "../../../app/decisions/open.ts";
import type { AheadLine, Confirmed, ConfirmOutcome, DecisionsPage } from "../../../app/decisions/views.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { recommendedList } from "../child/meetings/recommended-list.tsx";
import { ConfirmView } from "./confirm-view.tsx";
import { DecisionsView } from "./desk-view.tsx";
import { FeedbackView } from "./feedback-view.tsx";

type Ctx = Context<WebEnv>;

const NOT_THEIRS = "This desk is the agency decision-maker’s, and their named deputy’s while they are away. A child’s own page says what was decided";

async function deskOf(c: Ctx): Promise<DecisionsPage> {
  const desk = await openDecisions(c.get("deps").app, c.get("person"));
  if (desk === undefined) throw new Forbidden(NOT_THEIRS);
  return desk;
}

/** Those ticked: record, entry and version, as the desk had them. */
async function tickedIn(c: Ctx): Promise<{ readonly ticked: readonly Confirmed[]; readonly save: boolean }> {
  const body = await c.req.parseBody({ all: true });
  const all = [body["confirm"] ?? []].flat().filter((one): one is string => typeof one === "string");
  const ticked = all.flatMap((one): Confirmed[] => {
    const [, recordId = "", entry, basedOn] = /^([0-9a-f-]{36}) (\d{1,12}) (\d{1,12})$/.exec(one) ?? [];
    return entry === undefined ? [] : [{ recordId, entry: Number(entry), basedOn: Number(basedOn) }];
  });
  return { ticked, save: body["step"] === "save" };
}

const linesOf = ({ toConfirm }: DecisionsPage, ticked: readonly Confirmed[]): readonly AheadLine[] =>
  toConfirm.filter((line) => line.complete && ticked.some((one) => one.recordId === line.recordId && one.entry === line.entry.number));

function wrongOf(outcome: ConfirmOutcome | undefined): readonly string[] {
  switch (outcome?.outcome) {
    case "refused": return outcome.children.flatMap(({ localId, refusals }) => refusals.map(({ message }) => `${localId}: ${message}`));
    case "overtaken": return outcome.localIds.map((localId) => `${localId}: somebody saved first. It stands below as it now is: read it, and confirm again`);
    default: return [];
  }
}

function showConfirm(c: Ctx, lines: readonly AheadLine[], outcome?: ConfirmOutcome) {
  const none = lines.length === 0 && outcome === undefined ? ["Tick at least one decision to confirm"] : wrongOf(outcome);
  const status = outcome?.outcome === "overtaken" ? 409 : none.length > 0 ? 422 : 200;
  return page(c, { title: "Confirm decisions", section: "decisions", back: { href: "/decisions", text: "Decisions" }, status, error: none.length > 0, narrow: true }, <ConfirmView lines={lines} wrong={none} />);
}

/** The agency decision-maker’s desk, several confirmed together, and the feedback given with decisions. */
export const decisionPages = new Hono<WebEnv>()
  .use("/decisions", requirePermission("open-child"))
  .use("/decisions/*", requirePermission("open-child"))
  .get("/decisions", async (c) => page(c, { title: "Decisions", section: "decisions" }, <DecisionsView page={await deskOf(c)} recommended={await recommendedList(c, "decision-maker")} />))
  .post("/decisions/confirm", async (c) => {
    const [desk, { ticked, save }] = [await deskOf(c), await tickedIn(c)];
    if (!save || ticked.length === 0) return showConfirm(c, linesOf(desk, ticked));
    const outcome = await confirmSeveral(c.get("deps").app, c.get("person"), ticked);
    switch (outcome.outcome) {
      case "done": return c.redirect("/decisions", 303);
      case "not-found": throw new NotFound();
      default: return showConfirm(c, linesOf(await deskOf(c), ticked), outcome);
    }
  })
  .get("/decisions/feedback", async (c) => {
    const lines = await lastFeedback(c.get("deps").app, c.get("person"));
    if (lines === undefined) throw new Forbidden("Feedback from the agency decision-maker comes to managers and reviewing officers. That about one child is in the child’s chronology");
    return page(c, { title: "Feedback from the agency decision-maker", back: { href: "/tracker", text: "Tracker" }, narrow: true }, <FeedbackView lines={lines} />);
  });
