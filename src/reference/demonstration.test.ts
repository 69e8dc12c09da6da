import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ROLES } from "../domain/access/role.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { isSiblingGroupKind } from "../domain/chronology/kinds.ts";
import { STANDING_KINDS } from "../domain/chronology/standing-kinds.ts";
import { type Day, addDays, addMonths, day } from "../domain/dates/day.ts";
import { openOf, standingPlacementOrder } from "../domain/permanence/moments.ts";
import { type Stage, stageOf } from "../domain/permanence/stage.ts";
import { simulate } from "../domain/simulation/simulate.ts";
import type { SimulatedEntry } from "../domain/simulation/simulated.ts";
import { readSubgroups } from "../domain/siblings/subgroups.ts";
import { loadCalendar } from "./calendar.ts";
import { type Demonstration, type DemonstrationAuthority, loadDemonstration, parseRegion, parseStories, storiesOf } from "./demonstration.ts";

const { region, stories }: Demonstration = loadDemonstration();

const numbered = (entries: readonly SimulatedEntry[]): Entry[] => entries.map(({ draft, recordedOn, supersedes }, i) => ({
  ...draft, number: i + 1, recordedAt: `${recordedOn}T09:00:00.000Z`, recordedBy: "demonstration",
  ...(supersedes === undefined ? {} : { supersedes: supersedes + 1 }),
}));

/** Every child of the stories as told on a day, by local id. */
function toldOn(today: Day): Map<string, { readonly entries: readonly SimulatedEntry[]; readonly case: Case }> {
  return new Map(region.authorities.flatMap(({ organisation }) =>
    storiesOf(stories, organisation.code, today).children.map(({ localId, entries }) => [localId, { entries, case: fold(numbered(entries)) }])));
}

const TOLD_ON = day("2026-03-31");
const invented = new Map<string, { readonly localIds: readonly string[]; readonly cases: readonly Case[] }>();

/** An authority’s invented children as told on a day: invented once for all the tests. */
function inventedOn(today: Day, { organisation, children, settings }: DemonstrationAuthority): NonNullable<ReturnType<typeof invented.get>> {
  const key = `${organisation.code} ${today}`;
  const had = invented.get(key);
  if (had !== undefined) return had;
  const population = simulate({ seed: `${region.seed}/${organisation.code}`, children, settings, calendar: loadCalendar(), from: addMonths(today, -12 * region.years), to: today });
  const made = { localIds: population.children.map((c) => c.localId), cases: population.children.map((c) => fold(numbered(c.entries))) };
  invented.set(key, made);
  return made;
}

