import { type Context, Hono } from "hono";
import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { closeMilestonesForm, openMilestonesForm } from "../../../../app/forms/opening.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { stillOpenFor } from "../../../../app/forms/still-open.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn, partsOfDay } from "../entry-form/form.ts";
import { CloseView, type TypedClose } from "./close-view.tsx";
import { pathOf } from "./frame.tsx";
import { framed, milestonesOf } from "./route.tsx";

interface Wrong {
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function showClose(c: Context<WebEnv>, milestones: MilestonesPage, typed: TypedClose, { errors = [], since = [] }: Wrong = {}): Promise<Response> {
  const wrong = errors.length > 0 || since.length > 0;
  const open = await stillOpenFor(c.get("deps").app, c.get("person"), milestones.child);
  return framed(c, milestones, "Close the form", <CloseView milestones={milestones} typed={typed} open={open} errors={errors} since={since} />, {
    back: { href: pathOf(milestones.child.recordId, "overview"), text: "Milestones form" }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true,
  });
}

/** Opening a child’s form, closing it with its end reason, and opening it again. */
export const milestonesOpeningPages = new Hono<WebEnv>()
  .use("/children/:child/milestones/open", requirePermission("manage-forms"))
  .use("/children/:child/milestones/close", requirePermission("manage-forms"))
  .post("/children/:child/milestones/open", async (c) => {
    const { child: { recordId, version } } = await milestonesOf(c);
    const body = await readBody(c);
    const outcome = await openMilestonesForm(c.get("deps").app, c.get("person"), recordId, version);
    const back = body["back"] === "forms" ? "/forms?list=open&" : `${pathOf(recordId, "overview")}?`;
    switch (outcome.outcome) {
      case "done": return c.redirect(`${back}did=opened`, 303);
      // Somebody opened it first: the page shows that it is open.
      case "refused": case "overtaken": return c.redirect(pathOf(recordId, "overview"), 303);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .get("/children/:child/milestones/close", async (c) => {
    const milestones = await milestonesOf(c);
    if (milestones.form.state !== "open") return c.redirect(pathOf(milestones.child.recordId, "overview"), 303);
    return showClose(c, milestones, { closedOn: partsOfDay(milestones.child.today), endReason: "", note: "" });
  })
  .post("/children/:child/milestones/close", async (c) => {
    const milestones = await milestonesOf(c);
    const body = await readBody(c);
    const typed: TypedClose = { closedOn: readParts(body, "closedOn"), endReason: body["endReason"] ?? "", note: (body["note"] ?? "").replaceAll("\r\n", "\n") };
    const read = readDateParts(typed.closedOn);
    const unreadable = "on" in read ? undefined : dateMessage("the day it was closed", read);
    const outcome = await closeMilestonesForm(c.get("deps").app, c.get("person"), milestones.child.recordId, basedOn(body), { closedOn: "on" in read ? read.on : "", endReason: typed.endReason, note: typed.note });
    switch (outcome.outcome) {
      case "done": return c.redirect(`${pathOf(milestones.child.recordId, "overview")}?did=closed`, 303);
      case "refused": return showClose(c, milestones, typed, {
        errors: outcome.refusals.map(({ field, message }) => (field === "endReason" ? { id: "endReason", text: message } : { id: "closedOn-day", text: unreadable ?? message })),
      });
      case "overtaken": return showClose(c, await milestonesOf(c), typed, { since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
