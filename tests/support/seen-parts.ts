import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { isFirst } from "./run-folder.ts";

/**
 * Whether a page made of the very same parts (elements, classes, roles, states) at this width was
 * already looked at in this run, by any of its processes: the dear checks then say nothing new. What
 * depends on what a page says, not on what it is made of, is checked every time (page-faults.ts).
 */
export async function isSeen(page: Page): Promise<boolean> {
  const parts = await page.evaluate<string>(PARTS);
  const mark = createHash("sha256").update(`${page.viewportSize()?.width} ${parts}`).digest("hex");
  return !isFirst(`parts-${mark}`);
}

const PARTS = `(() => {
  const parts = new Set();
  for (const e of document.querySelectorAll("body, body *")) {
    const said = ["role", "type", "aria-current", "aria-expanded", "aria-sort", "aria-invalid", "disabled", "open", "hidden"].map((name) => e.getAttribute(name) ?? "").join();
    const named = ["aria-label", "aria-labelledby", "aria-describedby", "alt", "for", "href", "scope"].map((name) => (e.getAttribute(name) ? "y" : "n")).join("");
    parts.add([e.parentElement?.tagName, e.tagName, e.getAttribute("class"), said, named].join("|"));
  }
  return [...parts].sort().join("\\n");
})()`;
