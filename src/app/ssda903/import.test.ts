import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import type { Source } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { addDays, day, dayInWords } from "../../domain/dates/day.ts";
import { STANDARD_VIEW } from "../../domain/tracker/view.ts";
import { loadCalendar } from "../../reference/calendar.ts";
import { simulateReturns } from "../../exports/ssda903/simulate-returns.ts";
import type { GivenFile } from "../../intake/ssda903/read-return.ts";
import { readReturn } from "../../intake/ssda903/read-return.ts";
import { drafts, makeSampleRegion, NORTH, personIn, SOUTH } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { addAuthority } from "../authorities.ts";
import { openChildByLocalId } from "../open-child.ts";
import { openTracker } from "../open-tracker.ts";
import { runCommand } from "../run-command.ts";
import { landReturn } from "./land.ts";
import { listImports } from "../import-runs/list-imports.ts";
import { beginImport, cancelImport, confirmImport, openImport } from "./runs.ts";

const COUNCIL = { code: "E10000998", name: "Council", type: "local-authority" } as const;
const analyst = personIn(COUNCIL, "performance-analyst");
/** Sees the adopted too, whose records are restricted. */
const manager = personIn(COUNCIL, "service-manager");

let database: TestDatabase;
let store: Store;
let app: App;
const files: GivenFile[] = simulateReturns({ children: 25, years: 2, yearEnding: 2026, seed: "import", calendar: loadCalendar() })
  .flatMap((year) => year.files.map((f) => ({ name: `${year.yearEnding}/${f.name}`, bytes: Buffer.from(f.csv) })));

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await makeSampleRegion(store);
  app = makeApp(store, { today: () => day("2026-06-01"), now: () => new Date().toISOString() });
  await addAuthority(app, COUNCIL.code, COUNCIL.name);
});
after(async () => {
  await store.close();
  await database.drop();
});

async function begin(given: readonly GivenFile[] = files): Promise<string> {
  const begun = await beginImport(app, analyst, given);
  assert.ok("begun" in begun, "the import should begin");
  await begun.finished;
  return begun.begun;
}
async function confirm(id: string, withdraw = false): Promise<void> {
  const confirmed = await confirmImport(app, analyst, id, withdraw);
  assert.ok("begun" in confirmed, JSON.stringify(confirmed));
  await confirmed.finished;
}
const children = async (): Promise<number> => (await openTracker(app, manager, { page: 1, view: STANDARD_VIEW })).total;
const without = (name: string): GivenFile[] => files.filter((f) => !f.name.endsWith(name));
const changed = (name: string, change: (csv: string) => string): GivenFile[] =>
  files.map((f) => (f.name === name ? { name, bytes: Buffer.from(change(Buffer.from(f.bytes).toString())) } : f));

