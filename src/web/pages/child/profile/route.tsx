import { type Context, Hono } from "hono";
import { moveProfileOf, profileOfChild, takeProfile } from "../../../../app/profile/open.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { PROFILE_STATES, type ProfileState } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { COMMANDS } from "../../../../domain/commands/command.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { emptyMove, moveErrors, readMove, type TypedMove } from "./form.ts";
import { ProfileView } from "./view.tsx";

interface Shown {
  readonly typed?: TypedMove;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Context<WebEnv>, child: ChildPage, { typed = emptyMove(), errors = [], since = [] }: Shown = {}) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(
    c, { title: `Who may see the profile of ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, error: status !== 200, status },
    <>
      <Notice text={await takeNotice(c)} />
      <ProfileView child={child} page={profileOfChild(c.get("person"), child)} typed={typed} errors={errors} since={since} />
    </>,
  );
}

const TYPES = { txt: "text/plain; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

async function file(c: Context<WebEnv>, as: keyof typeof TYPES): Promise<Response> {
  const taken = await takeProfile(c.get("deps").app, c.get("person"), await childOf(c), as);
  if (taken === undefined) throw new Forbidden("Nobody is shown this profile, so nothing of it can be taken away. Open the child’s profile page to see what it waits for", { byRole: false });
  return c.body(taken.text, 200, { "content-type": TYPES[as], "content-disposition": `attachment; filename="${taken.name}"` });
}

/** Who may see a child’s profile, and the profile as it may leave. */
export const profilePages = new Hono<WebEnv>()
  .get("/children/:child/profile.txt", requirePermission("change-profile"), (c) => file(c, "txt"))
  .get("/children/:child/profile.csv", requirePermission("change-profile"), (c) => file(c, "csv"))
  .get("/children/:child/profile", requirePermission("open-child"), async (c) => show(c, await childOf(c)))
  .post("/children/:child/profile", requirePermission("change-profile"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const { typed, input, unreadable } = readMove(body);
    const outcome = await moveProfileOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), input);
    switch (outcome.outcome) {
      case "done": {
        const path = `/children/${child.recordId}/profile`;
        await keepNotice(c, path, `Now: ${PROFILE_STATES[input.to as ProfileState].toLowerCase()}`);
        return c.redirect(path, 303);
      }
      case "refused": return show(c, child, { typed, errors: moveErrors(outcome.refusals, unreadable) });
      case "overtaken": return show(c, await childOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(`${COMMANDS["move-profile"].label}: ${outcome.reason}`);
      case "not-found": throw new NotFound();
    }
  });
