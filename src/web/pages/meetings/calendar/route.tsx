import { type Context, Hono } from "hono";
import { calendarAt, calendarMadeAt, calendarOfMeeting, renewCalendar, stopCalendar } from "../../../../app/meetings/calendar.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { networkOf } from "../../../sign-in/network.ts";
import { tooManyMisses } from "./misses.ts";
import { CalendarView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const CALENDAR = "text/calendar; charset=utf-8";
const OWN = "/meetings/calendar";

const show = async (c: Ctx, address?: string) =>
  page(
    c, { title: "Your meetings in your calendar", section: "meetings", back: { href: "/meetings", text: "Meetings" }, narrow: true },
    <><Notice text={await takeNotice(c)} /><CalendarView madeAt={await calendarMadeAt(c.get("deps").app, c.get("person"))} address={address} /></>,
  );

/** One’s own calendar, and one meeting as a file for a calendar. */
export const calendarPages = new Hono<WebEnv>()
  .get(OWN, requirePermission("follow-meetings"), (c) => show(c))
  .post(OWN, requirePermission("follow-meetings"), async (c) => {
    const { app, signIn } = c.get("deps");
    if ((await readBody(c))["do"] !== "stop") return show(c, `${signIn?.settings.address ?? new URL(c.req.url).origin}/calendar/${await renewCalendar(app, c.get("person"))}.ics`);
    await stopCalendar(app, c.get("person"));
    await keepNotice(c, OWN, "The address is out of use: calendars that ask at it are told nothing.");
    return c.redirect(OWN, 303);
  })
  .get("/meetings/:meeting/calendar.ics", requirePermission("follow-meetings"), async (c) => {
    const text = await calendarOfMeeting(c.get("deps").app, c.get("person"), c.req.param("meeting"));
    if (text === undefined) throw new NotFound();
    return c.body(text, 200, { "content-type": CALENDAR, "content-disposition": 'attachment; filename="meeting.ics"' });
  });

/** The calendar at its own address, for a program that cannot sign in. An address that is not in use is like any page that is not there. */
export const calendarFeedPages = new Hono<WebEnv>()
  .get("/calendar/:token", async (c) => {
    const network = networkOf(c, c.get("deps").signIn?.settings.proxies ?? 0);
    if (tooManyMisses.of(network)) return c.text("Too many calendars were asked for that are not there. Try again in ten minutes", 429, { "retry-after": "600" });
    const [, token] = /^(.+)\.ics$/.exec(c.req.param("token")) ?? [];
    const text = await calendarAt(c.get("deps").app, token ?? "");
    if (text === undefined) {
      tooManyMisses.note(network);
      throw new NotFound();
    }
    return c.body(text, 200, { "content-type": CALENDAR });
  });
