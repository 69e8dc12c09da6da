import { Hono } from "hono";
import { openTracker } from "../../../app/open-tracker.ts";
import { showNames } from "../../../app/preferences.ts";
import { readAsAtForm } from "../../as-at/as-at.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { keepSaid, takeSaid } from "../child/dates/said.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { onDay } from "./as-at.tsx";
import { trackerAsked } from "./asked.ts";
import { moved } from "./columns/choice.ts";
import { ChooseColumns } from "./columns/view.tsx";
import { addressAt, trackerAddress } from "./query.ts";
import { trackerTitle } from "./title.ts";
import { TrackerView } from "./view.tsx";
import { noSuchView, savedViewPages } from "./views/route.tsx";

export const trackerPages = new Hono<WebEnv>()
  .get("/tracker", requirePermission("see-tracker"), async (c) => {
    const person = c.get("person");
    const asked = await trackerAsked(c);
    if (asked === undefined) return noSuchView(c);
    const { query, dropped, days } = asked;
    const typed = readAsAtForm(c.req.query(), c.get("deps").app.clock.today());
    if (typed !== undefined && "asAt" in typed) return c.redirect(trackerAddress(onDay(query, typed.asAt)));
    const address = trackerAddress(query, { page: query.page });
    if (typed === undefined && dropped.length === 0 && days === undefined && hasEmpty(c.req.queries()) && address !== `/tracker${new URL(c.req.url).search}`) return c.redirect(address);
    const tracker = await openTracker(c.get("deps").app, person, query);
    if (query.page > tracker.pages) return c.redirect(trackerAddress(query, { page: tracker.pages }));
    return page(c, { title: trackerTitle(tracker), section: "tracker", error: typed !== undefined || days !== undefined }, <TrackerView tracker={tracker} person={person} asked={asked} typed={typed} said={await takeSaid(c)} />);
  })
  .get("/tracker/columns", requirePermission("see-tracker"), async (c) => {
    const asked = await trackerAsked(c);
    if (asked === undefined) return noSuchView(c);
    const { query } = asked;
    const { columns, column } = moved(query.view.columns, c.req.query("move") ?? "");
    const shown = { ...query, view: { ...query.view, columns } };
    return page(c, { title: "Choose columns", section: "tracker", back: { href: addressAt("/tracker", query), text: "Tracker" } }, <ChooseColumns query={shown} moved={column} />);
  })
  .post("/tracker/names", requirePermission("see-tracker"), async (c) => {
    const { show, to = "" } = await readBody(c);
    await showNames(c.get("deps").app, c.get("person"), show === "yes");
    await keepSaid(c, { text: show === "yes" ? "Names are shown now, to you alone, until you hide them." : "Names are hidden now." });
    return c.redirect(`/tracker${/^\?[\x21-\x7e]*$/.test(to) ? to : ""}`, 303);
  })
  .route("/", savedViewPages);

/** A form sends every field it has: the address people keep and share has only what was set. */
const hasEmpty = (params: Readonly<Record<string, readonly string[]>>): boolean => Object.values(params).some((values) => values.includes(""));
