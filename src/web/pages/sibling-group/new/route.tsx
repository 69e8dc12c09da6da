import { type Context, Hono } from "hono";
import { childToGroup, openSiblingGroupRecord } from "../../../../app/sibling-group-open.ts";
import { type Named } from "../../../../domain/siblings/subgroups.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { partsOfDay } from "../../child/entry-form/form.ts";
import { requireGroupPermission } from "../group-of.ts";
import { StartGroupView, type TypedGroup } from "./view.tsx";

const show = (c: Context<WebEnv>, child: Named | undefined, typed: TypedGroup, errors: readonly FieldError[] = []) =>
  page(
    c,
    {
      title: "Start a sibling group", section: "tracker", error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true,
      back: child === undefined ? { href: "/tracker", text: "Tracker" } : { href: `/children/${child.recordId}`, text: child.localId },
    },
    <StartGroupView child={child} typed={typed} errors={errors} authority={c.get("person").organisation.name} />,
  );

/** The child from whose page somebody came, if they came from one. */
async function childOf(c: Context<WebEnv>): Promise<Named | undefined> {
  const id = c.req.query("child");
  if (id === undefined) return undefined;
  const child = await childToGroup(c.get("deps").app, c.get("person"), id);
  if (child === undefined) throw new NotFound();
  return child;
}

/** Starting a sibling group from children who are on the tracker. */
export const startGroupPages = new Hono<WebEnv>()
  .use("/sibling-groups/new", requireGroupPermission("record"))
  .get("/sibling-groups/new", async (c) => {
    const child = await childOf(c);
    return show(c, child, { children: child === undefined ? "" : `${child.localId}\n`, happenedOn: partsOfDay(undefined) });
  })
  .post("/sibling-groups/new", async (c) => {
    const child = await childOf(c);
    const body = await readBody(c);
    const typed: TypedGroup = { children: (body["children"] ?? "").replaceAll("\r\n", "\n"), happenedOn: readParts(body, "happenedOn") };
    const read = readDateParts(typed.happenedOn);
    const person = c.get("person");
    const outcome = await openSiblingGroupRecord(c.get("deps").app, person, person.organisation.code, {
      children: typed.children.split("\n"), happenedOn: "on" in read ? read.on : "",
    });
    switch (outcome.outcome) {
      case "done": return c.redirect(`/sibling-groups/${outcome.recordId}`, 303);
      case "refused": return show(c, child, typed, outcome.refusals.map(({ field, message }): FieldError =>
        field === "children" ? { id: "children", text: message } : { id: "happenedOn-day", text: "on" in read ? message : dateMessage("the day from which they are a group", read) }));
      case "forbidden": throw new Forbidden(outcome.reason);
      case "overtaken": case "not-found": throw new NotFound();
    }
  });
