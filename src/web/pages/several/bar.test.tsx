import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "../../../domain/access/viewer.ts";
import type { TrackerPage } from "../../../app/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../../../domain/tracker/view.ts";
import { sampleTracker } from "../tracker/sample-tracker.ts";
import { mayChange, SeveralBar } from "./bar.tsx";

const bar = (page: Partial<TrackerPage>): string => String(<SeveralBar tracker={sampleTracker(page)} />);
const person = (role: Person["role"]): Person => ({ type: "person", account: "a", name: "A", role, organisation: { code: "E1", name: "E", type: "local-authority" } });

test("all that match can be asked for beyond the page, by the view, where they are not too many", () => {
  const query = { view: { ...STANDARD_VIEW, filters: { ...NO_FILTERS, stage: ["matched" as const] } }, page: 2 };
  assert.match(bar({ query, total: 120, pages: 3 }), /value="\?stage=matched" name="matching"[^>]*>\s*Do the same for all 120 that match/);
  assert.match(bar({ query, total: 120, pages: 3 }), /name="from" value="\/tracker\?stage=matched&amp;page=2"/);
  assert.ok(!bar({ query, total: 201, pages: 5 }).includes("matching"));
  assert.ok(!bar({ query, total: 40, pages: 1 }).includes("matching"), "they are all on the page");
});

test("lines are ticked by those who may record, and only as they are today", () => {
  const now = sampleTracker({});
  assert.ok(mayChange(person("social-worker"), now));
  assert.ok(!mayChange(person("agency-home-finder"), now));
  assert.ok(!mayChange(person("team-manager"), { ...now, query: { ...now.query, knownOn: day("2026-01-01") } }));
});
