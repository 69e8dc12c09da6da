import assert from "node:assert/strict";
import { after, afterEach, before, describe, it, mock } from "node:test";
import type { Hono } from "hono";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { asViewer } from "../../store/sample-viewers.ts";
import { MOST_KEPT } from "../../app/kept-forms.ts";
import type { Role } from "../../domain/access/role.ts";
import { day } from "../../domain/dates/day.ts";
import { addChild, IN_CARE, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import { createApp } from "../app.tsx";
import { pageTag, PAGE_OF } from "../layout/page-tag.ts";
import type { WebEnv } from "../deps.ts";

const HOUR = 3_600_000;
const KEY = "a key for the test";
const START = Date.parse("2026-06-01T09:00:00.000Z");
const manager = personIn(NORTH, "team-manager");
const colleague = personIn(NORTH, "service-manager");
let sample: SampleApp;
let web: Hono<WebEnv>;
let child: string;
let now = START;

before(async () => {
  sample = await startSampleApp(day("2026-06-01"), async (_app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const role of ["team-manager", "service-manager"] satisfies Role[]) {
        const { account, name } = personIn(NORTH, role);
        await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: null });
      }
      child = await addChild(writer, NORTH.code, "N1", IN_CARE);
    });
  }, () => new Date(now).toISOString());
  web = createApp({ app: sample.app, sessionKey: KEY, demonstration: true, secure: false, log: () => undefined });
  mock.method(Date, "now", () => now);
});
after(async () => {
  mock.restoreAll();
  await sample.stop();
});

afterEach(() => sample.owner.query("delete from kept_form"));

type Fields = Readonly<Record<string, string>>;
const send = (path: string, cookie: string, fields: Fields | FormData, headers: Fields = {}): Promise<Response> =>
  Promise.resolve(web.request(`http://x${path}`, { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers: { origin: "http://x", cookie, ...headers } }));
const look = async (path: string, cookie: string): Promise<string> => (await web.request(`http://x${path}`, { headers: { cookie } })).text();
const to = (response: Response): string => `${response.status} ${response.headers.get("location") ?? ""}`;

async function signIn({ account }: { readonly account: string }): Promise<{ readonly cookie: string; readonly lands: string }> {
  const response = await send("/sign-in", "", { account });
  return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "", lands: to(response) };
}
const count = async (): Promise<number> => (await sample.owner.query("select from kept_form")).rowCount ?? 0;
const recording = (): string => `/children/${child}/record/review`;
const TYPED: Fields = { "basedOn": "0", "happenedOn-day": "27", "happenedOn-month": "May", "happenedOn-year": "2026", "certainty": "actual", "detail-note": "“Ångström” & <b>more</b>\r\nlines" };

/** The forms of the page of what is kept: where each is sent, and its fields as a browser reads them. */
function formsIn(html: string): readonly { readonly action: string; readonly fields: Fields }[] {
  const plain = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  const [, main = ""] = html.split("<main");
  return [...main.matchAll(/<form method="post" action="([^"]+)">([^]*?)<\/form>/g)].map(([, action = "", inner = ""]) => ({
    action: plain(action), fields: Object.fromEntries([...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [plain(name), plain(value)]).filter(([name]) => name !== PAGE_OF)),
  }));
}

