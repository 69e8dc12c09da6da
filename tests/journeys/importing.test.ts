import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { writeSimulatedReturns } from "../../src/app/simulate-returns.ts";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

describe("importing 903 files", () => {
  const site = useSite(EVERYBODY);
  let folder: string;
  let returns: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "permanence-import-"));
    returns = join(folder, "returns");
    writeSimulatedReturns(returns, { children: 25, years: 2, yearEnding: 2026, seed: "the browser’s import" });
  });
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const counts = async (page: Page): Promise<Record<string, string>> => {
    const pairs = await page.locator(".pt-counts__one").allInnerTexts();
    return Object.fromEntries(pairs.map((pair) => pair.split("\n").map((part) => part.trim()) as [string, string]));
  };
  const choose = async (page: Page, box: "#files" | "#folder", chosen: string | readonly string[]): Promise<void> => {
    await page.goto("/imports/new");
    await page.setInputFiles(box, chosen);
    await follow(page.locator("text=Read the files"));
  };

  test("a folder of years: read, shown, agreed to, imported; and a second time changes nothing", async () => {
    const page = await site.as("tidewell.performance-analyst");
    await follow(page.locator("text=Imports"));
    await verifyPage(page, "Imports");
    await follow(page.locator("text=Import 903 files"));
    await verifyPage(page, "Import 903 files");
    await choose(page, "#folder", returns);
    await page.waitForSelector("text=What this import would change");
    const shown = await counts(page);
    assert.equal(shown["New children"], "25");
    assert.match(await page.locator("main").innerText(), /returns\/2025\/episodes\.csv\s+Episodes\s+2025/);
    await page.locator("summary", { hasText: "New children: 25" }).click();
    await verifyPage(page, "What this import would change");
    const before = await site.as("tidewell.team-manager");
    assert.equal(await before.locator(".pt-above-list__count").innerText(), "1 child you may see", "nothing is kept before somebody agrees");
    await follow(page.locator("button:text-is('Import')"));
    await page.waitForSelector("text=It is all in the record now");
    await verifyPage(page, "Imported");
    await before.reload();
    // All but the two who were adopted: their records are restricted from the order on, and they are no child of this manager's team.
    assert.match(await before.locator(".pt-above-list__count").innerText(), /^24 children you may see/);
    await choose(page, "#folder", returns);
    await page.waitForSelector("text=importing would change nothing");
    assert.equal((await counts(page))["Unchanged"], "25");
    const changed = (await page.locator("#changes-heading").count()) + (await page.locator("summary", { hasText: "New children" }).count());
    assert.equal(changed, 0, "nothing new, nothing changed");
    await follow(page.locator("text=Cancel this import"));
    await verifyPage(page, "Import cancelled");
    await follow(page.locator("text=Imports"));
    assert.deepEqual((await page.locator("tbody .pt-status").allInnerTexts()), ["Cancelled", "Imported"]);
    await verifyPage(page, "Imports");
  });

  test("without scripts the page asks for itself again until the work is done", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { scripts: false });
    await choose(page, "#files", readdirSync(join(returns, "2026")).map((name) => join(returns, "2026", name)));
    await page.waitForSelector("text=What this import would change", { timeout: 20_000 });
    await follow(page.locator("button:text-is('Import')"));
    await page.waitForSelector("text=It is all in the record now", { timeout: 20_000 });
  });

  test("a corrected file: what would change is shown child by child", async () => {
    const page = await site.as("harrowmere.tracking-administrator");
    const year = readdirSync(join(returns, "2026")).map((name) => join(returns, "2026", name));
    const reviews = join(returns, "2026", "reviews.csv");
    const [header, first = "", ...rest] = readFileSync(reviews, "utf8").split("\r\n");
    const day = first.split(",")[2]!;
    const other = `${day.startsWith("15") ? "14" : "15"}${day.slice(2)}`;
    const corrected = file("reviews.csv", [header, first.replace(day, other), ...rest].join("\r\n"));
    await choose(page, "#files", [...year.filter((path) => path !== reviews), corrected]);
    await page.waitForSelector("text=Children who would change: 1");
    assert.match(await page.locator(".pt-changes tbody tr").innerText(), new RegExp(`^${first.split(",")[0]}\\s+Looked-after review: .*, instead of `));
    await verifyPage(page, "What this import would change");
  });

  test("errors stop the whole import, and name file, row and column", async () => {
    const page = await site.as("harrowmere.tracking-administrator");
    const header = readFileSync(join(returns, "2026", "episodes.csv"), "utf8").split("\n")[0]!;
    const columns = header.trim().split(",");
    const row = columns.map((name) => ({ CHILD: "X1", DECOM: "31/02/2025", RNE: "S", LS: "C1", PLACE: "U6", DEC: "", REC: "" }[name] ?? ""));
    await choose(page, "#files", [file("wrong.csv", `${header}\n${row.join(",")}\n`)]);
    await page.waitForSelector("text=This import cannot go ahead");
    const problem = await page.locator("tbody tr", { hasText: "DECOM" }).first().innerText();
    assert.match(problem, /Error\s+wrong\.csv\s+2\s+DECOM\s+/);
    assert.equal(await page.locator("button:text-is('Import')").count(), 0);
    await verifyPage(page, "These files cannot be imported yet");
    await page.setViewportSize({ width: 360, height: 800 });
    const message = await page.locator(".pt-problems tbody tr").first().locator("td").last().boundingBox();
    assert.ok(message !== null && message.x >= 0 && message.x + message.width <= 360, "the message is read without scrolling sideways");
    await follow(page.locator("text=Imports").last());
    await page.waitForSelector("text=Stopped: errors to correct");
  });

  for (const [what, name, bytes] of [
    ["an empty file", "empty.csv", Buffer.alloc(0)],
    ["a zip", "years.csv", Buffer.from("504b0304140000000800", "hex")],
    ["something else altogether", "notes.csv", Buffer.from("Minutes of the meeting\nApologies\n")],
  ] as const) {
    test(`${what} is refused by name`, async () => {
      const page = await site.as("harrowmere.tracking-administrator");
      await choose(page, "#files", [file(name, bytes)]);
      await page.waitForSelector("text=This import cannot go ahead");
      assert.match(await page.locator("main").innerText(), new RegExp(name.replace(".", "\\.")));
    });
  }

  test("choosing nothing is refused where the files are chosen", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { expected: REFUSED, at: "/imports/new" });
    await follow(page.locator("text=Read the files"));
    await verifyErrorSummary(page, "Choose at least one file");
    await verifyPage(page, "Import 903 files");
  });

  test("two hundred megabytes are refused in words", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { expected: REFUSED });
    await choose(page, "#files", [file("huge.csv", Buffer.alloc(200 * 1024 * 1024, "x"))]);
    await page.waitForSelector("text=larger than 64 megabytes", { timeout: 60_000 });
    await verifyPage(page, "That is too much at once");
    rmSync(join(folder, "huge.csv"));
  });

  test("those who do not import are refused, and another authority’s import is not found", async () => {
    for (const account of ["harrowmere.team-manager", "harrowmere.social-worker", "three-rivers.agency-home-finder"]) {
      const page = await site.as(account, { expected: REFUSED });
      for (const address of ["/imports", "/imports/new"]) {
        assert.equal((await page.goto(address))?.status(), 403);
        await verifyPage(page, "You cannot do this");
      }
    }
    const theirs = await site.as("harrowmere.tracking-administrator");
    await choose(theirs, "#files", [join(returns, "2025", "header.csv")]);
    await theirs.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    const page = await site.as("tidewell.tracking-administrator", { expected: REFUSED });
    for (const rest of ["", "/progress"]) assert.equal((await page.request.get(`${theirs.url()}${rest}`)).status(), 404);
    assert.equal((await page.request.post(`${theirs.url()}/confirm`, { form: {}, headers: { origin: site.url } })).status(), 404);
  });
});
