import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { WAITING } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const HEADING = "Proof that the record is as it was written";

describe("proving the record in the browser", () => {
  const site = useSite([WAITING]);
  let lines: string;

  test("an auditor takes the heads away, and proves with them that nothing was changed since", async () => {
    const page = await site.as("harrowmere.auditor", { expected: REFUSED, at: "/verify" });
    await verifyPage(page, HEADING);
    assert.equal(await page.locator(".pt-proof__heads tbody tr").count(), 2);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a", { hasText: "Take these heads away" }).click()]);
    lines = await readFile(await download.path(), "utf8");
    assert.match(lines, /^\{"authority":"E10000901","book":"audit","number":0,/);

    await page.fill("#heads", "not a head");
    await follow(page.locator("button", { hasText: "Prove now" }));
    await verifyErrorSummary(page, "Line 1 is not a head. Give the lines of a file of heads as they were published");
    assert.equal(await page.inputValue("#heads"), "not a head");

    await page.fill("#heads", lines);
    await follow(page.locator("button", { hasText: "Prove now" }));
    await page.locator("#latest-heading").waitFor();
    await verifyPage(page, HEADING);
    const said = await page.locator(".pt-summary").innerText();
    assert.match(said, /As it was written[^]*The chains go through all 2 heads given[^]*rows in 2 chains/);
    assert.ok(!(await page.locator("main").innerText()).includes(WAITING.localId), "nothing of a child is on it");
  });

  test("a data protection officer, on a phone, is told which head no longer holds; others are not let in", async () => {
    const page = await site.as("harrowmere.data-protection-officer", { width: "phone", at: "/verify" });
    assert.match(await page.locator(".pt-summary").innerText(), /asked for by (?!harrowmere)\S+ \S+/);
    await page.setInputFiles("#file", { name: "heads.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(lines.replace(/("number":15,"hash":")../, (_all, before: string) => `${before}00`)) });
    await follow(page.locator("button", { hasText: "Prove now" }));
    await page.locator(".pt-status--late").waitFor();
    await verifyPage(page, HEADING);
    assert.match(await page.locator(".pt-summary").innerText(), /Not as it was published[^]*The head of .* does not hold: in chronology, something numbered from 1 to 15 was changed, removed or added since. Or the head itself is mistyped/);

    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED });
    assert.equal((await manager.request.get("/verify")).status(), 403);
    assert.equal((await manager.request.get("/verify/heads.jsonl")).status(), 403);
  });
});