describe("a form that comes once the sign-in has run out", () => {
  it("is kept for whoever sent it, told of when they are back, sent again whole and then let go", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    now += 2 * HOUR;
    assert.equal(to(await send(recording(), cookie, TYPED)), "303 /sign-in?form=kept");
    assert.match(await look("/sign-in?form=kept", ""), /What you typed is kept for you for a day/);
    const back = await signIn(manager);
    assert.equal(back.lands, "303 /kept");
    const page = await look("/kept", back.cookie);
    assert.match(page, /You were signed out before this was saved/);
    assert.match(page, /N1: recording “Looked-after review”/);
    const [again, away] = formsIn(page);
    assert.deepEqual(again?.fields, TYPED);
    assert.match(away?.action ?? "", /^\/kept\/[\da-f-]{36}\/throw-away$/);
    // Somebody wrote in the record meanwhile: both are shown, and the page of the form has it from here.
    assert.equal((await send(again!.action, back.cookie, again!.fields)).status, 409);
    assert.equal(await count(), 0);
    assert.match(await look("/kept", back.cookie), /Nothing is kept for you/);
  });

  it("is kept where the form is refused to them, and is nobody else’s", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    now += 13 * HOUR;
    await send(recording(), cookie, TYPED);
    const other = await signIn(colleague);
    assert.equal(other.lands, "303 /");
    assert.match(await look("/kept", other.cookie), /Nothing is kept for you/);
    const own = await signIn(manager);
    const [again, away] = formsIn(await look("/kept", own.cookie));
    assert.equal((await send(away!.action, other.cookie, {})).status, 404);
    await send(again!.action, other.cookie, again!.fields);
    assert.equal((await send(again!.action.replace(child, "nobody"), own.cookie, again!.fields)).status, 404);
    assert.equal(await count(), 1);
    assert.equal(to(await send(away!.action, own.cookie, {})), "303 /kept");
    assert.equal(await count(), 0);
  });

  it("is kept for the person whose page it was, where somebody else has signed in and run out since", async () => {
    now = START;
    const { cookie } = await signIn(colleague);
    now += 2 * HOUR;
    assert.equal(to(await send(recording(), cookie, { ...TYPED, [PAGE_OF]: pageTag(KEY, manager.account) })), "303 /sign-in?form=kept");
    assert.match(await look("/kept", (await signIn(colleague)).cookie), /Nothing is kept for you/);
    assert.deepEqual(formsIn(await look("/kept", (await signIn(manager)).cookie))[0]?.fields, TYPED);
  });

  it("is gone after a day, and only the last few are kept", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    for (let i = 0; i <= MOST_KEPT; i++) {
      now = START + 2 * HOUR + i * 1000;
      await send(recording(), cookie, { ...TYPED, "detail-note": `note ${i}` });
    }
    const kept = formsIn(await look("/kept", (await signIn(manager)).cookie)).flatMap(({ fields }) => fields["detail-note"] ?? []);
    assert.deepEqual(kept, ["note 5", "note 4", "note 3", "note 2", "note 1"]);
    now += 25 * HOUR;
    assert.equal((await signIn(manager)).lands, "303 /");
    await sample.owner.query("insert into kept_form (account, path, fields, kept_at) values ($1, '/work/cover', '{}', $2)", [colleague.account, new Date(START).toISOString()]);
    await send(recording(), cookie, TYPED);
    assert.equal(await count(), 1, "everybody’s of before went with it");
  });

  it("of an upload keeps no file, and says so", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    now += 2 * HOUR;
    const upload = new FormData();
    upload.append("files", new File(["CHILD,SEX\n"], "header.csv"));
    assert.equal(to(await send("/imports/new", cookie, upload)), "303 /sign-in?form=kept");
    const page = await look("/kept", (await signIn(manager)).cookie);
    assert.match(page, /A file was sent with it, and files are not kept\. <a class="govuk-link" href="\/imports\/new">Open the page/);
    assert.equal(formsIn(page).length, 1, "nothing to send again");
    assert.ok(!JSON.stringify((await sample.owner.query("select * from kept_form")).rows).includes("header.csv"));
  });

  it("is not kept of a script, of an empty form, too long after, under a cookie that is not ours, or from another site", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    now += 2 * HOUR;
    assert.equal(to(await send(recording(), cookie, TYPED, { "sec-fetch-mode": "cors", "sec-fetch-site": "same-origin" })), "303 /sign-in?form=not-sent");
    assert.equal(to(await send("/work/seen", cookie, {})), "303 /sign-in?form=not-sent");
    assert.match(await look("/sign-in?form=not-sent", ""), /nothing has been changed/);
    assert.equal(to(await send(recording(), cookie.replace("team-manager", "service-manager"), TYPED)), "303 /sign-in");
    assert.equal((await send(recording(), cookie, TYPED, { origin: "http://elsewhere" })).status, 403);
    assert.equal((await send(recording(), cookie, { ...TYPED, note: "x".repeat(300 * 1024) }, { "content-length": String(310 * 1024) })).status, 413);
    now += 15 * 24 * HOUR;
    assert.equal(to(await send(recording(), cookie, TYPED)), "303 /sign-in");
    assert.equal(await count(), 0);
  });

  it("is out of reach of another’s statements in the database too", async () => {
    await sample.owner.query("insert into kept_form (account, path, fields) values ($1, '/work/cover', '{}')", [manager.account]);
    const seen = (viewer: typeof manager, text: string, values: string[] = []) => sample.owner.query("set role permanence_app")
      .then(() => asViewer(sample.owner, viewer, (ask) => ask.query(text, values))).finally(() => sample.owner.query("reset role"));
    assert.equal((await seen(manager, "select from kept_form")).rowCount, 1);
    assert.equal((await seen(colleague, "select from kept_form")).rowCount, 0);
    assert.equal((await seen(colleague, "delete from kept_form")).rowCount, 0);
    await assert.rejects(seen(colleague, "insert into kept_form (account, path, fields) values ($1, '/', '{}')", [manager.account]), { code: "42501" });
    await assert.rejects(seen(manager, "update kept_form set path = '/'"), { code: "42501" });
  });
});