describe("the region", () => {
  test("is three authorities and an agency, with an account for every role in each", () => {
    assert.deepEqual(region.authorities.map((a) => a.organisation.name), ["Harrowmere", "Tidewell", "Coldbrook"]);
    assert.equal(region.agency.organisation.name, "Adoption Three Rivers");
    const roles = Object.keys(ROLES).filter((role) => !role.startsWith("agency-"));
    for (const { accounts } of region.authorities) {
      assert.deepEqual([...new Set(accounts.map((a) => a.role))].toSorted(), roles.toSorted());
      assert.deepEqual(accounts.flatMap((a) => a.service ?? []).toSorted(), ["adoption", "fieldwork"], "a service manager of each");
    }
    assert.deepEqual(new Set(region.agency.accounts.map((a) => a.role)), new Set(["administrator", "agency-home-finder", "agency-lead"]));
  });

  test("has a person for every worker’s code, once, in the team whose code it is", () => {
    for (const { accounts, colleagues, settings } of region.authorities) {
      const { socialWorkers, familyFinders } = settings.workers;
      const workers = [...accounts, ...colleagues].flatMap(({ worker, team }) => (worker === undefined ? [] : [{ worker, team }]));
      assert.deepEqual(workers.map((a) => a.worker).toSorted(), [...socialWorkers, ...familyFinders].toSorted());
      for (const { worker, team } of workers) {
        const of = settings.teams.find((t) => t.workers.includes(worker));
        if (of !== undefined) assert.equal(team, of.name, worker);
      }
    }
    const all = region.authorities.flatMap((a) => [...a.accounts, ...a.colleagues]);
    assert.equal(new Set(all.map((a) => a.name)).size, all.length);
  });

  test("says of every child in care which team has them, of many whose carers they live with, what stands in the way and what is to come", () => {
    const today = TOLD_ON;
    for (const authority of region.authorities) {
      const { children, settings } = authority;
      const { cases } = inventedOn(today, authority);
      const teams = new Map(settings.teams.map((t) => [t.name, t]));
      for (const c of cases) {
        assert.deepEqual(c.problems, []);
        const [worker, team] = [openOf(c, "allocated-worker"), openOf(c, "responsible-team")];
        assert.equal(worker === undefined, team === undefined);
        if (team !== undefined) assert.ok(teams.get(String(team.detail["team"]))!.workers.includes(String(worker!.detail["worker"])));
      }
      const count = (has: (c: Case) => boolean): number => cases.filter(has).length;
      assert.ok(count((c) => /^FC-\d{4}$/.test(String(openOf(c, "placement")?.detail["carer"]))) > children / 4);
      assert.ok(count((c) => c.of("barrier").some((b) => b.until === undefined)) > 4 && count((c) => c.of("barrier").some((b) => b.until !== undefined)) > 30);
      assert.ok(count((c) => c.entries.some((e) => e.certainty !== "actual" && e.happenedOn > today && e.happenedOn < addDays(today, 50))) > children / 8);
      assert.ok(count((c) => [...c.history.values()].some((before) => before.filter((e) => e.certainty !== "actual").length > 2)) > 0, "moved twice");
    }
    const [harrowmere] = region.authorities;
    assert.ok(harrowmere!.settings.teams.some((t) => t.afterDecision));
  });

  test("has about six hundred children, and none with another's local id", () => {
    const ids = region.authorities.flatMap((authority) => [
      ...inventedOn(TOLD_ON, authority).localIds,
      ...storiesOf(stories, authority.organisation.code, TOLD_ON).children.map((c) => c.localId),
    ]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 580 && ids.length < 660, `${ids.length}`);
  });

  test("gives its social workers and family finders twenty or thirty children each, whatever the day", () => {
    for (const today of [TOLD_ON, day("2027-01-15")]) {
      for (const authority of region.authorities) {
        const { accounts } = authority;
        const { cases } = inventedOn(today, authority);
        for (const { id, worker } of accounts.filter((a) => a.worker !== undefined)) {
          const load = cases.filter((c) => [openOf(c, "allocated-worker"), openOf(c, "family-finder")].some((e) => e?.detail["worker"] === worker)).length;
          assert.ok(load >= 15 && load <= 35, `${id} has ${load} on ${today}`);
        }
      }
    }
  });
});

