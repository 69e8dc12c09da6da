import { type Context, Hono } from "hono";
import { keepGroup, openGroups, removeGroup } from "../../../../app/published/groups.ts";
import { keepThreshold, openThresholds, removeThreshold } from "../../../../app/published/thresholds.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page, type PageOptions } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import * as groups from "./groups-view.tsx";
import * as thresholds from "./thresholds-view.tsx";

const BACK = { href: "/scorecard/published", text: "Published figures" };
const [GROUPS, THRESHOLDS] = ["/scorecard/published/groups", "/scorecard/published/thresholds"];

const asking = (c: Context<WebEnv>) => {
  const person = c.get("person");
  return [c.get("deps").app, person, person.organisation.code] as const;
};

/** What a form gave, in the fields that it has; and which one it changes. */
async function typedIn<T extends Readonly<Record<string, string>>>(c: Context<WebEnv>, empty: T): Promise<{ readonly typed: T; readonly change: string | undefined }> {
  const body = await readBody(c);
  return { typed: Object.fromEntries(Object.keys(empty).map((field) => [field, body[field] ?? ""])) as T, change: body["change"] };
}

const options = (title: string, errors: readonly FieldError[]): PageOptions => ({ title, section: "scorecard", back: BACK, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 });
const errorsOf = (refusals: readonly { readonly field: string; readonly message: string }[]): readonly FieldError[] => refusals.map(({ field, message }) => ({ id: field, text: message }));

async function showThresholds(c: Context<WebEnv>, given?: { readonly typed: Parameters<typeof keepThreshold>[3]; readonly change: string | undefined }, errors: readonly FieldError[] = []): Promise<Response> {
  const found = await openThresholds(...asking(c));
  if (found === undefined) throw new NotFound();
  const asked = found.kept.find(({ id }) => id === c.req.query("change"));
  const { typed, change } = given ?? { typed: asked === undefined ? thresholds.EMPTY : thresholds.typedOf(asked), change: asked?.id };
  return page(c, options("Thresholds by source", errors), <thresholds.ThresholdsView page={found} typed={typed} change={change} errors={errors} saved={await takeNotice(c)} />);
}

async function showGroups(c: Context<WebEnv>, given?: { readonly typed: Parameters<typeof keepGroup>[3]; readonly change: string | undefined }, errors: readonly FieldError[] = []): Promise<Response> {
  const found = await openGroups(...asking(c));
  if (found === undefined) throw new NotFound();
  const asked = found.groups.find(({ id }) => id === c.req.query("change"));
  const { typed, change } = given ?? { typed: asked === undefined ? groups.EMPTY : groups.typedOf(asked), change: asked?.id };
  return page(c, options("Groups to compare with", errors), <groups.GroupsView page={found} typed={typed} change={change} errors={errors} saved={await takeNotice(c)} />);
}

/** To the page, saying what was done. */
async function back(c: Context<WebEnv>, path: string, text: string): Promise<Response> {
  await keepNotice(c, path, text);
  return c.redirect(path, 303);
}

/** The thresholds that an authority keeps, and the groups that it is compared with. */
export const publishedSettingsPages = new Hono<WebEnv>()
  .get(THRESHOLDS, requirePermission("see-scorecard"), (c) => showThresholds(c))
  .post(THRESHOLDS, requirePermission("import"), async (c) => {
    const given = await typedIn(c, thresholds.EMPTY);
    const done = await keepThreshold(...asking(c), given.typed, given.change);
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    return "refusals" in done ? showThresholds(c, given, errorsOf(done.refusals)) : back(c, THRESHOLDS, "The threshold is kept");
  })
  .get("/scorecard/published/thresholds/:threshold/remove", requirePermission("import"), async (c) => {
    const one = (await openThresholds(...asking(c)))?.kept.find(({ id }) => id === c.req.param("threshold"));
    if (one === undefined) throw new NotFound();
    return page(c, { title: `Remove the threshold of ${one.source}`, section: "scorecard", back: { href: THRESHOLDS, text: "Thresholds by source" }, narrow: true }, <thresholds.RemoveThresholdView one={one} />);
  })
  .post("/scorecard/published/thresholds/:threshold/remove", requirePermission("import"), async (c) => {
    const done = await removeThreshold(...asking(c), c.req.param("threshold"));
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    if (!done.removed) throw new NotFound();
    return back(c, THRESHOLDS, "The threshold is removed");
  })
  .get(GROUPS, requirePermission("see-scorecard"), (c) => showGroups(c))
  .post(GROUPS, requirePermission("import"), async (c) => {
    const given = await typedIn(c, groups.EMPTY);
    const done = await keepGroup(...asking(c), given.typed, given.change);
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    return "refusals" in done ? showGroups(c, given, errorsOf(done.refusals)) : back(c, GROUPS, "The group is kept");
  })
  .get("/scorecard/published/groups/:group/remove", requirePermission("import"), async (c) => {
    const group = (await openGroups(...asking(c)))?.groups.find(({ id }) => id === c.req.param("group"));
    if (group === undefined) throw new NotFound();
    return page(c, { title: `Remove the group “${group.name}”`, section: "scorecard", back: { href: GROUPS, text: "Groups to compare with" }, narrow: true }, <groups.RemoveGroupView group={group} />);
  })
  .post("/scorecard/published/groups/:group/remove", requirePermission("import"), async (c) => {
    const done = await removeGroup(...asking(c), c.req.param("group"));
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    if (!done.removed) throw new NotFound();
    return back(c, GROUPS, "The group is removed");
  });
