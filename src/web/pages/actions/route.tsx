import { type Context, Hono } from "hono";
import { ACTION_SCOPES, type ActionScope, actionsOf, endActionOf, openAction, sayOfActionOf } from "../../../app/meetings/actions.ts";
import type { ChildPage } from "../../../app/views.ts";
import { ACTION_ENDS, ACTION_SAYS, type ActionEnd, type ActionSay } from "../../../domain/chronology/codes.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { lower } from "../../../domain/words.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { dateMessage, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../layout/notice.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { basedOn } from "../child/entry-form/form.ts";
import { childOf } from "../child/open/route.tsx";
import { ActionView, SAY_FIELDS, type TypedEnd } from "./action-view.tsx";
import { ActionsView } from "./list-view.tsx";

type Ctx = Context<WebEnv>;

const NOTHING: TypedEnd = { texts: {}, dueOn: { day: "", month: "", year: "" } };

async function show(c: Ctx, child: ChildPage, { typed = NOTHING, errors = [], since = [] }: { readonly typed?: TypedEnd; readonly errors?: readonly FieldError[]; readonly since?: readonly Entry[] } = {}) {
  const found = await openAction(c.get("deps").app, c.get("person"), child, numberOf(c));
  if (found === undefined) throw new NotFound();
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(c, { title: `Action, ${child.localId}`, section: "work", back: { href: "/actions", text: "Actions from meetings" }, error: status !== 200, status }, <><Notice text={await takeNotice(c)} /><ActionView child={child} page={found} typed={typed} errors={errors} since={since} /></>);
}

const numberOf = (c: Ctx): number => (/^\d{1,12}$/.test(c.req.param("entry") ?? "") ? Number(c.req.param("entry")) : 0);

/** Actions that meetings agreed: whose they are, what is late, and how each ends. */
export const actionPages = new Hono<WebEnv>()
  .get("/actions", requirePermission("follow-meetings"), async (c) => {
    const { of = "mine", series, ended, page: at = "1" } = c.req.query();
    const scope: ActionScope = Object.hasOwn(ACTION_SCOPES, of) ? (of as ActionScope) : "mine";
    const query = { scope, ended: ended === "yes", page: /^[1-9]\d{0,4}$/.test(at) ? Number(at) : 1, ...(series === undefined || series === "" ? {} : { series }) };
    return page(c, { title: "Actions from meetings", section: "work", back: { href: "/work", text: "My work" } }, <><Notice text={await takeNotice(c)} /><ActionsView page={await actionsOf(c.get("deps").app, c.get("person"), query)} /></>);
  })
  .use("/children/:child/actions/*", requirePermission("open-child"))
  .get("/children/:child/actions/:entry", async (c) => show(c, await childOf(c)))
  .post("/children/:child/actions/:entry/say", requirePermission("answer-meeting"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed: TypedEnd = { ...NOTHING, texts: Object.fromEntries(SAY_FIELDS.map((name) => [name, (body[name] ?? "").replaceAll("\r\n", "\n")])) };
    const [about, said] = [typed.texts["about"] ?? "", typed.texts["said"] ?? ""];
    const outcome = await sayOfActionOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { action: numberOf(c), about, said });
    switch (outcome.outcome) {
      case "done": {
        const back = `/children/${child.recordId}/actions/${numberOf(c)}`;
        await keepNotice(c, back, `Written: ${lower(ACTION_SAYS[about as ActionSay])}`);
        return c.redirect(back, 303);
      }
      case "refused": return show(c, child, { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) });
      case "overtaken": return show(c, await childOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .post("/children/:child/actions/:entry", requirePermission("answer-meeting"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const parts = readParts(body, "dueOn");
    const read = readDateParts(parts);
    const typed: TypedEnd = { texts: Object.fromEntries(["how", "done", "who", "whoElse", "evidenceSystem", "evidencePlace"].map((name) => [name, (body[name] ?? "").replaceAll("\r\n", "\n")])), dueOn: parts };
    const text = (name: string): string => typed.texts[name] ?? "";
    const outcome = await endActionOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), {
      action: numberOf(c), how: text("how"), done: text("done"), evidenceSystem: text("evidenceSystem"), evidencePlace: text("evidencePlace"),
      next: { who: text("who"), whoElse: text("whoElse"), dueOn: "on" in read ? read.on : "" },
    });
    switch (outcome.outcome) {
      case "done": {
        await keepNotice(c, `/children/${child.recordId}/meetings`, `Action ended: ${ACTION_ENDS[text("how") as ActionEnd]}`);
        return c.redirect(`/children/${child.recordId}/meetings`, 303);
      }
      case "refused": return show(c, child, { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: field === "dueOn" ? "dueOn-day" : field, text: field === "dueOn" && !("on" in read) && read.problem !== "empty" ? dateMessage("by when", read) : message })) });
      case "overtaken": return show(c, await childOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