describe("the named stories", () => {
  test("are a dozen and more, each with one sentence", () => {
    assert.ok(stories.length >= 12);
    for (const { id, shows } of stories) assert.match(shows, /^[A-Z][^.]*\.$/, id);
    for (const { organisation } of region.authorities) assert.ok(stories.some((s) => s.authority === organisation.code));
  });

  test("are whole on any day they are told: in order, on their tracks, nothing ahead of itself", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1500 }), (later) => {
      const today = addDays(day("2025-01-01"), later);
      for (const [localId, told] of toldOn(today)) {
        assert.deepEqual(told.case.problems, [], localId);
        const begunOn = told.entries.filter(({ draft }) => !STANDING_KINDS.has(draft.kind)).map(({ draft }) => draft.happenedOn).sort()[0] ?? "";
        assert.ok((told.entries[0]?.recordedOn ?? "") >= begunOn, `${localId} was written down before anybody was concerned`);
        for (const { draft, recordedOn, supersedes } of told.entries) {
          const said = `${localId} ${draft.kind} ${draft.happenedOn} on ${today}`;
          assert.ok(recordedOn <= today, said);
          if (draft.certainty === "actual") assert.ok(draft.happenedOn <= recordedOn, said);
          if (draft.until !== undefined) assert.ok(draft.happenedOn < draft.until && draft.until <= today, said);
          if (supersedes !== undefined) assert.ok(told.entries[supersedes]!.recordedOn < recordedOn, said);
        }
        for (const care of told.case.of("looked-after")) {
          for (const kind of ["legal-status", "placement"] as const) {
            const periods = told.case.of(kind);
            assert.equal(periods[0]?.happenedOn, care.happenedOn, `${localId} ${kind}`);
            assert.equal(periods.at(-1)?.until, care.until, `${localId} ${kind}`);
            periods.slice(1).forEach((p, i) => assert.equal(p.happenedOn, periods[i]!.until, `${localId} ${kind}`));
          }
        }
      }
    }), { numRuns: 40 });
  });

  test("stand where their sentences say", () => {
    const stages: Readonly<Record<string, Stage>> = {
      "HM-0001": "other-plan", "HM-0002": "placed", "HM-0003": "placement-order", "HM-0004": "placement-order", "HM-0006": "other-plan", "HM-0007": "other-plan",
      "HM-0008": "adoption-plan", "HM-0009": "adopted", "TW-1001": "placement-order", "TW-1002": "placed", "TW-1003": "decision", "TW-1004": "decision",
      "CB-0001": "adopted", "CB-0002": "early-alert", "CB-0003": "matched", "CB-0004": "adoption-plan",
    };
    const told = toldOn(day("2026-03-31"));
    for (const [localId, stage] of Object.entries(stages)) assert.equal(stageOf(told.get(localId)!.case), stage, localId);
    assert.ok(standingPlacementOrder(told.get("TW-1001")!.case)!.happenedOn < addMonths(day("2026-03-31"), -8));
    assert.equal(told.get("TW-1004")!.case.of("final-hearing").length, 1);
    assert.equal(told.get("HM-0008")!.case.withdrawn.length, 1);
  });

  test("keep a group's decision in the group's own record", () => {
    const [group] = storiesOf(stories, "E10000901", day("2026-03-31")).groups;
    assert.ok(group !== undefined && group.entries.every(({ draft }) => isSiblingGroupKind(draft.kind)));
    const ids = group.entries.flatMap(({ draft }) => (draft.kind === "sibling-membership" ? [String(draft.detail["child"])] : []));
    const decided = group.entries.find(({ draft }) => draft.kind === "together-or-apart")?.draft.detail["subgroups"];
    assert.ok("subgroups" in readSubgroups(String(decided), ids.map((id) => ({ recordId: id, localId: id }))));
    for (const { entries } of toldOn(day("2026-03-31")).values()) assert.ok(entries.every(({ draft }) => !isSiblingGroupKind(draft.kind)));
  });
});

