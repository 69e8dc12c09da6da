import { type Context, Hono } from "hono";
import { canBeChecked } from "../../../../app/identity/check-text.ts";
import { askRelease, decideRelease, openRelease, type ReleasePage, releasesOf } from "../../../../app/identity/releases.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { may } from "../../../../domain/access/policy.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Hit } from "../../../../domain/identity/protected-words.ts";
import type { ReleaseInput } from "../../../../domain/identity/release.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { ReleaseDecideView, type TypedReleaseDecision } from "./decide-view.tsx";
import { ReleaseListView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const NOTHING: ReleaseInput = { what: "", recipient: "", reference: "", text: "", excused: "", excuse: "" };

interface Shown {
  readonly typed?: ReleaseInput;
  readonly hits?: readonly Hit[];
  readonly errors?: readonly FieldError[];
}

async function show(c: Ctx, child: ChildPage, { typed = NOTHING, hits = [], errors = [] }: Shown = {}) {
  const releases = await releasesOf(c.get("deps").app, c.get("person"), child.recordId);
  if (releases === undefined) throw new NotFound();
  const status = errors.length > 0 ? 422 : 200;
  return page(c, { title: `Release to the birth family, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, error: status !== 200, status }, (
    <>
      <Notice text={await takeNotice(c)} />
      <ReleaseListView child={child} blind={await isBlind(c, child)} releases={releases} mayAsk={may(c.get("person").role, "release").allowed} typed={typed} hits={hits} errors={errors} />
    </>
  ));
}

const MATCHED = ["link", "match-decision", "placed-for-adoption"] as const;

/** There is a family, and nobody has put down who they are. */
const isBlind = async (c: Ctx, { case: of, authority, recordId }: ChildPage): Promise<boolean> =>
  MATCHED.some((kind) => of.of(kind).length > 0) && !(await canBeChecked(c.get("deps").app, c.get("person"), { authority: authority.code, recordId }));

async function releaseOf(c: Ctx, child: ChildPage): Promise<ReleasePage> {
  const release = await openRelease(c.get("deps").app, c.get("person"), child.recordId, c.req.param("release") ?? "");
  if (release === undefined) throw new NotFound();
  return release;
}

async function showOne(c: Ctx, child: ChildPage, typed: TypedReleaseDecision = { agreed: "", because: "", read: "" }, errors: readonly FieldError[] = [], since: readonly Entry[] = []) {
  const release = await releaseOf(c, child);
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(c, { title: `${release.what}, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}/release`, text: "Release to the birth family" }, error: status !== 200, status },
    <ReleaseDecideView child={child} blind={await isBlind(c, child)} release={release} typed={typed} errors={errors} since={since} />);
}

const text = (value: string | undefined): string => (value ?? "").replaceAll("\r\n", "\n");

/** What goes to the birth family: asked for, checked, read by a second person, and put on the record. */
export const releasePages = new Hono<WebEnv>()
  .use("/children/:child/release", requirePermission("release", "agree-release"))
  .use("/children/:child/release/*", requirePermission("release", "agree-release"))
  .get("/children/:child/release", async (c) => show(c, await childOf(c)))
  .post("/children/:child/release", requirePermission("release"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed: ReleaseInput = { what: text(body["what"]), recipient: body["recipient"] ?? "", reference: text(body["reference"]), text: text(body["text"]), excused: body["excused"] ?? "", excuse: text(body["excuse"]) };
    const outcome = await askRelease(c.get("deps").app, c.get("person"), child.recordId, typed);
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, `/children/${child.recordId}/release`, "Asked for. A second person reads it before it goes");
        return c.redirect(`/children/${child.recordId}/release`, 303);
      case "refused": return show(c, child, { typed, hits: outcome.hits, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .get("/children/:child/release/:release", async (c) => showOne(c, await childOf(c)))
  .post("/children/:child/release/:release", requirePermission("agree-release"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed: TypedReleaseDecision = { agreed: body["agreed"] ?? "", because: text(body["because"]), read: body["read"] ?? "" };
    const outcome = await decideRelease(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), c.req.param("release"), typed);
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, `/children/${child.recordId}/release`, typed.agreed === "yes" ? "Agreed: it may go, and the record says so" : "Refused: it does not go");
        return c.redirect(`/children/${child.recordId}/release`, 303);
      case "refused": return showOne(c, child, typed, outcome.refusals.map(({ field, message }) => ({ id: field, text: message })));
      case "overtaken": return showOne(c, await childOf(c), typed, [], outcome.since);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });
