import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Cause, Certainty, Entry, WithdrawalCause } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, type Day, day } from "../dates/day.ts";
import { stageOf } from "../permanence/stage.ts";
import { evaluate } from "../standards/evaluate.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { compareDays, flowBetween, type Difference, type DifferenceType, type SeenDay } from "./compare.ts";
import { thingOf } from "./compare-entries.ts";

type How = "known" | "stood";
type Children = Readonly<Record<string, readonly SampleEntry[]>>;

const pack = samplePack({ starts: "matching-meeting", within: "1 week", stops: "validation-visit" });

/** Children as a list of one day shows them: those of whom anything is known, or had happened. */
const seenOn = (children: Children, on: Day, how: How): SeenDay => ({
  on,
  children: Object.entries(children).flatMap(([recordId, samples]) => {
    const c = fold(sampleEntries(samples), how === "known" ? { knownOn: on } : { stoodOn: on });
    return c.entries.length === 0 ? [] : [{ recordId, stage: stageOf(c), clocks: evaluate(c, pack, sampleCalendar()), case: c }];
  }),
});

const [FROM, TO] = [day("2026-10-20"), day("2026-11-20")];
const compare = (children: Children, how: How = "known") => compareDays(seenOn(children, FROM, how), seenOn(children, TO, how));

/** The differences of one child, each as its type and what it is about. */
const told = (samples: readonly SampleEntry[], how: How = "known"): readonly string[] =>
  compare({ child: samples }, how).flatMap(({ differences }) => differences.map(inShort));

function inShort(d: Difference): string {
  switch (d.type) {
    case "new": case "gone": return `${d.type} ${d.stage}`;
    case "left": case "returned": case "moved-on": case "moved-back": return `${d.type} ${d.from} ${d.to}`;
    case "late": return `late ${d.clock.standard} ${d.clock.days}`;
    case "late-no-more": return `late-no-more ${d.was.standard} ${d.clock?.state}`;
    case "slipped": case "brought-forward": return `${d.type} ${d.now.kind} ${d.days}`;
    case "happened": return `happened ${d.now.kind} ${d.now.happenedOn}${d.days === undefined ? "" : ` ${d.days}`}${d.ended === undefined ? "" : ` for ${d.ended.happenedOn}`}`;
    case "dropped": return `dropped ${d.was.kind}`;
    case "corrected": return `corrected ${d.was.happenedOn} ${d.now?.happenedOn ?? "taken back"}`;
    case "learnt": return `learnt ${d.now.kind} ${d.now.happenedOn}`;
    default: return `${d.type} ${d.now.kind}`;
  }
}

const IN_CARE: readonly SampleEntry[] = [{ kind: "birth", on: "2024-01-01" }, { kind: "looked-after", on: "2026-01-10" }];
const panel = (on: string, recordedOn: string, rest: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "matching-panel", on, certainty: "planned", recordedOn, ...rest });

