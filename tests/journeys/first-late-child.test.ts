import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { unitaryTracker } from "../support/council-sheets.ts";
import { useSite } from "../support/site.ts";
import { follow } from "../support/verify-page.ts";

/** What bringing a council’s sheet in may cost somebody who has never seen the tracker. */
const MOST_PAGES = 10;
const MOST_DECISIONS = 8;

/** A stopwatch that counts pages and decisions, not seconds: those are the machine’s. */
function stopwatch(page: Page) {
  const seen: string[] = [];
  const decided: string[] = [];
  page.on("load", () => void seen.push(new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "…")));
  return {
    seen, decided,
    /** Somebody sees what is offered and takes it. */
    decide: async (what: Locator): Promise<void> => {
      decided.push((await what.first().innerText()).trim());
      await follow(what);
    },
  };
}

describe("an authority with no data", () => {
  const site = useSite([]);
  let folder: string;
  before(() => void (folder = mkdtempSync(join(tmpdir(), "permanence-first-"))));
  after(() => rmSync(folder, { recursive: true }));

  test("is led from the empty tracker, by what each page offers, to its first late child and why", async () => {
    const { name, bytes } = unitaryTracker();
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const page = await site.as("harrowmere.tracking-administrator");
    assert.match(await page.locator("main").innerText(), /There are no children here yet[\s\S]*The sheet you track with today/);
    const watch = stopwatch(page);
    const main = page.locator("main");

    await watch.decide(main.getByRole("button", { name: "Bring a sheet" }));
    await page.setInputFiles("#file", file);
    watch.decided.push("which file");
    await watch.decide(main.getByRole("button", { name: "Look at the sheet" }));
    await page.waitForURL(/\/columns$/);
    await watch.decide(main.getByRole("button", { name: "Continue" }));
    await page.waitForURL(/\/preview$/);
    assert.match(await main.innerText(), /New children\s+7/);
    await watch.decide(main.getByRole("button", { name: "Import", exact: true }));
    await page.waitForSelector("text=The sheet is in the record");
    await watch.decide(main.getByRole("link", { name: "Children with something late" }));

    const first = page.locator(".pt-tracker__child").first();
    assert.match(await first.innerText(), /Overdue \d+/);
    await watch.decide(first.locator(".pt-tracker__id"));
    const late = page.locator(".pt-clock").first();
    assert.match(await late.innerText(), /Overdue/);
    await late.locator("summary").click();
    assert.match(await late.innerText(), /\d+ \w+ 20\d\d/, "the arithmetic, in words");

    assert.ok(watch.seen.length <= MOST_PAGES, `${watch.seen.length} pages: ${watch.seen.join(", ")}`);
    assert.ok(watch.decided.length <= MOST_DECISIONS, `${watch.decided.length} decisions: ${watch.decided.join(", ")}`);
  });
});
