import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { definitionOf, type SeriesTyped, typedFrom, USUAL_SERIES } from "../../domain/meetings/series.ts";
import type { MeetingRow } from "../../store/meetings/rows.ts";
import { addChild, AGENCY, IN_CARE, NORTH, operatorOf, personIn, SOUTH, summarise } from "../../store/sample-region.ts";
import { arrangeMeeting, callMeeting, cancelMeeting, openArrange } from "./arrange.ts";
import { sayWhetherComing } from "./attend.ts";
import { calendarAt, calendarOfMeeting, renewCalendar, stopCalendar } from "./calendar.ts";
import { openMeetings } from "./list.ts";
import { endSeries, keepPlanned, openSeries, planAhead, resumeSeries, saveSeries, type SeriesOutcome } from "./series.ts";

const person = (organisation: Organisation, account: string, role: Role, name: string): Person => ({ ...personIn(organisation, role), account, name });
const administrator = person(NORTH, "north.admin", "tracking-administrator", "Alder Lane");
const other = person(NORTH, "north.other", "tracking-administrator", "Briar Moss");
const chair = person(NORTH, "north.chair", "tracking-chair", "Cedar Holt");
const member = person(NORTH, "north.member", "team-manager", "Dale Fern");
const worker = person(NORTH, "north.worker", "social-worker", "Elder Nook");
const finder = person(AGENCY, "agency.finder", "agency-home-finder", "Fen Reed");
const lead = person(AGENCY, "agency.lead", "agency-lead", "Glade Ivy");
const outsider = person(SOUTH, "south.admin", "tracking-administrator", "Heath Low");

const today: Day = day("2026-11-22");
let sample: SampleApp;
let series: string;
let child: string;

const members: SeriesTyped["members"] = [
  { as: "chair", account: chair.account, office: "Practice manager" }, { as: "minute-taker", account: administrator.account, office: "Administrator" },
  { as: "member", account: member.account, office: "" }, { as: "invited", account: finder.account, office: "Home finding" }, { as: "member", account: "", office: "Legal" },
];
const typed: SeriesTyped = { ...typedFrom(definitionOf(USUAL_SERIES[0]!, day("2026-11-30"))), members, quorum: "3", place: "Room 1" };
const saved = (made: SeriesOutcome) => (made.outcome === "done" ? made : assert.fail(JSON.stringify(made)));
const meetings = async (id = series): Promise<readonly MeetingRow[]> => (await openSeries(sample.app, administrator, id))!.meetings;
const onDay = async (on: string): Promise<MeetingRow> => (await meetings()).find(({ heldOn, state }) => heldOn === on && state !== "cancelled") ?? assert.fail(`no meeting on ${on}`);
const days = async (): Promise<readonly string[]> => (await meetings()).filter(({ state }) => state !== "cancelled").map(({ heldOn }) => heldOn);
const told = async (template: string, of?: string): Promise<readonly { account: string; calendar: string | null; detail: Record<string, unknown> }[]> =>
  (await sample.owner.query<{ account: string; calendar: string | null; detail: Record<string, unknown> }>("select account, calendar, detail from message where template = $1 and ($2::text is null or path = $2) order by account, at", [template, of === undefined ? null : `/meetings/${of}`])).rows;

before(async () => {
  sample = await startSampleApp(today, async (_app, store) => {
    for (const [organisation, people] of [[SOUTH, [outsider]], [AGENCY, [finder, lead]], [NORTH, [administrator, other, chair, member, worker]]] as const) {
      await store.inTransaction(operatorOf(organisation), async (writer) => {
        await writer.addOrganisation(organisation);
        for (const { account, name, role } of people) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: role === "social-worker" ? "SW1" : null });
      });
    }
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.agree(AGENCY.code, NORTH.code, "placement-order");
      child = await addChild(writer, NORTH.code, "N1", [...IN_CARE, { kind: "particulars", on: "2025-01-10", detail: { givenName: "Jamie", familyName: "Sedgeway" } }, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW1" } }]);
    });
  });
  await sample.owner.query("update account set email = id || '@north.example' where id like 'north.%'");
});
after(() => sample.stop());

