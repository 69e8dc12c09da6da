import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { simpleWorkbook, unitaryTracker, workbookBytes } from "../../../tests/support/council-sheets.ts";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { day } from "../../domain/dates/day.ts";
import type { Target } from "../../domain/sheets/facts.ts";
import { DATED_KINDS, type Column, FIXED_COLUMNS } from "../../domain/tracker/columns.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../../domain/tracker/view.ts";
import { drafts, makeSampleRegion, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { addAuthority } from "../authorities.ts";
import { listImports } from "../import-runs/list-imports.ts";
import { openChildByLocalId } from "../open-child.ts";
import { openTracker } from "../open-tracker.ts";
import { openChildRecord, runCommand } from "../run-command.ts";
import { fileOf, takeAway } from "../take-away.ts";
import { landSheet } from "./land.ts";
import { readChosen } from "./read-file.ts";
import { answerRows, beginSheet, cancelSheet, confirmSheet, matchColumns, openSheet } from "./runs.ts";
import type { Answered, SheetRun } from "./views.ts";

const COUNCIL = { code: "E10000998", name: "Council", type: "local-authority" } as const;
const analyst = personIn(COUNCIL, "performance-analyst");
const manager = personIn(COUNCIL, "team-manager");
const TODAY = day("2026-11-22");

let database: TestDatabase;
let store: Store;
let app: App;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await makeSampleRegion(store);
  app = makeApp(store, { today: () => TODAY, now: () => new Date(`${TODAY}T09:00:00Z`).toISOString() });
  await addAuthority(app, COUNCIL.code, COUNCIL.name);
  await app.store.inTransaction(operatorOf(COUNCIL), (writer) =>
    writer.addAccount({ account: "council.candlewharf", name: "Ada Candlewharf", role: "social-worker", organisation: COUNCIL.code, worker: "SW77" }));
});
after(async () => {
  await store.close();
  await database.drop();
});

async function settled(answered: Answered): Promise<string> {
  assert.ok("begun" in answered, JSON.stringify(answered));
  await answered.finished;
  return answered.begun;
}
async function opened(id: string): Promise<SheetRun> {
  const run = await openSheet(app, analyst, id);
  assert.ok(run !== undefined);
  return run;
}
const begin = async (file = unitaryTracker()): Promise<SheetRun> => opened(await settled(await beginSheet(app, analyst, file, TODAY)));

/** As far as the preview, taking every proposal, and with these columns otherwise. */
async function read(file = unitaryTracker(), other: Readonly<Record<number, Target>> = {}): Promise<SheetRun> {
  const run = await begin(file);
  const sheet = run.answers.found.find((s) => s.name === run.answers.sheet);
  const columns = Object.fromEntries(sheet!.matches.map((m) => [m.column, other[m.column] ?? m.target]));
  return opened(await settled(await matchColumns(app, analyst, run.id, columns)));
}
const confirm = async (id: string): Promise<SheetRun> => opened(await settled(await confirmSheet(app, analyst, id)));
const children = async (): Promise<number> => (await openTracker(app, manager, { view: STANDARD_VIEW, page: 1 })).total;
const isWhole = async (): Promise<boolean> => (await app.store.maintenance.verify(app.summarise)).firstBroken?.authority !== COUNCIL.code;
const changed = (find: string, put: string): { name: string; bytes: Uint8Array } => ({
  name: "list.csv", bytes: Buffer.from(LIST.replace(find, put)),
});
const LIST = "ID,Forename,Surname,DOB,Sib group,Panel\nHM4101,Fennimor,Barleythorn,11/02/2024,S1,\nHM5000,Ottoline,Fernsby,01/02/2024,S1,\n,Tansyrose,Barleythorn,30/07/2022,,\n,Perrin,Nobody,01/01/2024,,\n";

