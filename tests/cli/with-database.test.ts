import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Entry } from "../../src/domain/chronology/entry.ts";
import type { Problem } from "../../src/domain/returns/ssda903/problem.ts";
import type { JudgedClock } from "../../src/domain/standards/clock.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import type { BesideJson } from "../../src/domain/scorecard/beside.ts";
import { answer, permanence, permanenceHere, type Ran } from "../support/permanence.ts";

const CODE = "E08000019";
const OTHER = "E10000901";

let database: TestDatabase;
let folder: string;
let returns: string;
const call = (...args: string[]): Promise<Ran> => permanenceHere(args, database.url());

interface Imported {
  readonly children: { readonly new: number; readonly changed: number; readonly unchanged: number; readonly vanished: number };
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  readonly problems: readonly Problem[];
}
interface Child {
  readonly child: string;
  readonly stage: string;
  readonly entries: readonly Entry[];
  readonly clocks: readonly (JudgedClock & { readonly why: string })[];
}
const importing = async (...args: string[]): Promise<Imported> => answer(await call("import", "ssda903", ...args, "--authority", CODE, "--json"));
const child = async (id: string, ...args: string[]): Promise<Child> => answer(await call("child", id, "--authority", CODE, "--json", ...args));

before(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "permanence-cli-"));
  returns = join(folder, "returns");
  const made = await call("simulate", "--children", "60", "--years", "3", "--year-ending", "2026", "--out", returns);
  assert.equal(made.status, 0, made.err);
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Each test goes on from what the one before left, as a person at a terminal would. */
describe("an authority’s first returns, on the command line", () => {
  test("nothing is imported for an authority that is not here", async () => {
    const { status, out, err } = await call("import", "ssda903", returns, "--authority", CODE, "--json");
    assert.deepEqual([status, out], [1, ""]);
    assert.match(err, /authority add E08000019/);
  });

  test("an authority is added once, whoever says it twice", async () => {
    for (const add of [(...args: string[]) => permanence(args, { DATABASE_URL: database.url() }), call]) assert.equal((await add("authority", "add", CODE, "Our Council")).status, 0);
    assert.equal((await call("authority", "add", OTHER, "Their Council")).status, 0);
    const { status, err } = await call("authority", "add", CODE, "Another Council");
    assert.equal(status, 1);
    assert.match(err, /already here, as Our Council/);
    assert.equal((await call("authority", "add", "SHEFFIELD", "Our Council")).status, 1);
  });

  test("a forecast is of an authority that is named, where there are more", async () => {
    const { status, out, err } = await call("forecast");
    assert.deepEqual([status, out], [1, ""]);
    assert.match(err, /Say whose figures with --authority CODE: E08000019 \(Our Council\) and E10000901 \(Their Council\)/);
    assert.match((await call("forecast", "--authority", OTHER)).out, /^Their Council \(E10000901\)\./);
    const { name, futures } = answer<{ readonly name: string; readonly futures: number }>(await call("forecast", "--authority", OTHER, "--json"));
    assert.deepEqual([name, futures], ["Their Council", 2000], "as many futures as the page");
  });

  let planned: Imported;
  test("a dry run says what would come, and writes nothing", async () => {
    planned = await importing(returns, "--dry-run");
    assert.deepEqual(Object.keys(planned), ["children", "entries", "problems"]);
    assert.ok(planned.children.new > 40);
    assert.equal((await importing(returns, "--dry-run")).children.new, planned.children.new);
  });

  test("the import does what the dry run said", async () => {
    assert.deepEqual(await importing(returns), planned);
  });

  test("importing the same files again changes nothing", async () => {
    const again = await importing(returns);
    assert.deepEqual(again.children, { new: 0, changed: 0, unchanged: planned.children.new, vanished: 0 });
    assert.deepEqual(again.entries, { added: 0, superseded: 0, withdrawn: 0 });
  });

  test("the record gives the scorecard that the files give", async () => {
    const window = ["--year-ending", "2026", "--years", "3", "--json"];
    const fromFiles = answer<Record<string, unknown>>(await call("scorecard", "--ssda903", returns, ...window));
    const fromRecord = answer<Record<string, unknown>>(await call("scorecard", "--authority", CODE, ...window));
    // What stands beside them may differ: files know no region to learn a forecast from.
    const sorted = (card: Record<string, unknown>): object => ({ ...card, forecast: null, notCounted: (card as { notCounted: readonly object[] }).notCounted.map((n) => JSON.stringify(n)).sort() });
    assert.deepEqual(sorted(fromRecord), sorted(fromFiles));
    const { A1, A3 } = fromRecord["forecast"] as BesideJson["forecast"];
    assert.deepEqual([A1.windows, A3.windows], [null, null]);
    assert.match(A1.reason ?? "", /fewer than 20 waits have ended for the .*: too few to say anything/);
  });

  const anyChild = (): string => readFileSync(join(returns, "2026", "episodes.csv"), "utf8").split("\n")[1]!.split(",")[0]!;

  test("a child has a stage, a line with its sources, and clocks that explain themselves", async () => {
    const shown = await child(anyChild(), "--today", "2026-03-31");
    assert.deepEqual(Object.keys(shown), ["child", "stage", "entries", "clocks"]);
    assert.equal(shown.child, anyChild());
    assert.ok(shown.entries.some((e) => e.kind === "looked-after" && e.source.type === "ssda903"));
    assert.ok(shown.clocks.length > 0);
    for (const clock of shown.clocks) {
      assert.deepEqual(Object.keys(clock), ["standard", "occurrence", "startedOn", "dueOn", "stoppedOn", "state", "flags", "days", "why"]);
      assert.ok(clock.why.length > 20, clock.standard);
      if (clock.state === "overdue" || clock.state === "met-late") assert.ok((clock.days ?? 0) < 0, clock.standard);
      if (clock.state === "due-soon") assert.ok((clock.days ?? -1) >= 0, clock.standard);
    }
  });

  test("a child as known before the import is a child of whom nothing was known", async () => {
    assert.deepEqual((await child(anyChild(), "--known-at", "2020-01-31")).entries, []);
  });

  test("a person reads the same in words", async () => {
    const { status, out } = await call("child", anyChild(), "--authority", CODE, "--today", "2026-03-31");
    assert.equal(status, 0);
    assert.match(out, /Judged on 31 March 2026/);
    assert.match(out, /Looked after/);
    assert.match(out, /Clocks:/);
  });

  test("another authority’s child is not found", async () => {
    const { status, out, err } = await call("child", anyChild(), "--authority", OTHER, "--json");
    assert.deepEqual([status, out], [1, ""]);
    assert.match(err, /There is no child/);
  });

  test("a corrected file supersedes what changed, and nothing else", async () => {
    const corrected = join(folder, "corrected");
    cpSync(returns, corrected, { recursive: true });
    const file = join(corrected, "2026", "reviews.csv");
    const [head = "", first = "", ...rest] = readFileSync(file, "utf8").split("\n");
    const at = head.trim().split(",").indexOf("REVIEW");
    const cells = first.split(",");
    const [date = "", month = "", year = ""] = (cells[at] ?? "").split("/");
    cells[at] = [String(Number(date) > 27 ? Number(date) - 1 : Number(date) + 1).padStart(2, "0"), month, year].join("/");
    writeFileSync(file, [head, cells.join(","), ...rest].join("\n"));
    const result = await importing(corrected);
    assert.equal(result.children.changed, 1);
    assert.equal(result.children.new, 0);
    assert.ok(result.entries.superseded + result.entries.added >= 1);
  });

  test("an error stops an import whole, with its file, row and column", async () => {
    const bad = join(folder, "bad");
    cpSync(join(returns, "2026"), bad, { recursive: true });
    const file = join(bad, "episodes.csv");
    const [head = "", first = "", ...rest] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [head, first.replace(/\d\d\/\d\d\/\d{4}/, "31/02/2025"), ...rest].join("\n"));
    const ran = await call("import", "ssda903", bad, "--authority", CODE, "--json");
    assert.equal(ran.status, 1);
    const [problem] = answer<Imported>(ran).problems;
    assert.deepEqual(Object.keys(problem!), ["severity", "file", "row", "column", "message"]);
    assert.deepEqual([problem?.severity, problem?.row, problem?.column], ["error", 2, "DECOM"]);
    assert.match(ran.err, /Nothing was imported/);
  });

  test("published figures are brought in whole, looked at first, and replaced only with a say-so", async () => {
    const file = join(folder, "tables.csv");
    const give = (value: string, ...args: string[]): Promise<Ran> => {
      writeFileSync(file, `indicator,year_ending,years,area,level,code,value,rank,note\nA1,2025,3,Our Council,authority,${CODE},${value},,\n`);
      return call("published", file, "--authority", CODE, "--source", "Tables", ...args);
    };
    const bad = await give("");
    assert.deepEqual([bad.status, bad.err.includes("tables.csv, row 2, value: This cell is empty")], [1, true]);
    assert.match((await give("450", "--check")).out, /^Nothing was written: 1 added/);
    assert.match((await give("450")).out, /^Imported: 1 added, 0 changed/);
    const other = await give("451");
    assert.deepEqual([other.status, /--replace/.test(other.err)], [1, true]);
    assert.deepEqual(answer(await give("451", "--replace", "--json")), { added: 0, changed: 1, same: 0, kept: 0, problems: [] });
    assert.equal((await give("451")).status, 0, "a second time it changes nothing");
  });

  test("agencies and people are added and listed, and what is shared with an agency is seen before it is said", async () => {
    assert.match((await call("authority", "add", "RAA-OURS", "Our Agency", "--type", "regional-agency")).out, /Our Agency \(RAA-OURS\) is here/);
    assert.match((await call("authority", "add", "RAA-OURS", "Our Agency")).err, /is not the ONS code/);
    assert.match((await call("authority", "add", "E08000020", "Our Agency", "--type", "regional-agency")).err, /cannot be an agency’s code/);
    assert.match((await call("authority", "add", "RAA-OTHER", "Other", "--type", "charity")).err, /There is no type “charity”/);
    assert.equal((await call("account", "add", "ash.rowan", "Ash Rowan", "--role", "agency-home-finder", "--organisation", "RAA-OURS", "--sign-in-name", "Ash@ours.example")).status, 0);
    assert.match((await call("account", "list")).out, /^account +name +role.*\nash\.rowan +Ash Rowan +agency-home-finder +RAA-OURS +ash@ours\.example\n$/);
    assert.deepEqual(answer<{ account: string }[]>(await call("account", "list", "--organisation", CODE, "--json")), []);
    assert.match((await call("account", "list", "--role", "wizard")).err, /There is no role “wizard”/);

    const looked = answer<{ appear: string[]; vanish: string[]; stay: number; saved: boolean }>(await call("agreement", CODE, "RAA-OURS", "--from", "placement-order", "--functions", "family-finding", "--dry-run", "--json"));
    assert.ok(looked.appear.length > 0 && !looked.saved);
    const saved = await call("agreement", CODE, "RAA-OURS", "--from", "placement-order", "--functions", "family-finding");
    assert.match(saved.out, new RegExp(`With Our Agency:.*The agency does for the authority: family finding.*\\b${looked.appear.length} children appeared, 0 vanished, 0 stayed shared.*Saved`, "s"));
    assert.deepEqual(answer<{ appear: string[]; vanish: string[] }>(await call("agreement", CODE, "RAA-OURS", "--from", "adopted", "--dry-run", "--json")).appear, []);
    assert.match((await call("agreement", CODE, "RAA-OURS", "--from", "left-care")).err, /Choose the stage from which children are shared/);
    assert.match((await call("agreement", CODE, OTHER, "--from", "decision")).err, /Choose the regional agency/);
    assert.match((await call("agreement", "E08000099", "RAA-OURS", "--from", "decision")).err, /There is no authority E08000099/);
  });

  test("a child’s whole record is written into a new folder, and its manifest proves the files", async () => {
    const out = join(folder, "archive");
    const id = anyChild();
    assert.match((await call("archive", id, "--authority", CODE, "--out", out)).out, /^Wrote 8 files to .*sha256sum -c manifest\.sha256\n$/);
    const lines = readFileSync(join(out, "manifest.sha256"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
    for (const [hash, name] of lines) assert.equal(createHash("sha256").update(readFileSync(join(out, name ?? ""))).digest("hex"), hash, name ?? "a line without a name");
    assert.match(readFileSync(join(out, "README.txt"), "utf8"), new RegExp(`Child +${id} `));
    assert.match((await call("archive", id, "--authority", CODE, "--out", out)).err, /is not empty/);
    assert.match((await call("archive", id, "--authority", OTHER, "--out", join(folder, "other"))).err, /There is no child/);
  });

  test("the record can be proved, and its lists made anew", async () => {
    const proved = answer<object>(await call("verify", "--json"));
    assert.deepEqual({ ...proved, chains: 0, rows: 0 }, { chains: 0, rows: 0, ok: true, firstBroken: null });
    const published = join(folder, "heads.jsonl");
    assert.match((await call("heads", "--out", published)).out, /holds \d+ heads\n$/);
    assert.match((await call("heads", "--out", published)).err, /is there already, and heads are never written over/);
    assert.match((await call("heads")).out, /^\{"authority":"E08000019","book":"access","number":\d+,"hash":"[0-9a-f]{64}","at":"[^"]+"\}\n/);
    const held = answer<{ ok: boolean; heads: { checked: number; holding: number } }>(await call("verify", "--head", published, "--json"));
    assert.deepEqual([held.ok, held.heads.checked > 0, held.heads.holding], [true, true, held.heads.checked]);
    writeFileSync(published, readFileSync(published, "utf8").replace(/"hash":"../, '"hash":"00'));
    const broken = await call("verify", "--head", published);
    assert.deepEqual([broken.status, /Not as it was published: first E08000019/.test(broken.out)], [1, true]);
    assert.match((await call("verify", "--head", join(folder, "none"))).err, /cannot be read/);
    const { status, out } = await call("rebuild");
    assert.equal(status, 0);
    assert.match(out, /\d+ records/);
    assert.equal((await call("verify")).status, 0);
  });

  test("a database that is up to date stays so", async () => assert.equal((await call("migrate")).status, 0));
});