describe("setting up a series", () => {
  it("plans three months off bank holidays, asks its members to the near meetings once, and is in the audit", async () => {
    const made = saved(await saveSeries(sample.app, administrator, { basedOn: 0, typed }));
    series = made.series;
    assert.deepEqual(made.planned.added.map(({ on, movedFrom }) => [on, movedFrom ?? ""]), [
      ["2026-11-30", ""], ["2026-12-14", ""], ["2026-12-29", "2026-12-28"], ["2027-01-11", ""], ["2027-01-25", ""], ["2027-02-08", ""], ["2027-02-22", ""],
    ]);
    const near = await onDay("2026-11-30");
    const invited = await told("meeting-invitation", near.id);
    assert.deepEqual(invited.map(({ account }) => account), [finder.account, administrator.account, chair.account, member.account]);
    assert.match(invited[2]!.calendar?.replaceAll("\r\n ", "") ?? "", /METHOD:REQUEST[\s\S]*ORGANIZER;CN="Tracking meeting":mailto:north.admin@north.example[\s\S]*north.chair@north.example/);
    assert.equal((await told("meeting-invitation")).length, 8);
    assert.deepEqual((await planAhead(sample.app, administrator, series))?.added, []);
    await keepPlanned(sample.app);
    assert.equal((await told("meeting-invitation")).length, 8);
    const { rows } = await sample.owner.query("select actor, input from audit where command = 'set-meeting-series'");
    assert.deepEqual(rows, [{ actor: administrator.account, input: { series, did: "add", revision: 1, fields: [], planned: 7, dropped: 0 } }]);
  });
  it("is refused field by field, and by role, and of another organisation’s series", async () => {
    const refused = await saveSeries(sample.app, administrator, { basedOn: 0, typed: { ...typed, name: "", quorum: "9" } });
    assert.deepEqual(refused.outcome === "refused" && refused.refusals.map(({ field }) => field), ["name", "quorum"]);
    assert.equal((await saveSeries(sample.app, worker, { basedOn: 0, typed })).outcome, "forbidden");
    // The home finder belongs to it, sees it, and may not change it; the other council’s administrator does not find it.
    assert.equal((await openSeries(sample.app, finder, series))?.mayHold, false);
    assert.equal((await saveSeries(sample.app, finder, { id: series, basedOn: 1, typed })).outcome, "forbidden");
    assert.equal(await openSeries(sample.app, outsider, series), undefined);
    assert.equal((await saveSeries(sample.app, outsider, { id: series, basedOn: 1, typed })).outcome, "not-found");
    assert.equal((await planAhead(sample.app, finder, series)), undefined);
  });
  it("is not called in calendars and mail by the name of a child", async () => {
    for (const neutralTitle of ["Jamie’s meeting", "About SEDGEWAY", "Meeting: Jamie"]) {
      const made = await saveSeries(sample.app, administrator, { basedOn: 0, typed: { ...typed, neutralTitle } });
      assert.deepEqual(made.outcome === "refused" && made.refusals.map(({ field }) => field), ["neutralTitle"], neutralTitle);
    }
  });

  it("shows both versions to the second of two who change it at once, and loses neither", async () => {
    saved(await saveSeries(sample.app, administrator, { id: series, basedOn: 1, typed: { ...typed, place: "Room 2" } }));
    const second = await saveSeries(sample.app, other, { id: series, basedOn: 1, typed: { ...typed, place: "Room 9" } });
    assert.deepEqual(second.outcome === "overtaken" && [second.by, second.now.revision, second.differs], ["Alder Lane", 2, [{ label: "Place", text: "Room 2", yours: "Room 9" }]]);
    saved(await saveSeries(sample.app, other, { id: series, basedOn: 2, typed: { ...typed, place: "Room 9" } }));
    const { rows } = await sample.owner.query("select revision, definition ->> 'place' as place from meeting_series_was order by revision");
    assert.deepEqual(rows, [{ revision: 1, place: "Room 1" }, { revision: 2, place: "Room 2" }]);
  });
  it("asks whoever comes to belong to it to the meetings that the others were asked to", async () => {
    saved(await saveSeries(sample.app, administrator, { id: series, basedOn: 3, typed: { ...typed, members: [...members, { as: "member", account: other.account, office: "" }] } }));
    assert.deepEqual((await told("meeting-invitation")).filter(({ account }) => account === other.account).length, 2);
    assert.equal((await told("meeting-invitation")).length, 10);
  });
  it("tells whoever is taken off it that they are not asked to come, with a cancellation, and asks them again where they come back", async () => {
    saved(await saveSeries(sample.app, administrator, { id: series, basedOn: 4, typed }));
    const gone = await told("meeting-not-asked");
    assert.deepEqual(gone.map(({ account, detail }) => [account, detail["heldOn"]]), [[other.account, "2026-11-30"], [other.account, "2026-12-14"]]);
    const { id, revision } = await onDay("2026-11-30");
    assert.match((gone[0]?.calendar ?? "").replaceAll("\r\n ", ""), new RegExp(`METHOD:CANCEL\\s[^]*UID:${id}@[^]*SEQUENCE:${revision}\\s[^]*MAILTO:north\\.other@north\\.example\\s+STATUS:CANCELLED`));
    assert.deepEqual(await told("meeting-cancelled"), [], "it is held all the same");
    saved(await saveSeries(sample.app, administrator, { id: series, basedOn: 5, typed: { ...typed, members: [...members, { as: "member", account: other.account, office: "" }] } }));
    assert.equal((await told("meeting-invitation")).filter(({ account }) => account === other.account).length, 4);
    assert.equal((await told("meeting-invitation")).length, 12, "nobody else is asked twice");
  });
});

