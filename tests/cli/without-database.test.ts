import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { projectFolder } from "../../src/config.ts";
import type { Beside } from "../../src/app/scorecard-beside.ts";
import type { ScorecardJson } from "../../src/domain/scorecard/scorecard.ts";
import { answer, permanence, permanenceHere, type Ran } from "../support/permanence.ts";
import { assertSame, naiveScorecard } from "../support/naive-scorecard.ts";

/** An address where nothing answers: a call that used a database would fail. */
const DATABASE_URL = "postgres://nobody@127.0.0.1:1/nothing";
const call = (...args: string[]): Promise<Ran> => permanenceHere(args, DATABASE_URL);

let folder: string;
let returns: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-cli-"));
  returns = join(folder, "returns");
  const made = await call("simulate", "--children", "300", "--years", "5", "--year-ending", "2026", "--out", returns);
  assert.equal(made.status, 0, made.err);
});
after(() => rm(folder, { recursive: true, force: true }));


describe("scorecard from 903 files", () => {
  for (const [yearEnding, years] of [[2026, 3], [2026, 1], [2025, 1], [2024, 3], [2022, 1]] as const) {
    test(`for ${years} to March ${yearEnding} is what the rows come to, worked out another way`, async () => {
      const ran = await call("scorecard", "--ssda903", returns, "--year-ending", String(yearEnding), "--years", String(years), "--json");
      assert.equal(ran.status, 0, ran.err);
      assertSame(answer<ScorecardJson>(ran), naiveScorecard(returns, yearEnding, years));
    });
  }

  test("has the shape that machines are promised", async () => {
    const card = answer<ScorecardJson>(await call("scorecard", "--ssda903", returns, "--year-ending", "2026", "--json"));
    assert.deepEqual(Object.keys(card), ["yearEnding", "years", "indicators", "notCounted", "choices", "thresholds", "comparators", "required", "forecast"]);
    assert.deepEqual([card.yearEnding, card.years], [2026, 3]);
    assert.deepEqual(Object.keys(card.indicators), ["A1", "A2", "A3", "A10"]);
    assert.deepEqual(Object.keys(card.indicators.A1), ["children", "meanDays", "days"]);
    assert.deepEqual(Object.keys(card.indicators.A3), ["children", "within", "percent"]);
    assert.ok(card.indicators.A1.children > 10, "the simulated set is too small to test with");
    assert.ok(card.notCounted.some((n) => n.reason === "care started before the earliest file"));
    for (const n of card.notCounted) assert.deepEqual(Object.keys(n), ["child", "indicator", "reason"]);
  });

  test("says for machines what the years after the last file must average, and why there is nothing to compare with or to forecast", async () => {
    const { years, choices, thresholds, comparators, required, forecast } = answer<ScorecardJson & Beside>(await call("scorecard", "--ssda903", returns, "--year-ending", "2027", "--json"));
    assert.deepEqual([years, choices, thresholds.A1.days, comparators], [3, { order: "first", fourteenMonths: "calendar", among: "adopted" }, 426, []]);
    const { byYear, yearsLeft, known, reason } = required.A1;
    const [first, second] = known;
    assert.deepEqual([yearsLeft, reason, first?.yearEnding, second?.yearEnding], [1, null, 2025, 2026]);
    assert.ok(Math.abs(byYear! - (3 * 426 - first!.meanDays - second!.meanDays)) < 0.01, "by equal years");
    assert.deepEqual(Object.values(forecast).map(({ windows }) => windows), [null, null, null, null]);
    assert.match(forecast.A1.reason ?? "", /--authority/);
  });

  test("is the same from the folder of years, or from each year in any order", async () => {
    const years = readdirSync(returns).map((year) => join(returns, year));
    const whole = await call("scorecard", "--ssda903", returns, "--year-ending", "2026", "--json");
    const each = await call("scorecard", ...years.reverse().flatMap((year) => ["--ssda903", year]), "--year-ending", "2026", "--json");
    assert.equal(each.out, whole.out);
  });

  test("for a person gives thresholds, those not counted, the bias and what is assumed", async () => {
    const { status, out } = await call("scorecard", "--ssda903", returns, "--year-ending", "2026");
    assert.equal(status, 0);
    for (const words of [/Scorecard 2023-26/, /426 days, (not )?met/, /Not counted:/, /waited longest/, /14 months taken as 426 days/, /Assumed/]) assert.match(out, words);
  });

  test("says which years of the window it had no files for", async () => {
    const { status, err } = await call("scorecard", "--ssda903", join(returns, "2026"), "--year-ending", "2026", "--years", "2");
    assert.equal(status, 0);
    assert.match(err, /no files for the year ending March 2025/);
  });

  test("is refused whole where a file has an error: exit 1, with file, row and column", async () => {
    const bad = join(folder, "bad");
    cpSync(join(returns, "2026"), bad, { recursive: true });
    const file = join(bad, "episodes.csv");
    const [head = "", first = "", ...rest] = readFileSync(file, "utf8").split("\n");
    const cells = first.split(",");
    cells[1] = "31/02/2025";
    writeFileSync(file, [head, cells.join(","), ...rest].join("\n"));
    const { status, out, err } = await call("scorecard", "--ssda903", bad, "--year-ending", "2026", "--json");
    assert.equal(status, 1);
    assert.equal(out, "");
    assert.match(err, /episodes\.csv, row 2, DECOM: /);
    rmSync(bad, { recursive: true });
  });

  test("of a folder that is not there, is empty or is a file is refused in a sentence", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    for (const path of [join(folder, "nowhere"), empty, join(returns, "2026", "episodes.csv")]) {
      const { status, out, err } = await call("scorecard", "--ssda903", path, "--year-ending", "2026");
      assert.equal(status, 1, path);
      assert.equal(out, "");
      assert.doesNotMatch(err, /\n\s+at /);
    }
  });
});

