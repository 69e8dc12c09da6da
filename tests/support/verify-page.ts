import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./axe.ts";
import { pageFaults, reflowFaults } from "./page-faults.ts";
import { unseenOf } from "./seen-parts.ts";

/** What a browser is told when a form is refused: expected wherever a test sends one that should be. */
export const REFUSED = [/status of (403|404|409|413|422)/];

/** Clicks what leads to another page, or sends a form, and waits for the page that comes of it. */
export async function follow(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent("load"), link.first().click()]);
}

/** Waits until an expression is true in the page. By asking again and again: a wait inside the page would be stopped by its content policy. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate<boolean>(expression)); tries++) {
    assert.ok(tries < 100, `not so in five seconds: ${expression}`);
    await page.waitForTimeout(50);
  }
}

/** What must hold of every page with scripts, whatever it shows. `heading` is its first heading. */
export async function verifyPage(page: Page, heading: string | RegExp): Promise<void> {
  const h1 = page.locator("h1");
  assert.equal(await h1.count(), 1, "one first heading");
  const text = (await h1.innerText()).trim();
  if (typeof heading === "string") assert.equal(text, heading);
  else assert.match(text, heading);
  assert.match(await page.title(), / – Permanence Tracker$/);
  assert.deepEqual(await pageFaults(page), [], `${page.url()} is badly written`);
  assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${page.url()} is wider than the screen`);
  const unseen = await unseenOf(page);
  if (unseen.length === 0) return;
  assert.deepEqual(await reflowFaults(page), [], `${page.url()} does not reflow`);
  await expectNoAxeViolations(page, unseen);
}

/** The error summary has the focus, says these things, and each of its links leads to the box it speaks of. */
export async function verifyErrorSummary(page: Page, ...messages: readonly string[]): Promise<void> {
  const summary = page.locator(".govuk-error-summary");
  await until(page, "document.activeElement?.classList.contains('govuk-error-summary')");
  const links = summary.locator(".govuk-error-summary__list a");
  assert.deepEqual(await links.allInnerTexts(), messages);
  assert.match(await page.title(), /^Error: /);
  for (let i = 0; i < messages.length; i++) {
    const target = (await links.nth(i).getAttribute("href"))?.slice(1);
    await links.nth(i).click();
    assert.equal(await page.evaluate("document.activeElement?.id"), target, `the link “${messages[i]}” moves the focus`);
  }
}
