import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { moveProfile, type MoveProfileInput } from "../commands/move-profile.ts";
import { withdrawEntry } from "../commands/withdraw-entry.ts";
import { addDays, type Day, day } from "../dates/day.ts";
import { profileOf } from "./profile.ts";

const caseOf = (rows: readonly SampleEntry[]) => fold(sampleEntries(rows));
const BEFORE: readonly SampleEntry[] = [{ kind: "birth", on: "2024-03-01" }, { kind: "looked-after", on: "2025-01-10" }];
const DECIDED: readonly SampleEntry[] = [...BEFORE, { kind: "plan-decision", on: "2025-06-02", detail: { outcome: "made" } }];
const ANONYMOUS: readonly SampleEntry[] = [...DECIDED, { kind: "profile-completed", on: "2025-07-01", detail: { visibility: "own-region-anonymous" } }];
const ORDERED: readonly SampleEntry[] = [...ANONYMOUS, { kind: "placement-order", on: "2025-09-01" }];
const AGREED: readonly SampleEntry[] = [...ORDERED, { kind: "interagency-decision", on: "2025-10-06", detail: { outcome: "made" } }];
const END = day("2026-06-01");
const at = (rows: readonly SampleEntry[], on: Day = END) => profileOf(caseOf(rows), on);
const steps = (rows: readonly SampleEntry[]): string[] => at(rows).history.map(({ state, since, by }) => `${since} ${state}${by === undefined ? " of itself" : ""}`);

