import { type Context, Hono } from "hono";
import { checkPapers } from "../../../app/team/check-papers.ts";
import type { ChildPage } from "../../../app/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { papersToCheck } from "../../../domain/work/papers.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { dateMessage, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import { localPath } from "../../forms/local-path.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { basedOn, partsOfDay } from "../child/entry-form/form.ts";
import { childOf } from "../child/open/route.tsx";
import { papersTitle, PapersView, type TypedCheck } from "./papers-view.tsx";

type Ctx = Context<WebEnv>;

function show(c: Ctx, child: ChildPage, typed: TypedCheck, back: string, errors: readonly FieldError[] = [], since: readonly Entry[] = []) {
  const wrong = errors.length > 0 || since.length > 0;
  return page(c, { title: papersTitle(child), section: "team", back: { href: back }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true },
    <PapersView child={child} papers={papersToCheck(child.case)} back={back} typed={typed} errors={errors} since={since} />);
}

const BOXES: Readonly<Record<string, string>> = { "outcome": "outcome", "note": "note", "detail.note": "note", "certainty": "outcome", "reason": "note" };

/** Papers for panel, checked by their manager on one page before they go. */
export const papersPages = new Hono<WebEnv>()
  .use("/team/papers/:child", requirePermission("record"))
  .get("/team/papers/:child", async (c) => {
    const typed: TypedCheck = { outcome: "", happenedOn: partsOfDay(c.get("deps").app.clock.today()), note: "" };
    return show(c, await childOf(c), typed, localPath(c.req.query("back")) ?? "/team");
  })
  .post("/team/papers/:child", async (c) => {
    const child = await childOf(c);
    const body = await readBody(c);
    const back = localPath(body["back"]) ?? "/team";
    const typed: TypedCheck = { outcome: body["outcome"] ?? "", happenedOn: readParts(body, "happenedOn"), note: (body["note"] ?? "").replaceAll("\r\n", "\n") };
    const read = readDateParts(typed.happenedOn);
    const input = { outcome: typed.outcome === "ready" || typed.outcome === "back" ? typed.outcome : "", happenedOn: "on" in read ? read.on : "", note: typed.note } as const;
    const outcome = await checkPapers(c.get("deps").app, c.get("person"), child, basedOn(body), input);
    switch (outcome.outcome) {
      case "done": return c.redirect(back, 303);
      case "refused": return show(c, child, typed, back, outcome.refusals.map(({ field, message }) => (
        field === "happenedOn" && !("on" in read) && read.problem !== "empty" ? { id: "happenedOn-day", text: dateMessage("the day", read) } : { id: BOXES[field] ?? "happenedOn-day", text: message })));
      case "overtaken": return show(c, child, typed, back, [], outcome.since);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
