import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, REFUSED, until, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

describe("the scorecard", () => {
  const site = useSite(EVERYBODY);

  test("shows each figure with its count, its threshold and whether it is met, in words", async () => {
    const page = await site.as("harrowmere.performance-analyst");
    await follow(page.locator("text=Scorecard"));
    await verifyPage(page, "Scorecard");
    const cards = await page.locator(".pt-card").allInnerTexts();
    assert.match(cards[0]!, /^A1 .*450 days\s+Not met: 24 days over the threshold of 426\s+2 children counted/s);
    assert.match(cards[1]!, /^A2 .*150 days\s+Not met: 29 days over the threshold of 121/s);
    assert.match(cards[2]!, /^A3 .*50%.*1 of 2 children/s);
    assert.match(cards[3]!, /^A10 .*450 days/s);
    await page.locator(".pt-card").first().locator("summary").first().click();
    assert.match(await page.locator(".pt-card").first().innerText(), /Department for Education/);
    assert.match(await page.locator("main").innerText(), /What is assumed/);
    assert.match(await page.locator("main").innerText(), /Every child adopted in this window is counted in every indicator/);
  });

  test("draws each indicator as a picture, with the same figures in a table", async () => {
    const page = await site.as("harrowmere.service-manager", { at: "/scorecard" });
    const pictures = page.locator(".pt-chart img");
    assert.equal(await pictures.count(), 4);
    for (let i = 0; i < 4; i++) {
      await pictures.nth(i).scrollIntoViewIfNeeded();
      await until(page, `document.querySelectorAll(".pt-chart img")[${i}].naturalWidth > 0`);
    }
    assert.match((await pictures.first().getAttribute("alt")) ?? "", /2023-26: 450/);
    assert.match(await page.locator("section[aria-labelledby=trend-heading] tbody tr").last().innerText(), /2023-26\s+450 days \(2\)\s+150 days \(2\)\s+50% \(2\)\s+450 days \(2\)\s+426\s+121/);
    await verifyPage(page, "Scorecard");
  });

  test("any window can be chosen; a single year is not judged by a three-year threshold", async () => {
    const page = await site.as("harrowmere.service-manager", { at: "/scorecard" });
    await page.selectOption("#years", "1");
    await follow(page.locator("button:text-is('Show')"));
    assert.match(page.url(), /year-ending=2026&years=1/);
    assert.match(await page.locator(".pt-card").first().innerText(), /a single year is not judged by it/);
    assert.deepEqual(await page.locator("section[aria-labelledby=trend-heading] thead th").allInnerTexts(), ["Years", "A1", "A2", "A3", "A10"]);
    const dashed = async (years: number): Promise<boolean> => /stroke-dasharray/.test(await (await page.request.get(`/scorecard/charts/A1.svg?year-ending=2026&years=${years}`)).text());
    assert.deepEqual([await dashed(1), await dashed(3)], [false, true]);
    await page.selectOption("#year-ending", "2027");
    await follow(page.locator("button:text-is('Show')"));
    assert.match(await page.locator("main").innerText(), /to 31 March 2027, so far/);
    assert.match(await page.locator(".pt-card").first().innerText(), /No figure\s+No children to count/);
    await verifyPage(page, "Scorecard");
    await page.goBack();
    assert.equal(await page.inputValue("#year-ending"), "2026");
    await page.selectOption("#years", "3");
    await page.selectOption("#source", "wolverhampton");
    await follow(page.locator("button:text-is('Show')"));
    assert.match(page.url(), /source=wolverhampton/);
    assert.match(await page.locator(".pt-card").first().innerText(), /No threshold is applied/);
  });

  test("a figure opens to the children behind it, and they to their records", async () => {
    const page = await site.as("harrowmere.service-manager", { at: "/scorecard" });
    await follow(page.locator(".pt-card").nth(1).locator("text=2 children counted"));
    await verifyPage(page, "A2: 150 days");
    assert.deepEqual(await page.locator("tbody tr").allInnerTexts(), [
      "HM-0102\t1 June 2024\t18 December 2024\t200\t100.0 (66.7%)\t1 December 2025", "HM-0101\t1 June 2024\t9 September 2024\t100\t50.0 (33.3%)\t1 September 2025",
    ]);
    await follow(page.locator("text=HM-0102"));
    await verifyPage(page, "HM-0102");
    await page.goto("/scorecard");
    assert.match(await page.locator("section[aria-labelledby=moved-heading]").innerText(), /A1: there is nobody to count in 2023-26 or in 2022-25/);
    assert.match(await page.locator("section[aria-labelledby=stages-heading]").innerText(), /Placement order to moving in\s+298\s+2\s+0\s+none/);
    await follow(page.locator("text=The stages of each child"));
    await verifyPage(page, "The stages of each child");
    assert.match(await page.locator("tbody tr").first().innerText(), /HM-0102\s+the day adoption became the plan is not recorded\s+the day adoption became the plan is not recorded\s+0\s+348\s+200\s+700\s+none/);
  });

  test("what happened is counted by quarter, and those who entered care beside those who left it", async () => {
    const page = await site.as("harrowmere.service-manager", { at: "/scorecard/counts?year-ending=2026" });
    await verifyPage(page, "Counts by quarter");
    assert.match(await page.locator("section[aria-labelledby=way] tbody").innerText(), /A4 Adoption orders\s+0\s+1\s+1\s+0\s+2\s+2\s+A4 as a share of all who left care\s+nobody\s+100%\s+100%\s+nobody\s+100%\s+100%/);
    await follow(page.locator("text=A4 Adoption orders"));
    await verifyPage(page, "A4 Adoption orders: 2");
    assert.deepEqual(await page.locator("tbody tr").allInnerTexts(), ["HM-0101\t1 September 2025", "HM-0102\t1 December 2025"]);
    await page.goto("/scorecard/counts?year-ending=2026");
    await follow(page.locator("text=Quarterly table of these, as a document"));
    await verifyPage(page, "Quarterly table");
    assert.match(await page.locator("tbody").innerText(), /Adoption orders\s+0\s+1\s+1\s+0\s+2/);
    await follow(page.locator("text=The table for publication"));
    await verifyPage(page, "Quarterly table for publication");
    assert.match(await page.locator("tbody").innerText(), /Adoption orders\s+x\s+x\s+x\s+x\s+x/, "a few in the year: not even in which quarters");
    await follow(page.locator("button:text-is('Publish this table')"));
    await verifyPage(page, "Adoption by quarter, 2025-26, up to 31 March 2026");
    assert.match(await (await page.request.get(`${new URL(page.url()).pathname}.csv`)).text(), /Adoption orders,x,x,x,x,x/);
    for (const [year, status] of [["2026", 200], ["1999", 404], ["abc", 404]] as const) assert.equal((await page.request.get(`/reports/quarterly?year-ending=${year}`)).status(), status);
    await page.locator(".govuk-back-link").click();
    await verifyPage(page, "What was published");
    assert.match(await page.locator("tbody").innerText(), /Adoption by quarter, 2025-26, up to 31 March 2026\s+Quarterly table/);
    await page.goto("/scorecard/entered");
    await verifyPage(page, "Those who entered");
    assert.match(await page.locator("tbody").innerText(), /2023-24\s+2\s+2\s+0\s+0\s+0\s+1\s+0\s+400/);
  });

  test("what no source settles can be chosen by whoever brings in the return, and every figure goes by it", async () => {
    const manager = await site.as("harrowmere.service-manager", { at: "/scorecard" });
    assert.equal(await manager.locator(".pt-readings").count(), 0);
    const page = await site.as("harrowmere.performance-analyst", { at: "/scorecard" });
    await page.locator("label:text-is('426 days')").click();
    await follow(page.locator("button:text-is('Save the choice')"));
    await verifyPage(page, "Scorecard");
    assert.match(await page.locator("section[aria-labelledby=assumptions-heading]").innerText(), /Harrowmere has chosen other readings than usual: A3’s 14 months are: 426 days/);
    assert.match(await page.locator("section[aria-labelledby=readings-heading]").innerText(), /14 months taken as calendar months/);
  });

  test("those who do not see it are refused, and another authority’s figures are its own", async () => {
    for (const account of ["harrowmere.social-worker", "three-rivers.agency-home-finder"]) {
      const page = await site.as(account, { expected: REFUSED });
      for (const address of ["/scorecard", "/scorecard/A1", "/scorecard/counts", "/scorecard/charts/A1.svg"]) assert.equal((await page.request.get(address)).status(), 403);
      await page.goto("/scorecard");
      await verifyPage(page, "You cannot do this");
    }
    const page = await site.as("tidewell.team-manager", { at: "/scorecard" });
    assert.match(await page.locator("main").innerText(), /0 children were adopted/);
    assert.ok(!(await page.content()).includes("HM-0101"));
    await verifyPage(page, "Scorecard");
  });

  test("counts the adopted for whoever may open none of them, and tells of so few neither by a figure nor by how many there are", async () => {
    const page = await site.as("harrowmere.practice-lead", { at: "/scorecard" });
    const said = await page.locator("main").innerText();
    assert.match(said, /1 to 5 children were adopted in 2023-26\. Every child of the authority is in these figures/);
    assert.match(await page.locator(".pt-card").first().innerText(), /\bx\s+Not shown: it would tell of 1 to 5 children[^]*1 to 5 children counted/);
    assert.doesNotMatch(said, /450|HM-0101/);
    assert.doesNotMatch(await (await page.request.get("/scorecard/charts/A1.svg?year-ending=2026&years=3")).text(), />450</);
    await verifyPage(page, "Scorecard");
    await page.goto("/scorecard/A1");
    assert.match(await page.locator("main").innerText(), /A1: x[^]*Counted: 1 to 5\s+1 to 5 children whose records you may not open\.\s+The days of every child counted are listed to these roles, [^:]*: tracking administrator, assistant director and performance analyst\./);
    await verifyPage(page, "A1: x");
  });

  test("published figures are read strictly, looked at, brought in, and compared with in a group of one’s own", async () => {
    const page = await site.as("harrowmere.performance-analyst", { at: "/scorecard", expected: REFUSED });
    const give = async (...rows: readonly string[]): Promise<void> => {
      await page.fill("#source", "National tables");
      await page.setInputFiles("#file", { name: "tables.csv", mimeType: "text/csv", buffer: Buffer.from(["indicator,year_ending,years,area,level,code,value,rank,note", ...rows].join("\n")) });
      await follow(page.locator("button:text-is('Read the file')"));
    };
    await follow(page.locator(".moj-sub-navigation >> text=Published"));
    await give("A1,2026,3,Harrowmere,authority,,,,", "A1,2026,3,Harowmere,authority,,401,,");
    await verifyPage(page, "Published figures");
    assert.equal(await page.inputValue("#source"), "National tables");
    assert.match(await page.locator(".pt-problems").innerText(), /2\s+value\s+This cell is empty[^]*3\s+area\s+“Harrowmere” in row 2 and “Harowmere” in row 3 differ by a letter/);
    await give("A1,2026,3,Harrowmere,authority,E10000901,451,2,", "A1,2026,3,Tidewell,authority,E06000902,x,,", "A1,2026,3,Coldbrook,authority,E08000903,401,1,");
    await verifyPage(page, "Check what “National tables” would change");
    assert.match(await page.locator("main").innerText(), /Figures added\s+3/);
    await follow(page.locator("button:text-is('Import the figures')"));
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /3 figures added, 0 changed/);
    await verifyPage(page, "Published figures");

    await follow(page.locator("text=groups to compare with"));
    await page.fill("#name", "The two of us");
    await page.locator("label:text-is('A group of our own')").click();
    await page.fill("#members", "Harrowmere\nColdbrok");
    await follow(page.locator("button:text-is('Add the group')"));
    assert.match(await page.locator(".govuk-error-summary").innerText(), /do not name “Coldbrok” \(perhaps Coldbrook\)/);
    await verifyPage(page, "Groups to compare with");
    await page.fill("#members", "Harrowmere\nColdbrook");
    await follow(page.locator("button:text-is('Add the group')"));
    assert.match(await page.locator(".pt-groups").innerText(), /The two of us[^]*Harrowmere; Coldbrook/);

    await page.goto("/scorecard/published/thresholds");
    await page.fill("#source", "Regional board");
    await page.locator("label:text-is('A1')").click();
    await page.fill("#days", "400");
    await page.fill("#from", "2026");
    await follow(page.locator("button:text-is('Add the threshold')"));
    await verifyPage(page, "Thresholds by source");
    const manager = await site.as("harrowmere.service-manager", { at: "/scorecard/published" });
    assert.equal(await manager.locator("form[action='/scorecard/published']").count(), 0);
    await manager.goto("/scorecard?source=kept-regional-board");
    assert.match(await manager.locator(".pt-card").first().innerText(), /50 days over the threshold of 400/);
  });

  test("an authority stands beside others as published, in pictures and tables, and every page can be taken away", async () => {
    const page = await site.as("harrowmere.service-manager", { at: "/scorecard" });
    await follow(page.locator(".moj-sub-navigation >> text=Comparators"));
    await verifyPage(page, "Comparators");
    assert.match(await page.locator("main").innerText(), /The average of 2 authorities is 426 days\. Harrowmere has 451 days as published: 25 days more, which is worse than the average, and ranks 2 of 2/);
    assert.deepEqual(await page.locator(".pt-dots-table tbody tr").allInnerTexts(), ["Coldbrook\t401\t1\t1", "Harrowmere (this authority)\t451\t2\t2"]);
    assert.equal(await page.locator(".pt-picture svg[role=img]").count(), 2);
    assert.match(await page.locator("section[aria-labelledby=over-heading] tbody").innerText(), /2023-26\s+450 days\s+451 days\s+426 days/);
    await page.goto("/scorecard/printed");
    await verifyPage(page, "Older published tables, as printed");
    assert.match(await page.locator("tr:has-text('Walsfield')").innerText(), /573\s+82\s+Wakefield/);
    for (const address of ["/scorecard", "/scorecard/A1", "/scorecard/counts", "/scorecard/entered", "/scorecard/pipeline", "/scorecard/comparators"]) {
      const html = await (await page.request.get(address)).text();
      const files = [...html.matchAll(/href="(\/scorecard\/downloads\/[^"]+)" download/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
      assert.ok(files.length > 1, address);
      for (const file of files) {
        const taken = await page.request.get(file);
        assert.deepEqual([taken.status(), (taken.headers()["content-disposition"] ?? "").startsWith(`attachment; filename="harrowmere-`)], [200, true], file);
      }
    }
    assert.match(await (await page.request.get("/scorecard/downloads/scorecard.csv?table=figures&year-ending=2026")).text(), /A1,[^,]+,2023-26,450,2,426,/);
    assert.equal((await page.request.get("/scorecard/downloads/scorecard.csv?table=none")).status(), 404);
  });

  test("an action plan is started from one that is offered, an owner says how theirs goes, and the report to a meeting is made", async () => {
    const manager = await site.as("harrowmere.service-manager", { at: "/scorecard/plan", expected: REFUSED });
    await verifyPage(manager, "Action plan");
    await follow(manager.locator("text=start from a plan"));
    await verifyPage(manager, "Start from a plan");
    await follow(manager.locator("button:text-is('Start with these')"));
    assert.match(await manager.locator(".govuk-notification-banner").innerText(), /The plan is begun/);
    await verifyPage(manager, "Action plan");
    await follow(manager.locator("section:has(> h2:has-text('Objective 4')) >> text=Add an action"));
    await manager.fill("#words", "Ask for memos");
    await manager.fill("#dueOn-day", "31");
    await follow(manager.locator("button:text-is('Save the action')"));
    await verifyErrorSummary(manager, "Say whose the action is: somebody here, an office, or a name", "The day by which it is to be done must include a month and a year");
    await verifyPage(manager, "Add an action");
    assert.equal(await manager.inputValue("#words"), "Ask for memos");
    await manager.fill("#owners-0", "legal services");
    await manager.fill("#dueOn-day", "1 November 2026");
    await follow(manager.locator("button:text-is('Save the action')"));

    const owner = await site.as("harrowmere.legal", { at: "/work" });
    await follow(owner.locator("section[aria-labelledby=plan-section] >> text=Ask for memos"));
    await owner.selectOption("#month", { label: "October 2026" });
    await owner.locator("label:text-is('Behind')").click();
    await owner.fill("#said", "Two of three came");
    await follow(owner.locator("button:text-is('Save progress')"));
    await verifyPage(owner, "Ask for memos");
    await manager.goto("/scorecard/plan");
    assert.match(await manager.locator("section[aria-labelledby=overdue]").innerText(), /Ask for memos\s+Legal services\s+1 November 2026\s+Overdue by \d+ days\s+Behind\s+Two of three came October 2026/);
    await verifyPage(manager, "Action plan");

    await follow(manager.locator("text=Regular reports"));
    await follow(manager.locator("button:text-is('Start with these')"));
    await verifyPage(manager, "Regular reports");
    await follow(manager.locator("section:has(> h2:text-is('Fieldwork performance meeting')) >> button").first());
    assert.match(await manager.locator(".govuk-notification-banner").innerText(), /The report of \w+ 2026 to Fieldwork performance meeting is noted as made\. Download it as a Word document/);
    await verifyPage(manager, "Regular reports");
  });

  test("is made into a report to a committee by a clerk, who writes what only people can say and reads it before it is published", async () => {
    const page = await site.as("harrowmere.business-support", { at: "/reports", expected: REFUSED });
    await verifyPage(page, "Reports");
    await follow(page.locator("dt >> text=Scrutiny report"));
    await verifyPage(page, "Scrutiny report");
    await page.fill("#committee", "Scrutiny committee, 8 December 2026");
    await page.fill("#introduction", "The committee asked in March.\n\nThis is the answer.");
    await follow(page.locator("button:text-is('Keep and read the report')"));
    await verifyPage(page, "Scrutiny report, 2023-26");
    const read = await page.locator("article").innerText();
    assert.match(read, /Report to\s+Scrutiny committee, 8 December 2026[^]*1\.1\s+The committee asked in March\.\s+1\.2\s+This is the answer\./);
    assert.match(read, /Harrowmere’s A1 for 2023-26 is not published: a few children could be told from it/);
    assert.match(await page.locator("main").innerText(), /Still to be written: report of, author of the report and regional working\./);
    await follow(page.locator("button:text-is('Publish this report')"));
    await verifyErrorSummary(page, "Not published: first write “Report of”, “Author of the report” and “Regional working”");
    await page.setViewportSize({ width: 390, height: 800 });
    await verifyPage(page, "Scrutiny report, 2023-26");
    await follow(page.locator("text=Write or change it"));
    for (const box of ["#reportOf", "#author", "#region"]) await page.fill(box, "The service");
    await follow(page.locator("button:text-is('Keep and read the report')"));
    const seen = page.url();
    await follow(page.locator("button:text-is('Publish this report')"));
    await verifyPage(page, "Scrutiny report, 2023-26");
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /^Published\s+“Scrutiny report, 2023-26” is published/);
    const address = (await page.locator("a:text-is('Word document')").getAttribute("href"))!;
    for (let again = 0; again < 2; again++) assert.match((await page.request.get(address)).headers()["content-disposition"] ?? "", /^attachment; filename="scrutiny-report-20/);
    await page.goto(seen);
    await follow(page.locator("button:text-is('Publish this report')"));
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /^Already published\s+Nothing has changed/);
  });

  test("fits a phone", async () => {
    const page = await site.as("harrowmere.service-manager", { width: "phone", at: "/scorecard" });
    await verifyPage(page, "Scorecard");
    await page.goto("/scorecard/A1");
    await verifyPage(page, "A1: 450 days");
    await page.goto("/scorecard/plan");
    await verifyPage(page, "Action plan");
    await page.goto("/scorecard/regular");
    await verifyPage(page, "Regular reports");
  });
});
