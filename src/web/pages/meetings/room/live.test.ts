import assert from "node:assert/strict";
import { after, before, describe, it, mock } from "node:test";
import type { Hono } from "hono";
import { type Sat, sitDown } from "../../../../../tests/support/meeting-room.ts";
import { type SampleApp, startSampleApp } from "../../../../../tests/support/sample-app.ts";
import { makeApp } from "../../../../app/app.ts";
import { endOwnSessions } from "../../../../app/sign-in/sessions.ts";
import { day } from "../../../../domain/dates/day.ts";
import type { Role } from "../../../../domain/access/role.ts";
import { addChild, IN_CARE, NORTH, operatorOf, personIn, WITH_ORDER } from "../../../../store/sample-region.ts";
import { openStore, type Store } from "../../../../store/store.ts";
import { createApp } from "../../../app.tsx";
import type { WebEnv } from "../../../deps.ts";

const TODAY = day("2026-06-10");
const minutes = personIn(NORTH, "tracking-administrator");
const worker = personIn(NORTH, "social-worker");
let sample: SampleApp;
let other: Store;
let [here, there]: [Hono<WebEnv>, Hono<WebEnv>] = [undefined as never, undefined as never];
let sat: Sat;
let now = Date.now();

before(async () => {
  const children: string[] = [];
  sample = await startSampleApp(TODAY, (_app, store) => store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    for (const role of ["tracking-administrator", "social-worker"] satisfies Role[]) {
      await writer.addAccount({ account: personIn(NORTH, role).account, name: `Somebody, ${role}`, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW1" : null });
    }
    children.push(await addChild(writer, NORTH.code, "N1", [...WITH_ORDER, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW1" } }]), await addChild(writer, NORTH.code, "N2", IN_CARE));
  }));
  sat = await sitDown(sample.app, minutes, TODAY, children, []);
  other = openStore(sample.url(), { today: () => TODAY });
  const deps = { sessionKey: "a key for the test", demonstration: true, secure: false, log: (line: string) => assert.doesNotMatch(line, /^fault/) };
  here = createApp({ ...deps, app: sample.app });
  there = createApp({ ...deps, app: makeApp(other, sample.app.clock, sample.app.identityKey) });
  mock.method(Date, "now", () => now);
});
after(async () => {
  mock.restoreAll();
  await other.close();
  await sample.stop();
});

type Fields = Readonly<Record<string, string>>;
const send = (web: Hono<WebEnv>, path: string, cookie: string, fields: Fields, headers: Fields = {}): Promise<Response> =>
  Promise.resolve(web.request(`http://x${path}`, { method: "POST", body: new URLSearchParams(fields), headers: { origin: "http://x", cookie, ...headers } }));
const signIn = async (account: string): Promise<string> => (await send(here, "/sign-in", "", { account })).headers.get("set-cookie")?.split(";")[0] ?? "";
const room = (path = ""): string => `/meetings/${sat.meeting}${path}`;
const save = (web: Hono<WebEnv>, cookie: string, fields: Fields): Promise<Response> => send(web, room(`/room/${sat.items[0]}`), cookie, fields, { "x-in-place": "yes" });

interface Told {
  readonly whole: boolean;
  readonly texts?: Readonly<Record<string, { readonly text: string; readonly revision: number }>>;
  readonly beside?: Readonly<Record<string, string>>;
  readonly missing?: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly gone?: true;
}

/** Follows the meeting; `next` gives what is told next that is so. */
async function follow(web: Hono<WebEnv>, cookie: string, item = sat.items[0]!) {
  const response = await web.request(`http://x${room(`/live?item=${item}`)}`, { headers: { cookie, "accept-encoding": "gzip" } });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    response,
    async next(so: (told: Told) => boolean): Promise<Told | "over"> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) return "over";
          text += value;
          continue;
        }
        const [line = ""] = [text.slice(0, end)];
        text = text.slice(end + 2);
        const told = line.startsWith("data: ") ? (JSON.parse(line.slice(6)) as Told) : undefined;
        if (told !== undefined && so(told)) return told;
      }
    },
    close: () => reader.cancel(),
  };
}

