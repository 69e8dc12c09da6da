import { type Context, Hono } from "hono";
import { arrangeCover, endCover, openCover } from "../../../app/work/cover.ts";
import { deskRoles, markWorkSeen, openWork } from "../../../app/work/open-work.ts";
import { asksOf } from "../../../app/work/asks.ts";
import { waitingFor } from "../../../app/work/waiting.ts";
import { openWeek } from "../../../app/work/open-week.ts";
import { ROLES } from "../../../domain/access/role.ts";
import { dayInWords, parseDay } from "../../../domain/dates/day.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { Notice, takeNotice } from "../../layout/notice.tsx";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { coverErrors, emptyCover, readCover, type TypedCover } from "./cover-form.ts";
import { CoverView } from "./cover-view.tsx";
import { readWorkQuery } from "./query.ts";
import { sectionsFor } from "./sections.tsx";
import { WorkView } from "./view.tsx";
import { WeekView } from "./week-view.tsx";

/** Everybody’s desk: what is due from them, their week, and who does whose work while somebody is away. */
export const workPages = new Hono<WebEnv>()
  .use("/work", requirePermission("see-tracker"))
  .use("/work/*", requirePermission("see-tracker"))
  .get("/work", async (c) => {
    const { app } = c.get("deps");
    const query = readWorkQuery(c.req.query());
    const work = await openWork(app, c.get("person"), query);
    const roles = work.next === null ? [] : await deskRoles(app, c.get("person"));
    const asks = asksOf(app, c.get("person"), roles);
    const sections = await sectionsFor(c, roles, asks);
    const waiting = work.next === null ? [] : await waitingFor(app, c.get("person"), roles, asks);
    return page(c, { title: "My work", section: "work" }, <><Notice text={await takeNotice(c)} /><WorkView work={work} waiting={waiting} sections={sections} /></>);
  })
  .post("/work/seen", async (c) => {
    await markWorkSeen(c.get("deps").app, c.get("person"));
    return c.redirect("/work", 303);
  })
  .get("/work/week", async (c) => {
    const { app } = c.get("deps");
    const person = c.get("person");
    const week = await openWeek(app, person, parseDay(c.req.query("from") ?? ""));
    return page(c, { title: `My week from ${dayInWords(week.monday)}`, section: "work" }, <><Notice text={await takeNotice(c)} /><WeekView week={week} who={`${person.name}, ${ROLES[person.role].toLowerCase()}`} /></>);
  })
  .get("/work/cover", (c) => showCover(c, emptyCover(c.get("person").account)))
  .post("/work/cover", async (c) => {
    const { typed, meant, unreadable } = readCover(await readBody(c), c.get("person").account);
    const outcome = await arrangeCover(c.get("deps").app, c.get("person"), meant);
    if (outcome.outcome === "done") return c.redirect("/work/cover?saved=arranged", 303);
    return showCover(c, typed, coverErrors(outcome.refusals, unreadable));
  })
  .post("/work/cover/:id/end", async (c) => {
    if (!(await endCover(c.get("deps").app, c.get("person"), c.req.param("id")))) throw new NotFound();
    return c.redirect("/work/cover?saved=ended", 303);
  });

async function showCover(c: Context<WebEnv>, typed: TypedCover, errors: readonly FieldError[] = []) {
  const cover = await openCover(c.get("deps").app, c.get("person"));
  const said = c.req.query("saved");
  const saved = errors.length === 0 && (said === "arranged" || said === "ended") ? said : undefined;
  const wrong = errors.length > 0;
  return page(c, { title: "When somebody is away", section: "work", back: { href: "/work", text: "My work" }, error: wrong, status: wrong ? 422 : 200, narrow: true },
    <CoverView cover={cover} typed={typed} errors={errors} saved={saved} />);
}