describe("arranging a meeting", () => {
  const arrangement = { heldOn: "", startsAt: "", place: "", chair: "", minuteTaker: "", attendance: [] };
  it("moves it off a bank holiday, tells its members under a higher number, and does not plan its old day again", async () => {
    const { id, revision } = await onDay("2026-12-14");
    const open = (await openArrange(sample.app, administrator, id))!;
    const made = await arrangeMeeting(sample.app, administrator, id, open.version, { ...arrangement, heldOn: "2026-12-25", startsAt: "2pm" });
    assert.equal(made.outcome, "refused", "29 December is taken by the meeting of 28 December");
    const moved = await arrangeMeeting(sample.app, administrator, id, open.version, { ...arrangement, heldOn: "2026-12-15", startsAt: "2pm" });
    assert.deepEqual(moved.outcome === "done" && [moved.done.heldOn, moved.done.movedFrom], ["2026-12-15", "2026-12-14"]);
    const [finderTold, adminTold] = await told("meeting-moved", id);
    assert.deepEqual([finderTold?.account, adminTold?.detail], [finder.account, { title: "Tracking meeting", heldOn: "2026-12-15", startsAt: "14:00", movedFrom: "2026-12-14" }]);
    assert.match(adminTold?.calendar ?? "", new RegExp(`SEQUENCE:${revision + 1}\r\n[\\s\\S]*DTSTART;TZID=Europe/London:20261215T140000`));
    await keepPlanned(sample.app);
    assert.deepEqual((await days()).slice(0, 3), ["2026-11-30", "2026-12-15", "2026-12-29"]);
    assert.equal((await arrangeMeeting(sample.app, other, id, open.version, { ...arrangement, heldOn: "2026-12-16" })).outcome, "overtaken");
  });
  it("keeps stand-ins and apologies, asks who stands in to come, and counts the quorum", async () => {
    const { id } = await onDay("2026-12-29");
    await sample.owner.query("update meeting set detail = detail || '{\"invited\": true}' where id = $1", [id]);
    const open = (await openArrange(sample.app, administrator, id))!;
    const attendance = [{ key: chair.account, as: "stood-in", standIn: worker.account }, { key: "Legal", as: "apologies", standIn: "" }];
    const made = await arrangeMeeting(sample.app, administrator, id, open.version, { ...arrangement, heldOn: "2026-12-29", chair: member.account, attendance });
    assert.equal(made.outcome, "done");
    const stored = await onDay("2026-12-29");
    assert.deepEqual([stored.detail.chair, stored.detail.attendance], [member.account, { [chair.account]: { as: "stood-in", standIn: worker.account }, Legal: { as: "apologies" } }]);
    assert.ok((await told("meeting-invitation", id)).some(({ account }) => account === worker.account));
    const line = (await openMeetings(sample.app, administrator)).later.find(({ meeting }) => meeting.id === id);
    assert.deepEqual([line?.chair, line?.quorum], ["Dale Fern", { needed: 3, there: 4, seats: 5, met: true }]);
  });
  it("takes what a member says of themselves: apologies, who comes instead, or that they come after all", async () => {
    const { id } = await onDay("2026-12-15");
    const say = async (who: Person, as: string, standIn = "") => sayWhetherComing(sample.app, who, id, { as, standIn });
    const own = async () => (await openArrange(sample.app, finder, id))?.seat;
    const asked = (await told("meeting-invitation", id)).length;
    assert.deepEqual([(await own())?.as, (await openArrange(sample.app, administrator, id))?.seat], [null, null], "whoever holds it arranges it for all");
    for (const [as, standIn, field] of [["", "", "as"], ["stood-in", " ", "standIn"], ["stood-in", finder.account, "standIn"]] as const) {
      const refused = await say(finder, as, standIn);
      assert.deepEqual(refused.outcome === "refused" && refused.refusals.map((one) => one.field), [field]);
    }
    assert.deepEqual(await say(finder, "apologies"), { outcome: "done" });
    assert.deepEqual((await onDay("2026-12-15")).detail.attendance, { [finder.account]: { as: "apologies" } });
    assert.deepEqual(await say(finder, "stood-in", lead.name), { outcome: "done" });
    assert.deepEqual([(await own())?.as, (await own())?.standIn], ["stood-in", lead.account]);
    assert.equal((await told("meeting-invitation", id)).length, asked + 1, "who comes instead is asked to come");
    assert.deepEqual((await sample.owner.query("select account from message where template = 'apologies-sent'")).rows, [{ account: administrator.account }, { account: administrator.account }]);
    const { rows: audited } = await sample.owner.query("select input ->> 'by' as by, input ->> 'as' as said from audit where command = 'say-attendance' order by number");
    assert.deepEqual(audited, [{ by: finder.account, said: "apologies" }, { by: finder.account, said: "stood-in" }]);
    assert.equal((await say(worker, "apologies")).outcome, "forbidden", "a colleague who does not belong to it");
    assert.equal((await say(outsider, "apologies")).outcome, "not-found");
    assert.deepEqual(await say(finder, "coming"), { outcome: "done" });
    assert.equal((await onDay("2026-12-15")).detail.attendance, undefined);
  });
  it("calls an extraordinary meeting, and says which lead times have passed already", async () => {
    assert.deepEqual(await callMeeting(sample.app, administrator, series, { heldOn: "2026-11-24", startsAt: "", place: "", why: " " }), { outcome: "refused", refusals: [{ field: "why", message: "Say why the meeting is called" }] });
    const made = await callMeeting(sample.app, administrator, series, { heldOn: "2026-11-24", startsAt: "", place: "Online", why: "Two placements ended" });
    assert.deepEqual(made.outcome === "done" && made.done.passed, ["build", "updates", "remind", "papers", "extra-items", "agenda"]);
    const { near } = await openMeetings(sample.app, administrator);
    assert.deepEqual(near[0]?.leads.filter(({ standing }) => standing === "late").map(({ lead }) => lead), ["build", "updates", "agenda"]);
    assert.equal((await callMeeting(sample.app, administrator, series, { heldOn: "2026-11-24", startsAt: "", place: "", why: "Again" })).outcome, "refused");
  });
  it("is cancelled with everybody told who was to come or to send something, and its items come back at the next", async () => {
    const { id } = await onDay("2026-11-30");
    const item = "00000000-0000-4000-8000-000000000001";
    await sample.store.inTransaction(administrator, async (writer) => {
      const row = (await writer.meetings.meeting(id))!;
      await writer.meetings.putItems(NORTH.code, id, [
        { id: item, authority: NORTH.code, recordId: child, title: null, part: "plans", position: 1, minutes: 10, mode: "discuss", reasons: [], presenter: null, changedBy: null, why: null },
        { id: item.replace(/1$/, "2"), authority: null, recordId: null, title: "Training", part: "plans", position: 2, minutes: 5, mode: "discuss", reasons: [], presenter: null, changedBy: null, why: null },
      ]);
      await writer.meetings.askUpdates(NORTH.code, id, [{ item, asked: worker.account }], sample.app.clock.now());
      await writer.meetings.changeMeeting(id, row.revision, { state: "agenda-sent", agendaBuiltAt: sample.app.clock.now(), agendaSentAt: sample.app.clock.now() });
    });
    const open = (await openArrange(sample.app, administrator, id))!;
    const made = await cancelMeeting(sample.app, administrator, id, open.version, "The chair is ill");
    assert.deepEqual(made.outcome === "done" && made.done.back, { items: 2, on: "2026-12-15" });
    const messages = await told("meeting-cancelled", id);
    assert.deepEqual(messages.map(({ account }) => account), [finder.account, administrator.account, chair.account, member.account, other.account, worker.account]);
    assert.match(messages[1]?.calendar ?? "", /METHOD:CANCEL/);
    const next = await onDay("2026-12-15");
    const back = await sample.app.store.reader(administrator).meetings.items(next.id);
    assert.deepEqual(back.map(({ localId, title, byHand, why }) => [localId ?? title, byHand, why]), [["N1", ["added"], "On the agenda of 30 November 2026, which was cancelled"], ["Training", ["added"], "On the agenda of 30 November 2026, which was cancelled"]]);
    assert.equal((await cancelMeeting(sample.app, administrator, id, (await openArrange(sample.app, administrator, id))!.version, "Again")).outcome, "refused");
    await keepPlanned(sample.app);
    assert.ok(!(await days()).includes("2026-11-30"));
  });
});