describe("a form of a page that somebody else had opened", () => {
  const others = (fields: Fields = TYPED, of = manager.account): Fields => ({ ...fields, [PAGE_OF]: pageTag(KEY, of) });

  it("is not done by whoever has signed in since, is kept for its owner and written down", async () => {
    now = START;
    const mine = await signIn(manager);
    const [, tag = ""] = new RegExp(`name="${PAGE_OF}" value="([^"]+)"`).exec(await look(recording(), mine.cookie)) ?? [];
    assert.equal(tag, pageTag(KEY, manager.account), "every form of a page says whose it is");
    const { cookie } = await signIn(colleague);
    const answer = await send(recording(), cookie, { ...TYPED, [PAGE_OF]: tag });
    assert.equal(answer.status, 409);
    const said = await answer.text();
    assert.match(said, /Somebody else has signed in since.*You are signed in as Somebody, service-manager, service manager of North\. Nothing has been changed.*kept for a day for the person whose page it was/s);
    assert.ok(!said.includes("Ångström"));
    const { rows: [log] } = await sample.owner.query("select account, outcome, asked from access_log where how = 'another-person’s-form'");
    assert.deepEqual(log, { account: colleague.account, outcome: "refused", asked: `${recording()}, a page of ${manager.account}`.slice(0, 100) });
    assert.match(await look("/kept", cookie), /Nothing is kept for you/);
    const [again] = formsIn(await look("/kept", (await signIn(manager)).cookie));
    assert.deepEqual(again?.fields, TYPED);
  });

  it("is done for its own person, and where it says nothing or what no page of ours says", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    for (const tag of [pageTag(KEY, manager.account), "", "rubbish", pageTag("another key", colleague.account), pageTag(KEY, colleague.account).replace(/.$/, "_"), `${pageTag(KEY, manager.account)}.more`]) {
      assert.equal(to(await send("/work/seen", cookie, { [PAGE_OF]: tag })), "303 /work", tag);
    }
    assert.equal((await send("/work/seen", cookie, others({}, colleague.account))).status, 409);
    assert.equal((await send("/work/seen", cookie, others({}, "nobody.here"))).status, 409, "an account that has gone is another’s too");
    const inPlace = await send(`/children/${child}/dates`, cookie, others({}, colleague.account), { "x-in-place": "yes" });
    assert.equal(inPlace.status, 412);
    assert.match(await inPlace.text(), /^Somebody else has signed in since this page was opened/);
    assert.equal(await count(), 0);
  });

  it("that cannot be read at all is refused, not a fault", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    const answer = await web.request("http://x/work/seen", { method: "POST", body: "nothing of a form", headers: { "origin": "http://x", cookie, "content-type": "multipart/form-data; boundary=x" } });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /This form could not be accepted/);
  });
});

describe("a page that is not for somebody’s role", () => {
  it("is refused and written down, under the record where it is about one", async () => {
    now = START;
    const { cookie } = await signIn(manager);
    for (const path of ["/administration/people?q=Bramblewick", `/children/${child}/seal`]) assert.match(await look(path, cookie), /You cannot do this/);
    const { rows } = await sample.owner.query("select account, role, outcome, asked, how from access_log where how like 'not-for-role%' order by id");
    assert.deepEqual(rows, [["/administration/people", "not-for-role"], [child, "not-for-role /children/…/seal"]].map(([asked, how]) => ({ account: manager.account, role: "team-manager", outcome: "refused", asked, how })));
  });
});
