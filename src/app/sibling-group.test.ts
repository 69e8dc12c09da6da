import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type pg from "pg";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import type { Person } from "../domain/access/viewer.ts";
import { day } from "../domain/dates/day.ts";
import { STANDARD_VIEW } from "../domain/tracker/view.ts";
import { AGENCY, makeSampleRegion, NORTH, personIn, type SampleRegion, SOUTH } from "../store/sample-region.ts";
import type { Store } from "../store/store.ts";
import { changeAccess } from "./access/change-access.ts";
import type { App } from "./app.ts";
import { openChild } from "./open-child.ts";
import { openTracker } from "./open-tracker.ts";
import { openChildRecord, runCommand } from "./run-command.ts";
import { openSiblingGroup } from "./sibling-group.ts";
import { childToGroup, openSiblingGroupRecord } from "./sibling-group-open.ts";
import type { Outcome, SiblingGroupPage } from "./views.ts";

let store: Store;
let region: SampleRegion;
let app: App;
let stop: () => Promise<void>;
let owner: pg.Client;
const manager = personIn(NORTH, "team-manager");
const stranger = personIn(SOUTH, "team-manager");

before(async () => {
  ({ app, store, owner, stop } = await startSampleApp(day("2026-06-01"), async (app, store) => {
    region = await makeSampleRegion(store);
    await store.maintenance.rebuild(app.summarise);
  }, () => new Date().toISOString()));
});
after(() => stop());

/** New children with these local ids; their record ids. */
async function children(...localIds: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const localId of localIds) {
    const made = await openChildRecord(app, manager, NORTH.code, { localId, birthOn: "2022-02-10", unborn: false });
    assert.ok(made.outcome === "done");
    ids.push(made.recordId);
  }
  return ids;
}

const start = (localIds: readonly string[], viewer: Person = manager, authority = NORTH.code): Promise<Outcome> =>
  openSiblingGroupRecord(app, viewer, authority, { children: localIds, happenedOn: "2026-01-05" });

async function startedWith(...localIds: readonly string[]): Promise<SiblingGroupPage> {
  await children(...localIds);
  const made = await start(localIds);
  assert.ok(made.outcome === "done", JSON.stringify(made));
  return again(made.recordId);
}

async function again(recordId: string, viewer: Person = manager): Promise<SiblingGroupPage> {
  const page = await openSiblingGroup(app, viewer, recordId);
  assert.ok(page !== undefined);
  return page;
}

const record = (group: SiblingGroupPage, kind: string, happenedOn: string, detail: Record<string, string>, viewer = manager): Promise<Outcome> =>
  runCommand(app, viewer, group.recordId, group.version, { name: "record-entry", input: { kind, happenedOn, certainty: "actual", detail } });

const end = (group: SiblingGroupPage, localId: string, until: string): Promise<Outcome> => {
  const { membership, since } = group.members.find((m) => m.localId === localId)!;
  return runCommand(app, manager, group.recordId, group.version, {
    name: "correct-entry",
    input: { number: membership, kind: "sibling-membership", happenedOn: since, until, certainty: "actual", detail: { child: localId }, cause: "ended", reason: "" },
  });
};

/** Restricts a child’s record to one person, so that the manager sees it no more. */
async function hide(recordId: string): Promise<void> {
  const { version } = (await store.reader(manager).getRecord(recordId))!;
  const input = { why: "An adopter works here", people: [personIn(NORTH, "social-worker").account], stay: "no" };
  assert.equal((await changeAccess(app, manager, recordId, version, { name: "restrict-record", input })).outcome, "done");
}

const refusals = (outcome: Outcome): readonly string[] => (outcome.outcome === "refused" ? outcome.refusals.map((r) => r.message) : [outcome.outcome]);
const countRecords = async (): Promise<number> => (await owner.query("select count(*)::int as n from record where type = 'sibling-group'")).rows[0].n;

