import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Hono } from "hono";
import { type SampleApp, startSampleApp } from "../../../../../tests/support/sample-app.ts";
import type { Role } from "../../../../domain/access/role.ts";
import { day } from "../../../../domain/dates/day.ts";
import { NORTH, operatorOf, personIn } from "../../../../store/sample-region.ts";
import { createApp } from "../../../app.tsx";
import type { WebEnv } from "../../../deps.ts";

const ORIGIN = "http://meetings.example";
const [administrator, chair, officer] = [personIn(NORTH, "tracking-administrator"), personIn(NORTH, "tracking-chair"), personIn(NORTH, "reviewing-officer")];
let sample: SampleApp;
let web: Hono<WebEnv>;
const cookies = new Map<string, string>();

before(async () => {
  sample = await startSampleApp(day("2026-11-22"), async (_app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const role of ["tracking-administrator", "tracking-chair", "team-manager", "reviewing-officer"] satisfies Role[]) await writer.addAccount({ ...personIn(NORTH, role), organisation: NORTH.code, worker: null });
    });
  });
  web = createApp({ app: sample.app, sessionKey: "a key for this test, of no use elsewhere", demonstration: true, secure: false, log: () => {} });
  for (const { account } of [administrator, chair, officer]) {
    const signedIn = await web.request(`${ORIGIN}/sign-in`, { method: "POST", body: new URLSearchParams({ account }), headers: { origin: ORIGIN } });
    cookies.set(account, signedIn.headers.get("set-cookie")?.split(";")[0] ?? "");
  }
});
after(() => sample.stop());

const ask = async (who: { readonly account: string } | undefined, path: string, body?: Readonly<Record<string, string>>) => {
  const response = await web.request(`${ORIGIN}${path}`, { method: body === undefined ? "GET" : "POST", headers: { origin: ORIGIN, cookie: who === undefined ? "" : cookies.get(who.account) ?? "" }, ...(body === undefined ? {} : { body: new URLSearchParams(body) }) });
  return { status: response.status, location: response.headers.get("location") ?? "", type: response.headers.get("content-type") ?? "", text: await response.text() };
};
/** What a form holds, as a browser would send it again. */
const formIn = (html: string): Record<string, string> => {
  const form = /<form[^>]*class="pt-series"[\s\S]*?<\/form>/.exec(html)?.[0] ?? assert.fail("no form");
  const unescaped = (text: string): string => text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
  const attribute = (tag: string, name: string): string => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
  return Object.fromEntries([
    ...[...form.matchAll(/<input[^>]*>/g)].filter(([tag]) => !/type="radio"/.test(tag) || / checked/.test(tag)).map(([tag]) => [attribute(tag, "name"), attribute(tag, "value")]),
    ...[...form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, tag = "", text = ""]) => [attribute(tag, "name"), unescaped(text)]),
    ...[...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = "", options = ""]) => [attribute(tag, "name"), attribute(/<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? "", "value")]),
  ]);
};