describe("two days of a list", () => {
  it("tell what moved to another stage, and who came and left", () => {
    const order: SampleEntry = { kind: "placement-order", on: "2026-11-03" };
    assert.deepEqual(told([...IN_CARE, order]), ["moved-on no-plan placement-order", "happened placement-order 2026-11-03"]);
    assert.deepEqual(told([...IN_CARE, { ...order, on: "2026-10-01" }, { kind: "placement-order-revoked", on: "2026-11-10" }]).slice(0, 1), ["moved-back placement-order no-plan"]);
    assert.deepEqual(told([{ kind: "birth", on: "2026-11-01" }]), ["new no-plan"]);
    assert.deepEqual(told([...IN_CARE, { kind: "looked-after", on: "2026-01-10", until: "2026-11-04", recordedOn: "2026-11-04", supersedes: 2, cause: "ended", detail: { endReason: "E4" } }]), ["left no-plan left-care", "ended looked-after"]);
  });

  it("tell a date that moved, by how many days and which way, and one that became certain or was given up", () => {
    const moved = (on: string, rest: Partial<SampleEntry> = {}) => told([...IN_CARE, panel("2026-12-01", "2026-10-01"), panel(on, "2026-11-05", { supersedes: 3, cause: "moved", ...rest })]);
    assert.deepEqual(moved("2026-12-15"), ["slipped matching-panel 14"]);
    assert.deepEqual(moved("2026-11-24"), ["brought-forward matching-panel -7"]);
    assert.deepEqual(moved("2026-12-01", { certainty: "provisional", cause: "confirmed" }), ["firmed matching-panel"]);
    assert.deepEqual(moved("2026-12-01", { cause: "not-going-ahead" }), ["dropped matching-panel"]);
    assert.deepEqual(moved("2026-11-12", { certainty: "actual", cause: "confirmed", recordedOn: "2026-11-12" }), ["happened matching-panel 2026-11-12 -19"]);
    assert.deepEqual(told([...IN_CARE, panel("2026-12-01", "2026-11-01")]), ["planned matching-panel"]);
  });

  it("do not take the next review for the last one moved", () => {
    const review = (on: string, recordedOn: string, rest: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "review", on, recordedOn, certainty: "planned", ...rest });
    assert.deepEqual(told([...IN_CARE, review("2026-11-01", "2026-10-01"), review("2026-11-01", "2026-11-01", { certainty: "actual", supersedes: 3, cause: "confirmed" }), review("2027-05-01", "2026-11-01")]), [
      "happened review 2026-11-01 0", "planned review",
    ]);
  });

  it("tell what was meant to happen by now and did not, once it has gone by", () => {
    assert.deepEqual(told([...IN_CARE, panel("2026-11-10", "2026-10-01")]), ["passed matching-panel"]);
    assert.deepEqual(told([...IN_CARE, panel("2026-10-10", "2026-10-01")]), [], "it had gone by before");
    assert.deepEqual(told([...IN_CARE, panel("2026-11-20", "2026-10-01")]), [], "it is today");
    assert.deepEqual(told([...IN_CARE, panel("2026-11-10", "2026-10-01"), { kind: "matching-panel", on: "2026-11-12" }]), ["happened matching-panel 2026-11-12"]);
    assert.deepEqual(told([...IN_CARE, panel("2026-10-30", "2026-10-01"), panel("2026-11-10", "2026-10-29", { supersedes: 3, cause: "moved" })]), ["passed matching-panel", "slipped matching-panel 11"]);
  });

  it("tell what became late, and what is so no more", () => {
    const meeting: SampleEntry = { kind: "matching-meeting", on: "2026-11-02" };
    assert.deepEqual(told([...IN_CARE, meeting]).slice(0, 1), ["late TT-01 -11"]);
    const early: SampleEntry = { ...meeting, on: "2026-09-02" };
    assert.deepEqual(told([...IN_CARE, early]), [], "late on both days");
    assert.deepEqual(told([...IN_CARE, early, { kind: "validation-visit", on: "2026-11-02" }]).slice(0, 1), ["late-no-more TT-01 met-late"]);
  });

  it("tell a period that took another’s place as one", () => {
    const placement = (on: string, rest: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "placement", on, detail: { type: "U6" }, ...rest });
    const ended = placement("2026-02-01", { until: "2026-11-05", recordedOn: "2026-11-05", supersedes: 3, cause: "ended" });
    assert.deepEqual(told([...IN_CARE, placement("2026-02-01"), ended, placement("2026-11-05")]), ["happened placement 2026-11-05 for 2026-02-01"]);
    assert.deepEqual(told([...IN_CARE, placement("2026-02-01"), ended]), ["ended placement"]);
  });

  it("tell what was put right about the time before, where they ask what was known; as it stood, the past is one", () => {
    const order: SampleEntry = { kind: "placement-order", on: "2026-10-02" };
    const right: SampleEntry = { ...order, on: "2026-10-06", recordedOn: "2026-11-01", supersedes: 3, cause: "corrected" };
    assert.deepEqual(told([...IN_CARE, order, right]), ["corrected 2026-10-02 2026-10-06"]);
    assert.deepEqual(told([...IN_CARE, order, { ...order, recordedOn: "2026-11-01", supersedes: 3, cause: "entered-in-error" }]).at(-1), "corrected 2026-10-02 taken back");
    assert.deepEqual(told([...IN_CARE, { ...order, recordedOn: "2026-11-01" }]), ["moved-on no-plan placement-order", "learnt placement-order 2026-10-02"]);
    assert.deepEqual(told([...IN_CARE, order, right], "stood"), []);
  });
});

