import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Day, day } from "../dates/day.ts";
import type { AdoptionFunction } from "../agency/functions.ts";
import type { Role } from "./role.ts";
import { adoptersReferences, knowsAdopters, shownTo, type Side } from "./side.ts";

const TODAY = day("2026-05-11");
const by = (role: Role, keys: readonly string[] = [], today: Day = TODAY): Side =>
  ({ viewer: { type: "person", account: "own", name: "Own", role, organisation: { code: "E1", name: "North", type: "local-authority" } }, keys, today });
const involved = (as: string, until?: string): SampleEntry => ({ kind: "involvement", on: "2026-01-01", until, detail: { account: "own", as, why: "" } });

const CHILD: readonly SampleEntry[] = [
  { kind: "allocated-worker", on: "2025-01-01", until: "2025-12-01", detail: { worker: "SW1" } },
  { kind: "allocated-worker", on: "2025-12-01", detail: { worker: "SW2" } },
  { kind: "visit", on: "2025-06-01", detail: { note: "Seen at school" } },
  { kind: "placement", on: "2025-01-01", until: "2026-03-01", detail: { type: "U6", carer: "FC-1", urn: "SC1" } },
  { kind: "expression-of-interest", on: "2025-11-01", detail: { family: "AF-7" } },
  { kind: "link", on: "2026-01-10", detail: { family: "AF-9" } },
  { kind: "matching-meeting", on: "2026-01-20", detail: { note: "They live near the sea" } },
  { kind: "medical-consultation", on: "2026-01-22", detail: { evidencePlace: "Health file" } },
  { kind: "visit", on: "2026-02-01", detail: { note: "Spoke of the new family" } },
  { kind: "placement", on: "2026-03-01", detail: { type: "A6", carer: "AF-9", urn: "SC2" } },
  { kind: "tracking-meeting", on: "2025-11-20", detail: { note: "AF-7 were visited" } },
  { kind: "shortlist", on: "2025-12-20", detail: { families: 2 } },
];
const MATCHED: SampleEntry = { kind: "match-decision", on: "2026-02-20", detail: { family: "AF-9" } };
const DEFERRED: SampleEntry = { kind: "match-decision", on: "2026-02-20", detail: { outcome: "deferred" } };
const entriesOf = (...more: readonly SampleEntry[]) => sampleEntries([...CHILD, ...more]);
const knows = (side: Side, ...more: readonly SampleEntry[]): boolean => knowsAdopters(side, fold(entriesOf(...more)));

describe("who may know the adopters", () => {
  it("goes by the role for those who work with every child, and never for some", () => {
    for (const role of ["reviewing-officer", "team-manager", "decision-maker", "adoption-records"] as const) assert.ok(knows(by(role)), role);
    for (const role of ["legal", "medical-adviser", "performance-analyst", "assistant-director", "administrator"] as const) {
      assert.ok(!knows(by(role)), role);
      assert.ok(!knows(by(role), involved("named")), `${role}, named`);
    }
  });

  it("goes with the child: who has it knows, who had it does not, nor does a brother’s worker", () => {
    assert.ok(knows(by("social-worker", ["worker.two", "SW2"])));
    assert.ok(!knows(by("social-worker", ["worker.one", "SW1"])));
    assert.ok(!knows(by("social-worker", ["SW3"])));
    assert.ok(!knows(by("social-worker")), "nobody’s name is no name");
  });

  it("is an agency’s by the functions that it has been given, and after the order only for adoption support", () => {
    const agency = (...given: readonly AdoptionFunction[]): Side => ({ ...by("agency-home-finder"), given });
    const ordered: SampleEntry = { kind: "adoption-order", on: "2026-05-01" };
    for (const f of ["matching", "adopters", "placement-support"] as const) {
      assert.ok(knows(agency(f), MATCHED), f);
      assert.ok(!knows(agency(f), MATCHED, ordered), f);
    }
    assert.ok(knows(agency("adoption-support"), MATCHED, ordered));
    for (const given of [[], ["family-finding", "panel"]] as const) {
      assert.ok(!knows(agency(...given)));
      assert.ok(!knows(agency(...given), involved("named")), "named or not");
    }
    assert.ok(!knows(by("agency-lead")));
    const references = (side: Side, ...more: readonly SampleEntry[]): boolean => /AF-7|AF-9/.test(JSON.stringify(shownTo(side, entriesOf(...more))));
    assert.ok(!references(agency("panel")));
    assert.ok(references(agency("family-finding")), "who looks for a family reads of families");
    assert.ok(!references(agency("family-finding"), MATCHED));
  });

  it("is a previous worker’s until the match is decided, and not only put off", () => {
    const side = by("social-worker", ["SW1"]);
    assert.ok(knows(side, involved("previous-worker")));
    assert.ok(knows(side, involved("previous-worker"), DEFERRED));
    assert.ok(!knows(side, involved("previous-worker"), MATCHED));
  });

  it("begins and ends with the days of somebody’s work, and goes by what it is", () => {
    assert.ok(knows(by("post-adoption-worker"), involved("post-adoption-worker"), MATCHED));
    assert.ok(!knows(by("post-adoption-worker")));
    assert.ok(!knows(by("panel"), involved("panel", "2026-05-11")), "the day it ends is no longer in it");
    assert.ok(knows(by("panel", [], day("2026-05-10")), involved("panel", "2026-05-11")));
    assert.ok(!knows(by("panel", [], day("2025-12-31")), involved("panel")));
    assert.ok(!knows(by("adoption-clerk"), involved("legal")), "as legal adviser they do not, whoever they are");
  });
});

