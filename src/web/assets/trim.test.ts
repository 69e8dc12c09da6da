import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { GOVUK_ROOT, MOJ_ROOT, templateOf } from "../govuk/macros.ts";
import { bundled } from "./bundle.ts";
import { isWanted, withoutUnused } from "./trim.ts";

test("rules of what no page has go, wherever they stand; the others stay as they are", () => {
  const css = '@charset "UTF-8";:root{--a:1}.govuk-breadcrumbs{color:red}.govuk-body,.govuk-breadcrumbs__title{margin:0}@media print{.moj-alert{top:0}}@media (min-width:40em){.govuk-body{top:0}.govuk-tabs a:not(.x,.y){top:0}}.moj-timeline__item{top:1px}@font-face{a:b}';
  assert.equal(withoutUnused(css), '@charset "UTF-8";:root{--a:1}.govuk-body{margin:0}@media (min-width:40em){.govuk-body{top:0}}.moj-timeline__item{top:1px}@font-face{a:b}');
  assert.ok(isWanted(".govuk-header-like") && isWanted(".govuk-table__header") && !isWanted(".govuk-header__link"));
});

test("nothing that a page has is left out: no class its source names, no component it calls, nor any within those", () => {
  const folder = new URL("../", import.meta.url).pathname;
  const source = globSync("**/*.{ts,tsx,js,css}", { cwd: folder }).filter((name) => !name.startsWith("assets/trim") && !name.startsWith("govuk/"))
    .map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const called = [...source.matchAll(/component\(\s*"(\w+)"/g)].map(([, name]) => templateOf(name!));
  const templates = new Set<string>();
  const follow = (template: string): void => {
    if (templates.has(template)) return;
    templates.add(template);
    const root = template.startsWith("moj/") ? MOJ_ROOT : GOVUK_ROOT;
    const text = readFileSync(join(root, dirname(template), "template.njk"), "utf8");
    for (const [, within] of text.matchAll(/from "(\.\.\/[^"]+macro\.njk)"/g)) follow(join(dirname(template), within!));
  };
  called.forEach(follow);
  assert.ok(templates.size > 15, [...templates].join());
  const named = [...source.matchAll(/\b((?:govuk|moj)-[a-z]+(?:-[a-z]+)*)/g)].map(([, name]) => `.${name}`);
  const blocks = [...templates].map((template) => `.${template.split("/")[0]}-${template.split("/")[2]}`);
  const lost = new Set([...named, ...blocks].filter((name) => !isWanted(name) && name !== ".moj-frontend"));
  assert.deepEqual([...lost], [], "take these off the list of what is unused, or put them on the list of what is used");
});

test("scripts imported outright stand in the place of their import; those wanted later stay apart", () => {
  const files: Record<string, string> = { "a.js": "const x = 1;export{x as y,go};", "b.js": "const z = 2;" };
  const whole = bundled('const { go } = await import("./a.js");\nif (q) import("./b.js");\nwhen(() => import("./c.js"));\n', (name) => files[name]!);
  assert.equal(whole, 'const { go } = (() => {\nconst x = 1;return { go };\n})();\nif (q) {\nconst z = 2;\n}\nwhen(() => import("./c.js"));\n');
  assert.throws(() => bundled('if (q) import("./b.js");', () => "export const a = 1;"), /b\.js exports or imports/);
});
