import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, day } from "../dates/day.ts";
import { type Colleague, type CoverInput, mayArrange, refuseCover } from "./cover.ts";

const today = day("2026-11-20");
const somebody = (account: string, over: Partial<Colleague> = {}): Colleague =>
  ({ account, name: `${account.charAt(0).toUpperCase()}${account.slice(1)} Rowan`, role: "social-worker", organisation: "A", worker: null, team: "North", leftOn: null, ...over });
const [ash, birch, finder, gone, leaving] = [somebody("ash"), somebody("birch"), somebody("finder", { role: "family-finder" }), somebody("gone", { leftOn: today }), somebody("leaving", { leftOn: addDays(today, 5) })];
const [manager, other, decides, analyst, elsewhere] = [
  somebody("manager", { role: "team-manager" }), somebody("other", { role: "team-manager", team: "South" }), somebody("decides", { role: "decision-maker", team: null }),
  somebody("analyst", { role: "performance-analyst" }), somebody("elsewhere", { organisation: "B" }),
];
const PEOPLE = [ash, birch, finder, gone, leaving, manager, other, decides, analyst, elsewhere];
const input = (over: Partial<CoverInput> = {}): CoverInput => ({ account: "ash", coveredBy: "birch", fromOn: today, untilOn: addDays(today, 10), ...over });
const said = (over: Partial<CoverInput>, viewer: Colleague = ash, covers: readonly CoverInput[] = []): string[] =>
  refuseCover(input(over), viewer, PEOPLE, covers, today).map(({ field, message }) => `${field}: ${message}`);

describe("arranging cover", () => {
  it("is accepted from today, for one’s own work, of one day too, and after what ends the day before", () => {
    assert.deepEqual(said({}), []);
    assert.deepEqual(said({ untilOn: today }), []);
    assert.deepEqual(said({}, ash, [input({ fromOn: addDays(today, -9), untilOn: addDays(today, -1) })]), []);
    assert.deepEqual(said({ account: "decides", coveredBy: "manager" }, decides), []);
  });
  it("says what is wrong with the days", () => {
    assert.deepEqual(said({ fromOn: addDays(today, -1) }), ["fromOn: The first day, 19 November 2026, is in the past. Cover begins today at the earliest"]);
    assert.deepEqual(said({ fromOn: addDays(today, 3), untilOn: addDays(today, 2) }), ["untilOn: The last day, 22 November 2026, is before the first, 23 November 2026"]);
    assert.match(said({ untilOn: addDays(today, 200) })[0] ?? "", /6 months at most/);
    assert.deepEqual(said({}, ash, [input({ fromOn: addDays(today, 10), untilOn: addDays(today, 12) })]),
      ["fromOn: Ash Rowan is covered already, from 30 November 2026 until 2 December 2026, by Birch Rowan. End that first, or choose other days"]);
  });
  it("says who cannot do it", () => {
    assert.deepEqual(said({ coveredBy: "ash" }), ["coveredBy: Somebody cannot cover for themselves. Choose a colleague"]);
    assert.deepEqual(said({ coveredBy: "gone" }), ["coveredBy: Gone Rowan has left. Choose somebody who is here"]);
    assert.deepEqual(said({ coveredBy: "leaving" }), ["coveredBy: Leaving Rowan leaves before then. Choose somebody who is here"]);
    assert.deepEqual(said({ coveredBy: "" }), ["coveredBy: Choose who does the work"]);
    assert.match(said({ coveredBy: "elsewhere" })[0] ?? "", /^coveredBy: Elsewhere Rowan is of another organisation/);
    assert.match(said({ coveredBy: "analyst" })[0] ?? "", /^coveredBy: Analyst Rowan is a performance analyst, and this role does not record/);
    assert.match(said({ account: "manager", coveredBy: "birch" }, manager)[0] ?? "", /^coveredBy: Birch Rowan sees only the children allocated to them/);
  });
  it("says whose is not one’s to arrange", () => {
    assert.match(said({}, birch)[0] ?? "", /^account: You cannot arrange cover for Ash Rowan\. They can do it themselves, or their own manager/);
    assert.deepEqual(said({}, manager), []);
    assert.match(said({}, other)[0] ?? "", /^account: You cannot/);
    assert.match(said({ account: "decides" }, manager)[0] ?? "", /^account: You cannot arrange cover for Decides Rowan\. They can do it themselves$/);
    assert.match(said({ account: "gone" }, manager)[0] ?? "", /^account: Gone Rowan has left\. Give their children to somebody else/);
    assert.ok(mayArrange(other, finder) === false && mayArrange(somebody("any", { role: "service-manager" }), finder));
  });
});