describe("starting a sibling group", () => {
  it("makes the group, its members and the audit, and each child’s page tells of the others", async () => {
    const [one, two] = await children("G-2", "G-1");
    const made = await start([" G-2", "G-1 ", ""]);
    assert.ok(made.outcome === "done");
    const group = await again(made.recordId);
    assert.equal(group.localId, "SG-G-1");
    assert.deepEqual(group.members.map((m) => [m.localId, m.since, m.stage, m.age]), [["G-1", "2026-01-05", "no-plan", "4 years 3 months"], ["G-2", "2026-01-05", "no-plan", "4 years 3 months"]]);
    const siblings = (await openChild(app, manager, two!))?.siblings;
    assert.deepEqual([siblings?.recordId, siblings?.members.map((m) => m.recordId)], [made.recordId, [two, one]]);
    const audit = await owner.query("select command, actor from audit where record_id = $1", [made.recordId]);
    assert.deepEqual(audit.rows, [{ command: "open-sibling-group", actor: manager.account }]);
  });

  it("refuses what it does not know, by name, and then makes nothing", async () => {
    const before = await countRecords();
    assert.deepEqual(refusals(await start(["N1", "S1", "N2"])), [
      "There is no child with local id S1 in this authority. Check the id, or add the child first",
      "N2 is already in the sibling group NG1. A child is in one group at a time: end that membership first",
    ]);
    assert.deepEqual(refusals(await start(["N1"])), ["Enter the local ids of at least two children, one on each line"]);
    assert.equal(await countRecords(), before);
  });

  it("lets one of two who would put a child in different groups in, and tells the other which", async () => {
    await children("R-1", "R-2", "R-3");
    const outcomes = await Promise.all([start(["R-1", "R-2"]), start(["R-2", "R-3"])]);
    assert.deepEqual(outcomes.map((o) => o.outcome).sort(), ["done", "refused"]);
    assert.match(outcomes.flatMap(refusals).join(), /R-2 is already in the sibling group SG-R-\d/);
  });

  it("is for those who may record and who see every child", async () => {
    for (const [role, reason] of [["performance-analyst", /record what happened/], ["social-worker", /sees every child of the authority/], ["family-finder", /sees every child/]] as const) {
      const outcome = await start(["N1", "N3"], personIn(NORTH, role));
      assert.match(outcome.outcome === "forbidden" ? outcome.reason : outcome.outcome, reason);
    }
    assert.equal((await start(["N1", "N3"], stranger)).outcome, "not-found");
    assert.deepEqual(await childToGroup(app, manager, region.ids.northInCare), { recordId: region.ids.northInCare, localId: "N1" });
    assert.equal(await childToGroup(app, stranger, region.ids.northInCare), undefined);
    assert.equal(await childToGroup(app, manager, region.ids.northGroup), undefined);
  });
});

