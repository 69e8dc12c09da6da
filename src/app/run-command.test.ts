import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Role } from "../domain/access/role.ts";
import { day } from "../domain/dates/day.ts";
import { STANDARD_VIEW } from "../domain/tracker/view.ts";
import { makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH } from "../store/sample-region.ts";
import { openStore, type Store } from "../store/store.ts";
import { type App, makeApp } from "./app.ts";
import { openChild } from "./open-child.ts";
import { openTracker } from "./open-tracker.ts";
import { openChildRecord, runCommand } from "./run-command.ts";
import type { ChildPage, Outcome } from "./views.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
let app: App;
let owner: pg.Client;
const manager = personIn(NORTH, "team-manager");

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  app = makeApp(store, { today: () => day("2026-06-01"), now: () => new Date().toISOString() });
  // The sample region was projected by a stand-in; from here on by the domain.
  await store.maintenance.rebuild(app.summarise);
  owner = new pg.Client(database.url());
  await owner.connect();
});
after(async () => {
  await Promise.all([owner.end(), store.close()]);
  await database.drop();
});

const newChild = async (localId: string): Promise<ChildPage> => {
  const made = await openChildRecord(app, manager, NORTH.code, { localId, birthOn: "2024-02-10", unborn: false });
  assert.ok(made.outcome === "done");
  const child = await openChild(app, manager, made.recordId);
  assert.ok(child !== undefined);
  return child;
};
const record = (child: ChildPage, kind: string, happenedOn: string, detail: Record<string, string> = {}, viewer = manager): Promise<Outcome> =>
  runCommand(app, viewer, child.recordId, child.version, { name: "record-entry", input: { kind, happenedOn, certainty: "actual", detail } });
const again = async (child: ChildPage): Promise<ChildPage> => (await openChild(app, manager, child.recordId))!;

