import { type Context, Hono } from "hono";
import { openChildRecord } from "../../../../app/run-command.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { AddChildView, type TypedChild } from "./view.tsx";

const EMPTY: TypedChild = { localId: "", unborn: "", birth: { day: "", month: "", year: "" } };

const show = (c: Context<WebEnv>, typed: TypedChild, errors: readonly FieldError[] = []) =>
  page(
    c, { title: "Add a child", section: "tracker", back: { href: "/tracker", text: "Tracker" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true },
    <AddChildView typed={typed} errors={errors} authority={c.get("person").organisation.name} />,
  );

/** Starting a child’s record by hand: an early alert comes before any return knows of the child. */
export const addChildPages = new Hono<WebEnv>()
  .use("/children/new", requirePermission("add-child"))
  .get("/children/new", (c) => show(c, EMPTY))
  .post("/children/new", async (c) => {
    const body = await readBody(c);
    const typed: TypedChild = { localId: body["localId"] ?? "", unborn: body["unborn"] ?? "", birth: readParts(body, "birthOn") };
    const read = readDateParts(typed.birth);
    const person = c.get("person");
    const chosen: readonly FieldError[] = typed.unborn === "" ? [{ id: "unborn", text: "Say whether the child is born yet" }] : [];
    const outcome = await openChildRecord(c.get("deps").app, person, person.organisation.code, {
      localId: typed.localId, unborn: typed.unborn === "yes", birthOn: "on" in read && chosen.length === 0 ? read.on : "",
    });
    switch (outcome.outcome) {
      case "done": return c.redirect(`/children/${outcome.recordId}?saved=${outcome.entries.at(-1)?.number ?? ""}`, 303);
      case "refused": {
        const what = typed.unborn === "yes" ? "the expected date of delivery" : "the date of birth";
        const errors = outcome.refusals.map(({ field, message }): FieldError =>
          field === "birthOn" ? { id: "birthOn-day", text: "on" in read ? message : dateMessage(what, read) } : { id: field, text: message });
        return show(c, typed, [...errors.filter((e) => chosen.length === 0 || e.id !== "birthOn-day" || !("on" in read)), ...chosen]);
      }
      case "forbidden": throw new Forbidden(outcome.reason);
      case "overtaken": case "not-found": throw new NotFound();
    }
  });