/** Each goes on from what the one before left. */
describe("importing a tracking sheet", () => {
  let waiting: SheetRun;

  it("proposes what each column is, and asks nothing where there is one sheet to read", async () => {
    const run = await begin();
    assert.equal(run.step, "columns");
    assert.equal(run.answers.sheet, "Tracker");
    assert.deepEqual(run.answers.found[0]?.matches.find((m) => m.heading.endsWith("SHOBPA"))?.target, "on:plan-decision");
  });

  it("refuses columns that cannot be, keeps what was chosen, and remembers what can", async () => {
    const run = await begin();
    const columns = Object.fromEntries(run.answers.found[0]!.matches.map((m) => [m.column, m.target]));
    const twice = await matchColumns(app, analyst, run.id, { ...columns, 0: "name" });
    assert.deepEqual("refused" in twice && twice.refused.map((r) => r.field), ["column-1"]);
    const none = await matchColumns(app, analyst, run.id, {});
    assert.match(JSON.stringify(none), /No column says which child/);
    assert.equal((await opened(run.id)).answers.columns?.[0], "not-used");
    await settled(await matchColumns(app, analyst, run.id, { ...columns, 9: "on:permanence-report-updated" }));
    const again = await begin();
    assert.deepEqual(again.answers.found[0]?.matches.filter((m) => m.column === 9 || m.column === 0).map((m) => [m.target, m.how]), [["local-id", "remembered"], ["on:permanence-report-updated", "remembered"]]);
  });

  it("shows what would happen, and writes nothing until it is confirmed", async () => {
    waiting = await read(unitaryTracker(), { 9: "on:permanence-report" });
    assert.deepEqual([waiting.step, waiting.preview?.stopped, waiting.preview?.children], ["preview", false, { new: 7, changed: 0, unchanged: 0, leftOut: 0 }]);
    assert.deepEqual(waiting.preview?.understood.find((u) => u.said === "w/c 15 February 2027"), { column: "I, Legal / PO granted", said: "w/c 15 February 2027", as: "planned 15 February 2027 (the Monday it begins)", rows: 1 });
    assert.equal(await children(), 0);
  });

  it("leaves nothing behind when it breaks half-way", async () => {
    const given = await readChosen(unitaryTracker(), waiting.answers, TODAY);
    await assert.rejects(landSheet(app, analyst, COUNCIL.code, given!, "", waiting.preview!.fingerprint, (share) => {
      if (share > 0.6) throw new Error("killed");
    }), /killed/);
    assert.equal(await children(), 0);
  });

  it("of two people who confirm at once, lets one; and one who confirms what has landed since is shown what is left", async () => {
    const second = await read();
    const both = await Promise.all([confirmSheet(app, analyst, waiting.id), confirmSheet(app, analyst, waiting.id)]);
    assert.deepEqual(both.map((a) => "begun" in a).sort(), [false, true]);
    for (const one of both) if ("begun" in one) await one.finished;
    assert.equal((await opened(waiting.id)).state, "done");
    assert.equal(await children(), 7);
    const late = await confirm(second.id);
    assert.equal(late.state, "ready");
    assert.match(late.failure ?? "", /changed while you were looking/);
    assert.deepEqual(late.preview?.entries, { added: 0, superseded: 0, withdrawn: 0 });
    const after = await begin();
    const overtaken = new Map((await listImports(app, analyst)).map((run) => [run.id, run.overtaken]));
    assert.deepEqual([waiting, second, after].map((run) => overtaken.get(run.id)), [false, true, false], "the same file has landed while it waited");
  });

  it("says whose word it is, and gives the child to a worker known by a name like that", async () => {
    const child = await openChildByLocalId(app, manager, COUNCIL.code, "HM4101");
    const order = child!.case.of("placement-order")[0]!;
    assert.deepEqual(order.source.type === "sheet" && [order.source.sheet, order.source.row, order.source.upTo], ["Tracker", 5, TODAY]);
    assert.equal(child!.name, "Fennimor Barleythorn");
    assert.equal(child!.case.of("allocated-worker")[0]?.detail["worker"], "SW77");
    assert.ok(await isWhole());
  });

  it("lets go of the file and of what was shown of it", async () => {
    const run = await opened(waiting.id);
    assert.deepEqual(run.answers.found, []);
    assert.deepEqual(await app.store.importRuns(analyst).filesOf(waiting.id), []);
  });

  it("changes nothing a second time", async () => {
    const { preview } = await read();
    assert.deepEqual([preview?.children, preview?.entries, preview?.siblings], [{ new: 0, changed: 0, unchanged: 7, leftOut: 0 }, { added: 0, superseded: 0, withdrawn: 0 }, []]);
  });

  it("asks whose a row is, takes the answer, and makes brothers and sisters", async () => {
    let run = await read({ name: "list.csv", bytes: Buffer.from(LIST) });
    assert.equal(run.step, "children");
    assert.deepEqual(run.preview?.asked.map((a) => [a.row, a.says]), [[5, "Perrin Nobody, born 1 January 2024"]]);
    assert.ok("refused" in (await confirmSheet(app, analyst, run.id)), "a question is open");
    run = await opened(await settled(await answerRows(app, analyst, run.id, { 5: { as: "new", localId: "#" } })));
    assert.match(run.preview?.asked[0]?.wrong ?? "", /up to 40 letters/);
    run = await opened(await settled(await answerRows(app, analyst, run.id, { 5: { as: "new", localId: "HM5001" } })));
    assert.deepEqual([run.step, run.preview?.children.new, run.preview?.siblings], ["preview", 2, [{ localId: "SG-S1", isNew: true, joining: ["HM4101", "HM5000"] }]]);
    assert.equal((await confirm(run.id)).state, "done");
    const child = await openChildByLocalId(app, manager, COUNCIL.code, "HM5000");
    assert.deepEqual(child?.siblings?.members.map((m) => m.localId), ["HM4101", "HM5000"]);
    assert.ok(await isWhole());
  });

  it("never writes over what a person entered: it lists the two", async () => {
    const child = (await openChildByLocalId(app, manager, COUNCIL.code, "HM5000"))!;
    await runCommand(app, manager, child.recordId, child.version, { name: "record-entry", input: { kind: "matching-panel", happenedOn: "2026-10-01", certainty: "actual", detail: {} } });
    const run = await read(changed("S1,\nHM5000,Ottoline,Fernsby,01/02/2024,S1,", "S1,\nHM5000,Ottoline,Fernsby,01/02/2024,S1,3/10/2026"), { 5: "on:matching-panel" });
    await settled(await answerRows(app, analyst, run.id, { 5: { as: "left-out" } }));
    const { preview } = await opened(run.id);
    assert.deepEqual(preview?.conflicts, [{ localId: "HM5000", record: "Matching panel: 1 October 2026", file: "3 October 2026 (row 3, column F, Panel)" }]);
    assert.equal(await cancelSheet(app, analyst, run.id), true);
    assert.equal((await opened(run.id)).state, "cancelled");
  });

  it("changes nothing when our own list comes back", async () => {
    await openChildRecord(app, manager, COUNCIL.code, { localId: "HM6000", birthOn: "2027-01-03", unborn: true });
    const columns: Column[] = [...Object.keys(FIXED_COLUMNS) as Column[], ...DATED_KINDS.map((kind) => `on:${kind}` as const)];
    const taken = await takeAway(app, manager, { view: { ...STANDARD_VIEW, filters: NO_FILTERS, columns }, page: 1 }, "xlsx");
    const run = await read({ name: "list.xlsx", bytes: await fileOf(taken, "xlsx") });
    assert.equal(run.step, "preview", JSON.stringify([run.failure, run.preview?.asked, run.preview?.problems]));
    assert.deepEqual([run.preview?.entries, run.preview?.siblings, run.preview?.children.unchanged], [{ added: 0, superseded: 0, withdrawn: 0 }, [], await children()], JSON.stringify([run.preview?.changes, run.preview?.problems], null, 1));
    assert.deepEqual(run.preview?.conflicts, []);
  });

  it("leaves out the rows about a child whose record the importer may not open, and shows nothing of it any more", async () => {
    const list = { name: "list.csv", bytes: Buffer.from("ID,Panel\nHM4101,3/10/2026\nHM5000,3/10/2026\n") };
    const before = await read(list, { 1: "on:matching-panel" });
    assert.deepEqual(before.preview?.changes.map((c) => c.localId), ["HM4101"]);
    const sealed = (await openChildByLocalId(app, manager, COUNCIL.code, "HM4101"))!;
    await store.inTransaction({ type: "operator", authority: COUNCIL.code }, async (writer) => {
      await writer.appendEntries(COUNCIL.code, new Map([[sealed.recordId, drafts([{ kind: "record-sealed", on: "2026-11-20" }])]]), "2026-11-20T09:00:00.000Z");
      await writer.writeProjections(COUNCIL.code, [{ recordId: sealed.recordId, type: "child", entries: await writer.entriesOf(sealed.recordId) }], app.summarise);
    });
    assert.deepEqual((await opened(before.id)).preview?.changes, []);
    const { preview } = await read(list, { 1: "on:matching-panel" });
    assert.deepEqual([preview?.children, preview?.changes, preview?.conflicts.map((c) => c.localId)], [{ new: 0, changed: 0, unchanged: 1, leftOut: 1 }, [], ["HM5000"]]);
    assert.deepEqual(preview?.problems.map((p) => [p.row, p.severity, p.message]), [[2, "warning", "You may not open the record of HM4101, so nothing in this row was recorded."]]);
  });

  it("says what is wrong with a file that cannot be used, and what to do", async () => {
    const run = await begin({ name: "x.xlsx", bytes: workbookBytes(simpleWorkbook([["only"], ["words"]])) });
    assert.deepEqual([run.step, run.preview?.stopped], ["preview", true]);
    assert.match(run.preview?.problems[0]?.message ?? "", /row of headings/);
    assert.ok("refused" in (await confirmSheet(app, analyst, run.id)));
  });

  it("refuses a day still to come", async () => {
    const answered = await beginSheet(app, analyst, unitaryTracker(), day("2026-11-23"));
    assert.match(JSON.stringify(answered), /as-on.*in the future/);
  });

  it("is for those who may import, in their own authority", async () => {
    assert.ok("refused" in (await beginSheet(app, manager, unitaryTracker(), TODAY)));
    for (const person of [manager, personIn(COUNCIL, "social-worker"), personIn(SOUTH, "performance-analyst")]) {
      assert.equal(await openSheet(app, person, waiting.id), undefined);
      assert.ok("refused" in (await confirmSheet(app, person, waiting.id)));
      assert.ok("refused" in (await matchColumns(app, person, waiting.id, {})));
      assert.equal(await cancelSheet(app, person, waiting.id), false);
    }
    assert.deepEqual(await listImports(app, personIn(NORTH, "performance-analyst")), []);
    const listed = await listImports(app, analyst);
    assert.ok(listed.every((run) => run.type === "sheet") && listed.some((run) => run.asking));
  });
});
