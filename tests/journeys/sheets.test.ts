import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { unitaryTracker } from "../support/council-sheets.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const KNOWN = { authority: HARROWMERE.code, localId: "HA-0100", entries: [
  { kind: "birth", on: "2022-07-30" }, { kind: "particulars", on: "2022-07-30", detail: { givenName: "Fayette", familyName: "Underlee" } }, { kind: "looked-after", on: "2025-01-10" },
] } as const;
const MANAGER = "harrowmere.team-manager";
const LIST = [
  "ID,Forename,Surname,DOB,Team,SW,Sib group,Final hearing,My column",
  ",Fayette,Underlee,30/07/2022,North Locality,Sam Nobody,S4,w/c 7 December 2026,x",
  "HA-0200,Ottoline,Fernsby,01/02/2024,North Locality,,S4,tbc,y",
  "HA-0201,Fayetta,Underlee,30/07/2022,North Locality,,,,y",
].join("\n");

describe("importing a tracking sheet", () => {
  const site = useSite([KNOWN]);
  let folder: string;
  before(() => void (folder = mkdtempSync(join(tmpdir(), "permanence-sheet-"))));
  after(() => rmSync(folder, { recursive: true }));

  const drop = async (page: Page, name: string, bytes: string | Uint8Array): Promise<void> => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await page.goto("/imports/sheet/new");
    await page.setInputFiles("#file", path);
    await follow(page.locator("text=Look at the sheet"));
  };
  const go = (page: Page, button = "Continue"): Promise<void> => follow(page.locator(`button:text-is('${button}')`));

  test("dropped, matched, one child answered for, agreed to; then it is on the tracker, and a second time nothing changes", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { expected: REFUSED, at: "/imports" });
    await follow(page.locator("text=Import a tracking sheet"));
    await verifyPage(page, "Import a tracking sheet");
    await drop(page, "Tracker.csv", LIST);
    await page.waitForURL(/\/columns$/);
    await page.selectOption("#column-8", "name");
    await go(page);
    await verifyErrorSummary(page, "One column is the whole name and another a part of it. Choose the whole name, or the two parts");
    assert.equal(await page.inputValue("#column-8"), "name", "what was chosen is still chosen");
    await page.selectOption("#column-8", "on:permanence-report");
    await page.selectOption("#column-8", "not-used");
    await go(page);
    await page.waitForURL(/\/children$/);
    await verifyPage(page, "Who are these children?");
    assert.match(await page.locator("main").innerText(), /Row 4: Fayetta Underlee, born 30 July 2022[\s\S]*nearly the same name and the same date of birth/);
    await go(page);
    await verifyErrorSummary(page, "Choose which child row 4 is about, or leave it out");
    await page.check("#row-4-3");
    assert.equal(await page.inputValue("#row-4-id"), "HA-0201", "the sheet’s own id is offered");
    await go(page);
    await page.waitForURL(/\/preview$/);
    await verifyPage(page, "What this import would change");
    const shown = await page.locator("main").innerText();
    assert.match(shown, /w\/c 7 December 2026\s+planned 7 December 2026/);
    assert.match(shown, /Nobody here is known as “Sam Nobody”/);
    assert.match(shown, /SG-S4\s+Sibling group, new: HA-0100, HA-0200/);
    assert.match(shown, /HA-0201\s+new\s+Birth 30 July 2022: new/);
    assert.equal((await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).findRecord(HARROWMERE.code, "HA-0200")), undefined, "nothing is kept before somebody agrees");
    await follow(page.locator("text=Back"));
    assert.ok(await page.isChecked("#row-4-3"), "the answer is still there");
    await go(page);
    await go(page, "Import");
    await page.waitForSelector("text=The sheet is in the record");
    await verifyPage(page, "Imported");
    await follow(page.locator("a:text-is('HA-0200')"));
    assert.match(await page.locator("main").innerText(), /North Locality|HA-0100/);

    const manager = await site.as(MANAGER, { at: "/tracker?column=team&column=social-worker&column=siblings" });
    const lines = await manager.locator("main").innerText();
    assert.match(lines, /HA-0200[\s\S]*North Locality/);
    assert.match(lines, /Sam Nobody/);

    await drop(page, "Tracker.csv", LIST);
    await page.waitForURL(/\/columns$/);
    assert.match(await page.locator("main").innerText(), /9 columns are as you chose last time/);
    await go(page);
    await page.waitForURL(/\/preview$/);
    assert.match(await page.locator("main").innerText(), /importing would change nothing/);
  });

  test("an Excel tracker with its own habits, without scripts, and let go", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { scripts: false });
    const { name, bytes } = unitaryTracker();
    await drop(page, name, bytes);
    await page.waitForURL(/\/columns$/, { timeout: 20_000 });
    assert.equal(await page.inputValue("#column-10"), "on:plan-decision", "SHOBPA");
    await go(page);
    await page.waitForURL(/\/preview$/, { timeout: 20_000 });
    assert.match(await page.locator("main").innerText(), /New children\s+7/);
    await go(page, "Cancel this import");
    assert.match(await page.locator("main").innerText(), /Nothing was imported/);
  });

  test("a file with a password says what to do, and no file where it is chosen", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { expected: REFUSED });
    await drop(page, "locked.xlsx", PROTECTED);
    await page.waitForURL(/\/preview$/);
    await verifyPage(page, "This sheet cannot be imported yet");
    assert.match(await page.title(), /^This sheet cannot be imported yet – /);
    assert.match(await page.locator("main").innerText(), /password/i);
    await page.goto("/imports/sheet/new");
    await page.fill("#as-on-day", "31");
    await page.fill("#as-on-month", "2");
    await go(page, "Look at the sheet");
    await verifyErrorSummary(page, "Choose the file your tracker is in", "The day the sheet speaks of must be a real date, such as 27 3 2026 or 27 March 2026");
  });

  test("those who do not import can reach none of it, and another authority’s is not found", async () => {
    const theirs = await site.as("harrowmere.tracking-administrator");
    await drop(theirs, "list.csv", "Child ID,Name\nHA-0300,Bo Fernsby\n");
    await theirs.waitForURL(/\/columns$/);
    await verifyPage(theirs, "What is in each column?");
    const address = theirs.url().replace(/\/columns$/, "");
    const worker = await site.as("harrowmere.social-worker", { expected: REFUSED });
    const stranger = await site.as("tidewell.tracking-administrator", { expected: REFUSED });
    for (const path of ["", "/columns", "/children", "/preview", "/progress"]) {
      assert.equal((await worker.request.get(`${address}${path}`)).status(), 403);
      assert.equal((await stranger.request.get(`${address}${path}`)).status(), 404);
    }
    assert.equal((await worker.request.get("/imports/sheet/new")).status(), 403);
    assert.equal((await worker.request.get("/imports/children/HA-0100")).status(), 403);
    assert.equal((await stranger.request.get("/imports/children/HA-0100")).status(), 404);
    for (const step of ["sheet", "columns", "children", "confirm", "cancel"]) {
      assert.equal((await worker.request.post(`${address}/${step}`, { form: {}, headers: { origin: new URL(address).origin } })).status(), 403, step);
      assert.equal((await stranger.request.post(`${address}/${step}`, { form: {}, headers: { origin: new URL(address).origin } })).status(), 404, step);
    }
  });
});

/** The first bytes of a compound file that holds an encrypted package, as Excel writes one with a password. */
const PROTECTED = compoundFile("EncryptedPackage");

function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.write(stream, 1024, "utf16le");
  return bytes;
}
