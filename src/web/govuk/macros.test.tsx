import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { generated } from "./generate.ts";
import { component } from "./macros.ts";

test("the types of the options are those of the installed components", () => {
  assert.equal(readFileSync(new URL("components.ts", import.meta.url), "utf8"), generated());
});

test("text is escaped; markup made by JSX is not", () => {
  assert.match(String(component("govukTag", { text: "<b>Late</b>" })), /&lt;b&gt;Late/);
  assert.match(String(component("govukTag", { html: <b>{"<Late>"}</b> })), /<b>&lt;Late&gt;<\/b>/);
});

test("an option that does not exist does not compile", () => {
  // @ts-expect-error the option is called text
  component("govukTag", { txt: "Late" });
  // @ts-expect-error a plain string is not markup
  component("govukTag", { html: "<b>Late</b>" });
});

test("a Ministry of Justice component is found in its own folder", () => {
  const html = String(component("mojSubNavigation", { label: "Child", items: [{ text: "The line", href: "#line", active: true }] }));
  assert.match(html, /<nav class="moj-sub-navigation" aria-label="Child">/);
});