describe("a sibling group’s decisions and members", () => {
  it("hold who with whom by record ids, and tell it by local ids", async () => {
    const group = await startedWith("D-1", "D-2", "D-3");
    assert.equal((await record(group, "together-or-apart", "2026-03-01", { decision: "subgroups", subgroups: "D-1, D-2 / D-3", note: "D-3 wishes it" })).outcome, "done");
    const now = await again(group.recordId);
    const decision = now.case.of("together-or-apart")[0]!;
    assert.deepEqual(now.homes.get(decision.number)?.map((home) => home.map((m) => m.localId)), [["D-1", "D-2"], ["D-3"]]);
    assert.deepEqual(decision.detail, { decision: "subgroups", subgroups: "D-1, D-2 / D-3", note: "D-3 wishes it" });
    const held = (await store.reader(manager).entriesOf(group.recordId)).find((e) => e.kind === "together-or-apart")?.detail["subgroups"];
    const [d1, d2, d3] = now.members.map((m) => m.recordId);
    assert.equal(held, `${d1}, ${d2} / ${d3}`);
    assert.deepEqual((await openChild(app, manager, d1!))?.siblings?.decision?.detail, { decision: "subgroups" });
  });

  it("refuse a child of nobody, of another group and of this one, and somebody left out", async () => {
    const group = await startedWith("E-1", "E-2", "E-3");
    for (const [child, why] of [["S1", /no child with local id S1/], ["N2", /already in the sibling group NG1/], ["E-1", /already in this group, since 5 January 2026/], [region.ids.northInCare, /no child with local id/]] as const) {
      assert.match(refusals(await record(group, "sibling-membership", "2026-02-01", { child })).join(), why);
    }
    assert.deepEqual(refusals(await record(group, "together-or-apart", "2026-02-01", { decision: "subgroups", subgroups: "E-1 / E-2" })),
      ["E-3 is in none of the smaller groups. Put every child in one"]);
    assert.equal((await again(group.recordId)).version, group.version);
  });

  it("let a child join, be left out of an older decision, leave, and join another group", async () => {
    const group = await startedWith("F-1", "F-2");
    await children("F-3", "F-4");
    await record(group, "together-or-apart", "2026-02-01", { decision: "together" });
    assert.equal((await record(await again(group.recordId), "sibling-membership", "2026-03-01", { child: "F-3" })).outcome, "done");
    let now = await again(group.recordId);
    assert.deepEqual(now.notDecided.map((m) => m.localId), ["F-3"]);
    assert.match(refusals(await start(["F-3", "F-4"])).join(), /F-3 is already in the sibling group SG-F-1/);
    assert.equal((await end(now, "F-3", "2026-05-01")).outcome, "done");
    now = await again(group.recordId);
    assert.deepEqual([now.members.map((m) => m.localId), now.family.map((m) => m.localId)], [["F-1", "F-2"], ["F-1", "F-2", "F-3"]]);
    assert.equal((await start(["F-3", "F-4"])).outcome, "done");
  });

  it("show both where somebody saved first, and are corrected with their history", async () => {
    const group = await startedWith("H-1", "H-2");
    assert.equal((await record(group, "together-or-apart", "2026-02-01", { decision: "together" })).outcome, "done");
    assert.equal((await record(group, "together-or-apart", "2026-02-02", { decision: "apart" })).outcome, "overtaken");
    const now = await again(group.recordId);
    const { number } = now.case.of("together-or-apart")[0]!;
    await runCommand(app, manager, group.recordId, now.version, {
      name: "correct-entry", input: { number, kind: "together-or-apart", happenedOn: "2026-02-01", certainty: "actual", detail: { decision: "apart" }, cause: "corrected", reason: "Read from the minutes" },
    });
    const after = await again(group.recordId);
    const decision = after.case.of("together-or-apart")[0]!;
    assert.deepEqual(after.case.history.get(decision.number)?.map((e) => e.detail["decision"]), ["together"]);
  });

  it("are decided, corrected and added to by nobody who is kept from a child of the group", async () => {
    const group = await startedWith("K-1", "K-2", "K-3");
    assert.equal((await record(group, "together-or-apart", "2026-02-01", { decision: "apart" })).outcome, "done");
    await hide(group.members[2]!.recordId);
    const now = await again(group.recordId);
    assert.deepEqual([now.members.length, now.may], [2, { record: false, correct: false }]);
    const { number } = now.case.of("together-or-apart")[0]!;
    const decided = { kind: "together-or-apart", happenedOn: "2026-02-01", certainty: "actual", detail: { decision: "together" } } as const;
    for (const command of [
      { name: "record-entry", input: decided },
      { name: "correct-entry", input: { ...decided, number, cause: "corrected", reason: "Wrong" } },
      { name: "withdraw-entry", input: { number, cause: "entered-in-error", reason: "Wrong" } },
      { name: "record-entry", input: { ...decided, kind: "sibling-membership", detail: { child: "N1" } } },
    ] as const) assert.equal((await runCommand(app, manager, group.recordId, 9_999, command)).outcome, "not-found", JSON.stringify(command));
    assert.equal((await again(group.recordId)).version, now.version);
  });

  it("are for those who may, and another authority finds nothing", async () => {
    const group = await startedWith("I-1", "I-2");
    const decide = (viewer: Person): Promise<Outcome> => record(group, "together-or-apart", "2026-02-01", { decision: "apart" }, viewer);
    assert.equal((await decide(personIn(NORTH, "performance-analyst"))).outcome, "forbidden");
    assert.equal((await decide(personIn(NORTH, "social-worker"))).outcome, "not-found", "none of the children is theirs");
    assert.equal((await decide(stranger)).outcome, "not-found");
    const theirs = await runCommand(app, personIn(NORTH, "social-worker"), region.ids.northGroup, 9999, {
      name: "record-entry", input: { kind: "together-or-apart", happenedOn: "2026-02-01", certainty: "actual", detail: { decision: "apart" } },
    });
    assert.match(theirs.outcome === "forbidden" ? theirs.reason : theirs.outcome, /sees every child of the authority/);
  });
});

