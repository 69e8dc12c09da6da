import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { showNames } from "../../src/app/preferences.ts";
import { personOf } from "../../src/app/people.ts";
import { openSiblingGroupRecord } from "../../src/app/sibling-group-open.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { EARLY, ELSEWHERE, WAITING } from "../support/stories.ts";
import { follow, REFUSED, until, verifyPage } from "../support/verify-page.ts";

/** In care under section 20: the agency does not see this child, who is a sibling of the one it sees. */
const UNSHARED: StoryChild = { ...EARLY, entries: [...EARLY.entries, { kind: "particulars", on: "2026-10-05", detail: { givenName: "Marjoram", familyName: "Quillfeather" } }] };
const WITH_CARER: StoryChild = { authority: HARROWMERE.code, localId: "HM-0044", entries: [
  { kind: "birth", on: "2023-01-01" }, { kind: "looked-after", on: "2026-01-01" }, { kind: "placement", on: "2026-01-01", detail: { type: "U6", carer: "FC-2041" } },
] };

describe("finding a child", () => {
  const site = useSite([WAITING, ELSEWHERE, UNSHARED, WITH_CARER]);
  const found = (page: Page): Promise<readonly string[]> => page.locator(".pt-found__id").allInnerTexts();

  before(async () => {
    const manager = await personOf(site.app, "harrowmere.team-manager");
    const made = await openSiblingGroupRecord(site.app, manager!, HARROWMERE.code, { children: ["HM-0001", "HM-0002"], happenedOn: "2026-10-05" });
    assert.ok(made.outcome === "done");
  });

  async function seek(page: Page, text: string): Promise<void> {
    const box = page.locator('.pt-find input[name="find"]').first();
    await box.fill(text);
    await Promise.all([page.waitForEvent("load"), box.press("Enter")]);
  }

  test("by a name misspelt: Back and reload keep it, and it is in no address, log or cookie that can be read", async () => {
    const page = await site.as("harrowmere.team-manager");
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await seek(page, "Bramblewik Thisteldown");
    assert.match(page.url(), /\/find\?search=[0-9a-f]{8}$/);
    await verifyPage(page, "Find a child");
    assert.deepEqual((await found(page)).slice(0, 1), ["HM-0001"]);
    assert.ok(!(await page.locator("main").innerText()).includes("Bramblewick"), "names are hidden until they are asked for");
    await page.reload();
    assert.equal(await page.inputValue("#find"), "Bramblewik Thisteldown");
    await follow(page.locator(".pt-found__id").first());
    assert.equal(await page.locator("h1").innerText(), "HM-0001");
    await page.goBack();
    assert.deepEqual((await found(page)).slice(0, 1), ["HM-0001"]);
    await seek(page, "hm-00");
    await page.goBack();
    assert.equal(await page.inputValue("#find"), "Bramblewik Thisteldown", "the search before is kept too");
    const cookies = (await page.context().cookies()).map(({ value }) => decodeURIComponent(value));
    for (const text of [...addresses, ...site.log(), ...cookies]) assert.ok(!/brambl|thist/i.test(text), text);
    const kept = (await page.context().cookies()).find(({ name }) => name === "find");
    assert.deepEqual([kept?.httpOnly, kept?.sameSite, kept?.path], [true, "Strict", "/"]);
  });

  test("by a sibling, a worker, a carer, or by part of an id; the whole of one leads straight to the child", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false });
    const seeks = async (text: string, child: string, by: RegExp): Promise<void> => {
      await seek(page, text);
      assert.match(await page.locator(".pt-found tbody tr", { hasText: child }).innerText(), by, text);
    };
    await seeks("thistledown", "HM-0002", /by a brother or sister, HM-0001/);
    await seeks("ash rowan", "HM-0001", /by worker Ash Rowan/);
    await seeks("sw01009", "HM-0002", /by worker/);
    await seeks("fc 2041", "HM-0044", /3 years 10 months\s+No plan recorded\s+by carer reference FC-2041/);
    await seeks("044", "HM-0044", /by local id/);
    await seek(page, "hm 0044");
    assert.equal(new URL(page.url()).pathname, `/children/${site.recordOf("HM-0044")}`);
    await seek(page, "nobody at all");
    assert.match(await page.locator("main").innerText(), /No child that you may see matches\s+You can search by:\s+the authority’s own id/);
    await page.goto("/find?search=0badf00d");
    assert.match(await page.locator("main").innerText(), /no longer kept/);
  });

  test("shows names to those who asked for them, and says where one is only near", async () => {
    const administrator = await personOf(site.app, "harrowmere.tracking-administrator");
    await showNames(site.app, administrator!, true);
    const page = await site.as("harrowmere.tracking-administrator");
    await seek(page, "Bramblewik");
    assert.match(await page.locator(".pt-found tbody tr").first().innerText(), /HM-0001\s+Bramblewick Thistledown\s+2 years 1 month\s+Placement order\s+a name spelt near to that/);
  });

  test("offers children as one types, by keyboard alone, without a name where names are hidden", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone" });
    const offers = page.locator("#find-any-offers [role=option]");
    await page.locator("#find-any").pressSequentially("thistle");
    await until(page, "!document.getElementById('find-any-offers').hidden");
    assert.deepEqual(await offers.allInnerTexts(), ["HM-0001\n2 years 1 month · Placement order · by name", "HM-0002\n7 years 6 months · No plan recorded · by a brother or sister, HM-0001"]);
    assert.equal(await page.locator(".pt-find [role=status]").innerText(), "2 children found");
    assert.equal(await page.getAttribute("#find-any", "aria-expanded"), "true");
    await verifyPage(page, "Tracker");
    await page.keyboard.press("Escape");
    assert.deepEqual([await page.getAttribute("#find-any", "aria-expanded"), await page.inputValue("#find-any")], ["false", "thistle"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const active = await page.getAttribute("#find-any", "aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    await page.keyboard.press("ArrowUp");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal(await page.locator("h1").innerText(), "HM-0001");
  });

  test("finds nobody whom one may not see, not by a sibling, and no count tells that there is one", async () => {
    for (const [account, sees] of [
      ["three-rivers.agency-home-finder", { "HM-000": ["HM-0001"], "thistledown": ["HM-0001", "TW-0001"], "quillfeather": [], "marjoram": [], "HM-0002": [], "sw01009": [], "fc-2041": [] }],
      ["harrowmere.social-worker", { "HM-00": ["HM-0001"], "thistledown": ["HM-0001"], "quillfeather": [], "fc-2041": [], "TW-0001": [] }],
      ["tidewell.team-manager", { "HM-00": [], "thistledown": ["TW-0001"], "ash rowan": ["TW-0001"], "fc-2041": [] }],
    ] as const) {
      const page = await site.as(account, { expected: REFUSED });
      for (const [text, ids] of Object.entries(sees)) {
        const answer = await page.request.post("/find/suggestions", { form: { find: text }, headers: { origin: site.url } });
        const { offers, said } = await answer.json() as { offers: readonly { id: string; about: string }[]; said: string };
        if (account.startsWith("three-rivers")) assert.ok(offers.every(({ about }) => /^(Harrowmere|Tidewell) · /.test(about)), "the agency is told whose child each is");
        assert.deepEqual(offers.map(({ id }) => id).toSorted(), ids, `${account}: ${text}`);
        assert.equal(said, ids.length === 0 ? "No child that you may see matches" : `${ids.length} ${ids.length === 1 ? "child" : "children"} found`);
      }
      await seek(page, "quillfeather");
      assert.deepEqual(await found(page), []);
      assert.ok(!(await page.locator("main").innerText()).includes("HM-0002"));
    }
  });
});