describe("whatever two days are compared", () => {
  const DAYS: readonly Day[] = Array.from({ length: 60 }, (_, i) => addDays(day("2026-09-20"), i));
  const CAUSES: readonly (Cause | WithdrawalCause)[] = ["moved", "confirmed", "corrected", "ended", "not-going-ahead", "entered-in-error"];
  const anyDay = fc.constantFrom(...DAYS);
  const anySample = fc.record({
    kind: fc.constantFrom<Kind>("review", "matching-panel", "placement-order", "placement", "matching-meeting", "validation-visit", "plan-decision"),
    on: anyDay, recordedOn: anyDay, certainty: fc.constantFrom<Certainty>("planned", "provisional", "actual"),
    long: fc.option(fc.integer({ min: 0, max: 40 })), supersedes: fc.option(fc.integer({ min: 1, max: 12 })), cause: fc.constantFrom(...CAUSES),
  });
  /** One chain of supersedings for each thing, of one kind, recorded in order. */
  const anyChild = fc.array(anySample, { maxLength: 12 }).map((rows) => {
    const taken = new Set<number>();
    const samples: SampleEntry[] = [];
    for (const { supersedes, cause, long, ...row } of rows) {
      const before = supersedes === null || taken.has(supersedes) ? undefined : samples[supersedes - 1];
      const isLast = before?.cause === "not-going-ahead" || before?.cause === "entered-in-error";
      const kind = before?.kind ?? row.kind;
      const until = kind === "placement" && long !== null ? addDays(day(row.on), long) : undefined;
      const follows = before === undefined || isLast || before.recordedOn! > row.recordedOn ? {} : { supersedes: supersedes!, cause };
      if (follows.supersedes !== undefined) taken.add(follows.supersedes);
      samples.push({ ...row, kind: follows.supersedes === undefined ? row.kind : kind, ...(until === undefined || follows.supersedes === undefined && row.kind !== "placement" ? {} : { until }), ...follows });
    }
    return samples;
  });
  const anyChildren = fc.dictionary(fc.constantFrom("a", "b", "c"), anyChild);
  const anyHow = fc.constantFrom<How>("known", "stood");

  it("a day compared with itself is no other", () => {
    fc.assert(fc.property(anyChildren, anyDay, anyHow, (children, on, how) => {
      assert.deepEqual(compareDays(seenOn(children, on, how), seenOn(children, on, how)), []);
    }));
  });

  it("every thing that is other is told once, and nothing else is", () => {
    fc.assert(fc.property(anyChild, anyDay, anyDay, anyHow, (samples, one, two, how) => {
      const [earlier, later] = [seenOn({ child: samples }, one, how), seenOn({ child: samples }, two, how)];
      const [was, now] = [earlier.children[0], later.children[0]];
      if (was === undefined || now === undefined) return;
      const state = (entries: readonly Entry[], c: typeof was.case) => new Map(entries.map((e) => [thingOf(e, c), JSON.stringify([e.certainty, e.happenedOn, e.until])]));
      const [before, after] = [state(was.case.entries, was.case), state(now.case.entries, now.case)];
      const other = [...new Set([...before.keys(), ...after.keys()])].filter((thing) => before.get(thing) !== after.get(thing));
      const things = compareDays(earlier, later).flatMap(({ differences }) => differences).flatMap((d) => {
        if (d.type === "passed" || !("was" in d || "now" in d) || d.type === "late-no-more") return [];
        const ended = d.type === "happened" && d.ended !== undefined ? [thingOf(d.ended, now.case)] : [];
        if ("now" in d && d.now !== undefined) return [...ended, thingOf(d.now, now.case)];
        return "was" in d && d.was !== undefined ? [thingOf(d.was, was.case)] : [];
      });
      assert.deepEqual(things.toSorted((a, b) => a - b), other.toSorted((a, b) => a - b));
    }));
  });

  it("the other way round, what moved on moved back, and what slipped was brought forward", () => {
    const MIRROR: Partial<Record<DifferenceType, DifferenceType>> = {
      "new": "gone", "gone": "new", "left": "returned", "returned": "left", "moved-on": "moved-back", "moved-back": "moved-on", "late": "late-no-more",
      "late-no-more": "late", "slipped": "brought-forward", "brought-forward": "slipped", "firmed": "firmed", "planned": "dropped", "dropped": "planned",
    };
    fc.assert(fc.property(anyChildren, anyDay, anyDay, anyHow, (children, one, two, how) => {
      const types = (from: Day, to: Day): string[] =>
        compareDays(seenOn(children, from, how), seenOn(children, to, how)).flatMap(({ child, differences }) =>
          differences.filter(({ type }) => MIRROR[type] !== undefined).map((d) => `${child.recordId} ${d.type} ${"days" in d ? Math.abs(d.days!) : ""}`));
      const mirrored = types(two, one).map((text) => text.replace(/ (\S+) /, (_, type: DifferenceType) => ` ${MIRROR[type]} `));
      assert.deepEqual(types(one, two).toSorted(), mirrored.toSorted());
    }));
  });

  it("who was at a stage, less who went, with who came, are who is there", () => {
    fc.assert(fc.property(anyChildren, anyDay, anyDay, anyHow, (children, one, two, how) => {
      const [before, after] = [seenOn(children, one, how).children, seenOn(children, two, how).children];
      const flow = flowBetween(before, after);
      for (const { stage, were, went, came, are } of flow) {
        assert.equal(were - went + came, are, stage);
        assert.deepEqual([were, are], [before, after].map((day) => day.filter((child) => child.stage === stage).length));
      }
      const sum = (of: "went" | "came"): number => flow.reduce((total, row) => total + row[of], 0);
      assert.equal(sum("came") - sum("went"), after.length - before.length);
    }));
  });
});
