import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { notifyServer, type NotifyServer } from "../../../tests/support/notify-server.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { LEASE_MS, makeSender, type Sender } from "../../app/post/send-waiting.ts";
import { NotSent, type Transport } from "../../app/post/transport.ts";
import { day } from "../../domain/dates/day.ts";
import { NORTH, operatorOf } from "../../store/sample-region.ts";
import { notifyTransport } from "./notify.ts";

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
const KEY = `permanence-${SERVICE}-3d844edf-8d35-48ac-975b-e847b4f122b0`;
const TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
const ADDRESS = "https://permanence.north.example";
const MINUTE = 60_000;

let sample: SampleApp;
let notify: NotifyServer;
let transport: Transport;
let sender: Sender;
let time = Date.parse("2026-11-22T09:00:00.000Z");
const now = (): string => new Date(time).toISOString();
let said: string[];

before(async () => {
  notify = await notifyServer();
  transport = notifyTransport({ key: KEY, template: TEMPLATE, url: notify.url });
  sample = await startSampleApp(day("2026-11-22"), (_app, store) => store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    await writer.addAccount({ account: "ash", name: "Ash", role: "team-manager", organisation: NORTH.code, worker: null, email: "ash@north.example" });
  }), now);
});
beforeEach(async () => {
  said = [];
  notify.requests.length = 0;
  notify.taken.length = 0;
  sender = makeSender(sample.app, { transport, address: ADDRESS, say: (line) => void said.push(line) });
  await sample.store.post.forget("2100-01-01T00:00:00.000Z");
});
after(() => Promise.all([notify.close(), sample.stop()]));

const tell = (messages: number): Promise<void> =>
  sample.store.inTransaction(operatorOf(NORTH), (writer) => writer.addMessages(Array.from({ length: messages }, () => ({
    account: "ash", template: "update-asked", detail: { title: "Tracking meeting", heldOn: "2026-12-08", dueOn: "2026-12-01", count: 2 }, path: "/inbox",
  })), now()));
const standing = async (): Promise<object> => Object.fromEntries(Object.entries((await sample.store.post.standing()).counts).filter(([, n]) => n > 0));

describe("a message by GOV.UK Notify", () => {
  it("fills the one template, under a reference of its own, with the service’s token", async () => {
    await tell(1);
    assert.equal(await sender.round(), 1);
    const [{ method, path, issuer, body } = assert.fail()] = notify.requests;
    assert.deepEqual([method, path, issuer, notify.requests.length], ["POST", "/v2/notifications/email", SERVICE, 1]);
    assert.deepEqual([body["template_id"], body["email_address"]], [TEMPLATE, "ash@north.example"]);
    assert.match(String(body["reference"]), /^[0-9a-f-]{36}$/);
    const { subject, body: text } = body["personalisation"] as { readonly subject: string; readonly body: string };
    assert.equal(subject, "Tracking meeting: your update by 1 December 2026");
    assert.match(text, /2 children you work with[\s\S]*Give the update:\nhttps:\/\/permanence\.north\.example\/inbox\n/);
  });

  it("waits for as long as Notify asks where there were too many in a minute or a day, and then each goes once", async () => {
    for (const [error, wait] of [["RateLimitError", MINUTE], ["TooManyRequestsError", 15 * MINUTE]] as const) {
      await tell(3);
      const asked = notify.requests.length;
      notify.refuse([429, error]);
      assert.equal(await sender.round(), 0);
      time += wait - 1;
      assert.equal(await sender.round(), 0);
      assert.equal(notify.requests.length, asked + 1, "it is left alone until then");
      time += 1;
      assert.equal(await sender.round(), 3);
    }
    assert.equal(new Set(notify.taken).size, 6);
    assert.match(said.join("\n"), /nothing can be sent for now \(notify 429 RateLimitError\)[\s\S]*sent again[\s\S]*\(notify 429 TooManyRequestsError\)/);
    assert.deepEqual(await standing(), { sent: 6 });
  });

  it("waits where Notify has trouble of its own, is not there, or does not take the key", async () => {
    await tell(1);
    for (const [status, error] of [[500, "Exception"], [503, "Exception"], [403, "AuthError"]] as const) {
      notify.refuse([status, error]);
      assert.equal(await sender.round(), 0);
      time += 15 * MINUTE;
    }
    assert.deepEqual(await standing(), { waiting: 1 });
    const nobody = notifyTransport({ key: KEY, template: TEMPLATE, url: "http://127.0.0.1:1" });
    await assert.rejects(nobody.send({ id: "x", to: "ash@north.example", subject: "s", text: "t", calendar: null, again: false }), (error) => error instanceof NotSent && error.ailing === "everything-for-now" && error.fault === "notify ECONNREFUSED");
    assert.equal(await sender.round(), 1);
  });

  it("is given up where Notify will not take it however often, which the operator is told without an address", async () => {
    await tell(2);
    notify.refuse([400, "ValidationError"]);
    assert.equal(await sender.round(), 1);
    assert.deepEqual(await standing(), { failed: 1, sent: 1 });
    assert.match(said.join("\n"), /^mail: message [0-9a-f-]{36} is given up after one try \(notify 400 ValidationError\)/);
    assert.doesNotMatch(said.join("\n"), /@/);
  });

  it("that may have been sent already is asked for by its reference first, and not sent twice", async () => {
    await tell(2);
    // Two are taken by a process that then ends: it sent one of them.
    const one = await sample.store.post.claim(now(), new Date(time + LEASE_MS).toISOString());
    const two = await sample.store.post.claim(now(), new Date(time + LEASE_MS).toISOString());
    assert.ok(one !== undefined && two !== undefined);
    notify.taken.push(one.message);
    time += LEASE_MS;
    assert.equal(await sender.round(), 2);
    assert.deepEqual([...notify.taken].sort(), [one.message, two.message].sort());
    assert.deepEqual(await standing(), { sent: 2 });
  });
});
