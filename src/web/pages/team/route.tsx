import { type Context, Hono, type MiddlewareHandler } from "hono";
import { MOST_AT_ONCE } from "../../../app/several/chosen.ts";
import { manages } from "../../../app/team/looking.ts";
import { openTeamChildren } from "../../../app/team/open-children.ts";
import { openTeamItems } from "../../../app/team/open-items.ts";
import { openTeam } from "../../../app/team/open-team.ts";
import { tooMany } from "../../../app/team/reassign.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { packIds } from "../several/ticked.ts";
import { childrenTitle, ChildrenView } from "./children-view.tsx";
import { ItemsView, itemsTitle } from "./items-view.tsx";
import { childrenPath, readItemsQuery, teamPath } from "./paths.ts";
import { TeamView } from "./view.tsx";

type Ctx = Context<WebEnv>;

const teamOf = (text: string | undefined): string | undefined => text || undefined;
const back = (team: string | undefined) => ({ href: teamPath(team), text: "Team" });

async function showChildren(c: Ctx, who: string, team: string | undefined, wrong?: string) {
  const children = await openTeamChildren(c.get("deps").app, c.get("person"), who, team);
  if (children === undefined) throw new NotFound();
  return page(c, { title: childrenTitle(children), section: "team", back: back(team), error: wrong !== undefined, status: wrong === undefined ? 200 : 422 }, <ChildrenView page={children} wrong={wrong} />);
}

/** These pages are of those who manage a team or a service. */
const onlyManagers: MiddlewareHandler<WebEnv> = (c, next) => {
  if (!manages(c.get("person"))) throw new Forbidden("A team’s page is its manager’s. What is due from you is on My work");
  return next();
};

/** A manager’s team: what is late by worker and by standard, the lists behind the figures, and the children to give to others. */
export const teamPages = new Hono<WebEnv>()
  .use("/team", requirePermission("see-tracker"))
  .use("/team/*", requirePermission("see-tracker"))
  .use("/team", onlyManagers)
  .use("/team/*", onlyManagers)
  .get("/team", async (c) => {
    const team = await openTeam(c.get("deps").app, c.get("person"), teamOf(c.req.query("team")));
    if (team === undefined) throw new NotFound();
    return page(c, { title: `Team: ${team.label}`, section: "team" }, <TeamView team={team} />);
  })
  .get("/team/items", async (c) => {
    const query = readItemsQuery(c.req.query());
    const items = await openTeamItems(c.get("deps").app, c.get("person"), query);
    if (items === undefined) throw new NotFound();
    return page(c, { title: itemsTitle(items), section: "team", back: back(query.team) }, <ItemsView page={items} />);
  })
  .get("/team/children", (c) => showChildren(c, c.req.query("who") ?? "", teamOf(c.req.query("team"))))
  .post("/team/children", requirePermission("reassign"), async (c) => {
    const body = await c.req.parseBody({ all: true });
    const text = (name: string): string => (typeof body[name] === "string" ? body[name] : "");
    const [who, team] = [text("who"), teamOf(text("team"))];
    const ticked = [body["child"] ?? []].flat().filter((id): id is string => typeof id === "string");
    const children = text("which") === "all" ? (await openTeamChildren(c.get("deps").app, c.get("person"), who, team)) : undefined;
    const ids = children === undefined ? ticked : children.children.map(({ recordId }) => recordId);
    const packed = packIds(ids);
    if (packed === "") return showChildren(c, who, team, "Tick at least one child");
    if (ids.length > MOST_AT_ONCE) return showChildren(c, who, team, tooMany(ids.length)?.message);
    const track = children?.as ?? (who.startsWith("nobody:family") ? "family-finder" : "");
    return c.redirect(`/team/reassign?${new URLSearchParams({ children: packed, track, from: childrenPath(who, team) })}`, 303);
  });