describe("a meeting followed from another process", () => {
  it("begins with the whole, and tells each box as it is saved, packed and held back by nothing", async () => {
    const [writes, follows] = [await signIn(minutes.account), await signIn(worker.account)];
    await save(here, writes, { box: "discussion", text: "Begun", on: "0" });
    const live = await follow(there, follows);
    assert.deepEqual(["content-type", "content-encoding", "cache-control"].map((name) => live.response.headers.get(name)), ["text/event-stream; charset=utf-8", null, "no-store, no-transform"]);
    const whole = await live.next(({ whole: all }) => all);
    assert.ok(whole !== "over" && whole.texts?.["discussion"]?.text === "Begun" && /1 person here/.test(whole.parts["status"]!), JSON.stringify(whole));
    assert.deepEqual(await (await save(here, writes, { box: "actions/a1/dueOn", text: "9 July 2026", on: "0" })).json().then((saved) => {
      const { outcome, shown, missing } = saved as { outcome: string; shown: string; missing: Record<string, string> };
      return [outcome, shown, /Say what is to be done/.test(missing["a1"] ?? "")];
    }), ["saved", "9 July 2026", true]);
    const told = await live.next(({ texts }) => texts?.["actions/a1/dueOn"] !== undefined);
    assert.ok(told !== "over" && told.texts!["actions/a1/dueOn"]!.text === "9 July 2026" && /Say by whom/.test(told.missing!["a1"]!));
    assert.deepEqual([...(await sample.app.store.reader(minutes).meetings.texts(sat.items[0]!, ["actions/a1/dueOn"]))].map(({ text }) => text), ["2026-07-09"]);
    await save(there, follows, { box: "discussion", text: "Begun, I think", on: "1", window: "w", nth: "1" });
    const beside = await live.next(({ beside: words }) => words?.["discussion"] !== undefined);
    assert.ok(beside !== "over" && /Suggested by you/.test(beside.beside!["discussion"]!) && !/Use this/.test(beside.beside!["discussion"]!));
    await send(there, room(`/room/${sat.items[0]}/comment`), follows, { comment: "The <b>carers</b> agree" });
    const said = await live.next(({ parts }) => /carers/.test(parts["comments"] ?? ""));
    assert.ok(said !== "over" && !/<b>/.test(said.parts["comments"]!));
    await live.close();
  });

  it("tells nothing of a child whom its reader may not open", async () => {
    const [writes, follows] = [await signIn(minutes.account), await signIn(worker.account)];
    await send(here, room(`/room/${sat.items[1]}`), writes, { box: "discussion", text: "Hidden words", on: "0" }, { "x-in-place": "yes" });
    const live = await follow(there, follows, sat.items[1]);
    const told = await live.next(() => true);
    assert.ok(told !== "over" && told.gone === true);
    assert.doesNotMatch(JSON.stringify(told), /Hidden words|N2/);
    assert.equal((await there.request(`http://x${room(`/room/${sat.items[1]}`)}`, { headers: { cookie: follows } })).status, 404);
    await live.close();
  });

  it("is no use of the session, and ends when its reader signs out anywhere", async () => {
    const [writes, follows] = [await signIn(minutes.account), await signIn(worker.account)];
    now += 10 * 60_000;
    const live = await follow(there, follows);
    assert.equal(live.response.headers.get("set-cookie"), null);
    assert.ok((await there.request(`http://x${room("/room")}`, { headers: { cookie: follows } })).headers.has("set-cookie"), "opening a page is");
    await live.next(({ whole }) => whole);
    await endOwnSessions(sample.app, worker);
    now += 1_000;
    await save(here, writes, { box: "securing", text: "Carers assessed", on: "0" });
    assert.equal(await live.next(({ texts }) => texts?.["securing"] !== undefined), "over");
  });
});

describe("the room without scripts", () => {
  it("keeps what was changed on the form, beside what somebody else typed meanwhile, and goes on", async () => {
    const writes = await signIn(minutes.account);
    const path = room(`/room/${sat.items[0]}`);
    const html = async (): Promise<string> => (await here.request(`http://x${path}`, { headers: { cookie: writes } })).text();
    const fieldsOf = (page: string): Fields => Object.fromEntries([
      ...[...page.matchAll(/<input type="hidden" name="((?:was|on):[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
      ...[...page.matchAll(/<textarea[^>]*name="(text:[^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)].map(([, name, value]) => [name!, value!]),
    ]);
    const page = await html();
    const fields = fieldsOf(page);
    await save(here, writes, { box: "timescales", text: "Panel in July", on: "0", window: "elsewhere", nth: "1" });
    const sent = await send(here, path, writes, { ...fields, "text:timescales": "Panel in August", "text:other": "Well\r\nand good", "do": `move ${sat.items[1]}` });
    assert.deepEqual([sent.status, sent.headers.get("location")], [303, room("/room")]);
    const rows = new Map((await sample.app.store.reader(minutes).meetings.texts(sat.items[0]!)).map(({ box, text }) => [box, text]));
    assert.deepEqual([rows.get("timescales"), rows.get("other"), rows.get("discussion")], ["Panel in July", "Well\nand good", "Begun"]);
    assert.match(await html(), /Typed at the same time by you[^]*Panel in August[^]*Use this/);
    assert.equal((await sample.app.store.reader(minutes).meetings.meeting(sat.meeting))?.currentItem, sat.items[1]);
    const wrong = await send(here, path, writes, { ...fieldsOf(await html()), "text:classification": "none such", "was:classification": "" });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /Permanence classification: choose one of the list/);
  });
});
