import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadCalendar } from "../../../reference/calendar.ts";
import { loadDemonstration } from "../../../reference/demonstration.ts";
import { loadPacks } from "../../../reference/packs.ts";
import { challengesOf, daysLate } from "../../challenges/challenges.ts";
import type { Entry } from "../../chronology/entry.ts";
import { fold } from "../../chronology/fold.ts";
import { detailOf } from "../../chronology/kinds.ts";
import { addMonths, day } from "../../dates/day.ts";
import { toConfirm } from "../../decisions/ahead.ts";
import { formOf } from "../../forms/standing.ts";
import { happened } from "../../permanence/moments.ts";
import { compile } from "../../standards/compile.ts";
import { declinedBy } from "../../standards/declined.ts";
import { evaluate } from "../../standards/evaluate.ts";
import { simulate } from "../simulate.ts";
import type { SimulatedEntry } from "../simulated.ts";
import { answerStandards } from "./answers.ts";
import { workAtDesks } from "./work.ts";

const to = day("2026-11-20");
const calendar = loadCalendar();
const seed = "desks and chairs";
const { settings } = loadDemonstration().region.authorities[0]!;
const lives = simulate({ seed, children: 300, settings, calendar, from: addMonths(to, -48), to });
const pack = compile(loadPacks().find(({ id }) => id === "leicestershire-2023")!.standards);
const worked = workAtDesks(lives, { seed, calendar, to });
const children = worked.children.map((child) => answerStandards(child, { seed, calendar, to, pack }));

const numbered = (entries: readonly SimulatedEntry[]): Entry[] => entries.map(({ draft, recordedOn, supersedes, refers, by = "demonstration" }, i) => ({
  ...draft, number: i + 1, recordedAt: `${recordedOn}T09:00:00.000Z`, recordedBy: by,
  ...(refers === undefined ? {} : { detail: { ...draft.detail, [refers.field]: refers.at + 1 } }),
  ...(supersedes === undefined ? {} : { supersedes: supersedes + 1 }),
}));
const cases = children.map(({ entries }) => fold(numbered(entries)));

describe("the work at the desks", () => {
  test("is the same for the same seed", () => {
    assert.deepEqual(workAtDesks(lives, { seed, calendar, to }), worked);
  });

  test("is written down in order, not before it happened, and with what the kinds ask", () => {
    for (const { localId, entries } of children) {
      const c = fold(numbered(entries));
      assert.deepEqual(c.problems, [], localId);
      for (const [i, { draft, recordedOn, supersedes, refers }] of entries.entries()) {
        const said = `${localId} ${draft.kind} ${draft.happenedOn}`;
        assert.ok(recordedOn <= to && (i === 0 || entries[i - 1]!.recordedOn <= recordedOn), said);
        if (draft.certainty === "actual") assert.ok(draft.happenedOn <= recordedOn, said);
        if (supersedes !== undefined) assert.ok(entries[supersedes]!.recordedOn < recordedOn, said);
        if (refers !== undefined) assert.ok(refers.at < i, said);
      }
      for (const e of c.entries) {
        const fields = detailOf(e.kind);
        for (const [name, { required }] of Object.entries(fields)) assert.ok(required !== true || e.detail[name] !== undefined, `${localId} ${e.kind} lacks ${name}`);
        for (const name of Object.keys(e.detail)) assert.ok(Object.hasOwn(fields, name), `${localId} ${e.kind} has ${name}`);
      }
    }
  });

  test("has a challenge in each way it may stand", () => {
    const all = cases.flatMap(challengesOf);
    for (const state of ["waiting", "answered", "resolved"]) assert.ok(all.some((one) => one.state === state), state);
    assert.ok(all.some((one) => daysLate(one, to) !== undefined), "late");
    assert.ok(all.some(({ rungs }) => rungs.length > 1), "taken further");
  });

  test("leaves decisions to be confirmed, with nothing after them that hangs on them", () => {
    const waiting = cases.filter((c) => toConfirm(c).length > 0);
    assert.ok(waiting.length > 0);
    for (const c of waiting) {
      const [decision] = toConfirm(c);
      const told = decision!.kind === "plan-decision" ? "plan-decision-told" : "match-told";
      assert.ok(happened(c, told).every((e) => e.happenedOn < decision!.happenedOn));
    }
  });

  test("opens forms when packs go out, and closes them when adoption is over", () => {
    const sent = cases.filter((c) => happened(c, "adoption-pack-sent").length > 0);
    const forms = sent.map(formOf);
    assert.ok(forms.filter(({ state }) => state === "open").length > 10 && forms.some(({ state }) => state === "closed") && forms.some(({ state }) => state === "none"));
    assert.ok(cases.every((c) => formOf(c).state === "none" || happened(c, "adoption-pack-sent").length > 0));
  });

  test("proves a share of what was done, and answers most of what standards of an authority’s own ask", () => {
    assert.ok(cases.flatMap((c) => c.entries).filter((e) => e.detail["evidenceSystem"] !== undefined).length > 50);
    const declined = cases.flatMap((c) => c.of("declined").map((e) => ({ c, e })));
    assert.ok(declined.length > 3);
    for (const { c, e } of declined) {
      const clock = { standard: String(e.detail["standard"]), occurrence: Number(e.detail["occurrence"]) };
      assert.equal(pack.versions.get(clock.standard)?.every(({ mayDecline }) => mayDecline), true, clock.standard);
      assert.equal(declinedBy(clock, c), e);
    }
    const dueAndOpen = (of: typeof cases): number => of.flatMap((c) => evaluate(c, pack, calendar)).filter((k) => k.stoppedOn === null && k.mootOn === null && k.dueOn !== null && k.dueOn < to).length;
    const before = dueAndOpen(worked.children.map(({ entries }) => fold(numbered(entries))));
    assert.ok(dueAndOpen(cases) < before, `of ${before}`);
  });
});