/** Each goes on from what the one before left. */
describe("importing a return in the browser", () => {
  let run: string;
  beforeEach(async () => void (run = await begin()));

  it("shows what would happen, and writes nothing until it is confirmed", async () => {
    const opened = await openImport(app, analyst, run);
    assert.equal(opened?.state, "ready");
    assert.deepEqual(opened.preview?.children, { new: 25, changed: 0, unchanged: 0, vanished: 0 });
    assert.equal(opened.preview?.stopped, false);
    assert.deepEqual([opened.preview.newChildren?.length, opened.preview.changes], [25, []]);
    assert.ok(opened.preview.tables.some((t) => t.table === "OC2" && !t.used));
    assert.equal(await children(), 0);
  });

  it("can be let go", async () => {
    assert.equal(await cancelImport(app, analyst, run), true);
    assert.equal((await openImport(app, analyst, run))?.state, "cancelled");
    assert.deepEqual(await confirmImport(app, analyst, run, false), { refused: "This import is not waiting to be confirmed. Somebody may have confirmed or cancelled it since" });
  });

  it("leaves nothing behind when it breaks half-way", async () => {
    const given = readReturn(files, { today: day("2026-06-01") });
    const broken = landReturn(app, analyst, COUNCIL.code, given, [], {
      progress: (share) => { if (share > 0.6) throw new Error("killed"); },
    });
    await assert.rejects(broken, /killed/);
    assert.equal(await children(), 0);
  });

  it("lands whole", async () => {
    await confirm(run);
    assert.equal((await openImport(app, analyst, run))?.state, "done");
    assert.equal(await children(), 25);
    assert.equal((await app.store.maintenance.verify(app.summarise)).firstBroken?.authority === COUNCIL.code, false);
  });

  it("changes nothing when the same files come again", async () => {
    const again = await openImport(app, analyst, run);
    assert.deepEqual(again?.preview?.children, { new: 0, changed: 0, unchanged: 25, vanished: 0 });
    assert.deepEqual(again.preview.entries, { added: 0, superseded: 0, withdrawn: 0 });
  });

  it("says which children would change, and how", async () => {
    const one = (await openChildByLocalId(app, manager, COUNCIL.code, await someChildWithReview()))!;
    const { source, happenedOn } = one.case.of("review").at(-1)!;
    const earlier = addDays(happenedOn, -1);
    const written = (on: string): string => on.split("-").reverse().join("/");
    const corrected = files.map((f) => (f.name !== fileOf(source) ? f : { name: f.name, bytes: Buffer.from(Buffer.from(f.bytes).toString().split("\r\n")
      .map((line, i) => (source.type === "ssda903" && i + 1 === source.row ? line.replace(written(happenedOn), written(earlier)) : line)).join("\r\n")) }));
    const { preview } = (await openImport(app, analyst, await begin(corrected)))!;
    assert.deepEqual(preview?.newChildren, []);
    assert.deepEqual(preview.changes?.map((c) => [c.localId, c.what.length]), [[one.localId, 1]]);
    const [what = ""] = preview.changes?.[0]?.what ?? [];
    assert.ok(what.startsWith(`Looked-after review: ${dayInWords(earlier)}`) && what.includes(`, instead of ${dayInWords(happenedOn)}`), what);
  });

  it("lists what has vanished, and withdraws it only when told to", async () => {
    const one = await openChildByLocalId(app, manager, COUNCIL.code, await someChildWithReview());
    const review = one!.case.of("review").at(-1)!;
    const fewer = files.map((f) => (f.name !== fileOf(review.source) ? f : { name: f.name, bytes: Buffer.from(withoutRow(f, review.source)) }));
    const vanishing = await begin(fewer);
    const { preview } = (await openImport(app, analyst, vanishing))!;
    assert.equal(preview?.vanished.length, 1);
    assert.equal(preview.vanished[0]?.localId, one!.localId);
    await confirm(vanishing, false);
    assert.equal((await openChildByLocalId(app, manager, COUNCIL.code, one!.localId))!.case.of("review").length, one!.case.of("review").length);
    await confirm(await begin(fewer), true);
    const after = (await openChildByLocalId(app, manager, COUNCIL.code, one!.localId))!;
    assert.equal(after.case.of("review").length, one!.case.of("review").length - 1);
    assert.deepEqual(after.case.withdrawn.map((e) => e.cause), ["gone-from-source"]);
    await confirm(await begin(), false);
  });

  it("never writes over what a person entered: it lists the two", async () => {
    const child = (await openChildByLocalId(app, manager, COUNCIL.code, await someChildWithReview()))!;
    const review = child.case.of("review").at(-1)!;
    const outcome = await runCommand(app, manager, child.recordId, child.version, {
      name: "correct-entry",
      input: { number: review.number, kind: "review", happenedOn: day("2026-03-03"), certainty: "actual", detail: {}, cause: "corrected", reason: "Held a day later" },
    });
    assert.equal(outcome.outcome, "done", JSON.stringify(outcome));
    const { preview } = (await openImport(app, analyst, await begin()))!;
    assert.deepEqual(preview?.conflicts.map((c) => c.localId), [child.localId]);
    assert.match(preview.conflicts[0]!.record, /3 March 2026/);
    assert.deepEqual(preview.changes, [{ localId: child.localId, what: ["1 difference from what people entered: not changed"] }]);
    await confirm(await begin());
    assert.deepEqual((await openChildByLocalId(app, manager, COUNCIL.code, child.localId))!.case.of("review").at(-1)!.happenedOn, "2026-03-03");
  });

  it("stops whole at an error, naming file, row and column", async () => {
    const bad = await begin(changed("2026/episodes.csv", (csv) => csv.replace(/\d\d\/\d\d\/\d{4}/, "31/02/2025")));
    const opened = (await openImport(app, analyst, bad))!;
    assert.equal(opened.preview?.stopped, true);
    const [first] = opened.preview.problems;
    assert.deepEqual([first?.severity, first?.file, first?.row, first?.column], ["error", "2026/episodes.csv", 2, "DECOM"]);
    assert.ok("refused" in (await confirmImport(app, analyst, bad, false)));
  });

  it("goes on without a table that is missing, and says what cannot be known", async () => {
    const opened = (await openImport(app, analyst, await begin(without("reviews.csv"))))!;
    assert.equal(opened.preview?.stopped, false);
    assert.ok(opened.preview.problems.some((p) => p.severity === "warning" && /Reviews/.test(p.message)));
  });

  it("says so when the record changed while somebody was looking", async () => {
    const waiting = await begin(changed("2026/header.csv", (csv) => csv.replaceAll("WBRI", "WIRI")));
    await confirm(await begin(changed("2026/header.csv", (csv) => csv.replaceAll("WBRI", "WIRI"))));
    await confirm(waiting);
    const opened = (await openImport(app, analyst, waiting))!;
    assert.equal(opened.state, "ready");
    assert.match(opened.failure ?? "", /changed while you were looking/);
    assert.deepEqual(opened.preview?.entries, { added: 0, superseded: 0, withdrawn: 0 });
  });

  it("lands on a sealed record, and tells whoever may not open it how much and nothing else", async () => {
    const one = (await openChildByLocalId(app, manager, COUNCIL.code, await someChildWithReview()))!;
    const review = one.case.of("review").at(-1)!;
    const reviewsNow = async () => fold(await store.reader({ type: "operator", authority: COUNCIL.code }).entriesOf(one.recordId)).of("review");
    await seal(one.recordId);
    assert.equal(await openChildByLocalId(app, manager, COUNCIL.code, one.localId), undefined);

    const fewer = files.map((f) => (f.name !== fileOf(review.source) ? f : { name: f.name, bytes: Buffer.from(withoutRow(f, review.source)) }));
    const vanishing = await begin(fewer);
    for (const who of [analyst, personIn(COUNCIL, "tracking-administrator")]) {
      const { preview } = (await openImport(app, who, vanishing))!;
      assert.deepEqual([preview?.closed?.vanished, preview?.vanished], [1, []]);
      assert.ok(!JSON.stringify(preview).includes(one.localId));
    }
    await confirm(vanishing, true);
    assert.deepEqual((await reviewsNow()).map((e) => e.number).includes(review.number), false);
    await confirm(await begin(), false);
    assert.equal((await reviewsNow()).at(-1)?.happenedOn, review.happenedOn);
    assert.equal((await openImport(app, analyst, vanishing))?.preview?.closed?.vanished, 1);
    assert.equal((await app.store.maintenance.verify(app.summarise)).firstBroken?.authority === COUNCIL.code, false);
  });

  it("shows another who looks, and whoever looks once a wall has risen, nothing that they may not see", async () => {
    const one = (await openChildByLocalId(app, manager, COUNCIL.code, await someChildWithReview()))!;
    const review = one.case.of("review").at(-1)!;
    const shown = await begin(files.map((f) => (f.name !== fileOf(review.source) ? f : { name: f.name, bytes: Buffer.from(withoutRow(f, review.source)) })));
    assert.deepEqual((await openImport(app, analyst, shown))?.preview?.vanished.map((v) => v.localId), [one.localId]);
    await seal(one.recordId);
    const { preview } = (await openImport(app, analyst, shown))!;
    assert.ok(!JSON.stringify(preview).includes(one.localId));
    assert.equal(preview?.closed?.vanished, 1);
  });

  it("is for those who may import, in their own authority", async () => {
    assert.ok("refused" in (await beginImport(app, manager, files)));
    assert.equal(await openImport(app, personIn(SOUTH, "performance-analyst"), run), undefined);
    assert.deepEqual(await listImports(app, personIn(NORTH, "performance-analyst")), []);
    assert.ok((await listImports(app, analyst)).length > 5);
  });
});