/** All that a page holds, its maps too, as text. */
const whole = (page: object | undefined): string => JSON.stringify(page, (_, value: unknown) => (value instanceof Map ? [...value] : value));

describe("opening a sibling group", () => {
  it("tells those who see some of the children of those alone, and of a group of which they see one child nothing", async () => {
    const group = await startedWith("J-1", "J-2", "J-3");
    const [one, two, three] = group.members.map(({ recordId }) => recordId);
    assert.equal((await record(group, "together-or-apart", "2026-02-01", { decision: "apart", note: "J-2 and J-3 quarrel" })).outcome, "done");
    assert.match(whole(await again(group.recordId)), /quarrel/);
    await hide(three!);
    const some = await again(group.recordId);
    assert.deepEqual([some.localId, some.members.map((m) => m.localId), [...some.homes.values()].map((homes) => homes.flat().length)], [null, ["J-1", "J-2"], [2]]);
    for (const secret of ["J-3", three!, "SG-J-1", "quarrel"]) {
      assert.ok(!whole(some).includes(secret), secret);
      assert.ok(!whole((await openChild(app, manager, one!))?.siblings ?? {}).includes(secret), secret);
    }
    await hide(two!);
    assert.equal(await openSiblingGroup(app, manager, group.recordId), undefined);
    assert.equal((await openChild(app, manager, one!))?.siblings, null);
    const inGroup = async (which: string): Promise<readonly string[]> =>
      (await openTracker(app, manager, { view: { ...STANDARD_VIEW, filters: { ...STANDARD_VIEW.filters, group: which } }, page: 1 }, 200)).lines.map(({ localId }) => localId).filter((localId) => localId.startsWith("J-"));
    assert.deepEqual([await inGroup("any"), await inGroup("none"), await inGroup(group.recordId)], [[], ["J-1"], []]);
    await children("J-4");
    assert.equal((await start(["J-1", "J-4"])).outcome, "done", "a group that is not shown keeps a child from no other");
    assert.deepEqual((await openChild(app, manager, one!))?.siblings?.members.map(({ localId }) => localId), ["J-1", "J-4"]);
  });

  it("is of no use to those who see one child of it by their work or their agreement", async () => {
    const { northGroup, northWithOrder, northAllocated } = region.ids;
    for (const [viewer, theirs] of [[personIn(NORTH, "social-worker"), northAllocated], [personIn(AGENCY, "agency-home-finder"), northWithOrder]] as const) {
      assert.equal(await openSiblingGroup(app, viewer, northGroup), undefined, viewer.role);
      assert.equal((await openChild(app, viewer, theirs))?.siblings, null, viewer.role);
    }
    assert.deepEqual((await again(northGroup)).members.map((m) => m.localId), ["N2", "N3"]);
  });

  it("is written down, and so is asking for one that is not theirs", async () => {
    const { northGroup, northInCare } = region.ids;
    assert.equal(await openSiblingGroup(app, stranger, northGroup), undefined);
    assert.equal(await openSiblingGroup(app, manager, northInCare), undefined, "a child is no group");
    await openSiblingGroup(app, manager, northGroup);
    const { rows } = await owner.query("select account, outcome, record_id, asked from access_log where how = 'sibling-group-page' and (record_id = $1 or asked in ($1::text, $2))", [northGroup, northInCare]);
    for (const line of [
      { account: stranger.account, outcome: "refused", record_id: null, asked: northGroup },
      { account: manager.account, outcome: "refused", record_id: null, asked: northInCare },
      { account: manager.account, outcome: "opened", record_id: northGroup, asked: null },
    ]) assert.ok(rows.some((row) => JSON.stringify(row) === JSON.stringify(line)), JSON.stringify(line));
  });

  it("keeps the whole provable", async () => {
    const { ok, firstBroken } = await app.store.maintenance.verify(app.summarise);
    assert.deepEqual({ ok, firstBroken }, { ok: true, firstBroken: null });
  });
});