describe("who may see a child’s profile", () => {
  it("goes from draft to anonymous, to identified, to national, each on its day", () => {
    assert.deepEqual([at(DECIDED).state, at(DECIDED).since], ["draft", undefined]);
    const whole = [...AGREED, { kind: "profile-updated", on: "2025-09-08" }, { kind: "profile-opened-nationally", on: "2025-10-08" }] as const;
    assert.deepEqual(steps(whole), ["2025-07-01 own-region-anonymous", "2025-09-08 own-region", "2025-10-08 national"]);
    assert.equal(at(whole, day("2025-09-30")).state, "own-region");
    assert.equal(at(whole).breach, undefined);
  });

  it("says what each state asks and what is missing", () => {
    const asked = (rows: readonly SampleEntry[]) => at(rows).openings.map(({ to, holds, guards }) => `${to}: ${holds ? "open" : guards.find((g) => !g.holds)?.words}`);
    assert.deepEqual(asked(BEFORE), [
      "own-region-anonymous: There is no decision that the child should be placed, and no legal advice on looking for a family earlier",
      "own-region: There is no placement order, and no parent’s consent", "national: There is no placement order, and no parent’s consent",
    ]);
    assert.deepEqual(asked(ORDERED), ["own-region-anonymous: open", "own-region: open", "national: There is no decision on a search beyond the region"]);
    assert.match(asked([...ORDERED, { kind: "interagency-decision", on: "2025-10-06", detail: { outcome: "refused" } }])[2]!, /refused on 6 October 2025/);
    const ofAFile: SampleEntry = { kind: "interagency-decision", on: "2025-10-06", source: { type: "sheet", file: "a.xlsx", sheet: "A", row: 2, kinds: "", upTo: day("2026-01-01") } };
    assert.match(asked([...ORDERED, ofAFile])[2]!, /does not say who decided/);
    assert.match(asked([...ORDERED, { ...ofAFile, detail: { evidenceBy: "Ann Lee, service manager" } }])[2]!, /open/);
  });

  it("opens early with legal advice, and by a parent’s consent where no order will come", () => {
    const early: readonly SampleEntry[] = [...BEFORE, { kind: "legal-advice", on: "2025-05-01" }, { kind: "profile-completed", on: "2025-05-05" }];
    assert.deepEqual(steps(early), ["2025-05-05 own-region-anonymous"]);
    const relinquished: readonly SampleEntry[] = [...ANONYMOUS, { kind: "consent-given", on: "2025-08-01" }, { kind: "profile-moved", on: "2025-08-02", detail: { to: "own-region" } }];
    assert.equal(at(relinquished).state, "own-region");
    assert.deepEqual(steps([...relinquished, { kind: "consent-withdrawn", on: "2025-08-20" }]).at(-1), "2025-08-20 withdrawn of itself");
  });

  it("is withdrawn of itself by the end of the order, a reversal, a match and the end of care, and says why", () => {
    const shown: readonly SampleEntry[] = [...ORDERED, { kind: "profile-updated", on: "2025-09-08" }];
    const ended = (row: SampleEntry) => at([...shown.filter((e) => e.kind !== row.kind || row.kind !== "looked-after"), row]);
    assert.deepEqual([ended({ kind: "placement-order-revoked", on: "2025-12-01" })].map(({ state, why }) => [state, why]), [["withdrawn", "The placement order ended"]]);
    assert.match(ended({ kind: "plan-decision-reversed", on: "2025-12-01", detail: { reason: "RD4" } }).why, /reversed on 1 December 2025/);
    assert.match(ended({ kind: "match-decision", on: "2025-12-01" }).why, /A match was decided on 1 December 2025/);
    assert.match(ended({ kind: "looked-after", on: "2025-01-10", until: "2025-12-01" }).why, /left care on 1 December 2025/);
    assert.equal(ended({ kind: "match-decision", on: "2025-12-01", detail: { outcome: "deferred" } }).state, "own-region");
  });

  it("is shown again after a disruption only where somebody says so", () => {
    const back: readonly SampleEntry[] = [...ORDERED, { kind: "match-decision", on: "2025-12-01" }, { kind: "placed-for-adoption", on: "2026-01-05" }, { kind: "disruption", on: "2026-03-02" }];
    assert.equal(at(back).state, "withdrawn");
    assert.deepEqual(steps([...back, { kind: "profile-moved", on: "2026-03-09", detail: { to: "own-region" } }]).at(-1), "2026-03-09 own-region");
  });

  it("counts what was recorded beyond its guards only once they hold, and says what is wrong until then", () => {
    const national: readonly SampleEntry[] = [...ORDERED, { kind: "profile-opened-nationally", on: "2025-10-01" }];
    assert.deepEqual([at(national).state, at(national).breach?.code, at(national).breach?.words], ["own-region", "no-interagency", "Shown nationally without an interagency decision, since 1 October 2025"]);
    const agreed = [...national, { kind: "interagency-decision", on: "2025-10-20" }] as const;
    assert.deepEqual([at(agreed).state, at(agreed).since, at(agreed).breach], ["national", "2025-10-20", undefined]);
    assert.deepEqual([at([...ANONYMOUS, { kind: "profile-updated", on: "2025-08-01" }])].map(({ state, breach }) => [state, breach?.code]), [["own-region-anonymous", "no-authority"]]);
    assert.deepEqual([at([...BEFORE, { kind: "profile-completed", on: "2025-05-05" }])].map(({ state, breach }) => [state, breach?.code]), [["draft", "too-early"]]);
    assert.equal(at([...ORDERED, { kind: "match-decision", on: "2025-12-01" }, { kind: "profile-opened-nationally", on: "2025-12-05" }]).breach?.code, "after-end");
  });
});

const input = (to: string, happenedOn: string, more: Partial<MoveProfileInput> = {}): MoveProfileInput => ({ to, happenedOn, why: "", photographs: "", profileSystem: "", profilePlace: "", profileOn: "", ...more });
const move = (rows: readonly SampleEntry[], ...args: Parameters<typeof input>) => moveProfile(caseOf(rows), input(...args), END);
const refused = (decision: ReturnType<typeof move>): string => (decision.accepted ? "accepted" : decision.refusals.map(({ field, message }) => `${field}: ${message}`).join("; "));
const kinds = (decision: ReturnType<typeof move>) => (decision.accepted ? decision.drafts.map(({ kind, detail }) => [kind, detail["visibility"] ?? detail["to"] ?? ""]) : refused(decision));

