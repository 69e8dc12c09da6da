import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Hono } from "hono";
import { type SampleApp, startSampleApp } from "../../../../../tests/support/sample-app.ts";
import type { Role } from "../../../../domain/access/role.ts";
import { day } from "../../../../domain/dates/day.ts";
import { NORTH, operatorOf, personIn } from "../../../../store/sample-region.ts";
import { createApp } from "../../../app.tsx";
import type { WebEnv } from "../../../deps.ts";

const ORIGIN = "http://plan.example";
const ROLES = ["service-manager", "legal", "social-worker"] as const satisfies readonly Role[];
const [keeper, legal, worker] = ROLES.map((role) => personIn(NORTH, role)) as [ReturnType<typeof personIn>, ReturnType<typeof personIn>, ReturnType<typeof personIn>];
let sample: SampleApp;
let web: Hono<WebEnv>;
const cookies = new Map<string, string>();

before(async () => {
  sample = await startSampleApp(day("2026-11-20"), async (_app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const role of ROLES) await writer.addAccount({ ...personIn(NORTH, role), organisation: NORTH.code, worker: null });
    });
  });
  web = createApp({ app: sample.app, sessionKey: "a key for this test, of no use elsewhere", demonstration: true, secure: false, log: () => {} });
  for (const { account } of [keeper, legal, worker]) {
    const signedIn = await web.request(`${ORIGIN}/sign-in`, { method: "POST", body: new URLSearchParams({ account }), headers: { origin: ORIGIN } });
    cookies.set(account, signedIn.headers.get("set-cookie")?.split(";")[0] ?? "");
  }
});
after(() => sample.stop());

const ask = async (who: { readonly account: string }, path: string, body?: Readonly<Record<string, string>>) => {
  const response = await web.request(`${ORIGIN}${path}`, { method: body === undefined ? "GET" : "POST", headers: { origin: ORIGIN, cookie: cookies.get(who.account) ?? "" }, ...(body === undefined ? {} : { body: new URLSearchParams(body) }) });
  return { status: response.status, location: response.headers.get("location") ?? "", type: response.headers.get("content-type") ?? "", text: await response.text() };
};
const pathIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[0] ?? assert.fail(`no ${String(pattern)}`);

