import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Hono } from "hono";
import { type SampleApp, startSampleApp } from "../../../../../tests/support/sample-app.ts";
import type { Role } from "../../../../domain/access/role.ts";
import { day } from "../../../../domain/dates/day.ts";
import { USUAL_SERIES } from "../../../../domain/meetings/usual-series.ts";
import { addChild, IN_CARE, NORTH, operatorOf, personIn } from "../../../../store/sample-region.ts";
import { createApp } from "../../../app.tsx";
import type { WebEnv } from "../../../deps.ts";

const TODAY = day("2026-11-20");
const ITEM = "00000000-0000-4000-8000-000000000001";
const ROLES = ["tracking-administrator", "social-worker", "family-finder", "service-manager"] as const satisfies readonly Role[];
type Fields = Readonly<Record<string, string>>;

let sample: SampleApp;
let web: Hono<WebEnv>;
let [child, meeting, series] = ["", "", ""];
const cookies = new Map<Role, string>();

before(async () => {
  sample = await startSampleApp(TODAY, async (_app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const role of ROLES) await writer.addAccount({ account: personIn(NORTH, role).account, name: `Somebody, ${role}`, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW1" : null });
      child = await addChild(writer, NORTH.code, "N1", [...IN_CARE, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW1" } }, { kind: "primary-plan", on: "2026-10-01", detail: { plan: "ADOPTION" } }]);
    });
    await store.inTransaction(personIn(NORTH, "tracking-administrator"), async (writer) => {
      series = await writer.meetings.addSeries(NORTH.code, { ...USUAL_SERIES[0]!.definition, rhythm: { every: "never" } }, `${TODAY}T09:00:00.000Z`);
      meeting = (await writer.meetings.addMeeting(NORTH.code, series, day("2026-12-01")))!;
      await writer.meetings.putItems(NORTH.code, meeting, [{ id: ITEM, authority: NORTH.code, recordId: child, title: null, part: "plans", position: 1, minutes: 10, mode: "discuss", reasons: [], presenter: null, changedBy: null, why: null }]);
    });
  });
  web = createApp({ sessionKey: "a key for the test", demonstration: true, secure: false, log: (line) => assert.doesNotMatch(line, /^fault/), app: sample.app });
  for (const role of ROLES) cookies.set(role, (await send("social-worker", "/sign-in", { account: personIn(NORTH, role).account })).headers.get("set-cookie")?.split(";")[0] ?? "");
});
after(() => sample.stop());

const send = (role: Role, path: string, fields: Fields): Promise<Response> =>
  Promise.resolve(web.request(`http://x${path}`, { method: "POST", body: new URLSearchParams(fields), headers: { origin: "http://x", cookie: cookies.get(role) ?? "" } }));
const look = async (role: Role, path: string): Promise<readonly [number, string]> => {
  const response = await web.request(`http://x${path}`, { headers: { cookie: cookies.get(role) ?? "" } });
  return [response.status, await response.text()];
};
const UPDATE = `/meetings/items/${ITEM}/update`;
const ANSWERS: Fields = { planRight: "yes", legalRight: "yes", timescales: "Panel in January", securing: "Carers assessed", drift: "none", homeFinding: "Two families", "blocks-court": "yes" };

describe("the pages of updates", () => {
  it("are asked for from the meeting’s page, and stand on the worker’s own desk", async () => {
    assert.match((await look("social-worker", UPDATE))[1], /Nobody has been asked/);
    assert.match((await look("tracking-administrator", `/meetings/${meeting}/updates`))[1], /0 of 1 child has|Ask for updates now/);
    assert.equal((await send("social-worker", `/meetings/${meeting}/updates`, { do: "ask" })).status, 403);
    assert.equal((await send("tracking-administrator", `/meetings/${meeting}/updates`, { do: "ask" })).status, 303);
    const [, desk] = await look("social-worker", "/work");
    assert.match(desk, /1 update waits for a meeting[^]*id="for-meetings"[^]*Update of N1<\/a> for Tracking meeting on 1 December 2026: due by 24 November 2026/);
  });

  it("keep what was typed where something is missing, and say it at the boxes", async () => {
    const early = await send("social-worker", UPDATE, { basedOn: "0", do: "send", timescales: "Panel <in> January", "blocks-court": "yes" });
    const text = await early.text();
    assert.equal(early.status, 422);
    assert.match(text, /There is a problem[^]*href="#planRight"[^]*href="#homeFinding"/);
    assert.match(text, /Panel &lt;in&gt; January[^]*name="blocks-court" type="checkbox" value="yes" checked/);
    assert.match((await look("social-worker", UPDATE))[1], /name="basedOn" value="1"[^]*Panel &lt;in&gt; January/);
  });

  it("keep what was typed on the way to putting the record right, and show both where somebody saved first", async () => {
    const right = await send("social-worker", UPDATE, { basedOn: "1", do: "record-primary-plan", ...ANSWERS });
    assert.deepEqual([right.status, right.headers.get("location")], [303, `/children/${child}/record/primary-plan`]);
    const late = await send("tracking-administrator", UPDATE, { basedOn: "1", do: "send", timescales: "Mine" });
    const text = await late.text();
    assert.equal(late.status, 409);
    assert.match(text, /Somebody saved first[^]*Panel in January[^]*name="basedOn" value="2"[^]*>Mine<\/textarea>/);
    const sent = await send("social-worker", UPDATE, { basedOn: "2", do: "send", ...ANSWERS });
    assert.deepEqual([sent.status, sent.headers.get("location")], [303, UPDATE]);
    assert.match((await look("tracking-administrator", `/meetings/${meeting}/updates`))[1], /1 of 1 child has been answered for\. Papers are missing for 1\./);
  });

  it("take the papers by reference, and lead to a chronology", async () => {
    const wrong = await send("social-worker", UPDATE, { do: "papers", "carePlan-system": "Case system", "carePlan-on-day": "31", "carePlan-on-month": "2", "carePlan-on-year": "2026" });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /href="#carePlan-place"[^]*href="#carePlan-on-day"/);
    const paper = (name: string): Fields => ({ [`${name}-system`]: "Case system", [`${name}-place`]: "Documents", [`${name}-on-day`]: "18", [`${name}-on-month`]: "11", [`${name}-on-year`]: "2026" });
    assert.equal((await send("social-worker", UPDATE, { do: "papers", ...paper("carePlan"), ...paper("chronology") })).status, 303);
    assert.match((await look("tracking-administrator", `/meetings/${meeting}/updates`))[1], /All papers are in/);
    assert.doesNotMatch((await look("social-worker", "/work"))[1], /for-meetings/);
    const file = await web.request(`http://x/children/${child}/chronology.docx`, { headers: { cookie: cookies.get("social-worker") ?? "" } });
    assert.deepEqual([file.status, file.headers.get("content-disposition")], [200, 'attachment; filename="chronology-n1-2026-11-20.docx"']);
  });

  it("are found by nobody who may not open the child; and the report by those alone for whom it is", async () => {
    assert.equal((await look("family-finder", UPDATE))[0], 404);
    assert.equal((await send("family-finder", UPDATE, { basedOn: "3", do: "send", ...ANSWERS })).status, 404);
    assert.equal((await look("family-finder", `/children/${child}/chronology.docx`))[0], 404);
    assert.equal((await look("social-worker", "/meetings/report"))[0], 403);
    assert.equal((await look("service-manager", "/meetings/report"))[0], 200);
    assert.match((await look("service-manager", "/meetings/report/2026-27-q3"))[1], /No meeting was held/);
    assert.equal((await look("service-manager", "/meetings/report/2026-27-q4"))[0], 404);
    assert.equal((await look("service-manager", "/meetings/report/2026-27-q3.docx"))[0], 200);
    assert.match((await look("service-manager", `/meetings/series/${series}/worth`))[1], /no meeting of this series has been held/);
  });
});
