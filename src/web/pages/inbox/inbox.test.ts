import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Hono } from "hono";
import { type SampleApp, startSampleApp } from "../../../../tests/support/sample-app.ts";
import { day } from "../../../domain/dates/day.ts";
import { NORTH, operatorOf } from "../../../store/sample-region.ts";
import { createApp } from "../../app.tsx";
import type { WebEnv } from "../../deps.ts";

const ORIGIN = "http://localhost";
const DETAIL = { title: "Tracking meeting", heldOn: "2026-12-08" };

let sample: SampleApp;
let web: Hono<WebEnv>;

before(async () => {
  sample = await startSampleApp(day("2026-11-22"), (_app, store) => store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    for (const [account, role] of [["ash", "team-manager"], ["elm", "auditor"]] as const) await writer.addAccount({ account, name: `Of ${account}`, role, organisation: NORTH.code, worker: null });
    await writer.addMessages([
      { account: "ash", template: "agenda-sent", detail: DETAIL, path: "/work/week", key: "agenda" },
      { account: "ash", template: "agenda-sent", detail: DETAIL, path: "/work/week", key: "agenda" },
      { account: "ash", template: "meeting-cancelled", detail: DETAIL, path: "/drift" },
    ], "2026-11-20T09:00:00.000Z");
  }));
  web = createApp({ app: sample.app, sessionKey: "the key of the tests, which signs no real cookie", demonstration: true, secure: false, log: () => undefined });
});
after(() => sample.stop());

const post = (path: string, form: Readonly<Record<string, string>>, cookie = ""): Promise<Response> =>
  Promise.resolve(web.request(path, { method: "POST", body: new URLSearchParams(form), headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded", cookie } }));

/** Who reads and presses as somebody. */
async function as(account: string) {
  const cookie = ((await post("/sign-in", { account })).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return {
    text: async (): Promise<string> => (await web.request("/inbox", { headers: { cookie } })).text(),
    press: (form: Readonly<Record<string, string>>) => post("/inbox", form, cookie),
  };
}
const idsIn = (text: string): readonly string[] => [...text.matchAll(/name="message" value="([^"]+)"/g)].map(([, id]) => id ?? "");
const unreadIn = (text: string): string | undefined => /pt-header__unread">(\d+)/.exec(text)?.[1];

describe("the inbox", () => {
  it("has what one was told, once, in the words of the mail; each is read when it is opened or said to be", async () => {
    const ash = await as("ash");
    const text = await ash.text();
    assert.equal(unreadIn(text), "2");
    assert.match(text, /2 messages not read[^]*Tracking meeting: (cancelled on|the agenda for) 8 December 2026/);
    const [first = "", second = ""] = idsIn(text);
    const opened = await ash.press({ message: first, then: "open" });
    assert.ok(["/drift", "/work/week"].includes(opened.headers.get("location") ?? ""));
    assert.equal(unreadIn(await ash.text()), "1");
    assert.equal((await ash.press({ message: second, then: "stay" })).headers.get("location"), "/inbox");
    const read = await ash.text();
    assert.deepEqual([unreadIn(read), idsIn(read)], [undefined, []]);
    assert.match(read, />Read<[^]*href="\/drift"/);
  });

  it("is one’s own: nobody sees or reads another’s message, and who was told nothing is told so", async () => {
    const elm = await as("elm");
    const { rows: [message] } = await sample.owner.query<{ id: string }>("update message set read_at = null returning id");
    const text = await elm.text();
    assert.match(text, /You have no messages/);
    assert.deepEqual([unreadIn(text), idsIn(text)], [undefined, []]);
    for (const one of [message?.id ?? assert.fail(), "11111111-1111-4111-8111-111111111111", "nothing"]) assert.equal((await elm.press({ message: one, then: "open" })).status, 404);
    assert.equal((await elm.press({})).status, 303);
    const ash = await as("ash");
    assert.equal(unreadIn(await ash.text()), "2");
    await ash.press({});
    assert.equal(unreadIn(await ash.text()), undefined);
  });
});
