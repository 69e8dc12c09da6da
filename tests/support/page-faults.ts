import type { Page } from "playwright-core";

/**
 * Faults of a page that neither the compiler nor axe sees: an attribute that HTML does not have, a style or a
 * script inside the page, two elements of one id, a label or a link that leads nowhere; a heading that skips a
 * level, a landmark that is missing or cannot be told from another, a target too small to hit, an order of
 * focus of its own.
 */
export const pageFaults = (page: Page): Promise<string[]> => page.evaluate<string[]>(FAULTS);

const FAULTS = `(() => {
  const faults = [];
  const ids = new Set();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest(".govuk-visually-hidden") === null;
  const called = (element) => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + " “" + (element.getAttribute("aria-label") || element.innerText || element.value || "").trim().slice(0, 40) + "”";
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (/^(style|on.*|classname|htmlfor|defaultvalue|defaultchecked)$/.test(name)) faults.push(name + " on " + element.tagName);
    }
    if (element.id !== "") {
      if (ids.has(element.id)) faults.push("two of id " + element.id);
      ids.add(element.id);
    }
    if (element.tabIndex > 0) faults.push("an order of focus of its own: " + called(element));
  }
  for (const label of document.querySelectorAll("label[for]")) if (!ids.has(label.htmlFor)) faults.push("label for nothing: " + label.htmlFor);
  for (const link of document.querySelectorAll('main a[href^="#"]')) if (!ids.has(link.getAttribute("href").slice(1))) faults.push("link to nothing: " + link.getAttribute("href"));
  if (document.querySelectorAll("main script, main style").length > 0) faults.push("script or style inside the page");
  if (document.body.innerText.includes("undefined") || document.body.innerText.includes("[object")) faults.push("says “undefined” or “[object”");

  // What is wrong with a form stands before the first heading, one level down.
  let level = 1;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push("a heading skips a level: " + called(heading));
    if (heading.innerText.trim() === "" && shown(heading)) faults.push("an empty heading");
    level = next;
  }
  for (const landmark of ["main", "body > header", "body > footer"]) {
    if (document.querySelectorAll(landmark).length !== 1) faults.push("not one " + landmark);
  }
  const names = new Map();
  for (const landmark of document.querySelectorAll("nav, [role=region], [role=search], aside")) {
    if (!shown(landmark)) continue;
    const by = landmark.getAttribute("aria-labelledby");
    const name = (landmark.getAttribute("aria-label") || (by && document.getElementById(by)?.innerText) || "").trim();
    const kind = landmark.getAttribute("role") || landmark.tagName.toLowerCase();
    if (name === "") faults.push("a landmark without a name: " + kind);
    if (names.has(kind + name)) faults.push("two landmarks called “" + name + "”");
    names.set(kind + name, true);
  }
  // 24 by 24 is the least; a box or button counts with the label that also hits it.
  for (const target of document.querySelectorAll("main button, main summary, main select, main textarea, main input:not([type=hidden])")) {
    if (!shown(target)) continue;
    const boxes = [target, ...(target.labels || [])].map((each) => each.getBoundingClientRect()).filter((box) => box.width > 0);
    if (boxes.length > 0 && !boxes.some((box) => box.width >= 23.5 && box.height >= 23.5)) faults.push("too small to hit: " + called(target) + " " + boxes.map((box) => Math.round(box.width) + " by " + Math.round(box.height)).join(", "));
  }
  return faults;
})()`;

/**
 * Whether the page keeps to a screen 320 wide, which is what 1280 is when magnified four times, with its text
 * spaced out as somebody may need it (WCAG 1.4.10 and 1.4.12). Leaves it as it was.
 */
export async function reflowFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  if (before === null) return [];
  await page.setViewportSize({ width: 320, height: 640 });
  const faults = await page.evaluate<string[]>(REFLOW);
  await page.setViewportSize(before);
  return faults;
}

const REFLOW = `(() => {
  const faults = [];
  const wide = (when) => {
    if (document.documentElement.scrollWidth <= innerWidth) return;
    const over = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && e.closest(".pt-scroll, [role=region][tabindex]") === null).slice(0, 3);
    faults.push(when + ": wider than a screen of 320: " + over.map((e) => e.tagName.toLowerCase() + "." + e.className).join(", "));
  };
  wide("magnified");
  const spaced = new CSSStyleSheet();
  spaced.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spaced];
  wide("spaced out");
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spaced);
  return faults;
})()`;