describe("a file of the demonstration", () => {
  const story = (lines: string): string => `stories:
  - id: one
    authority: E1
    shows: One thing.
    children:
      - local-id: X-1
        entries:
${lines.split("\n").map((line) => `          - ${line}`).join("\n")}
`;
  const BIRTH = "{ on: 2 years ago, kind: birth }";
  for (const [what, lines, message] of [
    ["a kind that is none", "{ on: today, kind: tea }", /stories\.yaml, line 8: “tea” is not a kind of entry/],
    ["a day that is none", `${BIRTH}\n{ on: last week, kind: visit }`, /line 9: “last week” is not a day: write it like “7 months ago”/],
    ["a field that is none", "{ on: today, kind: visit, colour: red }", /line 8: “colour” means nothing here/],
    ["a detail that is none", "{ on: today, kind: visit, detail: { mood: fine } }", /line 8: “mood” means nothing here/],
    ["a code that is none", "{ on: today, kind: legal-status, detail: { status: C9 } }", /line 8: “C9” is not a code of “Legal status”/],
    ["a detail that is wanted", "{ on: today, kind: legal-status }", /line 8: “Legal status” wants “Legal status”: give status/],
    ["an end to what does not last", "{ on: 3 days ago, kind: visit, until: today }", /line 8: .*it has no end/],
    ["what is still to come", "{ on: in 3 days, kind: visit }", /line 8: “in 3 days” is still to come/],
    ["a plan for what cannot be planned", "{ on: in 3 days, kind: disruption, certainty: planned, recorded: today }", /line 8: .*cannot be entered ahead of its day/],
    ["a plan nobody wrote down", "{ on: in 3 days, kind: visit, certainty: planned }", /line 8: Say when it was recorded/],
    ["a name that nothing has", "{ on: today, kind: visit, supersedes: other, cause: corrected }", /line 8: No line before this one is called “other”/],
    ["no YAML at all", "{ on: today", /line \d+: this is not YAML/],
  ] as const) {
    test(`is refused with its line for ${what}`, () => {
      assert.throws(() => parseStories(story(lines), "stories.yaml"), (error: Error) => {
        assert.equal(error.name, "UnreadableDemonstration");
        assert.match(error.message, message);
        return true;
      });
    });
  }

  test("is refused where it offers a child of no story of its own, or from a day that cannot be read", () => {
    const offering = (child: string, from: string): string => story(BIRTH).replace("    children:", `    offered: { child: ${child}, to: E2, from: ${from}, by: somebody, why: A reason }\n    children:`);
    assert.equal(parseStories(offering("X-1", "2 days ago"), "s")[0]?.offered?.child, "X-1");
    assert.throws(() => parseStories(offering("X-9", "2 days ago"), "s"), /“X-9” is no child of this story/);
    assert.throws(() => parseStories(offering("X-1", "soon"), "s"), /no day told from today/);
  });

  test("may share lines between children, and repeat a line on its days", () => {
    const [told] = storiesOf(parseStories(story(`${BIRTH}\n[{ on: 3 weeks ago, kind: visit, every: 1 week, to: 1 week ago }]`), "s"), "E1", day("2026-03-31")).children;
    assert.deepEqual(told?.entries.filter((e) => e.draft.kind === "visit").map((e) => e.draft.happenedOn), ["2026-03-10", "2026-03-17", "2026-03-24"]);
  });

  test("may say what followed a thing, as far as it has come", () => {
    const line = "{ on: 12 days ago, kind: review, then: { review-decisions-circulated: 5 days, review-record-completed: 2 weeks } }";
    const [told] = storiesOf(parseStories(story(`${BIRTH}\n${line}`), "s"), "E1", day("2026-03-31")).children;
    assert.deepEqual(told?.entries.map((e) => `${e.draft.kind} ${e.draft.happenedOn}`).slice(1), ["review 2026-03-19", "review-decisions-circulated 2026-03-24"]);
  });

  test("is refused where it names an account twice, or a share above one", () => {
    const yaml = `seed: s
years: 3
finished: 2
journeys: { adoption: 1 }
agency: { code: A, name: A, accounts: [] }
authorities: []
`;
    assert.throws(() => parseRegion(yaml, "region.yaml"), /region\.yaml, line 3: “2” is not a share/);
    const twice = yaml.replace("finished: 2", "finished: 1").replace("accounts: []", "accounts: [{ id: a, name: A, role: agency-home-finder }, { id: a, name: B, role: agency-home-finder }]");
    assert.throws(() => parseRegion(twice, "region.yaml"), /The account “a” is given twice/);
    assert.throws(() => parseRegion(yaml.replace("seed: s", "seed: s\ncolour: red"), "region.yaml"), /line 2: “colour” means nothing here/);
  });
});