describe("moving a profile", () => {
  it("writes what the standards go by with it, and nothing twice", () => {
    assert.deepEqual(kinds(move(DECIDED, "own-region-anonymous", "2025-07-01")), [["profile-completed", "own-region-anonymous"], ["profile-moved", "own-region-anonymous"]]);
    assert.deepEqual(kinds(move(ORDERED, "own-region", "2025-09-08", { photographs: "yes" })), [["profile-updated", ""], ["profile-moved", "own-region"]]);
    assert.deepEqual(kinds(move(ORDERED, "own-region", "2025-09-08")), [["profile-moved", "own-region"]]);
    assert.deepEqual(kinds(move(AGREED, "national", "2025-10-08")), [["profile-opened-nationally", ""], ["profile-moved", "national"]]);
    const planned = move([...DECIDED, { kind: "profile-completed", on: "2025-07-03", certainty: "planned" }], "own-region-anonymous", "2025-07-01");
    assert.deepEqual(planned.accepted && planned.drafts.map(({ supersedes }) => supersedes), [4, undefined]);
  });

  it("is refused while a guard does not hold, on the day it is said of", () => {
    assert.match(refused(move(ANONYMOUS, "own-region", "2026-01-05")), /^to: Identified, own region is not open on 5 January 2026: there is no placement order, and no parent’s consent$/);
    assert.match(refused(move(ORDERED, "national", "2026-01-05")), /there is no decision on a search beyond the region/);
    assert.match(refused(move(ORDERED, "own-region", "2025-08-01")), /is not open on 1 August 2025/);
    assert.match(refused(move([...ORDERED, { kind: "match-decision", on: "2025-12-01" }], "own-region", "2026-01-05")), /a match was decided on 1 December 2025/);
    assert.match(refused(move(AGREED, "national", "2026-07-01")), /in the future/);
    assert.match(refused(move(ORDERED, "elsewhere", "")), /happenedOn: Enter the day.*to: Choose who/);
    assert.match(refused(move(ORDERED, "draft", "2026-01-05")), /Choose who/);
    assert.match(refused(move(ORDERED, "own-region-anonymous", "2026-01-05")), /so already, since 1 July 2025/);
    assert.match(refused(move(ORDERED, "own-region-anonymous", "2025-06-15")), /changed on 1 July 2025, after 15 June 2025/);
  });

  it("is taken back where it was said in error, and then is as it was", () => {
    const moved: readonly SampleEntry[] = [...ORDERED, { kind: "profile-moved", on: "2025-09-08", detail: { to: "own-region" } }];
    const c = caseOf(moved);
    const back = withdrawEntry(c, { number: moved.length, cause: "entered-in-error", reason: "The wrong child" });
    assert.ok(back.accepted);
    const withdrawn = { ...back.drafts[0]!, number: 99, recordedAt: "2026-06-01T12:00:00.000Z", recordedBy: "sample" };
    assert.deepEqual([profileOf(c, END).state, profileOf(fold([...c.entries, withdrawn]), END).state], ["own-region", "own-region-anonymous"]);
  });

  it("asks why where fewer see it, and where what was recorded is put right", () => {
    assert.match(refused(move(ORDERED, "withdrawn", "2026-01-05")), /^why: /);
    assert.deepEqual(kinds(move(ORDERED, "withdrawn", "2026-01-05", { why: "The family asked for time" })), [["profile-moved", "withdrawn"]]);
    assert.match(refused(move(DECIDED, "withdrawn", "2026-01-05", { why: "?" })), /nothing to withdraw/);
    const beyond: readonly SampleEntry[] = [...ORDERED, { kind: "profile-opened-nationally", on: "2025-10-01" }];
    assert.match(refused(move(beyond, "own-region", "2026-01-05")), /^why: /);
    const put = move(beyond, "own-region", "2026-01-05", { why: "Opened in error; closed on the site" });
    assert.ok(put.accepted);
    assert.equal(at([...beyond, { kind: "profile-moved", on: "2026-01-05", detail: { to: "own-region" } }]).breach, undefined);
  });
});

