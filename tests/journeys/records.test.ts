import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { CFB } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import type { StoryChild } from "../support/site.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { ELSEWHERE, WAITING } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const WORDS = "Wychbold Thrapston, another child altogether";
const CHILD: StoryChild = {
  ...WAITING, localId: "HM-0077", authority: HARROWMERE.code, entries: [...WAITING.entries, { kind: "visit", on: "2026-02-03", detail: { note: WORDS } }],
};

describe("keeping the records", () => {
  const site = useSite([WAITING, CHILD, ELSEWHERE]);

  test("who keeps the records sees who looked and who was refused, holds the record, erases what is another child’s, and takes the record away", async () => {
    const at = `/children/${site.recordOf("HM-0077")}`;
    const manager = await site.as("harrowmere.team-manager", { at });
    assert.equal((await (await site.as("harrowmere.legal")).request.get(at)).status(), 404);
    assert.equal((await manager.request.get("/records")).status(), 403);
    assert.equal((await manager.request.get(`/records/${site.recordOf("HM-0077")}`)).status(), 403);

    const page = await site.as("harrowmere.data-protection-officer", { expected: REFUSED, at: "/" });
    await verifyPage(page, "Records");
    await page.getByLabel("Find a child’s record").fill("ELSEWHERE");
    await follow(page.getByRole("button", { name: "Open the record" }));
    await verifyErrorSummary(page, "No child of your authority has this local id. Check it, figure by figure");
    await page.getByLabel("Find a child’s record").fill("hm-0077");
    await follow(page.getByRole("button", { name: "Open the record" }));
    await verifyPage(page, "HM-0077");
    assert.doesNotMatch(page.url(), /0077/);
    const lines = await page.locator(".pt-stacked tbody tr").allInnerTexts();
    assert.ok(lines.some((line) => /Team manager, Harrowmere\s+Opened a page of the child’s record\s+Shown/.test(line)), lines.join("\n"));
    assert.ok(lines.some((line) => /Legal services, Harrowmere\s+Opened a page of the child’s record\s+Refused/.test(line)), lines.join("\n"));
    assert.ok(!(await page.locator("main").innerText()).includes("Wychbold"));
    const record = new URL(page.url()).pathname;

    await follow(page.getByRole("link", { name: "Put it on hold" }));
    await verifyPage(page, "Legal hold");
    await page.getByLabel("Why must it be kept?").fill("The Ash inquiry");
    await follow(page.getByRole("button", { name: "Put on hold from today" }));
    assert.match(await page.locator("main").innerText(), /The record is on legal hold[^]*On legal hold[^]*The Ash inquiry/);

    await page.goto(`${record}/entries`);
    await verifyPage(page, "Entries");
    const show = page.locator("tr", { hasText: "3 February 2026" }).getByRole("button");
    await follow(show);
    assert.match(await page.locator("main").innerText(), /Wychbold Thrapston[^]*It cannot be erased\. This record is on legal hold/);
    await page.goto(`${record}/hold`);
    await page.getByLabel("Why need it no longer be held?").fill("The inquiry has reported");
    await follow(page.getByRole("button", { name: /^End this hold/ }));

    await page.goto(`${record}/entries`);
    await follow(show);
    await follow(page.getByRole("link", { name: /^Erase this entry/ }));
    await verifyPage(page, /^Erase entry \d+\?$/);
    const number = /\d+/.exec(await page.locator("h1").innerText())?.[0] ?? "";
    await page.getByLabel("Why is it erased?").fill("Entered on the wrong child");
    await page.getByLabel("On whose authority?").fill("Head of legal, 20 November 2026");
    await page.getByLabel("Whom did you ask?").selectOption("harrowmere.service-manager");
    await page.getByLabel("Type the number of the entry again").fill("1");
    await follow(page.getByRole("button", { name: "Erase it for good" }));
    await verifyErrorSummary(page, `Type the number of the entry again, ${number}, to show that it is this one`);
    assert.equal(await page.getByLabel("On whose authority?").inputValue(), "Head of legal, 20 November 2026");
    await page.getByLabel("Type the number of the entry again").fill(number);
    await follow(page.getByRole("button", { name: "Erase it for good" }));
    assert.match(await page.locator("main").innerText(), new RegExp(`Entry ${number} is erased`));

    await manager.goto(`${at}/chronology`);
    await verifyPage(manager, "HM-0077");
    const chronology = await manager.locator("main").innerText();
    assert.ok(!chronology.includes("Wychbold"));
    assert.match(chronology, new RegExp(`Entry ${number}: erased by law on 20 November 2026`));

    await page.goto(`${record}/archive`);
    await verifyPage(page, "Archive of the whole record");
    const [zip] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take the archive away" }).click()]);
    assert.equal(zip.suggestedFilename(), "record-HM-0077-2026-11-20.zip");
    const unpacked = CFB.read(await readFile(await zip.path()), { type: "buffer" });
    const readMe = Buffer.from(CFB.find(unpacked, "/record-HM-0077-2026-11-20/README.txt")?.content ?? []).toString();
    assert.match(readMe, /^ARCHIVE OF ONE CHILD’S RECORD[^]*and 1 whose words were erased by law/);
  });

  test("the disclosure record is printed and taken as CSV; what one person opened is asked with a reason", async () => {
    const page = await site.as("harrowmere.data-protection-officer", { expected: REFUSED, at: `/records/${site.recordOf("HM-0077")}/disclosure` });
    await verifyPage(page, "Disclosure record of HM-0077");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".pt-header", ".pt-navigation", ".pt-records-print"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
    const rows: Record<string, string>[] = parse(await (await page.request.get(`/records/${site.recordOf("HM-0077")}/disclosure.csv`)).body(), { bom: true, columns: true });
    assert.ok(rows.some((row) => row["What"] === "Opened a page of the child’s record" && row["As what"] === "Team manager, Harrowmere"));
    assert.ok(rows.some((row) => row["What"] === "Took the whole record away, as an archive" && row["More"] === "Left the system with them"));

    await page.emulateMedia({ media: "screen" });
    await page.goto("/records/inquiries");
    await verifyPage(page, "What one person opened");
    await page.getByLabel("Whose reading?").selectOption("harrowmere.team-manager");
    for (const [name, parts] of [["From", ["1", "1", "2026"]], ["Until", ["1", "1", "2040"]]] as const) {
      const group = page.getByRole("group", { name: `${name} which day?` });
      for (const [i, part] of (["Day", "Month", "Year"] as const).entries()) await group.getByLabel(part).fill(parts[i] ?? "");
    }
    await follow(page.getByRole("button", { name: "Show what they opened" }));
    await verifyErrorSummary(page, "Say why you ask: it is kept, and can be asked about in turn");
    await page.getByLabel("Why do you ask?").fill("Complaint 12");
    await follow(page.getByRole("button", { name: "Show what they opened" }));
    await verifyPage(page, /^What .+ opened$/);
    assert.match(await page.locator("main").innerText(), /Complaint 12[^]*HM-0077\s+Opened a page of the child’s record/);
  });
});
