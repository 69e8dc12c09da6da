import { type Context, Hono } from "hono";
import { runCommand } from "../../../../app/run-command.ts";
import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { basedOn, emptyEntry, errorsOf } from "../../child/entry-form/form.ts";
import { addressOf, groupToChange, requireGroupPermission, savedAddress, titleOf, writtenSince } from "../group-of.ts";
import { readDecisionForm, type TypedDecision } from "./form.ts";
import { DecideView } from "./view.tsx";

interface Shown {
  readonly typed: TypedDecision;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

function show(c: Context<WebEnv>, group: SiblingGroupPage, { typed, errors = [], since = [] }: Shown) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `Together or apart, ${titleOf(group)}`, section: "tracker", back: { href: addressOf(group), text: titleOf(group) }, error: status !== 200, status, narrow: true },
    <DecideView group={group} typed={typed} errors={errors} since={since} />,
  );
}

/** Recording a decision to place brothers and sisters together or apart. */
export const decidePages = new Hono<WebEnv>()
  .use("/sibling-groups/:group/decide", requireGroupPermission("record"))
  .get("/sibling-groups/:group/decide", async (c) => show(c, await groupToChange(c), { typed: { entry: emptyEntry(), homes: {} } }))
  .post("/sibling-groups/:group/decide", async (c) => {
    const group = await groupToChange(c);
    const body = await readBody(c);
    const { typed, input, unreadable } = readDecisionForm(group, body);
    const outcome = await runCommand(c.get("deps").app, c.get("person"), group.recordId, basedOn(body), { name: "record-entry", input });
    switch (outcome.outcome) {
      case "done": return c.redirect(savedAddress(group, outcome.entries), 303);
      case "refused": return show(c, group, { typed, errors: errorsOf("together-or-apart", outcome.refusals, unreadable) });
      case "overtaken": {
        const now = await groupToChange(c);
        return show(c, now, { typed, since: writtenSince(now, basedOn(body)) });
      }
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
