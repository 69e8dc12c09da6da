import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";

/** How large the words of the drawing in sight are, and how they stand in it. */
interface Drawn {
  readonly drawings: number;
  readonly smallest: number;
  readonly outside: readonly string[];
}

const DRAWN = `(() => {
  const shown = [...document.querySelectorAll("svg.pt-line")].filter((svg) => svg.getClientRects().length > 0);
  const words = shown.flatMap((svg) => [...svg.querySelectorAll("text")]);
  const scale = shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width;
  return {
    drawings: shown.length,
    smallest: Math.min(...words.map((word) => parseFloat(getComputedStyle(word).fontSize) * scale)),
    outside: words.filter((word) => word.getBoundingClientRect().right > innerWidth + 1 || word.getBoundingClientRect().left < 0).map((word) => word.textContent),
  };
})()`;

const FILLS = `(() => Object.fromEntries(["strong", "mid", "pale", "faint"].map((tone) => [tone, [...document.querySelectorAll(".pt-key .pt-band--" + tone)].map((band) => getComputedStyle(band).fill)[0]])))()`;

describe("pictures", () => {
  const site = useSite(EVERYBODY);
  const drawn = async (page: Page, width: number): Promise<Drawn> => {
    await page.setViewportSize({ width, height: 800 });
    return page.evaluate<Drawn>(DRAWN);
  };

  test("a child’s line is one drawing that fits, with words large enough, from a desk to a page magnified four times", async () => {
    const page = await site.as("harrowmere.team-manager", { at: `/children/${site.recordOf("HM-0001")}` });
    for (const [width, drawing] of [[1280, "wide"], [768, "middle"], [320, "upright"]] as const) {
      const { drawings, smallest, outside } = await drawn(page, width);
      assert.equal(drawings, 1, `${width}`);
      assert.ok(await page.isVisible(`.pt-line--${drawing}`), `${drawing} at ${width}`);
      assert.ok(smallest >= 9.5, `words ${smallest} high at ${width}`);
      assert.deepEqual(outside, [], `${width}`);
    }
  });

  test("what each mark says, with its date, is in the table, and is said on the way through the steps", async () => {
    const page = await site.as("harrowmere.team-manager", { at: `/children/${site.recordOf("HM-0001")}` });
    await page.locator("summary", { hasText: "Show this as a table" }).click();
    const table = (await page.locator("figure .pt-table").innerText()).replaceAll(/\s+/g, " ");
    const steps = await page.locator(".pt-line--wide .pt-step title").allTextContents();
    assert.ok(steps.length > 4);
    const said: string[] = [];
    for (let i = 0; i < steps.length; i++) {
      await page.locator("button", { hasText: "Later step" }).click();
      said.push((await page.locator("[data-line-said]").innerText()).replace(/\. Step \d+ of \d+$/, ""));
      assert.equal(await page.locator(".pt-line--wide .pt-step--shown").count(), 1);
    }
    assert.deepEqual(said, steps);
    for (const step of said) {
      const [, what, when] = /^(.+), (\d+ \w+ \d{4}) \(\w+\)$/.exec(step) ?? assert.fail(step);
      assert.ok(table.includes(`${when} ${what}`), step);
    }
  });

  test("bands and marks are told apart without colour, in colours of somebody’s own, and each small picture says what it shows", async () => {
    const page = await site.as("harrowmere.team-manager");
    const texture = /^url\("#pt-(hatched|dotted)"\)$/;
    const fills = await page.evaluate<Record<string, string>>(FILLS);
    assert.match(fills["mid"]!, texture);
    assert.match(fills["pale"]!, texture);
    assert.equal(new Set(Object.values(fills)).size, 4);
    await page.emulateMedia({ forcedColors: "active" });
    const forced = await page.evaluate<Record<string, string>>(FILLS);
    assert.equal(new Set(Object.values(forced)).size, 4, JSON.stringify(forced));
    const pictures = page.locator(".pt-tracker__child .pt-small-line");
    for (const label of await pictures.evaluateAll((all) => all.map((each) => `${each.getAttribute("role")} ${each.getAttribute("aria-label")}`))) assert.match(label, /^img .+/);
    await page.setViewportSize({ width: 320, height: 640 });
    const box = await pictures.first().boundingBox();
    assert.ok(box !== null && box.width > 200 && box.x + box.width <= 320);
  });
});
