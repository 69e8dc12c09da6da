import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import { day } from "../../domain/dates/day.ts";
import { addChild, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openChild } from "../open-child.ts";
import type { ChildPage } from "../views.ts";
import { answerClocksOf, type ClockAnswer } from "./answer-clocks.ts";
import { checklistsOf, lineOf, whoAnswers } from "./checklists.ts";
import { declineOne, recordEntriesOf } from "./record-entries.ts";

const TODAY = day("2026-06-01");
const manager = personIn(NORTH, "team-manager");
const PLACED = [
  { kind: "birth", on: "2024-03-01" }, { kind: "looked-after", on: "2025-01-10" }, { kind: "plan-decision", on: "2025-09-01" }, { kind: "placement-order", on: "2025-10-01" },
  { kind: "match-decision", on: "2026-04-20" }, { kind: "placed-for-adoption", on: "2026-05-18" },
] as const;

describe("answers of one child", () => {
  let sample: SampleApp;
  let made = 0;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      for (const organisation of [NORTH, SOUTH]) {
        await store.inTransaction(operatorOf(organisation), async (writer) => {
          await writer.addOrganisation(organisation);
          await writer.lock(organisation.code);
          await writer.addStandardsChange(organisation.code, { at: "2025-01-06T09:00:00.000Z", reason: "Agreed", change: { type: "adopt-pack", pack: "leicestershire-2023", from: day("2025-01-01") } });
        });
      }
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());

  const opened = async (id: string, viewer: Viewer = manager): Promise<ChildPage> => (await openChild(sample.app, viewer, id)) ?? assert.fail("not found");
  const placed = (): Promise<string> => sample.store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, `A-${++made}`, PLACED));
  const visit = (standard: string, on = "2026-05-20"): ClockAnswer => ({ standard, occurrence: "1", says: { as: "entry", input: { kind: "adoption-visit", happenedOn: on, certainty: "actual", detail: { evidenceSystem: "Case system" } } } });
  const no = (standard: string, why: string): ClockAnswer => ({ standard, occurrence: "1", says: { as: "declined", why } });
  const answer = (child: ChildPage, lines: readonly ClockAnswer[], viewer: Viewer = manager) => answerClocksOf(sample.app, viewer, child.recordId, child.version, lines);
  const commandsOn = async (id: string): Promise<readonly unknown[]> => (await sample.owner.query("select command, input from audit where record_id = $1 and command <> 'sample' order by number", [id])).rows;

  it("are written in one transaction with one row of audit, and answer every clock that they answer", async () => {
    const child = await opened(await placed());
    const outcome = await answer(child, [visit("LEIC-56"), visit("TC-24"), no("LEIC-60", "They belong to a group already")]);
    assert.ok(outcome.outcome === "done", JSON.stringify(outcome));
    assert.deepEqual(outcome.entries.map((e) => [e.kind, e.recordedBy, e.detail]), [
      ["adoption-visit", manager.account, { evidenceSystem: "Case system", onBehalfOf: "social-worker" }],
      ["declined", manager.account, { standard: "LEIC-60", occurrence: 1, why: "They belong to a group already" }],
    ]);
    assert.deepEqual(await commandsOn(child.recordId), [{ command: "record-entries", input: { kinds: ["adoption-visit", "declined"] } }]);
    const now = await opened(child.recordId);
    assert.deepEqual(["LEIC-56", "TC-24", "LEIC-60"].map((id) => now.clocks.find((k) => k.standard === id && k.occurrence === 1)?.state), ["met", "met", "moot"]);
    const line = checklistsOf(now, await whoAnswers(sample.app, manager)).flatMap((list) => list.lines).find(({ standard }) => standard.id === "LEIC-60");
    assert.deepEqual([line?.state, line?.declinedBy?.detail["why"]], ["not-appropriate", "They belong to a group already"]);
  });

  it("are all held back where one is refused, and say which", async () => {
    const child = await opened(await placed());
    const outcome = await answer(child, [visit("LEIC-56"), no("LEIC-57b", "Not wanted"), visit("TC-24", "2026-07-01")]);
    assert.ok(outcome.outcome === "refused");
    assert.deepEqual(outcome.refusals.map((r) => [r.line, r.field]), [[1, "standard"], [2, "happenedOn"]]);
    assert.equal((await opened(child.recordId)).version, child.version);
    assert.deepEqual(await commandsOn(child.recordId), []);
  });

  it("of two people at once let one in, and show the other what was written", async () => {
    const child = await opened(await placed());
    const outcomes = await Promise.all([answer(child, [visit("LEIC-56")]), answer(child, [no("LEIC-60", "No")], personIn(NORTH, "reviewing-officer"))]);
    assert.deepEqual(outcomes.map((o) => o.outcome).sort(), ["done", "overtaken"]);
    const late = outcomes.find((o) => o.outcome === "overtaken");
    assert.equal(late?.outcome === "overtaken" && late.since.length, 1);
  });

  it("are for those who may record, and of children they may see", async () => {
    const child = await opened(await placed());
    for (const [viewer, expected] of [[personIn(NORTH, "practice-lead"), "forbidden"], [personIn(SOUTH, "team-manager"), "not-found"], [personIn(NORTH, "social-worker"), "not-found"]] as const) {
      assert.equal((await answer(child, [visit("LEIC-56")], viewer)).outcome, expected, viewer.role);
      assert.equal((await recordEntriesOf(sample.app, viewer, child.recordId, child.version, [])).outcome, expected, viewer.role);
      assert.equal((await declineOne(sample.app, viewer, child.recordId, child.version, { standard: "LEIC-60", occurrence: "1", why: "No" })).outcome, expected, viewer.role);
    }
  });

  it("say whose a clock is: one’s own, or answered on somebody’s behalf", async () => {
    const child = await opened(await placed());
    const review = child.clocks.find((k) => k.standard === "TC-25")!;
    const officer = personIn(NORTH, "reviewing-officer");
    assert.equal(lineOf(child, review, await whoAnswers(sample.app, officer))?.theirs, true);
    assert.equal(lineOf(child, review, await whoAnswers(sample.app, manager))?.theirs, false);
  });

  it("never make a child late by a checklist’s line, and take a late one off by its answer", async () => {
    const id = await placed();
    const lateOf = async (): Promise<readonly string[]> => (await opened(id)).clocks.filter((k) => k.state === "overdue" && !k.flags.some((f) => f === "advisory" || f === "checklist")).map((k) => k.standard);
    const before = await lateOf();
    assert.ok(before.includes("LEIC-56"));
    const lines = checklistsOf(await opened(id), await whoAnswers(sample.app, manager)).flatMap((list) => list.lines);
    assert.deepEqual(lines.filter(({ standard, clock }) => standard.tier === "checklist" && clock !== null && before.includes(clock.standard)), []);
    assert.equal((await answer(await opened(id), [visit("LEIC-56", "2026-05-19")])).outcome, "done");
    assert.ok(!(await lateOf()).includes("LEIC-56"));
  });
});