describe("what somebody who may not know the adopters reads", () => {
  const read = (side: Side, ...more: readonly SampleEntry[]) => shownTo(side, entriesOf(...more));
  const analyst = by("performance-analyst");
  const of = (entries: readonly { kind: string; happenedOn: string; hidden?: readonly string[]; detail: object }[], kind: string, on?: string) => entries.find((e) => e.kind === kind && (on === undefined || e.happenedOn === on))!;

  it("is everything for those who may", () => {
    const entries = entriesOf();
    assert.equal(shownTo(by("team-manager"), entries), entries);
    assert.equal(shownTo(by("social-worker", ["SW2"]), entries), entries);
  });

  it("names no family, and no carer with whom the child is placed for adoption", () => {
    const entries = read(analyst, MATCHED);
    assert.deepEqual([...adoptersReferences(entriesOf(MATCHED))].sort(), ["AF-7", "AF-9"]);
    assert.doesNotMatch(JSON.stringify(entries), /AF-7|AF-9|sea|new family/);
    assert.deepEqual(of(entries, "link").hidden, ["family"]);
    assert.deepEqual(of(entries, "placement", "2026-03-01").hidden, ["carer"]);
    assert.deepEqual(of(entries, "placement", "2026-03-01").detail, { type: "A6", urn: "SC2" });
    assert.deepEqual(of(entries, "placement", "2025-01-01").detail, { type: "U6", carer: "FC-1", urn: "SC1" });
  });

  it("keeps days, counts, decisions and what was written before the link, but where it names a family", () => {
    const entries = read(analyst);
    assert.deepEqual(of(entries, "shortlist").detail, { families: 2 });
    assert.deepEqual(of(entries, "visit", "2025-06-01").detail, { note: "Seen at school" });
    assert.deepEqual(of(entries, "visit", "2026-02-01").hidden, ["note"]);
    assert.deepEqual(of(entries, "tracking-meeting").hidden, ["note"]);
  });

  it("hides what was replaced, and why, as well", () => {
    const link = entriesOf().length + 1;
    const corrected = [...entriesOf(), ...sampleEntries([{ kind: "link" as const, on: "2026-01-12", detail: { family: "AF-10" }, supersedes: 6, cause: "corrected" as const }]).map((e) => ({ ...e, number: link, reason: "It was AF-10" }))];
    const shown = shownTo(analyst, corrected).at(-1)!;
    assert.deepEqual(shown.hidden, ["family", "reason"]);
    assert.equal(shown.reason, undefined);
  });

  it("tells a carer reference from before by no other word once the carer adopts the child", () => {
    const entries = read(analyst, { kind: "placement", on: "2026-04-01", detail: { type: "A5", carer: "FC-1" } });
    assert.doesNotMatch(JSON.stringify(entries), /FC-1/);
  });

  it("lets whoever an action is given to read what it asks of them, and an agency its own meeting’s words, but no family’s reference", () => {
    const agreed = (on: string, what: string, who: string): SampleEntry => ({ kind: "action-agreed", on, detail: { meeting: "m", series: "Region", organisation: "Agency", what, who, dueOn: "2026-06-01", shownBy: "A letter" } });
    const rows = [agreed("2026-02-02", "Sort it out", "finder"), agreed("2026-02-03", "Ring AF-9", "finder"), agreed("2026-02-04", "Not theirs", "ash")];
    const entries = entriesOf(...rows);
    const agency: Side = { ...by("agency-home-finder"), given: ["panel"], own: new Set(["finder"]) };
    const what = (side: Side, of = entries): readonly unknown[] => shownTo(side, of).filter(({ kind }) => kind === "action-agreed").map(({ detail }) => [detail["what"], detail["shownBy"]]);
    assert.deepEqual(what(agency), [["Sort it out", "A letter"], [undefined, "A letter"], [undefined, undefined]]);
    assert.deepEqual(what({ ...by("social-worker", ["ash"]) }).at(-1), ["Not theirs", "A letter"]);
    const own = entries.map((e) => (e.kind === "action-agreed" ? { ...e, recordedBy: "finder" } : e));
    assert.deepEqual(what(agency, own), [["Sort it out", "A letter"], [undefined, "A letter"], ["Not theirs", "A letter"]]);
  });
});