describe("another rhythm, and the end of a series", () => {
  it("takes out what nobody has begun, and leaves what was", async () => {
    await sample.owner.query("update meeting set agenda_built_at = now() where held_on = '2026-12-15'");
    const { revision } = (await openSeries(sample.app, administrator, series))!.series;
    const made = saved(await saveSeries(sample.app, administrator, { id: series, basedOn: revision, typed: { ...typed, every: "month", nth: "2", weekday: "3" } }));
    assert.deepEqual([made.planned.stay, made.planned.added.map(({ on }) => on), made.planned.dropped], [["2026-12-15"], ["2026-12-09", "2027-01-13", "2027-02-10"], ["2026-12-29", "2027-01-11", "2027-01-25", "2027-02-08", "2027-02-22"]]);
    assert.deepEqual(await days(), ["2026-11-24", "2026-12-09", "2026-12-15", "2027-01-13", "2027-02-10"]);
    // Those who were asked to one of them are told that it is not.
    assert.ok((await told("meeting-cancelled")).some(({ detail }) => detail["heldOn"] === "2026-12-29"));
  });
  it("ends with its plan, and is taken up again with it", async () => {
    const { revision } = (await openSeries(sample.app, administrator, series))!.series;
    saved(await endSeries(sample.app, administrator, series, revision));
    assert.deepEqual(await days(), ["2026-12-15"]);
    assert.equal(await planAhead(sample.app, administrator, series), undefined);
    assert.equal((await endSeries(sample.app, administrator, series, revision)).outcome, "overtaken");
    saved(await resumeSeries(sample.app, administrator, series, revision + 1));
    assert.deepEqual((await days()).slice(0, 3), ["2026-12-09", "2026-12-15", "2027-01-13"]);
  });
});

