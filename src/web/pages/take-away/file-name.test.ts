import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../../domain/dates/day.ts";
import { fileName } from "./file-name.ts";

test("a file says whose tracker it is and of which day, in letters that any system keeps", () => {
  const today = day("2026-11-22"), then = day("2026-03-03");
  assert.equal(fileName("Harrowmere", {}, today, "xlsx"), "harrowmere-tracker-2026-11-22.xlsx");
  assert.equal(fileName("Adoption Three Rivers & Höhe", { knownOn: then }, today, "csv"), "adoption-three-rivers-hohe-tracker-as-known-2026-03-03.csv");
  assert.equal(fileName("“”", { stoodOn: then }, today, "csv"), "tracker-as-stood-2026-03-03.csv");
});
