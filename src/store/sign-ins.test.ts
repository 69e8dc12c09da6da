import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Organisation } from "../domain/access/viewer.ts";
import { openStore, type Store } from "./store.ts";

const NORTH: Organisation = { code: "E10000901", name: "North", type: "local-authority" };

let database: TestDatabase;
let store: Store;
let client: pg.Client;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await store.inTransaction({ type: "operator", authority: NORTH.code }, async (writer) => {
    await writer.addOrganisation(NORTH);
    for (const account of ["ash", "bo"]) {
      await writer.addAccount({ account, name: account, role: "team-manager", organisation: NORTH.code, worker: null });
      await writer.setIdentity({ account, signInName: `${account.toUpperCase()}@north.example`, linkedTo: account === "ash" ? { issuer: "https://login.example", subject: "7" } : null });
      await writer.endSessions(account, "2026-11-20T10:00:00.000Z");
    }
  });
  client = new pg.Client(database.url("permanence_app"));
  await client.connect();
});
after(async () => {
  await Promise.all([client.end(), store.close()]);
  await database.drop();
});

/** What a statement gives, or the code it is refused with, with these settings, as the application. */
async function asking(settings: Readonly<Record<string, string>>, text: string): Promise<number | string> {
  await client.query("begin");
  try {
    for (const [name, value] of Object.entries(settings)) await client.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
    return (await client.query(text)).rowCount ?? 0;
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await client.query("rollback");
  }
}

describe("who signs in as whom", () => {
  test("is found by the name that was registered, or by the provider’s own id, and is changed by operators alone", async () => {
    assert.equal((await store.signIns.registered("Bo@North.example"))?.account, "bo");
    assert.deepEqual(await store.signIns.linked({ issuer: "https://login.example", subject: "7" }), { account: "ash", signInName: "ash@north.example", linkedTo: { issuer: "https://login.example", subject: "7" } });
    assert.equal(await store.signIns.linked({ issuer: "https://other.example", subject: "7" }), undefined);
    assert.equal(await store.signIns.registered(""), undefined);
    const person = { account: "ash", authorities: NORTH.code, writes: NORTH.code };
    assert.equal(await asking({}, "select from identity"), 0);
    assert.equal(await asking(person, "select from identity"), 0);
    assert.equal(await asking(person, "update identity set subject = 'mine', issuer = 'mine'"), 0);
    assert.equal(await asking({ ...person, sign_in_name: "bo@north.example" }, "update identity set subject = 'mine', issuer = 'mine'"), 0);
    assert.equal(await asking(person, "insert into identity (account, sign_in_name) values ('ash', 'mine')"), "42501");
    assert.equal(await asking(person, "delete from identity"), "42501");
  });

  test("sessions are ended by oneself and the operator, never taken up again and never another’s", async () => {
    assert.equal(await store.signIns.endedAt("ash"), "2026-11-20T10:00:00.000Z");
    await store.signIns.end("ash", "2026-11-19T10:00:00.000Z");
    assert.equal(await store.signIns.endedAt("ash"), "2026-11-20T10:00:00.000Z", "an earlier end takes nothing back");
    await store.signIns.end("ash", "2026-11-21T10:00:00.000Z");
    assert.deepEqual([await store.signIns.endedAt("ash"), await store.signIns.endedAt("bo"), await store.signIns.endedAt("nobody")], ["2026-11-21T10:00:00.000Z", "2026-11-20T10:00:00.000Z", undefined]);
    assert.equal(await asking({ account: "ash" }, "update session_end set ended_at = now()"), 1);
    assert.equal(await asking({ account: "ash" }, "update session_end set ended_at = now() where account = 'bo'"), 0);
    assert.equal(await asking({ account: "ash" }, "delete from session_end"), "42501");
  });

  test("a line of the access log is cut, holds no zero byte, and is nobody’s where nobody is known", async () => {
    await store.signIns.log({ outcome: "sign-in-refused", organisation: NORTH.code, how: "openid north", why: `\0${"😀".repeat(200)}` });
    const owner = new pg.Client(database.url());
    await owner.connect();
    const { rows } = await owner.query("select account, organisation, outcome, asked from access_log");
    await owner.end();
    assert.deepEqual(rows, [{ account: "nobody", organisation: NORTH.code, outcome: "sign-in-refused", asked: "😀".repeat(100) }]);
  });
});