describe("no state that a profile can be in", () => {
  const START = day("2025-01-10");
  const kind = fc.constantFrom(
    "plan-decision", "plan-decision-reversed", "legal-advice", "placement-order", "placement-order-revoked", "consent-given", "consent-withdrawn", "interagency-decision", "match-decision",
    "disruption", "profile-completed", "profile-updated", "profile-opened-nationally", "profile-moved",
  );
  const row = fc.record({ kind, on: fc.nat(300), state: fc.constantFrom("own-region-anonymous", "own-region", "national", "withdrawn"), outcome: fc.constantFrom("made", "refused", undefined) })
    .map(({ kind: of, on, state, outcome }): SampleEntry => ({
      kind: of, on: addDays(START, on),
      detail: of === "profile-moved" ? { to: state } : of === "profile-completed" && state !== "withdrawn" ? { visibility: state } : of.endsWith("decision") && outcome !== undefined ? { outcome } : {},
    }));
  const life = fc.record({ rows: fc.array(row, { maxLength: 14 }), leftAfter: fc.option(fc.nat(300), { nil: undefined }), on: fc.nat(310) })
    .map(({ rows, leftAfter, on }) => ({ rows: [{ kind: "looked-after", on: START, until: leftAfter === undefined ? undefined : addDays(START, leftAfter + 1) } as SampleEntry, ...rows], on: addDays(START, on) }));

  /** The same asked plainly: how many times was a thing done by the day, and is the last of it after the last that ends it? */
  const stands = (rows: readonly SampleEntry[], on: Day, of: string, endedBy: readonly string[]): boolean => {
    const days = (kinds: readonly string[]) => rows.filter((r) => kinds.includes(r.kind) && r.on <= on && (r.detail?.["outcome"] ?? "made") === "made").map((r) => r.on).sort();
    const [made, ended] = [days([of]), days(endedBy)];
    const last = made.at(-1);
    if (last === undefined) return false;
    const end = ended.at(-1);
    return end === undefined || end < last || (end === last && endedBy.length === 1 && made.length > ended.length);
  };

  it("breaks a guard", () => {
    fc.assert(fc.property(life, ({ rows, on }) => {
      const { state } = profileOf(caseOf(rows), on);
      if (state === "draft" || state === "withdrawn") return;
      const authority = stands(rows, on, "placement-order", ["placement-order-revoked"]) || stands(rows, on, "consent-given", ["consent-withdrawn"]);
      assert.ok(!stands(rows, on, "match-decision", ["disruption", "plan-decision-reversed"]), "a match stands");
      assert.ok(rows.every((r) => r.kind !== "looked-after" || r.until === undefined || r.until > on), "the child has left care");
      if (state !== "own-region-anonymous") assert.ok(authority, "neither order nor consent");
      if (state === "national") assert.ok(rows.some((r) => r.kind === "interagency-decision" && r.on <= on && (r.detail?.["outcome"] ?? "made") === "made"), "no interagency decision");
      assert.ok(authority || stands(rows, on, "plan-decision", ["plan-decision-reversed"]) || rows.some((r) => r.kind === "legal-advice" && r.on <= on), "shown too early");
    }), { numRuns: 400 });
  });

  it("is other than what a move that was accepted says", () => {
    fc.assert(fc.property(life, fc.constantFrom("own-region-anonymous", "own-region", "national", "withdrawn"), ({ rows, on }, to) => {
      const c = caseOf(rows);
      const decision = moveProfile(c, input(to, on, { why: "Because" }), END);
      if (!decision.accepted) return;
      const added = decision.drafts.map((draft, i) => ({ ...draft, number: 1_000 + i, recordedAt: `${END}T12:00:00.000Z`, recordedBy: "sample" }));
      const after = profileOf(fold([...c.entries, ...added]), on);
      assert.deepEqual([after.state, after.breach], [to, undefined]);
    }), { numRuns: 400 });
  });
});
