import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { mailServer } from "../../../tests/support/mail-server.ts";
import { type App, makeApp } from "../../app/app.ts";
import { GIVE_UP_AFTER_MS, LEASE_MS, makeSender, setPostAside } from "../../app/post/send-waiting.ts";
import { NotSent, type Transport } from "../../app/post/transport.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { NORTH, operatorOf } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { smtpTransport } from "./smtp.ts";

const ADDRESS = "https://permanence.north.example";
const FROM = "permanence@north.example";
const MINUTE = 60_000;
const DETAIL = { title: "Permanence tracking meeting", heldOn: "2026-12-08" };

let database: TestDatabase;
let stores: Store[];
let apps: App[];
let time = Date.parse("2026-11-22T09:00:00.000Z");
let said: string[];
const say = (line: string): void => void said.push(line);
const clock = { today: (): Day => day("2026-11-22"), now: () => new Date(time).toISOString() };

before(async () => {
  database = await createTestDatabase();
  stores = [openStore(database.url()), openStore(database.url())];
  apps = stores.map((store) => makeApp(store, clock));
  await stores[0]?.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    for (const account of ["ash", "elm", "gone", "quiet"]) {
      await writer.addAccount({ account, name: account, role: "team-manager", organisation: NORTH.code, worker: null, email: account === "quiet" ? null : `${account}@north.example` });
    }
  });
});
beforeEach(async () => {
  said = [];
  // Each begins with nothing waiting.
  await first().store.post.forget("2100-01-01T00:00:00.000Z");
});
after(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
});

const first = (): App => apps[0] ?? assert.fail();

/** Writes messages to somebody, each of its own. */
const tell = (account: string, messages = 1, calendar?: string): Promise<void> =>
  first().store.inTransaction(operatorOf(NORTH), (writer) =>
    writer.addMessages(Array.from({ length: messages }, () => ({ account, template: "agenda-sent", detail: DETAIL, path: "/meetings/11111111-1111-4111-8111-111111111111", ...(calendar === undefined ? {} : { calendar }) })), clock.now()));

const standing = async (): Promise<object> => Object.fromEntries(Object.entries((await first().store.post.standing()).counts).filter(([, n]) => n > 0));
const smtp = (port: number): Transport => smtpTransport({ from: FROM, server: new URL(`smtp://127.0.0.1:${port}`) }, ADDRESS);
const header = (mail: string, name: string): string | undefined => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "mi").exec(mail)?.[1];
const ids = (mails: readonly string[]): readonly string[] => mails.map((mail) => header(mail, "Message-ID") ?? assert.fail());
const plain = { disabledCommands: ["STARTTLS"] };

