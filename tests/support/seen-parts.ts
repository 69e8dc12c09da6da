import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { isFirst } from "./run-folder.ts";

/** What of a page was not yet looked at in this run: all of it, its elements whose part is one of these, or nothing. */
export type Unseen = "whole" | readonly string[];

/**
 * What the dear checks have not yet been told of, by any process of this run. The first page of its kind is new as a whole; of
 * another of that kind, which says other things or is in another state, those elements are new that are of no part (element,
 * class, role, state; at this width) that some page had before. What depends on what a page says, not on what it is made of, is
 * checked every time (page-faults.ts).
 */
export async function unseenOf(page: Page): Promise<Unseen> {
  const { kind, parts } = await page.evaluate<{ kind: string; parts: readonly string[] }>(`({ kind: ${KIND}, parts: [...new Set(${PARTS}.map(([part]) => part))] })`);
  const width = page.viewportSize()?.width;
  const unseen = parts.filter((part) => isFirst(markOf(`${width} ${part}`)));
  return isFirst(markOf(kind)) ? "whole" : unseen;
}

const markOf = (text: string): string => `seen-${createHash("sha256").update(text).digest("hex")}`;

/** The elements of a page, each with what part it is. */
export const PARTS = `[...document.querySelectorAll("body, body *")].map((e) => {
  const said = ["role", "type", "aria-current", "aria-expanded", "aria-sort", "aria-invalid", "disabled", "open", "hidden"].map((name) => e.getAttribute(name) ?? "").join();
  const named = ["aria-label", "aria-labelledby", "aria-describedby", "alt", "for", "href", "scope"].map((name) => (e.getAttribute(name) ? "y" : "n")).join("");
  return [[e.parentElement?.tagName, e.tagName, e.getAttribute("class"), said, named].join("|"), e];
})`;

/** Pages of one address but for ids, figures and the question are of a kind, if they have one title; so are all that refuse alike. */
const KIND = `(() => {
  const title = document.title.replace(/^Error: /, "").replace(/\\d+/g, "0");
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus;
  return status === 403 || status === 404 ? status + " " + title : location.pathname.replace(/[0-9a-f-]{36}/g, "ID").replace(/\\d+/g, "0") + " " + title;
})()`;
