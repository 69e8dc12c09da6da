import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { LAUNCHER, permanence, permanenceHere } from "../support/permanence.ts";

const CODE = "E08000019";
const LIST = `
- id: council
  name: Our Council
  issuer: https://login.example/council
  client-id: permanence
  client-secret: hush
  organisations: [${CODE}]
  roles: { Manager: team-manager }
`;

let database: TestDatabase;
let folder: string;
before(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), "permanence-serve-"))]);
});
after(() => Promise.all([database.drop(), rm(folder, { recursive: true })]));

describe("serve", () => {
  test("half configured does not start, and says all that is missing at once", async () => {
    const { status, out, err } = await permanence(["serve"], { SESSION_KEY: "short", HEADS_MAIL: "audit@council.example" });
    assert.deepEqual([status, out], [1, ""]);
    for (const name of ["DATABASE_URL", "PUBLIC_ADDRESS", "SESSION_KEY has 5 characters", "IDENTITY_KEY", "SIGN_IN_FILE", "MAIL_FROM", "MAIL_SERVER"]) assert.ok(err.includes(`  - ${name}`), `${name}: ${err}`);
    assert.doesNotMatch(err, /short|\n\s+at /);
  });

  test("whole, it asks people to sign in and lets nobody choose who to be; and never before invented people", async () => {
    await writeFile(join(folder, "providers.yaml"), LIST);
    const env = {
      PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", PORT: "0", DATABASE_URL: database.url(), SESSION_KEY: "k".repeat(40), IDENTITY_KEY: Buffer.alloc(32, "k").toString("base64"),
      PUBLIC_ADDRESS: "https://permanence.example", SIGN_IN_FILE: join(folder, "providers.yaml"), HEADS_DIR: folder,
    };
    const owner = new pg.Client(database.url());
    await owner.connect();
    await owner.query("insert into access_log (account, organisation, outcome, how) values ('nobody', $1, 'sign-in-refused', 'council')", [CODE]);
    await owner.end();
    const child = spawn(LAUNCHER, ["serve"], { env, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => void said.push(data.toString()));
    try {
      for (let tries = 0; !said.join("").includes("Press Ctrl-C"); tries++) {
        assert.ok(tries < 600 && child.exitCode === null, said.join(""));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const [, url = ""] = /at (http:\S+)/.exec(said.join("")) ?? [];
      assert.match(said.join(""), new RegExp(`no organisation ${CODE} here yet`));
      const page = await fetch(`${url}/sign-in`);
      assert.match(await page.text(), /Sign in with Our Council/);
      assert.match(page.headers.get("strict-transport-security") ?? "", /max-age=31536000/);
      const chosen = await fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", body: new URLSearchParams({ account: "harrowmere.team-manager" }), headers: { origin: "https://permanence.example" } });
      assert.deepEqual([chosen.headers.get("location"), chosen.headers.get("set-cookie")], ["/sign-in", null]);
    } finally {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    assert.match(said.join(""), /^\d{4}-\d\d-\d\dT[\d:.]+Z GET \/sign-in 200 \d+ ms$/m, "the log says when");
    const heads = (await readdir(folder)).find((name) => /^heads-\d{4}-\d\d-\d\d\.jsonl$/.test(name)) ?? assert.fail("no heads");
    assert.match(await readFile(join(folder, heads), "utf8"), new RegExp(`^\\{"authority":"${CODE}","book":"access","number":1,`), "the log of access is chained, and heads are published");
  });
});

describe("account", () => {
  const call = (...args: string[]) => permanenceHere(["account", ...args], database.url());

  test("adds a person once their organisation is here, changes them, and refuses what is not a role", async () => {
    const adding = (role: string) => call("add", "ash.rowan", "Ash Rowan", "--role", role, "--organisation", CODE, "--sign-in-name", "Ash.Rowan@council.example");
    assert.match((await adding("team-manager")).err, /bin\/permanence authority add E08000019/);
    assert.equal((await permanenceHere(["authority", "add", CODE, "Our Council"], database.url())).status, 0);
    assert.match((await adding("king")).err, /There is no role “king”\. The roles are tracking-administrator/);
    assert.match((await adding("team-manager")).out, /ash\.rowan is here: Ash Rowan, team-manager of E08000019/);
    const other = await call("add", "other", "Other", "--role", "team-manager", "--organisation", CODE, "--sign-in-name", "ash.rowan@council.example");
    assert.deepEqual([other.status, other.err.trim()], [1, "ash.rowan@council.example is already the sign-in name of ash.rowan"]);
    const mailed = (email: string) => call("add", "ash.rowan", "Ash Rowan", "--role", "team-manager", "--organisation", CODE, "--email", email);
    assert.match((await mailed("Ash Rowan <ash@council.example>")).err, /is not an e-mail address\. Enter one e-mail address/);
    assert.equal((await mailed("Ash.Rowan@Council.Example")).status, 0);
    assert.match((await call("list", "--organisation", CODE)).out, /e-mail[^]*Ash\.Rowan@council\.example/);
    assert.match((await call("sign-out", "ash.rowan")).out, /signed out everywhere/);
    assert.equal((await call("sign-out", "nobody.here")).status, 1);
  });

  test("is told of, and the queue of messages says how it stands, and tries again what was given up", async () => {
    const post = (...args: string[]) => permanenceHere(["post", ...args], database.url());
    assert.match((await post()).out, /^waiting +0 +wait to be sent[^]*Nothing waits\n$/);
    const { openStore } = await import("../../src/store/store.ts");
    const store = openStore(database.url());
    await store.inTransaction({ type: "operator", authority: CODE }, (writer) =>
      writer.addMessages([{ account: "ash.rowan", template: "agenda-sent", detail: { title: "Tracking meeting", heldOn: "2026-12-08" }, path: "/inbox" }], "2026-11-22T09:00:00.000Z"));
    const claimed = await store.post.claim("2026-11-22T09:01:00.000Z", "2026-11-22T09:11:00.000Z");
    await store.post.note(claimed?.message ?? assert.fail(), { state: "failed", fault: "smtp 550 RCPT TO" });
    await store.close();
    assert.match((await post()).out, /failed +1 +given up[^]*Nothing waits[^]*failed +smtp 550 RCPT TO +1/);
    assert.match((await post("--again")).out, /^1 message is tried again[^]*waiting +1[^]*The oldest has waited since 2026-11-22T09:00:00\.000Z/);
    const { counts } = JSON.parse((await post("--json")).out) as { readonly counts: Readonly<Record<string, number>> };
    assert.equal(counts["waiting"], 1);
  });

  test("makes the passphrase of emergency access, shows it once, and keeps what knows it again", async () => {
    const file = join(folder, "break-glass");
    const made = await call("break-glass", "emergency", "--out", file);
    assert.match(made.out, /^([a-z2-9]{5}-){5}[a-z2-9]{5}\n$/);
    assert.match(await readFile(file, "utf8"), /^emergency scrypt [\w-]{22} [\w-]{43}\n$/);
    assert.ok(!(await readFile(file, "utf8")).includes(made.out.trim()));
    assert.match((await call("break-glass", "emergency", "--out", file)).err, /is there already/);
  });
});
