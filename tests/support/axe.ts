import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { PARTS, type Unseen } from "./seen-parts.ts";

const OPTIONS = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // Of what is well, axe need not say where: a third less work.
  resultTypes: ["violations"],
};

/**
 * Fails, naming rule and element, if axe finds fault with the page as it stands, or with those of its elements that are of
 * these parts and what is in them. Axe is sent to the page once and run there; its own package for Playwright sends it three
 * times, and has what it found judged in a window of its own, for the sake of frames, which our pages do not have.
 */
export async function expectNoAxeViolations(page: Page, of: Unseen = "whole"): Promise<void> {
  assert.equal(page.frames().length, 1, `${page.url()} has frames, which are not looked at`);
  const faults = await page.evaluate<string[]>(`${axe()}; axe.run(${of === "whole" ? "document" : elementsOf(of)}, ${JSON.stringify(OPTIONS)}).then(${FAULTS})`);
  assert.deepEqual(faults, [], `axe finds fault with ${page.url()}`);
}

const elementsOf = (parts: readonly string[]): string => `{ include: ${PARTS}.filter(([part]) => ${JSON.stringify(parts)}.includes(part)).map(([, element]) => element) }`;

const FAULTS = "({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))";

let source: string | undefined;
const axe = (): string => (source ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
