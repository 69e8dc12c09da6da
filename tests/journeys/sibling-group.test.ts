import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSiblingGroupRecord } from "../../src/app/sibling-group-open.ts";
import { personOf } from "../../src/app/people.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { EARLY, ELSEWHERE, WAITING } from "../support/stories.ts";
import { follow, REFUSED, until, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const copies = (story: typeof WAITING, ...localIds: readonly string[]) => localIds.map((localId) => ({ ...story, localId }));

async function typeDate(page: Page, id: string, day: string, month: string, year: string): Promise<void> {
  await page.fill(`#${id}-day`, day);
  await page.fill(`#${id}-month`, month);
  await page.fill(`#${id}-year`, year);
}

describe("a sibling group", () => {
  const site = useSite([
    ELSEWHERE,
    // The social worker of the tests has those of WAITING, whom the agency sees too; those of EARLY are somebody else’s.
    ...copies(WAITING, "HM-1101", "HM-1201", "HM-1301", "HM-1401", "HM-1501", "HM-1701"),
    ...copies(EARLY, "HM-1102", "HM-1103", "HM-1104", "HM-1202", "HM-1203", "HM-1302", "HM-1402", "HM-1502", "HM-1503", "HM-1702"),
  ]);
  const banner = (page: Page): Promise<string> => page.locator(".govuk-notification-banner--success").innerText();
  const homes = async (page: Page): Promise<readonly string[]> =>
    (await page.locator(".pt-homes__home").allInnerTexts()).map((text) => [...text.matchAll(/HM-\d+/g)].join(" "));

  /** A group made beforehand; its address. */
  async function groupOf(...children: readonly string[]): Promise<string> {
    const manager = await personOf(site.app, "harrowmere.team-manager");
    const made = await openSiblingGroupRecord(site.app, manager!, HARROWMERE.code, { children, happenedOn: "2026-10-05" });
    assert.ok(made.outcome === "done");
    return `/sibling-groups/${made.recordId}`;
  }

  test("is started from a child’s page, and says where each child stands", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: `/children/${site.recordOf("HM-1101")}` });
    await follow(page.locator("text=Start a sibling group"));
    await verifyPage(page, "Start a sibling group");
    assert.equal(await page.inputValue("#children"), "HM-1101\n");
    await follow(page.locator("text=Start the group"));
    await verifyErrorSummary(page, "Enter the local ids of at least two children, one on each line", "Enter the day from which they are a group");
    await verifyPage(page, "Start a sibling group");
    await page.fill("#children", "HM-1101\nHM-1102\nHM-1102\nTW-0001");
    await typeDate(page, "happenedOn", "31", "9", "2026");
    await follow(page.locator("text=Start the group"));
    await verifyErrorSummary(page,
      "HM-1102 is there twice. Enter each child once",
      "There is no child with local id TW-0001 in this authority. Check the id, or add the child first",
      "The day from which they are a group must be a real date, such as 27 3 2026 or 27 March 2026");
    assert.equal(await page.inputValue("#children"), "HM-1101\nHM-1102\nHM-1102\nTW-0001", "what was typed is kept");
    assert.equal(await page.inputValue("#happenedOn-day"), "31");
    await page.fill("#children", "HM-1101\nHM-1102\nHM-1103\n");
    await typeDate(page, "happenedOn", "5", "oct", "26");
    await follow(page.locator("text=Start the group"));
    await verifyPage(page, "Sibling group SG-HM-1101");
    const rows = await page.locator(".pt-members tbody tr").allInnerTexts();
    assert.match(rows[0] ?? "", /HM-1101\s+2 years 1 month\s+Placement order\s+Placement order since 8 October 2025 · Fostering · Plan: adoption\s+Since 5 October 2026 \(actual\)/);
    assert.equal(rows.length, 3);
    assert.match(await page.locator("main").innerText(), /Not yet decided/);
    await follow(page.locator("text=HM-1102"));
    assert.match(await page.locator(".pt-columns__side").innerText(), /Brothers and sisters\s+with 2 siblings you may see; not yet decided/);
    await follow(page.locator("text=Open the sibling group"));
    await verifyPage(page, "Sibling group SG-HM-1101");
  });

  test("is started once, though the form is sent again after going back", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: `/sibling-groups/new?child=${site.recordOf("HM-1301")}` });
    await page.fill("#children", "HM-1301\nHM-1302");
    await typeDate(page, "happenedOn", "5", "10", "2026");
    await follow(page.locator("text=Start the group"));
    await verifyPage(page, "Sibling group SG-HM-1301");
    await page.reload();
    await verifyPage(page, "Sibling group SG-HM-1301");
    await page.goBack();
    assert.equal(await page.inputValue("#children"), "HM-1301\nHM-1302");
    await follow(page.locator("text=Start the group"));
    await page.waitForSelector(".govuk-error-summary");
    assert.match(await page.locator(".govuk-error-summary").innerText(), /HM-1301 is already in the sibling group SG-HM-1301/);
  });

  test("holds a decision with who is to live with whom, and refuses one that leaves somebody out", async () => {
    const address = await groupOf("HM-1201", "HM-1202", "HM-1203");
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address });
    await follow(page.locator("text=Record a decision"));
    await verifyPage(page, "Together or apart");
    await follow(page.locator("text=Save the decision"));
    await verifyErrorSummary(page, "Enter the day", "Choose how they are to be placed");
    await verifyPage(page, "Together or apart");
    await typeDate(page, "happenedOn", "3", "11", "2026");
    await page.check("input[value=subgroups]");
    await page.selectOption("#detail-subgroups", "1");
    await page.selectOption(`#with-${site.recordOf("HM-1202")}`, "2");
    await page.fill("#detail-note", "The youngest stays with her carers");
    await follow(page.locator("text=Save the decision"));
    await verifyErrorSummary(page, "HM-1203 is in none of the smaller groups. Put every child in one");
    await verifyPage(page, "Together or apart");
    assert.equal(await page.inputValue("#detail-subgroups"), "1");
    assert.equal(await page.inputValue("#detail-note"), "The youngest stays with her carers");
    await page.selectOption(`#with-${site.recordOf("HM-1203")}`, "2");
    await follow(page.locator("text=Save the decision"));
    assert.match(await banner(page), /Recorded: Decision to place siblings together or apart, 3 November 2026 \(actual\)/);
    assert.deepEqual(await homes(page), ["HM-1201", "HM-1202 HM-1203"]);
    await verifyPage(page, "Sibling group SG-HM-1201");
    await follow(page.locator(".pt-chronology tr", { hasText: "Decision: In smaller groups" }).locator("text=Correct"));
    await verifyPage(page, "Correct an entry");
    assert.equal(await page.inputValue("#detail-subgroups"), "1");
    await page.selectOption(`#with-${site.recordOf("HM-1202")}`, "1");
    await follow(page.locator("text=Save the correction"));
    await verifyErrorSummary(page, "Say what was wrong");
    await page.fill("#reason", "Misread the minutes");
    await follow(page.locator("text=Save the correction"));
    assert.deepEqual(await homes(page), ["HM-1201 HM-1202", "HM-1203"]);
    await page.click(".pt-chronology summary");
    assert.match(await page.locator(".moj-timeline").innerText(), /Who with whom: HM-1201 \/ HM-1202, HM-1203.*Reason: Misread the minutes/s);
    await verifyPage(page, "Sibling group SG-HM-1201");
  });

  test("takes a child in and lets one go, and a wrong entry is withdrawn", async () => {
    const address = await groupOf("HM-1401", "HM-1402");
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: `${address}/add` });
    await verifyPage(page, "Add a child");
    await page.fill("#detail-child", "HM-1401");
    await follow(page.locator("text=Add to the group"));
    await verifyErrorSummary(page, "HM-1401 is already in this group, since 5 October 2026", "Enter the day it began");
    assert.equal(await page.inputValue("#detail-child"), "HM-1401");
    await page.fill("#detail-child", "HM-1104");
    await typeDate(page, "happenedOn", "9", "10", "2026");
    await follow(page.locator("text=Add to the group"));
    assert.match(await banner(page), /Recorded: In the sibling group \(HM-1104\), 9 October 2026 to now \(actual\)/);
    await follow(page.locator(".pt-members tr", { hasText: "HM-1104" }).locator("text=End membership"));
    await verifyPage(page, "End a membership");
    await follow(page.locator("text=End the membership"));
    await verifyErrorSummary(page, "Enter the day it ended");
    await typeDate(page, "until", "1", "10", "2026");
    await follow(page.locator("text=End the membership"));
    await verifyErrorSummary(page, "The end, 1 October 2026, must be after 9 October 2026, when it began");
    await verifyPage(page, "End a membership");
    await typeDate(page, "until", "12", "11", "2026");
    await follow(page.locator("text=End the membership"));
    assert.match(await banner(page), /Ended: In the sibling group \(HM-1104\), 9 October 2026 to 12 November 2026/);
    assert.equal(await page.locator(".pt-members tbody tr").count(), 2);
    await follow(page.locator(".pt-chronology tr", { hasText: "HM-1104" }).locator("text=Withdraw"));
    await verifyPage(page, "Withdraw an entry");
    await follow(page.locator("text=Withdraw the entry"));
    await verifyErrorSummary(page, "Choose why the entry is withdrawn", "Say why, so that the next reader understands");
    await page.check("input[value=wrong-child]");
    await page.fill("#reason", "A cousin");
    await follow(page.locator("text=Withdraw the entry"));
    assert.match(await page.locator("section[aria-labelledby=withdrawn-heading]").innerText(), /Child: HM-1104\s+Belongs to another child\. A cousin/);
    await verifyPage(page, "Sibling group SG-HM-1401");
  });

  test("a second person saving first: both are shown, neither is lost", async () => {
    const address = await groupOf("HM-1501", "HM-1502", "HM-1503");
    const first = await site.as("harrowmere.team-manager", { expected: REFUSED });
    const second = await site.as("harrowmere.tracking-administrator");
    for (const page of [first, second]) await page.goto(`${address}/decide`);
    await typeDate(second, "happenedOn", "10", "11", "2026");
    await second.check("input[value=together]");
    await follow(second.locator("text=Save the decision"));
    await typeDate(first, "happenedOn", "11", "11", "2026");
    await first.check("input[value=apart]");
    await follow(first.locator("text=Save the decision"));
    await until(first, "document.activeElement?.id === 'overtaken'");
    assert.match(await first.locator("#overtaken").innerText(), /10 November 2026 \(actual\); Decision: Together.*By Ash Rowan/s);
    assert.ok(await first.isChecked("input[value=apart]"));
    await verifyPage(first, "Together or apart");
    await follow(first.locator("text=Save the decision"));
    assert.deepEqual(await homes(first), ["HM-1501", "HM-1502", "HM-1503"]);
    const entry = (await first.locator(".pt-chronology tr", { hasText: "Decision: Together" }).getAttribute("id"))?.replace("entry-", "");
    for (const page of [first, second]) await page.goto(`${address}/entries/${entry}/withdraw`);
    await second.check("input[value=duplicate]");
    await second.fill("#reason", "Twice in the minutes");
    await follow(second.locator("text=Withdraw the entry"));
    await first.fill("#reason", "Not theirs");
    await first.check("input[value=wrong-child]");
    await follow(first.locator("text=Withdraw the entry"));
    await verifyPage(first, "This entry has been withdrawn");
    assert.match(await first.locator("main").innerText(), /Twice in the minutes.*Not theirs/s);
  });

  test("is not there for those who see one child of it, so that nobody else can be guessed", async () => {
    const address = await groupOf("HM-1701", "HM-1702");
    for (const account of ["harrowmere.social-worker", "three-rivers.agency-home-finder"]) {
      const page = await site.as(account, { expected: REFUSED, at: `/children/${site.recordOf("HM-1701")}` });
      for (const hidden of ["HM-1702", "sibling", "Brothers and sisters"]) assert.ok(!(await page.locator("main").innerText()).includes(hidden), `${account}: ${hidden}`);
      assert.equal((await page.request.get(address)).status(), 404);
      for (const rest of ["/decide", "/add", "/entries/1/end"]) assert.equal((await page.request.get(`${address}${rest}`)).status(), 403);
      await page.goto(`${address}/add`);
      await verifyPage(page, "You cannot do this");
    }
    const page = await site.as("harrowmere.social-worker", { expected: REFUSED, at: `${address}/decide` });
    assert.match(await page.locator("main").innerText(), /a sibling group is changed by somebody who sees every child of the authority/);
    const analyst = await site.as("harrowmere.performance-analyst", { expected: REFUSED, at: address });
    assert.equal(await analyst.locator("text=Record a decision").count(), 0);
    assert.equal((await analyst.goto("/sibling-groups/new"))?.status(), 403);
    assert.match(await analyst.locator("main").innerText(), /this role does not let you record what happened/);
  });

  test("is not found by another authority, whichever page and however it is asked", async () => {
    const address = await addressOf1701(site.app);
    const page = await site.as("tidewell.team-manager", { expected: REFUSED });
    for (const rest of ["", "/decide", "/add", "/entries/1/end", "/entries/1/correct"]) assert.equal((await page.request.get(`${address}${rest}`)).status(), 404, rest);
    await page.goto(address);
    await verifyPage(page, "Not found");
    assert.equal((await page.request.get(`/sibling-groups/new?child=${site.recordOf("HM-1701")}`)).status(), 404);
    assert.equal((await page.request.get(`/sibling-groups/${site.recordOf("TW-0001")}`)).status(), 404, "a child is no group");
    const sent = await page.request.post(`${address}/decide`, {
      form: { basedOn: "999999", certainty: "actual", "detail-decision": "apart", "happenedOn-day": "5", "happenedOn-month": "11", "happenedOn-year": "2026" }, headers: { origin: site.url },
    });
    assert.equal(sent.status(), 404);
  });

  test("fits a phone", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone", at: `/children/${site.recordOf("HM-1201")}` });
    await follow(page.locator("text=Open the sibling group"));
    await verifyPage(page, "Sibling group SG-HM-1201");
    await follow(page.locator("text=Record a decision"));
    await page.check("input[value=subgroups]");
    await verifyPage(page, "Together or apart");
  });

  /** The address of the group of HM-1701, as somebody who may know it has it. */
  async function addressOf1701(app: typeof site.app): Promise<string> {
    const [group] = await app.store.reader({ type: "operator", authority: HARROWMERE.code }).siblingGroupsOf(site.recordOf("HM-1701"));
    return `/sibling-groups/${group!.id}`;
  }
});