describe("an agency’s own series", () => {
  it("is set up by its people with authorities’ people in it, audited in its own chain, and kept planned by the program", async () => {
    const region = { ...typedFrom(definitionOf(USUAL_SERIES.find(({ id }) => id === "region")!, today)), quorum: "1", members: [{ as: "chair", account: lead.account, office: "Agency lead" }, { as: "member", account: member.account, office: "North" }] };
    const made = saved(await saveSeries(sample.app, finder, { basedOn: 0, typed: region }));
    assert.ok(made.planned.added.length >= 3);
    assert.equal((await openMeetings(sample.app, member)).series.find(({ series: one }) => one.id === made.series)?.organisation, AGENCY.name);
    await keepPlanned(sample.app);
    assert.ok((await told("meeting-invitation")).some(({ account, detail }) => account === member.account && detail["title"] === "Regional meeting"));
    assert.deepEqual((await sample.store.maintenance.verify(summarise)).firstBroken, null);
  });
});

describe("a calendar of one’s own", () => {
  it("has the titles, times and places of the series one belongs to, and nothing else", async () => {
    const text = await calendarAt(sample.app, await renewCalendar(sample.app, finder));
    assert.match(text ?? "", /SUMMARY:Tracking meeting\r\nLOCATION:Room 1/);
    assert.match(text ?? "", /STATUS:CANCELLED/);
    assert.doesNotMatch(text ?? "", /mailto|Regional|N1|ill/);
    assert.doesNotMatch(await calendarAt(sample.app, await renewCalendar(sample.app, worker)) ?? "", /BEGIN:VEVENT/);
  });
  it("is at an address that a new one puts out of use, that is stored nowhere, and that ends with the account", async () => {
    const first = await renewCalendar(sample.app, chair);
    const second = await renewCalendar(sample.app, chair);
    assert.equal(await calendarAt(sample.app, first), undefined);
    assert.ok(await calendarAt(sample.app, second));
    const { rows } = await sample.owner.query<{ row: string }>("select to_jsonb(f)::text as row from calendar_feed f");
    assert.ok(rows.every(({ row }) => !row.includes(second)));
    for (const token of ["", "x", `${second}x`, "a".repeat(43)]) assert.equal(await calendarAt(sample.app, token), undefined);
    await stopCalendar(sample.app, chair);
    assert.equal(await calendarAt(sample.app, second), undefined);
    const third = await renewCalendar(sample.app, chair);
    await sample.owner.query("update account set left_on = '2026-11-01' where id = $1", [chair.account]);
    assert.equal(await calendarAt(sample.app, third), undefined);
  });
  it("has one meeting for whoever may follow it", async () => {
    const { id } = await onDay("2026-12-09");
    assert.match(await calendarOfMeeting(sample.app, worker, id) ?? "", /METHOD:PUBLISH/);
    assert.equal(await calendarOfMeeting(sample.app, outsider, id), undefined);
  });
});