describe("the series form", () => {
  let path = "";
  it("teaches where there is no series, begins with a usual one, and adds a row without saving", async () => {
    assert.match((await ask(administrator, "/meetings")).text, /There is no series of meetings yet/);
    const form = formIn((await ask(administrator, "/meetings/series/new?from=permanence")).text);
    assert.deepEqual([form["name"], form["parts-2-minutes"], form["lead-papers-unit"], form["every"]], ["Permanence tracking meeting", "45", "week", "weeks"]);
    const more = await ask(administrator, "/meetings/series/new", { ...form, "members-0-account": "Nobody at all", "do": "more-members" });
    assert.equal(formIn(more.text)["members-0-account"], "Nobody at all");
    assert.equal(Object.keys(formIn(more.text)).filter((name) => /^members-\d+-office$/.test(name)).length, 11);
    assert.equal((await sample.owner.query("select from meeting_series")).rowCount, 0);
  });
  it("says what is wrong at its box and keeps what was typed; then plans, and says what was moved", async () => {
    const form = { ...formIn((await ask(administrator, "/meetings/series/new?from=permanence")).text), "from-day": "30", "from-month": "Novembre", "from-year": "2026", "members-0-account": "Nobody at all" };
    const refused = await ask(administrator, "/meetings/series/new", form);
    assert.deepEqual([refused.status, /href="#members-0-account"/.test(refused.text), /href="#from-day"[^>]*>The day of the first meeting must be a real date/.test(refused.text)], [422, true, true]);
    assert.deepEqual([formIn(refused.text)["from-month"], formIn(refused.text)["members-0-account"]], ["Novembre", "Nobody at all"]);
    const saved = await ask(administrator, "/meetings/series/new", { ...form, "from-month": "11", "members-0-account": "Somebody, tracking-chair" });
    path = saved.location;
    assert.deepEqual([saved.status, path.startsWith("/meetings/series/")], [303, true]);
    assert.match((await ask(chair, path)).text, /Tuesday 29 December 2026[\s\S]*Moved from Monday 28 December 2026/);
    assert.match((await ask(chair, "/meetings")).text, /In the next two weeks[\s\S]*You: chair[\s\S]*Late[\s\S]*Build the agenda now/);
  });
  it("shows the second of two who change it both versions, and saves theirs over it knowingly", async () => {
    const [one, two] = [formIn((await ask(administrator, `${path}/change`)).text), formIn((await ask(chair, `${path}/change`)).text)];
    assert.equal((await ask(administrator, path, { ...one, place: "Room 2" })).status, 303);
    const conflict = await ask(chair, path, { ...two, place: "Room 9" });
    assert.deepEqual([conflict.status, /Somebody, tracking-administrator changed this series/.test(conflict.text), /Room 2[\s\S]*Room 9/.test(conflict.text), formIn(conflict.text)["place"]], [409, true, true, "Room 9"]);
    assert.equal((await ask(chair, path, formIn(conflict.text))).status, 303);
    assert.match((await ask(chair, path)).text, /10am, Room 9/);
  });
});

describe("a member’s own page of a meeting", () => {
  it("takes whether they come, keeps what was typed where it is wrong, and is not there for whoever has no seat", async () => {
    const { rows: [row] } = await sample.owner.query<{ id: string }>("select id from meeting where held_on = '2026-11-30'");
    const path = `/meetings/${row!.id}`;
    assert.doesNotMatch((await ask(officer, `${path}/arrange`)).text, /Do you come\?/);
    assert.equal((await ask(officer, `${path}/attend`, { as: "apologies" })).status, 403);
    await sample.owner.query("update meeting_series set definition = jsonb_set(definition, '{members}', definition -> 'members' || $1::jsonb)", [JSON.stringify([{ as: "invited", account: officer.account, office: "Reviewing officer" }])]);
    assert.match((await ask(officer, path)).text, /Say whether you come/);
    assert.match((await ask(officer, `${path}/arrange`)).text, /Do you come\?/);
    const nothing = await ask(officer, `${path}/attend`, {});
    assert.deepEqual([nothing.status, /href="#as"[^>]*>Say whether you come/.test(nothing.text)], [422, true]);
    const nobody = await ask(officer, `${path}/attend`, { as: "stood-in", standIn: "x".repeat(121) });
    assert.deepEqual([nobody.status, /href="#standIn"/.test(nobody.text), nobody.text.includes("x".repeat(121)), /value="stood-in" checked/.test(nobody.text)], [422, true, true, true]);
    const sent = await ask(officer, `${path}/attend`, { as: "stood-in", standIn: "A colleague" });
    assert.deepEqual([sent.status, sent.location], [303, `${path}/arrange`]);
    assert.match((await ask(officer, sent.location)).text, /value="stood-in" checked[\s\S]*A colleague/);
    assert.match((await ask(administrator, `${path}/arrange`)).text, /A colleague/);
  });
});

describe("the calendar at its own address", () => {
  it("is read by whoever has the address, signed in or not, and is like no page once it is out of use", async () => {
    const made = await ask(chair, "/meetings/calendar", { do: "renew" });
    const address = new URL(/id="calendar-address">([^<]*)</.exec(made.text)?.[1] ?? assert.fail("no address")).pathname;
    const feed = await ask(undefined, address);
    assert.deepEqual([feed.status, feed.type], [200, "text/calendar; charset=utf-8"]);
    assert.match(feed.text, /SUMMARY:Tracking meeting/);
    assert.doesNotMatch((await ask(chair, "/meetings/calendar")).text, new RegExp(address));
    await ask(chair, "/meetings/calendar", { do: "stop" });
    const [gone, never] = [await ask(undefined, address), await ask(undefined, "/calendar/anything")];
    assert.deepEqual([gone.status, gone.text, gone.type], [404, never.text, never.type]);
  });
});