describe("a message by a mail server", () => {
  it("has its words, its link, its invitation and an id of its own at the tracker’s host, and nothing else", async () => {
    const server = await mailServer(plain);
    await tell("ash", 1, "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n");
    assert.equal(await makeSender(first(), { transport: smtp(server.port), address: ADDRESS, say }).round(), 1);
    await server.close();
    const [mail = ""] = server.mails;
    assert.equal(header(mail, "To"), "ash@north.example");
    assert.equal(header(mail, "From"), FROM);
    assert.equal(header(mail, "Subject")?.replaceAll("\r\n", ""), "Permanence tracking meeting: the agenda for 8 December 2026");
    assert.match(header(mail, "Message-ID") ?? "", /^<[0-9a-f-]{36}@permanence\.north\.example>$/);
    assert.doesNotMatch(mail, /^X-/m);
    assert.match(mail, /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    assert.match(mail.replaceAll("=\r\n", ""), /^https:\/\/permanence\.north\.example\/meetings\/11111111-1111-4111-8111-111111111111\r$/m);
    assert.deepEqual([await standing(), said], [{ sent: 1 }, []]);
  });

  it("waits while the server is away, is told of once, and goes once it is back", async () => {
    const before = await mailServer(plain);
    await before.close();
    await tell("ash", 3);
    const sender = makeSender(first(), { transport: smtp(before.port), address: ADDRESS, say });
    assert.equal(await sender.round(), 0);
    time += MINUTE;
    assert.equal(await sender.round(), 0);
    assert.deepEqual(await standing(), { waiting: 3 });
    assert.match(said.join("\n"), /^mail: nothing can be sent for now \(smtp ESOCKET[\w ]*\)\. What waits is kept, and tried again$/);
    const back = await mailServer(plain, before.port);
    time += 15 * MINUTE;
    assert.equal(await sender.round(), 3);
    time += 15 * MINUTE;
    assert.equal(await sender.round(), 0);
    await back.close();
    assert.equal(new Set(ids(back.mails)).size, 3);
    assert.deepEqual([await standing(), said.slice(1)], [{ sent: 3 }, ["mail: messages are sent again"]]);
  });

  it("goes out once however many processes send", async () => {
    const server = await mailServer(plain);
    await Promise.all([tell("ash", 15), tell("elm", 15)]);
    const sent = await Promise.all([...apps, ...apps].map((app) => makeSender(app, { transport: smtp(server.port), address: ADDRESS, say }).round()));
    await server.close();
    assert.equal(sent.reduce((a, b) => a + b, 0), 30);
    assert.deepEqual([server.mails.length, new Set(ids(server.mails)).size], [30, 30]);
  });

  it("has the same id again where a process ended between sending it and noting that", async () => {
    const server = await mailServer(plain);
    await tell("ash");
    const { post } = first().store;
    const killed = makeSender({ ...first(), store: { ...first().store, post: { ...post, note: () => new Promise(() => undefined) } } }, { transport: smtp(server.port), address: ADDRESS, say });
    void killed.round();
    for (let i = 0; i < 500 && server.mails.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    const other = makeSender(first(), { transport: smtp(server.port), address: ADDRESS, say });
    assert.equal(await other.round(), 0, "it is another’s yet");
    time += LEASE_MS;
    assert.equal(await other.round(), 1);
    await server.close();
    const [one, again, ...more] = ids(server.mails);
    assert.deepEqual([again, more], [one, []]);
    assert.deepEqual(await standing(), { sent: 1 });
  });

  it("is noted, and not sent again, once a database that did not answer does", async () => {
    const server = await mailServer(plain);
    await tell("ash");
    const { post } = first().store;
    let away = true;
    const app: App = { ...first(), store: { ...first().store, post: { ...post, note: async (...what) => (away ? Promise.reject(new Error("away")) : post.note(...what)) } } };
    const sender = makeSender(app, { transport: smtp(server.port), address: ADDRESS, say });
    await assert.rejects(sender.round(), /away/);
    away = false;
    time += LEASE_MS;
    assert.equal(await sender.round(), 0);
    await server.close();
    assert.deepEqual([server.mails.length, await standing()], [1, { sent: 1 }]);
  });

  it("is given up where the server refuses whom it is for, put off where it says later, and keeps nobody else’s waiting", async () => {
    let refusing = true;
    const server = await mailServer({
      ...plain,
      onRcptTo: ({ address }, _session, done) => {
        const code = !refusing ? undefined : address.startsWith("ash") ? 550 : address.startsWith("elm") ? 451 : undefined;
        done(code === undefined ? null : Object.assign(new Error(`${address} is not to be told of`), { responseCode: code }));
      },
    });
    await tell("ash");
    await tell("elm");
    await tell("gone");
    const sender = makeSender(first(), { transport: smtp(server.port), address: ADDRESS, say });
    assert.equal(await sender.round(), 1);
    assert.deepEqual(await standing(), { waiting: 1, sent: 1, failed: 1 });
    assert.deepEqual((await first().store.post.standing()).faults.map(({ fault }) => fault).sort(), ["smtp 451 RCPT TO", "smtp 550 RCPT TO"]);
    assert.match(said.join("\n"), /^mail: message [0-9a-f-]{36} is given up after one try \(smtp 550 RCPT TO\)\. It is in its reader’s inbox; bin\/permanence post says how to try again$/);
    refusing = false;
    assert.equal(await first().store.post.again(clock.now()), 1);
    time += MINUTE;
    assert.equal(await sender.round(), 2);
    await server.close();
    assert.deepEqual(await standing(), { sent: 3 });
  });
});

describe("a message", () => {
  const never: Transport = { send: () => Promise.reject(new Error("nothing is to be sent")), rest: () => undefined };

  it("is in the inbox alone for whoever has no address or has left, and for everybody where there is no way to send", async () => {
    await tell("quiet");
    await tell("gone");
    const leaving = (leftOn: Day | null) => first().store.inTransaction(operatorOf(NORTH), (writer) => writer.addAccount({ account: "gone", name: "gone", role: "team-manager", organisation: NORTH.code, worker: null, email: "gone@north.example", leftOn }));
    await leaving(clock.today());
    assert.equal(await makeSender(first(), { transport: never, address: ADDRESS, say }).round(), 0);
    await leaving(null);
    assert.deepEqual((await first().store.post.standing()).faults.map(({ fault }) => fault).sort(), ["has left", "no address"]);
    await tell("ash", 2);
    assert.equal(await setPostAside(first()), 2);
    assert.deepEqual([await standing(), said], [{ "not-sent": 4 }, []]);
  });

  it("is tried for three days, at growing intervals, and then given up aloud", async () => {
    await tell("ash");
    const begun = time;
    let tries = 0;
    const away: Transport = { send: () => Promise.reject(new NotSent("everything-for-now", `smtp ESOCKET <ash@north.example>`)).finally(() => (tries += 1)), rest: () => undefined };
    const sender = makeSender(first(), { transport: away, address: ADDRESS, say });
    const waits: number[] = [];
    for (let last = time; waits.length < 7; time += MINUTE) {
      const had = tries;
      await sender.round();
      if (tries === had) continue;
      waits.push((time - last) / MINUTE);
      last = time;
    }
    assert.deepEqual(waits, [0, 1, 2, 4, 8, 15, 15]);
    time = begun + GIVE_UP_AFTER_MS + MINUTE;
    await sender.round();
    assert.deepEqual(await standing(), { failed: 1 });
    assert.equal(said.length, 2);
    assert.match(said[1] ?? "", /is given up after \d+ tries \(smtp ESOCKET ash north example\)/);
  });

  it("waits for another round where the process is to stop, and nothing is lost", async () => {
    await tell("ash", 3);
    let sent = 0;
    const sender = makeSender(first(), { transport: { send: () => Promise.resolve(void sender.stop()).then(() => void (sent += 1)), rest: () => undefined }, address: ADDRESS, say });
    assert.equal(await sender.round(), 1);
    assert.deepEqual([sent, await standing()], [1, { waiting: 2, sent: 1 }]);
  });
});