describe("the pages of the action plan", () => {
  let action = "";

  it("teach where there is no plan, keep what was typed where it is refused, and show what was put down", async () => {
    assert.match((await ask(keeper, "/scorecard/plan")).text, /no action plan yet[^]*\/scorecard\/plan\/start/);
    const wrong = await ask(keeper, "/scorecard/plan/objectives/new", { title: " " });
    assert.deepEqual([wrong.status, /href="#title"/.test(wrong.text)], [422, true]);
    assert.equal((await ask(keeper, "/scorecard/plan/objectives/new", { title: "Timescales are <met>" })).location, "/scorecard/plan");
    const plan = (await ask(keeper, "/scorecard/plan")).text;
    assert.match(plan, /Timescales are &lt;met&gt;/);
    const add = pathIn(plan, /\/scorecard\/plan\/objectives\/[0-9a-f-]{36}\/actions\/new/);
    const refused = await ask(keeper, add, { "words": "Copy memos", "owners-0": "Somebody", "dueOn-day": "31", "dueOn-month": "2", "dueOn-year": "2026", "shownBy": "Memos" });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /href="#dueOn-day">The day by which it is to be done must be a real date[^]*>Copy memos<\/textarea>[^]*value="Somebody"[^]*“Somebody” is somebody outside[^]*value="31"[^]*>Memos<\/textarea>/);
    assert.equal((await ask(keeper, add, { "words": "Copy memos", "owners-0": "Legal services", "dueOn-day": "1", "dueOn-month": "November", "dueOn-year": "2026", "shownBy": "" })).status, 303);
    action = pathIn((await ask(keeper, "/scorecard/plan")).text, /\/scorecard\/plan\/actions\/[0-9a-f-]{36}/);
  });

  it("are an owner’s too, from their desk to saying how it goes; and nobody else’s who sees no figures", async () => {
    assert.match((await ask(legal, "/work")).text, /1 action of the plan is yours, 1 overdue[^]*Overdue by 19 days/);
    const page = (await ask(legal, action)).text;
    assert.match(page, /<h1[^>]*>Copy memos<\/h1>[^]*Save progress/);
    assert.doesNotMatch(page, /Change the action/);
    assert.doesNotMatch(page, /"\/scorecard"/, "no way to what they may not see");
    const refused = await ask(legal, `${action}/progress`, { month: "2026-10", state: "behind", said: "" });
    assert.deepEqual([refused.status, /href="#said"/.test(refused.text), /value="behind" checked/.test(refused.text), /value="2026-10" selected/.test(refused.text)], [422, true, true, true]);
    const named = { month: "2026-10", state: "behind", said: "Two came, AB-2041 among them" };
    assert.match((await ask(legal, `${action}/progress`, named)).text, /href="#sure">“AB-2041” may be a child[^]*among them<\/textarea>[^]*I have looked: no words here are of one child/);
    assert.equal((await ask(legal, `${action}/progress`, { ...named, sure: "yes" })).location, action);
    assert.equal((await ask(legal, `${action}/progress`, { month: "2026-10", state: "behind", said: "Two came\r\nand one did not" })).location, action);
    assert.match((await ask(keeper, "/scorecard/plan")).text, /Two came\nand one did not/);
    assert.equal((await ask(legal, `${action}/change`)).status, 403);
    for (const path of ["/scorecard/plan", action, "/scorecard/plan.docx", "/scorecard/plan/history"]) assert.equal((await ask(worker, path)).status, 403, path);
    assert.equal((await ask(legal, "/scorecard/plan.docx")).type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  });

  it("show whoever saves second what the first wrote, beside their own words", async () => {
    const form = { "words": "Copy every memo", "owners-0": "Legal services", "dueOn-day": "", "dueOn-month": "", "dueOn-year": "", "shownBy": "", "basedOn": "2" };
    assert.equal((await ask(keeper, `${action}/change`, form)).status, 303);
    const late = await ask(keeper, `${action}/change`, { ...form, words: "Copy some memos" });
    assert.equal(late.status, 409);
    assert.match(late.text, /changed this while you were at it[^]*Copy every memo[^]*name="basedOn" value="5"[^]*>Copy some memos<\/textarea>/);
  });

  it("take out with a reason and put back from the history", async () => {
    const takeOut = action.replace("actions", "take-out");
    assert.equal((await ask(keeper, takeOut, { why: "" })).status, 422);
    assert.equal((await ask(keeper, takeOut, { why: "Not ours" })).status, 303);
    assert.deepEqual([(await ask(keeper, action)).status, (await ask(legal, "/scorecard/plan")).status], [404, 403]);
    const history = (await ask(keeper, "/scorecard/plan/history")).text;
    assert.match(history, /Not ours/);
    assert.equal((await ask(keeper, pathIn(history, /\/scorecard\/plan\/put-back\/[0-9a-f-]{36}/), {})).status, 303);
    assert.equal((await ask(legal, action)).status, 200);
  });
});

describe("the pages of the register of regular reports", () => {
  it("begin with the usual reports, refuse a maker who sees no figures, and make the report of a time that has ended", async () => {
    assert.equal((await ask(keeper, "/scorecard/regular/start", {})).location, "/scorecard/regular");
    const wrong = await ask(keeper, "/scorecard/regular/new", { "meeting": "Board", "rhythm": "month", "owners-0": "Legal services", "withinDays": "10" });
    assert.deepEqual([wrong.status, /href="#owners-0"/.test(wrong.text), /value="Legal services"/.test(wrong.text)], [422, true, true]);
    const register = (await ask(keeper, "/scorecard/regular")).text;
    assert.match(register, /Fieldwork performance meeting[^]*Due 4 December 2026/);
    const made = await ask(keeper, pathIn(register, /\/scorecard\/regular\/[0-9a-f-]{36}\/made/), { period: "2026-10" });
    assert.equal(made.status, 303);
    const after = (await ask(keeper, made.location)).text;
    const document = pathIn(after, /\/scorecard\/regular\/[0-9a-f-]{36}\/2026-10\.docx/);
    assert.match(after, /The report of October 2026 to Fieldwork performance meeting is noted as made/);
    assert.equal((await ask(keeper, document)).type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assert.deepEqual([(await ask(keeper, document.replace("2026-10", "2026-11"))).status, (await ask(legal, "/scorecard/regular")).status], [404, 403]);
  });
});