async function seal(recordId: string): Promise<void> {
  await store.inTransaction({ type: "operator", authority: COUNCIL.code }, async (writer) => {
    const before = await writer.entriesOf(recordId);
    const [draft] = drafts([{ kind: "record-sealed", on: "2026-05-30" }]);
    const made = await writer.appendEntries(COUNCIL.code, new Map([[recordId, [draft!]]]), "2026-05-30T09:00:00.000Z");
    await writer.writeProjections(COUNCIL.code, [{ recordId, type: "child", entries: [...before, ...made.get(recordId)!] }], app.summarise);
  });
}

async function someChildWithReview(): Promise<string> {
  const { lines } = await openTracker(app, manager, { page: 1, view: STANDARD_VIEW });
  for (const { localId } of lines) {
    const child = await openChildByLocalId(app, manager, COUNCIL.code, localId);
    const last = child!.case.of("review").at(-1);
    if (last !== undefined && last.source.type === "ssda903" && last.happenedOn > "2025-06-01") return localId;
  }
  throw new Error("No child with a review last year");
}

const fileOf = (source: Source): string => (source.type === "ssda903" ? source.file : "");
const withoutRow = (file: GivenFile, source: Source): string =>
  Buffer.from(file.bytes).toString().split("\r\n").filter((_, i) => source.type !== "ssda903" || i + 1 !== source.row).join("\r\n");
