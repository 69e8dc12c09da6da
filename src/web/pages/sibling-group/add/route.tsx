import { type Context, Hono } from "hono";
import { runCommand } from "../../../../app/run-command.ts";
import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { basedOn, emptyEntry, errorsOf, readEntryForm, type TypedEntry } from "../../child/entry-form/form.ts";
import { addressOf, groupToChange, requireGroupPermission, savedAddress, titleOf, writtenSince } from "../group-of.ts";
import { AddToGroupView } from "./view.tsx";

interface Shown {
  readonly typed: TypedEntry;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

function show(c: Context<WebEnv>, group: SiblingGroupPage, { typed, errors = [], since = [] }: Shown) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `Add a child, ${titleOf(group)}`, section: "tracker", back: { href: addressOf(group), text: titleOf(group) }, error: status !== 200, status, narrow: true },
    <AddToGroupView group={group} typed={typed} errors={errors} since={since} />,
  );
}

/** Adding a child to a sibling group. */
export const addToGroupPages = new Hono<WebEnv>()
  .use("/sibling-groups/:group/add", requireGroupPermission("record"))
  .get("/sibling-groups/:group/add", async (c) => show(c, await groupToChange(c), { typed: emptyEntry() }))
  .post("/sibling-groups/:group/add", async (c) => {
    const group = await groupToChange(c);
    const body = await readBody(c);
    const { typed, input, unreadable } = readEntryForm("sibling-membership", body);
    const outcome = await runCommand(c.get("deps").app, c.get("person"), group.recordId, basedOn(body), { name: "record-entry", input });
    switch (outcome.outcome) {
      case "done": return c.redirect(savedAddress(group, outcome.entries), 303);
      case "refused": return show(c, group, { typed, errors: childFirst(errorsOf("sibling-membership", outcome.refusals, unreadable)) });
      case "overtaken": {
        const now = await groupToChange(c);
        return show(c, now, { typed, since: writtenSince(now, basedOn(body)) });
      }
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

/** In the order of the form. */
const childFirst = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.toSorted((a, b) => Number(b.id === "detail-child") - Number(a.id === "detail-child"));