describe("running a command", () => {
  it("sets a target beside a standard that there is, which the tracker then shows as next", async () => {
    const child = await newChild("C-21");
    assert.equal((await record(child, "looked-after", "2026-06-01")).outcome, "done");
    const target = (standard: string, c: ChildPage) => record(c, "individual-target", "2026-06-01", { standard, dueOn: "2026-06-04", note: "Before the contact begins" });
    const refused = await target("TC-X1", await again(child));
    assert.match(refused.outcome === "refused" ? refused.refusals.map(({ field, message }) => `${field}: ${message}`).join() : "", /^detail\.standard: “TC-X1” is not the id of a standard in use here/);
    assert.equal((await target("tc-01", await again(child))).outcome, "done");
    const line = async () => (await openTracker(app, manager, { page: 1, view: STANDARD_VIEW })).lines.find(({ localId }) => localId === "C-21")?.next;
    assert.deepEqual([(await line())?.standard, (await line())?.dueOn, (await line())?.target], ["TC-01", "2026-06-29", "2026-06-04"]);
    const now = await again(child);
    assert.deepEqual(now.targetDates.filter(({ setBy }) => setBy !== null).map(({ on, state, clock }) => [on, state, clock?.standard]), [["2026-06-04", "possible", "TC-01"]]);
  });

  it("moves a clock with the planned date it goes by, and the child’s page says from which", async () => {
    const child = await newChild("C-22");
    assert.equal((await record(child, "looked-after", "2026-04-01")).outcome, "done");
    assert.equal((await record(await again(child), "review", "2026-04-28")).outcome, "done");
    const planned = { kind: "review", happenedOn: "2026-07-20", certainty: "planned", detail: {} };
    const seen = await again(child);
    const put = await runCommand(app, manager, child.recordId, seen.version, { name: "record-entry", input: planned });
    assert.ok(put.outcome === "done");
    const plan = async () => (await again(child)).clocks.find(({ standard }) => standard === "TC-04");
    assert.deepEqual([(await plan())?.dueOn, (await plan())?.moved], ["2026-07-20", null]);
    const move = { ...planned, happenedOn: "2026-07-27", number: put.entries[0]!.number, cause: "moved", reason: "The chair is away" };
    assert.equal((await runCommand(app, manager, child.recordId, (await again(child)).version, { name: "correct-entry", input: move })).outcome, "done");
    assert.deepEqual([(await plan())?.dueOn, (await plan())?.moved], ["2026-07-27", "moved from 20 July 2026, with “Looked-after review”, which was 20 July 2026"]);
    assert.match((await plan())?.told.started ?? "", /It moved with that date: from 20 July 2026 to 27 July 2026, written down \d.* \(The chair is away\)\. Before that it was due 20 July 2026\./);
  });

  it("writes the entry, the projections and the audit, and the clocks answer at once", async () => {
    const child = await newChild("C-1");
    assert.equal((await record(child, "looked-after", "2026-05-01")).outcome, "done");
    const now = await again(child);
    assert.deepEqual(now.case.of("looked-after").map((e) => [e.happenedOn, e.recordedBy]), [["2026-05-01", manager.account]]);
    const firstReview = now.clocks.find((c) => c.standard === "TC-01");
    assert.deepEqual([firstReview?.dueOn, firstReview?.state], ["2026-06-02", "due-soon"]);
    const { lines } = await openTracker(app, manager, { page: 1, view: STANDARD_VIEW });
    assert.equal(lines.find(({ localId }) => localId === "C-1")?.stage, "no-plan");
    const audit = await owner.query("select command, actor, input from audit where record_id = $1 order by number", [child.recordId]);
    assert.deepEqual(audit.rows.map((r) => [r.command, r.actor]), [["open-record", manager.account], ["record-entry", manager.account]]);
  });

  it("shows both, and loses neither, when somebody saved first", async () => {
    const child = await newChild("C-2");
    assert.equal((await record(child, "early-alert", "2026-05-01")).outcome, "done");
    const second = await record(child, "looked-after", "2026-05-02");
    assert.ok(second.outcome === "overtaken");
    assert.deepEqual(second.since.map((e) => e.kind), ["early-alert"]);
    const retried = await runCommand(app, manager, child.recordId, second.version, {
      name: "record-entry", input: { kind: "looked-after", happenedOn: "2026-05-02", certainty: "actual", detail: {} },
    });
    assert.equal(retried.outcome, "done");
    assert.deepEqual((await again(child)).case.entries.map((e) => e.kind), ["birth", "early-alert", "looked-after"]);
  });

  it("lets one of two saving at the same moment in, and tells the other", async () => {
    const child = await newChild("C-3");
    const outcomes = await Promise.all([record(child, "early-alert", "2026-05-01"), record(child, "early-alert", "2026-05-02")]);
    assert.deepEqual(outcomes.map((o) => o.outcome).sort(), ["done", "overtaken"]);
  });

  it("keeps what a correction replaced, with cause and reason, and takes out what is withdrawn", async () => {
    const child = await newChild("C-4");
    await record(child, "looked-after", "2026-05-01");
    let now = await again(child);
    const wrong = now.case.of("looked-after")[0]!;
    const corrected = await runCommand(app, manager, child.recordId, now.version, {
      name: "correct-entry",
      input: { number: wrong.number, kind: "looked-after", happenedOn: "2026-05-03", certainty: "actual", detail: {}, cause: "corrected", reason: "The order is dated the 3rd" },
    });
    assert.equal(corrected.outcome, "done");
    now = await again(child);
    const right = now.case.of("looked-after")[0]!;
    assert.deepEqual(now.case.history.get(right.number)?.map((e) => e.happenedOn), ["2026-05-01"]);
    await runCommand(app, manager, child.recordId, now.version, { name: "withdraw-entry", input: { number: right.number, cause: "wrong-child", reason: "Another child’s" } });
    now = await again(child);
    assert.deepEqual(now.case.of("looked-after"), []);
    assert.deepEqual(now.case.withdrawn.map((e) => e.cause), ["wrong-child"]);
  });

  it("writes nothing when it refuses", async () => {
    const child = await newChild("C-5");
    const outcome = await record(child, "looked-after", "2027-05-01");
    assert.ok(outcome.outcome === "refused");
    assert.deepEqual(outcome.refusals.map((r) => r.field), ["happenedOn"]);
    assert.equal((await again(child)).version, child.version);
  });

  it("refuses a role that may not, with the reason", async () => {
    const child = await newChild("C-6");
    const outcome = await record(child, "early-alert", "2026-05-01", {}, personIn(NORTH, "performance-analyst"));
    assert.ok(outcome.outcome === "forbidden");
    assert.match(outcome.reason, /Performance analyst/);
  });

  it("lets a decision be said by whoever decides, and kept as provisional by anybody else", async () => {
    const child = await newChild("C-30");
    const decided = { outcome: "made", note: "No relative can care for the child" };
    const refused = await record(child, "plan-decision", "2026-05-01", decided);
    assert.ok(refused.outcome === "refused");
    assert.match(refused.refusals[0]?.message ?? "", /only the agency decision-maker, or their named deputy/);
    assert.equal((await again(child)).version, child.version, "nothing was written");
    const bare = await record(child, "plan-decision", "2026-05-01", { outcome: "made" }, personIn(NORTH, "decision-maker"));
    assert.deepEqual(bare.outcome === "refused" && bare.refusals.map((r) => r.field), ["detail.note"]);
    assert.equal((await record(child, "plan-decision", "2026-05-01", decided, personIn(NORTH, "decision-maker"))).outcome, "done");
  });

  it("lets only those who see every child add one, and never twice in other letters", async () => {
    const add = (localId: string, role: Role): Promise<Outcome> =>
      openChildRecord(app, personIn(NORTH, role), NORTH.code, { localId, birthOn: "2024-02-10", unborn: false });
    const refused = await add("C-20", "social-worker");
    assert.ok(refused.outcome === "forbidden");
    assert.match(refused.reason, /this role does not let you add a child/);
    assert.equal((await add("C-20", "decision-maker")).outcome, "done");
    const again = await add("c-20", "team-manager");
    assert.deepEqual(again.outcome === "refused" && again.refusals.map((r) => r.field), ["localId"]);
  });

  it("says the same of every local id that is taken, behind a wall or not, and writes down who tried it", async () => {
    const [open, sealed] = [await newChild("C-31"), await newChild("C-32")];
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      const drafts = [{ kind: "record-sealed", happenedOn: day("2026-05-01"), certainty: "actual", detail: {}, source: { type: "person" } } as const];
      await writer.appendEntries(NORTH.code, new Map([[sealed.recordId, drafts]]), app.clock.now());
    });
    await store.maintenance.rebuild(app.summarise);
    assert.equal(await openChild(app, manager, sealed.recordId), undefined);
    const add = (localId: string, birthOn: string): Promise<Outcome> => openChildRecord(app, manager, NORTH.code, { localId, birthOn, unborn: false });
    const said = async (localId: string, birthOn: string): Promise<string> => JSON.stringify(await add(localId, birthOn)).replaceAll(localId, "it");
    assert.match(await said(open.localId, "2024-02-10"), /already used in this authority/);
    for (const birthOn of ["2024-02-10", ""]) assert.equal(await said(sealed.localId, birthOn), await said(open.localId, birthOn));
    const { rows } = await owner.query("select asked, outcome from access_log where how = 'local-id-taken' and account = $1 and asked like 'C-3%' order by id", [manager.account]);
    assert.deepEqual(rows.map(({ asked, outcome }) => `${asked} ${outcome}`), ["C-31 refused", "C-32 refused", "C-31 refused"]);
  });

  it("finds nothing of another authority's, by id or by local id", async () => {
    const stranger = personIn(SOUTH, "team-manager");
    const child = await newChild("C-7");
    assert.equal((await record(child, "early-alert", "2026-05-01", {}, stranger)).outcome, "not-found");
    assert.equal((await openChildRecord(app, stranger, NORTH.code, { localId: "C-8", birthOn: "2024-01-01", unborn: false })).outcome, "not-found");
    assert.equal(await openChild(app, stranger, child.recordId), undefined);
    const { lines } = await openTracker(app, stranger, { page: 1, view: STANDARD_VIEW });
    assert.deepEqual(lines.map(({ localId }) => localId), ["S1", "S2"]);
  });
});

describe("opening a child", () => {
  it("writes down who opened the record, and who asked for one that is not theirs", async () => {
    const stranger = personIn(SOUTH, "team-manager");
    await openChild(app, manager, region.ids.northInCare);
    await openChild(app, stranger, region.ids.northInCare);
    const { rows } = await owner.query("select * from access_log order by 1");
    const said = rows.map((r) => JSON.stringify(r));
    assert.ok(said.some((row) => row.includes(manager.account) && row.includes(region.ids.northInCare)));
    assert.ok(said.some((row) => row.includes(stranger.account) && row.includes(region.ids.northInCare)));
  });

  it("shows the record as it was known on an earlier day", async () => {
    const child = await newChild("C-9");
    assert.equal((await openChild(app, manager, child.recordId, { knownOn: day("2020-01-01") }))?.case.entries.length, 0);
  });

  it("keeps the whole provable", async () => {
    const { ok, firstBroken } = await app.store.maintenance.verify(app.summarise);
    assert.deepEqual({ ok, firstBroken }, { ok: true, firstBroken: null });
  });
});
