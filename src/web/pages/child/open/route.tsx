import { type Context, Hono } from "hono";
import { openChild } from "../../../../app/open-child.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { functionNotGiven } from "../../../../app/agency/given.ts";
import { isAgencyKind } from "../../../../domain/agency/shown.ts";
import type { Kind } from "../../../../domain/chronology/kinds.ts";
import type { AsAt } from "../../../../domain/chronology/fold.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { ClocksView } from "../clocks/view.tsx";
import { ChronologyView } from "../chronology/view.tsx";
import { asAtQuery, readAsAt, readAsAtForm } from "../../../as-at/as-at.ts";
import { backToList } from "./back.ts";
import { ChildFrame } from "./frame.tsx";
import { Notice, takeNotice } from "../../../layout/notice.tsx";
import { SavedBanner } from "./saved.tsx";
import { LinePage } from "./view.tsx";

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The child of the address as this person may see it, or not found. */
export async function childOf(c: Context<WebEnv>, query: AsAt = {}): Promise<ChildPage> {
  const id = c.req.param("child") ?? "";
  const child = RECORD_ID.test(id) ? await openChild(c.get("deps").app, c.get("person"), id, query) : undefined;
  if (child === undefined) throw new NotFound();
  return child;
}

/** As `childOf`, for writing: an agency’s people write what belongs to a function given to the agency, and are told so of anything else. */
export async function childToWrite(c: Context<WebEnv>, kind?: Kind): Promise<ChildPage> {
  const child = await childOf(c);
  if (child.given?.length === 0) throw new Forbidden("The authority has given your agency no adoption function, so its own people record here. You can put down the agency’s own dates and notes", { byRole: false });
  if (kind !== undefined && child.given?.includes(kind) === false && !isAgencyKind(kind)) throw new Forbidden(functionNotGiven(kind), { byRole: false });
  return child;
}

const todayOf = (c: Context<WebEnv>) => c.get("deps").app.clock.today();

/** The three pages of a child. */
export const childPages = new Hono<WebEnv>()
  .use("/children/*", requirePermission("open-child"))
  .get("/children/:child", async (c) => {
    const form = readAsAtForm(c.req.query(), todayOf(c));
    if (form !== undefined && "asAt" in form) return c.redirect(`/children/${c.req.param("child")}${asAtQuery(form.asAt)}`);
    const child = await childOf(c, readAsAt(c.req.query(), todayOf(c)));
    const error = form?.error;
    return page(c, { title: child.localId, section: "tracker", back: backToList(c), error: error !== undefined }, (
      <>
        <ErrorSummary errors={error === undefined ? [] : [{ id: "as-at-day", text: error }]} />
        <SavedBanner child={child} saved={c.req.query("saved")} />
        <Notice text={await takeNotice(c)} />
        <ChildFrame child={child} tab="line">
          <LinePage child={child} typed={form} />
        </ChildFrame>
      </>
    ));
  })
  .get("/children/:child/clocks", async (c) => {
    const child = await childOf(c, readAsAt(c.req.query(), todayOf(c)));
    return page(c, { title: `Clocks of ${child.localId}`, section: "tracker", back: backToList(c) }, (
      <>
        <Notice text={await takeNotice(c)} />
        <ChildFrame child={child} tab="clocks"><ClocksView child={child} /></ChildFrame>
      </>
    ));
  })
  .get("/children/:child/chronology", async (c) => {
    const child = await childOf(c, readAsAt(c.req.query(), todayOf(c)));
    return page(c, { title: `Chronology of ${child.localId}`, section: "tracker", back: backToList(c) }, (
      <ChildFrame child={child} tab="chronology"><ChronologyView child={child} /></ChildFrame>
    ));
  });
