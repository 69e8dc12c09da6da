import { type Context, Hono } from "hono";
import { deleteView, giveViewToTeam, openViewFirst, renameView, savedViewsOf, saveView, updateView, type ViewOutcome } from "../../../../app/saved-views.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { page } from "../../../layout/page.tsx";
import { Forbidden, requirePermission } from "../../../middleware/permission.ts";
import { keepSaid } from "../../child/dates/said.ts";
import { paramsOf, trackerAsked } from "../asked.ts";
import { savedParams } from "../query.ts";
import { ChangeViews, NoSuchView, SaveView, type Typed } from "./view.tsx";

/** What the page says has been done, by the word in its address. */
const DONE: Readonly<Record<string, string>> = {
  renamed: "The view has its new name", deleted: "The view is deleted. No child’s record was touched",
  team: "The view is your team’s now: everybody in the team can open it", first: "What opens first is changed",
};

/** Saved views of the tracker. */
export const savedViewPages = new Hono<WebEnv>()
  .use("/tracker/views/*", requirePermission("see-tracker"))
  .use("/tracker/views", requirePermission("see-tracker"))
  .get("/tracker/views", (c) => changePage(c, undefined))
  .get("/tracker/views/new", async (c) => {
    const asked = await trackerAsked(c);
    return asked === undefined ? noSuchView(c) : page(c, { title: "Save this view", section: "tracker", narrow: true }, <SaveView query={asked.query} />);
  })
  .post("/tracker/views", async (c) => {
    const { name = "", to = "" } = await readBody(c);
    const asked = await trackerAsked(c, paramsOf(to));
    if (asked === undefined) return noSuchView(c);
    const answer = await saveView(c.get("deps").app, c.get("person"), name, savedParams(asked.query.view));
    if (answer.outcome === "done") {
      await keepSaid(c, { text: `The view “${name.trim()}” is saved. It is among the views above the list from now on.` });
      return c.redirect(`/tracker?view=${answer.id}`, 303);
    }
    const typed: Typed = { name, error: answer.outcome === "refused" ? answer.reason : "" };
    return page(c, { title: "Save this view", section: "tracker", narrow: true, error: true, status: 422 }, <SaveView query={asked.query} typed={typed} />);
  })
  .post("/tracker/views/:id/update", async (c) => {
    const { to = "" } = await readBody(c);
    const asked = await trackerAsked(c, paramsOf(to));
    if (asked === undefined) return noSuchView(c);
    const id = c.req.param("id");
    const answer = await updateView(c.get("deps").app, c.get("person"), id, savedParams(asked.query.view));
    if (answer.outcome === "done") await keepSaid(c, { text: "The changes of this view are saved." });
    return after(c, answer, `/tracker?view=${id}`);
  })
  .post("/tracker/views/:id/rename", async (c) => {
    const { name = "" } = await readBody(c);
    const id = c.req.param("id");
    const answer = await renameView(c.get("deps").app, c.get("person"), id, name);
    return answer.outcome === "refused" ? changePage(c, { id, name, error: answer.reason }) : after(c, answer, "/tracker/views?done=renamed");
  })
  .post("/tracker/views/:id/delete", async (c) =>
    after(c, await deleteView(c.get("deps").app, c.get("person"), c.req.param("id")), "/tracker/views?done=deleted"))
  .post("/tracker/views/:id/team", async (c) =>
    after(c, await giveViewToTeam(c.get("deps").app, c.get("person"), c.req.param("id")), "/tracker/views?done=team"))
  .post("/tracker/views/:id/first", async (c) => {
    const { first } = await readBody(c);
    return after(c, await openViewFirst(c.get("deps").app, c.get("person"), c.req.param("id"), first === "yes"), "/tracker/views?done=first");
  });

function after(c: Context<WebEnv>, answer: ViewOutcome, to: string): Response | Promise<Response> {
  if (answer.outcome === "refused") throw new Forbidden(answer.reason);
  return answer.outcome === "done" ? c.redirect(to, 303) : noSuchView(c);
}

async function changePage(c: Context<WebEnv>, typed: Typed | undefined): Promise<Response> {
  const views = await savedViewsOf(c.get("deps").app, c.get("person"));
  const back = { href: "/tracker", text: "Tracker" };
  const options = typed === undefined ? {} : { error: true, status: 422 as const };
  return page(c, { title: "Saved views", section: "tracker", narrow: true, back, ...options }, <ChangeViews views={views} typed={typed} done={DONE[c.req.query("done") ?? ""]} />);
}

/** Somebody else's view, a deleted one and none at all are one answer. */
export const noSuchView = (c: Context<WebEnv>): Response | Promise<Response> =>
  page(c, { title: "View not found", section: "tracker", status: 404, narrow: true }, <NoSuchView />);
