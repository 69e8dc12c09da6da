import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { expectConsole } from "../../tests/support/console.ts";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { mailServer } from "../../tests/support/mail-server.ts";
import { makeApp } from "../app/app.ts";
import { readHeadLines } from "../app/proof/head-lines.ts";
import { headsNow } from "../app/proof/keep-proof.ts";
import { writeOnce } from "../app/proof/write-once.ts";
import { day } from "../domain/dates/day.ts";
import { makeSampleRegion, NORTH, personIn } from "../store/sample-region.ts";
import { openStore, type Store } from "../store/store.ts";
import { mailHeads } from "./heads/mail.ts";
import { keepUp } from "./upkeep.ts";

let database: TestDatabase;
let stores: Store[];
let folder: string;
let northInCare: string;

before(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), "permanence-heads-"))]);
  stores = [openStore(database.url()), openStore(database.url())];
  ({ ids: { northInCare } } = await makeSampleRegion(stores[0] ?? assert.fail()));
});
after(async () => {
  await Promise.all([...stores.map((store) => store.close()), rm(folder, { recursive: true })]);
  await database.drop();
});

async function until(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; !(await done()); tries++) {
    assert.ok(tries < 500, what);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const fileOf = (day: string): string => join(folder, `heads-${day}.jsonl`);

const apps = (today: string) => stores.map((store) => makeApp(store, { today: () => day(today), now: () => `${today}T12:00:00.000Z` }));

describe("what serving processes do in the background", () => {
  it("is done once however many they are: lines chained, a day’s heads written to the folder, and what reports read", async () => {
    const [first = assert.fail()] = stores;
    await first.reporting.letIn({ login: "bi_of_north", authority: NORTH.code, reads: "figures", addedAt: "2026-02-01T11:00:00.000Z" });
    const said: string[] = [];
    const upkeeps = apps("2026-02-01").map((app) => keepUp(app, { heads: { folder, mail: undefined }, every: 10, say: (line) => void said.push(line) }));
    for (let i = 0; i < 20; i++) await first.accessLog(personIn(NORTH, "team-manager")).opened(northInCare, "child-page");
    await until(async () => (await readdir(folder)).includes("heads-2026-02-01.jsonl"), "no heads were written");
    await until(async () => (await first.reporting.copies()).length > 0, "no copy for reports was made");
    assert.deepEqual(await first.reporting.copies(), [{ authority: NORTH.code, asAtOn: "2026-02-01", madeAt: "2026-02-01T12:00:00.000Z" }]);
    await Promise.all(upkeeps.map(({ stop }) => stop()));
    assert.deepEqual(said, []);
    assert.deepEqual(await readdir(folder), ["heads-2026-02-01.jsonl"]);
    const read = readHeadLines(await readFile(fileOf("2026-02-01"), "utf8"));
    assert.ok("heads" in read && read.heads.length >= 4);
    const [app = assert.fail()] = apps("2026-02-01");
    const access = (await headsNow(app)).find(({ book }) => book === "access");
    assert.ok((access?.number ?? 0) > 0, "all is chained once they have stopped");
  });

  it("never writes over a file, and tries a day again that failed", async () => {
    const file = fileOf("2026-02-02");
    await writeOnce(file, "what was there\n");
    await assert.rejects(writeOnce(file, "other"), { code: "EEXIST" });
    const said: string[] = [];
    const [app = assert.fail()] = apps("2026-02-02");
    const server = new URL("smtp://127.0.0.1:1");
    const upkeep = keepUp(app, { heads: { folder, mail: { to: ["audit@council.example"], from: "permanence@council.example", server } }, every: 5, say: (line) => void said.push(line) });
    await until(() => said.length >= 2, "the failure was not told twice");
    await upkeep.stop();
    assert.match(said.join("\n"), /^(the heads of the chains were not published: \w+\n?)+$/);
    assert.equal(await readFile(file, "utf8"), "what was there\n");
    // What was there is no whole file of heads: they are beside it, once, however often the mail failed.
    assert.deepEqual((await readdir(folder)).sort(), ["heads-2026-02-01.jsonl", "heads-2026-02-02-2.jsonl", "heads-2026-02-02.jsonl"]);
    const mail = await mailServer({ disabledCommands: ["STARTTLS"] });
    const again = keepUp(app, { heads: { folder, mail: { to: ["audit@council.example"], from: "permanence@council.example", server: new URL(`smtp://127.0.0.1:${mail.port}`) } }, every: 5, say: (line) => void said.push(line) });
    await until(() => mail.mails.length > 0, "no mail came");
    await again.stop();
    await mail.close();
    const [sent = ""] = mail.mails;
    assert.match(sent, /^Subject: Permanence Tracker: heads of the chains, 2026-02-02\r$/m);
    assert.match(sent, /filename=heads-2026-02-02\.jsonl/);
    assert.equal(mail.mails.length, 1);
  });
});

describe("mail", () => {
  const heads = { to: ["audit@council.example"], from: "permanence@council.example" };

  it("carries the lines as they are", async () => {
    const server = await mailServer({ disabledCommands: ["STARTTLS"] });
    const [app = assert.fail()] = apps("2026-02-03");
    const lines = (await headsNow(app)).map((head) => JSON.stringify(head)).join("\n");
    await mailHeads({ ...heads, server: new URL(`smtp://127.0.0.1:${server.port}`) }, "2026-02-03", `${lines}\n`);
    await server.close();
    const encoded = /filename=heads-2026-02-03\.jsonl\r\n(?:.+\r\n)*\r\n([\w+/=\r\n]+)/.exec(server.mails[0] ?? "")?.[1] ?? "";
    const carried = /Content-Transfer-Encoding: base64/.test(server.mails[0] ?? "") ? Buffer.from(encoded, "base64").toString() : "";
    assert.equal(carried, `${lines}\n`);
  });

  it("is not sent to a server whose certificate nobody vouches for, nor with a password that it does not take", async (t) => {
    expectConsole(t, /built-in default TLS certificate/);
    const server = await mailServer({ secure: true });
    await assert.rejects(mailHeads({ ...heads, server: new URL(`smtps://127.0.0.1:${server.port}`) }, "2026-02-03", "x\n"), /certificate/);
    await server.close();
    const strict = await mailServer({ authOptional: false, disabledCommands: ["STARTTLS"], onAuth: (auth, _session, done) => (auth.password === "right" ? done(null, { user: "one" }) : done(new Error("no"))) });
    const url = (password: string): URL => new URL(`smtp://user:${password}@127.0.0.1:${strict.port}`);
    await assert.rejects(mailHeads({ ...heads, server: url("wrong") }, "2026-02-03", "x\n"), { code: "EAUTH" });
    await mailHeads({ ...heads, server: url("right") }, "2026-02-03", "x\n");
    await strict.close();
    assert.deepEqual([server.mails.length, strict.mails.length], [0, 1]);
  });
});
