import { type Context, Hono } from "hono";
import { changeAccess } from "../../../../app/access/change-access.ts";
import { type AccessPage, openAccess, stillOpens } from "../../../../app/access/open-access.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { COMMANDS } from "../../../../domain/commands/command.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { type Doing, accessErrors, readAccess, type TypedAccess } from "./form.ts";
import { AccessView } from "./view.tsx";

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function accessOf(c: Context<WebEnv>): Promise<AccessPage> {
  const id = c.req.param("child") ?? "";
  const found = RECORD_ID.test(id) ? await openAccess(c.get("deps").app, c.get("person"), id) : undefined;
  if (found === undefined) throw new NotFound();
  return found;
}

interface Shown {
  readonly typed?: TypedAccess;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Context<WebEnv>, access: AccessPage, { typed, errors = [], since = [] }: Shown = {}) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `Who may open ${access.localId}`, section: "tracker", back: { href: `/children/${access.recordId}`, text: access.localId }, error: status !== 200, status },
    <AccessView page={access} viewer={c.get("person").account} typed={typed} errors={errors} since={since} notice={await takeNotice(c)} />,
  );
}

const DONE: Readonly<Record<Doing, string>> = {
  name: "They are named on this record.", end: "They are no longer named on this record.", restrict: "This record is restricted.", unrestrict: "The restriction has ended.",
};

/** Who may open a child’s record: seen and said by those who may say so. */
export const accessPages = new Hono<WebEnv>()
  .use("/children/:child/access", requirePermission("set-access"))
  .get("/children/:child/access", async (c) => show(c, await accessOf(c)))
  .post("/children/:child/access", async (c) => {
    const [access, body] = [await accessOf(c), await readBody(c)];
    const { typed, command, unreadable } = readAccess(body);
    const { app } = c.get("deps");
    const outcome = await changeAccess(app, c.get("person"), access.recordId, basedOn(body), command);
    switch (outcome.outcome) {
      case "done": {
        // Whoever restricts a record and does not stay is on the other side of the wall from now on.
        const path = await stillOpens(app, c.get("person"), access.recordId) ? `/children/${access.recordId}/access` : "/work";
        await keepNotice(c, path, DONE[typed.doing]);
        return c.redirect(path, 303);
      }
      case "refused": return show(c, access, { typed, errors: accessErrors(typed, outcome.refusals, unreadable) });
      case "overtaken": return show(c, await accessOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(`${COMMANDS[command.name].label}: ${outcome.reason}`);
      case "not-found": throw new NotFound();
    }
  });
