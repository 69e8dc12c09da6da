import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** What has the focus, as somebody who uses the keyboard alone meets it. */
interface Stop {
  readonly called: string;
  readonly seen: boolean;
  readonly covered: boolean;
  readonly place: string;
}

const MOST_STOPS = 90;

/**
 * Goes on by Tab until what is called so has the focus. Fails where a stop on the way cannot be seen to have
 * the focus, lies under something else, or comes up again (a trap).
 */
export async function tabTo(page: Page, called: string | RegExp): Promise<void> {
  const met = new Map<string, string>();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate<Stop>(FOCUSED);
    assert.ok(stop.seen, `the focus cannot be seen on “${stop.called}” at ${page.url()}`);
    assert.ok(!stop.covered, `“${stop.called}” has the focus and lies under something else at ${page.url()}`);
    if (typeof called === "string" ? stop.called === called : called.test(stop.called)) return;
    assert.ok(!met.has(stop.place), `the focus comes back to “${stop.called}” before “${String(called)}” at ${page.url()}`);
    met.set(stop.place, stop.called);
  }
  assert.fail(`no “${String(called)}” within ${MOST_STOPS} stops at ${page.url()}: ${[...met.values()].join(" | ")}`);
}

/** Presses a key that leads to another page, and waits for it. */
export async function leave(page: Page, key = "Enter"): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
}

const FOCUSED = `(() => {
  const element = document.activeElement;
  const labels = [...(element.labels || [])];
  const called = (element.getAttribute("aria-label") || labels.map((l) => l.textContent).join(" ") || element.textContent || "").replace(/\\s+/g, " ").trim() + (element.type === "checkbox" ? " (tick box)" : "");
  const place = [...document.querySelectorAll("*")].indexOf(element) + "";
  if (element === document.body) return { called: "the page", seen: true, covered: false, place };
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor);
  // The Design System's focus: yellow behind, and black at an edge.
  const shows = (style) => outlined(style) || style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 221, 0)";
  // A box drawn by the Design System shows the focus on its label; a filter, on the part that holds its value.
  const seen = shows(getComputedStyle(element)) || [...element.children].some((part) => outlined(getComputedStyle(part))) || labels.some((l) => shows(getComputedStyle(l, "::before")));
  const box = (labels.find((l) => getComputedStyle(element).opacity === "0") || element).getClientRects()[0];
  const at = box && document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 8));
  const covered = !box || !at || !(element.contains(at) || at.contains(element) || labels.some((l) => l.contains(at)));
  return { called, seen, covered, place };
})()`;
