import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { read } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { type StoryChild, useSite } from "../support/site.ts";
import { ELSEWHERE, EVERYBODY, WAITING } from "../support/stories.ts";
import { follow, until, verifyPage } from "../support/verify-page.ts";

const FORMULA = "=cmd|'/C calc'!A1";
const TYPED: StoryChild = { ...WAITING, localId: "HM-0009", entries: [...WAITING.entries, { kind: "responsible-team", on: "2025-04-02", detail: { team: FORMULA } }] };
const VIEW = "/tracker?stage=placement-order&sort=-child&column=status&column=on:matching-panel&column=team";

/** What a link downloads: its name and its bytes. */
async function downloaded(page: Page, link: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".pt-above-list a", { hasText: link }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe("taking the tracker away", () => {
  const site = useSite([...EVERYBODY, TYPED]);

  test("as a workbook and as CSV: what is shown, as it is shown, and never a formula", async () => {
    const page = await site.as("harrowmere.team-manager", { at: VIEW });
    const shown = await page.locator(".pt-tracker__id").allInnerTexts();
    assert.deepEqual(shown, ["HM-0009", "HM-0001"]);

    const xlsx = await downloaded(page, "Excel");
    assert.equal(xlsx.name, "harrowmere-tracker-2026-11-20.xlsx");
    const list = read(xlsx.bytes).Sheets["Tracker"] ?? assert.fail("a sheet named Tracker");
    assert.match(list["A3"].v, /^Taken by Ash Rowan, team manager, Harrowmere, on 20 November 2026 at 10:00am$/);
    assert.deepEqual(["A4", "B4", "C4", "D4", "E4", "F4", "G4"].map((at) => list[at].v), ["Local id", "Date of birth, or expected date of delivery", "Age", "Status", "Late", "Matching panel", "Team"]);
    assert.deepEqual([list["A5"].v, list["A6"].v, list["A7"]], [...shown, undefined]);
    assert.deepEqual([list["F5"].t, list["F5"].w], ["n", "14 January 2027 (planned)"]);
    assert.deepEqual([list["G5"].t, list["G5"].v, list["G5"].f], ["s", FORMULA, undefined]);

    const csv = await downloaded(page, "CSV");
    assert.equal(csv.name, "harrowmere-tracker-2026-11-20.csv");
    const rows: Record<string, string>[] = parse(csv.bytes, { bom: true, columns: true });
    assert.deepEqual(rows.map((row) => row["Local id"]), shown);
    assert.deepEqual([rows[0]?.["Team"], rows[0]?.["Matching panel"], rows[0]?.["As at"]], [`'${FORMULA}`, "14 January 2027 (planned)", "As at 20 November 2026"]);
    assert.ok(!csv.bytes.toString().includes("Thistledown"), "names are hidden");
  });

  test("on paper: every line, in words, with who took it and when, and nothing to press", async () => {
    const page = await site.as("harrowmere.team-manager", { at: VIEW });
    await follow(page.locator(".pt-above-list a", { hasText: "Print" }));
    await verifyPage(page, "Harrowmere: tracker");
    await until(page, "!document.querySelector('[data-prints]').hidden");
    assert.match(await page.locator("main").innerText(), /2 children\. Children at stage “Placement order”\. Sorted by child, Z to A\.\s+As at 20 November 2026\. Taken by Ash Rowan, team manager, Harrowmere, on 20 November 2026 at 10:00am\./);
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".pt-header", ".pt-navigation", ".pt-demonstration", ".govuk-back-link", ".pt-paper button"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
    assert.match(await page.locator(".pt-paper__running").innerText(), /Taken by Ash Rowan.*Confidential/);
    assert.match(await page.locator(".pt-paper tbody tr").first().innerText(), /HM-0009[^]*Overdue \d+ days[^]*14 January 2027\s*\(planned\)/);
  });

  test("a home finder of the agency takes away those shared with the agency, whatever the address asks for", async () => {
    const page = await site.as("three-rivers.agency-home-finder");
    const answer = await page.request.get("/tracker/take-away.csv?stage=placement-order&stage=no-plan&stage=other-plan&sort=child");
    const rows: Record<string, string>[] = parse(await answer.body(), { bom: true, columns: true });
    assert.deepEqual(rows.map((row) => row["Local id"]), [WAITING.localId, TYPED.localId, ELSEWHERE.localId]);
    assert.equal(answer.headers()["cache-control"], "no-store");
    const nobody = await (await site.as(undefined)).request.get("/tracker/take-away.xlsx", { maxRedirects: 0 });
    assert.ok(nobody.status() >= 300, String(nobody.status()));
  });
});