describe("simulate", () => {
  test("makes the same files from the same seed, and others from another", async () => {
    const made = async (name: string, seed: string): Promise<string> => {
      const out = join(folder, name);
      const { status, err } = await call("simulate", "--children", "30", "--years", "1", "--year-ending", "2025", "--seed", seed, "--out", out);
      assert.equal(status, 0, err);
      return readFileSync(join(out, "2025", "episodes.csv"), "utf8");
    };
    const [one, again, other] = await Promise.all([made("one", "x"), made("again", "x"), made("other", "y")]);
    assert.equal(one, again);
    assert.notEqual(one, other);
  });

  test("writes over nothing", async () => {
    const { status, err } = await call("simulate", "--children", "1", "--years", "1", "--out", returns);
    assert.equal(status, 1);
    assert.match(err, /not an empty folder/);
  });
});

describe("the launcher", () => {
  test("answers from any folder", () => {
    const { status, stdout } = spawnSync(join(projectFolder, "bin", "permanence"), ["clock", "--start", "2026-04-02", "--within", "5 working days", "--json"], {
      cwd: folder, encoding: "utf8", shell: process.platform === "win32",
    });
    assert.equal(status, 0);
    assert.equal((JSON.parse(stdout) as { dueOn: string }).dueOn, "2026-04-13");
  });

  test("teaches, and exits 0, 1 or 2 as promised", async () => {
    const statuses = async (...calls: string[][]): Promise<(number | null)[]> => Promise.all(calls.map(async (args) => (await permanence(args, { DATABASE_URL })).status));
    assert.deepEqual(
      await statuses(["--help"], ["clock", "--start", "2029-01-01", "--within", "1 working day"], ["scorecard", "--yaer", "2026"]),
      [0, 1, 2],
    );
  });

  test("teaches of each command too, and does not guess at one", async () => {
    assert.deepEqual([(await call("scorecard", "--help")).status, (await call("nothing")).status], [0, 2]);
  });

  test("makes an identity key, and refuses to change one for what is none", async () => {
    const made = await call("identity-key");
    assert.match(made.out.trim(), /^[A-Za-z0-9+/]{43}=$/);
    const [one, none] = [join(folder, "key"), join(folder, "no-key")];
    writeFileSync(one, made.out);
    writeFileSync(none, "a secret that is no key");
    const rotate = async (from: string, to: string): Promise<string> => {
      const { status, out, err } = await call("identity-key", "rotate", "--from", from, "--to", to);
      assert.deepEqual([status, out], [1, ""]);
      return err;
    };
    assert.match(await rotate(one, one), /the same key/);
    assert.match(await rotate(join(folder, "nowhere"), one), /cannot be read/);
    const said = await rotate(one, none);
    assert.match(said, /not 32 bytes in base64/);
    assert.ok(!said.includes("secret"), "it is never said again");
  });

  test("says what is wrong with the database in a sentence, and exits 1", async () => {
    const { status, out, err } = await call("verify", "--json");
    assert.equal(status, 1);
    assert.equal(out, "");
    assert.match(err, /DATABASE_URL/);
    assert.equal(err.trim().split("\n").length, 1);
  });
});
