import { type Context, Hono } from "hono";
import { changeRules, openRules, type RulesPage, type RulesPreview } from "../../../../app/meetings/series-rules.ts";
import { type RulesTyped, typedRules } from "../../../../domain/meetings/series-rules.ts";
import { counted } from "../../../../domain/words.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page as wholePage } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { RulesView } from "./view.tsx";

type Ctx = Context<WebEnv>;
interface Shown {
  readonly typed: RulesTyped;
  readonly basedOn: number;
  readonly errors?: readonly FieldError[];
  readonly preview?: RulesPreview | "no-meeting" | undefined;
}

async function rulesOf(c: Ctx): Promise<RulesPage> {
  const found = await openRules(c.get("deps").app, c.get("person"), c.req.param("series") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

async function show(c: Ctx, found: RulesPage, { typed, basedOn, errors = [], preview }: Shown, status: 200 | 409 | 422 = 200) {
  const { series } = found;
  return wholePage(c, { section: "meetings", title: `Rules of the agenda, ${series.definition.name}`, back: { href: `/meetings/series/${series.id}`, text: "Series" }, error: errors.length > 0, status }, (
    <>
      <ErrorSummary errors={errors} />
      <Notice text={errors.length > 0 ? undefined : await takeNotice(c)} />
      <RulesView page={found} typed={typed} basedOn={basedOn} errors={Object.fromEntries(errors.map(({ id, text }) => [id, text]))} preview={preview} />
    </>
  ));
}

/** Which rules a series’ agenda goes by. */
export const rulesPages = new Hono<WebEnv>()
  .get("/meetings/series/:series/rules", requirePermission("follow-meetings"), async (c) => {
    const found = await rulesOf(c);
    const { definition, revision } = found.series;
    return show(c, found, { typed: typedRules(found.rules, definition.rules.length > 0 ? definition.rules : found.usual), basedOn: revision });
  })
  .post("/meetings/series/:series/rules", requirePermission("hold-meetings"), async (c) => {
    const [found, body] = [await rulesOf(c), await readBody(c)];
    const typed: RulesTyped = new Map(found.rules.map(({ id }) => {
      const text = (field: string): string => body[`${id}-${field}`] ?? "";
      return [id, { adopted: text("adopted") === "yes", part: text("part"), priority: text("priority"), minutes: text("minutes"), limit: text("limit") }];
    }));
    const basedOn = /^\d{1,9}$/.test(body["revision"] ?? "") ? Number(body["revision"]) : 0;
    const outcome = await changeRules(c.get("deps").app, c.get("person"), found.series.id, basedOn, typed, body["do"] === "save" ? "save" : "preview");
    switch (outcome.outcome) {
      case "not-found": throw new NotFound();
      case "refused": return show(c, found, { typed, basedOn, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) }, 422);
      case "overtaken": return show(c, { ...found, series: outcome.now }, { typed, basedOn: outcome.now.revision, errors: [{ id: "main-content", text: "Somebody changed this series since you opened the page. What you chose is still here: look at it once more, and save it again if it should stand" }] }, 409);
      case "preview": return show(c, found, { typed, basedOn, preview: outcome.preview ?? "no-meeting" });
      case "saved": {
        const path = `/meetings/series/${found.series.id}/rules`;
        await keepNotice(c, path, `${counted(outcome.rules, "rule")} ${outcome.rules === 1 ? "is" : "are"} in force. Agendas built from now on go by ${outcome.rules === 1 ? "it" : "them"}`);
        return c.redirect(path, 303);
      }
    }
  });
