import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NAMED_OCCASIONS } from "../domain/standards/named.ts";
import { type Checkpoint, CHECKPOINT_NAMES, checkpointOf } from "../domain/work/checkpoints.ts";
import { loadPacks } from "./packs.ts";
import { loadStandards } from "./standards.ts";

const leicestershire = loadPacks().find(({ id }) => id === "leicestershire-2023")?.standards ?? [];
const all = [...loadStandards(), ...loadPacks().flatMap(({ standards }) => standards)];
const idsAt = (point: Checkpoint | undefined): readonly string[] => leicestershire.filter((s) => checkpointOf(s) === point).map(({ id }) => id.replace("LEIC-", ""));
const at = (id: string, ...more: [Parameters<typeof checkpointOf>[1]?]) => checkpointOf(all.find((s) => s.id === id) ?? assert.fail(id), ...more);

describe("the points of a child’s way", () => {
  it("each have their part of Leicestershire’s standards, and none is left over", () => {
    assert.deepEqual(idsAt(undefined), []);
    assert.deepEqual(Object.fromEntries(CHECKPOINT_NAMES.map((point) => [point, idsAt(point).join(" ")])), {
      "on-the-decision": "01a 01b 03 04 05 06 07 08",
      "on-the-order": "10 11 12a 12b 13 14 15 16a 16b 17a 17b",
      "on-the-match": "18a 18b 19 20a 20b 22 23 24a 24b 32",
      "before-panel": "26 28 29 30 31 34 35a 35b 35c 36 37b",
      "before-introductions": "27 37a 40 41a 41b 42a 42b 43 45 46 47 48a 48b 49b",
      "on-placement-day": "33 49a 49c 50a 50b 51 53 55",
      "after-placement": "56 57a 57b 58a 58b 60 61a 61b 61c 63 64 65a 65b 65c 66",
      "after-the-order": "67 68a 68b 69 70a 70b 71",
    });
  });

  it("hold together the duties of a stage that have no day of their own", () => {
    const started = Map.groupBy(leicestershire.filter((s) => s.shape === "duty"), (s) => s.starts.map((o) => ("kind" in o ? o.kind : NAMED_OCCASIONS[o.named].kinds.join())).join());
    for (const [kind, duties] of started) assert.equal(new Set(duties.map((s) => checkpointOf(s))).size, 1, kind);
    assert.deepEqual([...new Set(leicestershire.filter((s) => s.shape === "duty" && s.starts.some((o) => "kind" in o && o.kind === "adoption-order")).map((s) => checkpointOf(s)))], ["after-the-order"]);
  });

  it("leave out what goes on whatever the plan, and know a review of the placement from another", () => {
    assert.deepEqual([at("TC-01"), at("TC-05"), at("CBED-01"), at("CBED-10")], [undefined, undefined, undefined, undefined]);
    assert.deepEqual([at("TC-09a"), at("TC-09a", "review"), at("TC-09a", "adoption-review")], [undefined, undefined, "after-placement"]);
    assert.deepEqual([at("LEIC-05", "profile-opened-nationally"), at("TC-24", "adoption-visit"), at("TC-21")], ["on-the-order", "after-placement", "on-placement-day"]);
  });
});
