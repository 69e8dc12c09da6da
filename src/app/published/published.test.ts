import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { day } from "../../domain/dates/day.ts";
import { loadComparators, loadDemonstration } from "../../reference/demonstration.ts";
import { AGENCY, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openScorecard } from "../open-scorecard.ts";
import { bringInDemonstrationFigures } from "./demonstration.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { keepGroup, openGroups, removeGroup } from "./groups.ts";
import { beginPublished, cancelPublished, confirmPublished, openPublishedRun, removePublished, SAY_REPLACE } from "./import.ts";
import { openPublished } from "./open-published.ts";
import { keepThreshold, removeThreshold } from "./thresholds.ts";

const TODAY = day("2026-11-22");
const [analyst, manager, elsewhere] = [personIn(NORTH, "performance-analyst"), personIn(NORTH, "team-manager"), personIn(SOUTH, "performance-analyst")];
const HEADER = "indicator,year_ending,years,area,level,code,value,rank,note";
const file = (lines: readonly string[], source = "National tables") => ({ source, fileName: "tables.csv", bytes: Buffer.from([HEADER, ...lines].join("\n")) });
const ROWS = ["A1,2025,3,North,authority,,434,3,", "A1,2026,3,North,authority,,x,,", "A1,2026,3,Norcombe,authority,,401,1,", "A1,2026,3,England,national,,450,,"];

describe("published figures", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await startSampleApp(TODAY, async (_, store) => {
      for (const organisation of [NORTH, SOUTH, AGENCY]) {
        await store.inTransaction(operatorOf(organisation), async (writer) => {
          await writer.addOrganisation(organisation);
          for (const one of [analyst, manager, elsewhere]) if (one.organisation === organisation) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: organisation.code, worker: null });
        });
      }
    });
  });
  after(() => sample.stop());
  const begin = async (lines: readonly string[], source?: string): Promise<string> => {
    const begun = await beginPublished(sample.app, analyst, NORTH.code, file(lines, source));
    assert.ok("begun" in begun, JSON.stringify(begun));
    return begun.begun;
  };
  const figures = async (viewer = analyst) => (await sample.store.reader(viewer).publishedFigures(NORTH.code)).map(({ source, area, yearEnding, value }) => `${source} ${area} ${yearEnding} ${value}`);
  const confirm = (id: string, added: number, changed: number, replace = false) => confirmPublished(sample.app, analyst, NORTH.code, id, { added, changed, replace });
  const audited = async (command: string): Promise<unknown[]> => (await sample.owner.query("select input from audit where command = $1 order by number", [command])).rows.map(({ input }) => input);

  it("are brought in by whoever brings in the return alone, whole or not at all", async () => {
    assert.ok("forbidden" in await beginPublished(sample.app, manager, NORTH.code, file(ROWS)));
    const faulty = await beginPublished(sample.app, analyst, NORTH.code, file([...ROWS, "A1,2026,3,NORTH,authority,,,,"]));
    assert.deepEqual("problems" in faulty ? faulty.problems.map(({ row, column }) => `${row} ${column}`) : [], ["6 value", "6 area"]);
    assert.deepEqual(await beginPublished(sample.app, analyst, NORTH.code, { source: " ", fileName: "", bytes: Buffer.from("") }), { refusals: [{ field: "source", message: "Write what the publication is called" }, { field: "file", message: "Choose a CSV file" }] });
    assert.deepEqual(await figures(), []);
    assert.deepEqual((await openPublished(sample.app, manager, NORTH.code))?.imports, [], "a file with a fault is not kept");
  });

  it("are looked at first, and kept when they are agreed to, in the audit, for those of the authority", async () => {
    const id = await begin(ROWS);
    assert.deepEqual(await figures(), []);
    const { run, look } = (await openPublishedRun(sample.app, analyst, NORTH.code, id))!;
    assert.deepEqual([run.state, look?.plan.added.length, look?.problems], ["waiting", 4, []]);
    assert.equal(await openPublishedRun(sample.app, manager, NORTH.code, id), undefined);
    assert.equal(await openPublishedRun(sample.app, elsewhere, NORTH.code, id), undefined);
    assert.deepEqual(await confirm(id, 4, 0), { imported: { added: 4, changed: 0 } });
    assert.ok("refused" in await confirm(id, 4, 0), "once");
    assert.deepEqual(await figures(manager), ["National tables North 2025 434", "National tables Norcombe 2026 401", "National tables North 2026 x", "National tables England 2026 450"]);
    assert.deepEqual(await figures(elsewhere), []);
    const [input] = await audited("import-published") as { source: string; added: number; sha256: string }[];
    assert.deepEqual([input?.source, input?.added, input?.sha256.length], ["National tables", 4, 64]);
    const { rows: [kept] } = await sample.owner.query<{ bytes: unknown }>("select bytes from published_import");
    assert.equal(kept?.bytes, null, "the file itself is let go");
  });

  it("are replaced only by the same publication, and where somebody says so", async () => {
    const changed = ["A1,2025,3,North,authority,,437,3,"];
    const id = await begin(changed, "NATIONAL  tables");
    assert.deepEqual(await confirm(id, 0, 1), { refused: SAY_REPLACE });
    assert.deepEqual(await confirm(id, 1, 0, true), { refused: "The figures that are here changed since you looked. Look again at what this file would change" });
    assert.deepEqual(await confirm(id, 0, 1, true), { imported: { added: 0, changed: 1 } });
    assert.deepEqual((await figures()).filter((line) => line.includes("2025")), ["National tables North 2025 437"]);
    assert.equal((await figures()).length, 4, "what the file does not name stays");
    const other = await begin(changed, "Another publication");
    assert.deepEqual(await confirm(other, 1, 0), { imported: { added: 1, changed: 0 } });
    assert.equal((await figures()).length, 5);
  });

  it("wait until somebody puts them away, and a publication can be taken away", async () => {
    const id = await begin(["A1,2024,3,North,authority,,500,,"]);
    await cancelPublished(sample.app, manager, NORTH.code, id);
    assert.equal((await openPublishedRun(sample.app, analyst, NORTH.code, id))?.run.state, "waiting");
    await cancelPublished(sample.app, analyst, NORTH.code, id);
    assert.deepEqual((await openPublishedRun(sample.app, analyst, NORTH.code, id))?.look, null);
    assert.ok("forbidden" in await removePublished(sample.app, manager, NORTH.code, "Another publication"));
    assert.deepEqual(await removePublished(sample.app, analyst, NORTH.code, "Another publication"), { removed: 1 });
    assert.deepEqual((await openPublished(sample.app, manager, NORTH.code))?.sources.map(({ source, figures: n, from, until, suppressed, hasNational }) => ({ source, n, from, until, suppressed, hasNational })), [{ source: "National tables", n: 4, from: 2025, until: 2026, suppressed: 1, hasNational: true }]);
  });

  it("wait no more once the same person gives another file of the publication, and are warned of where a name is nearly another’s", async () => {
    const first = await begin(["A1,2026,3,Norcomb,authority,,401,,"], "A new publication");
    const warned = (await openPublishedRun(sample.app, analyst, NORTH.code, first))!.look!;
    assert.deepEqual(warned.problems.map(({ severity, row, column }) => [severity, row, column]), [["warning", 2, "area"]]);
    assert.match(warned.problems[0]!.message, /“Norcomb” is named nowhere else, and the figures of “National tables” name “Norcombe”/);
    const second = await begin(["A1,2026,3,Norcombe,authority,,401,,"], "A new publication");
    assert.deepEqual((await openPublishedRun(sample.app, analyst, NORTH.code, second))!.look!.problems, []);
    assert.equal((await openPublishedRun(sample.app, analyst, NORTH.code, first))!.run.state, "cancelled");
    await cancelPublished(sample.app, analyst, NORTH.code, second);
  });

  it("are compared in groups of the authorities that they name", async () => {
    const typed = { name: "Our two", kind: "own", members: "Norcombe\nNorth Council" };
    assert.ok("forbidden" in await keepGroup(sample.app, manager, NORTH.code, typed));
    const made = await keepGroup(sample.app, analyst, NORTH.code, typed);
    assert.ok("kept" in made);
    assert.ok("refusals" in await keepGroup(sample.app, analyst, NORTH.code, typed), "the name is taken");
    assert.deepEqual(await keepGroup(sample.app, analyst, NORTH.code, { ...typed, kind: "region", members: "Norcombe" }, made.kept), made, "but by itself it is not");
    assert.ok("refusals" in await keepGroup(sample.app, analyst, NORTH.code, { ...typed, name: "Us", members: "North" }), "with itself alone nobody is compared");
    assert.deepEqual((await openGroups(sample.app, manager, NORTH.code))?.groups, [{ id: made.kept, name: "Our two", kind: "region", members: ["Norcombe"] }]);
    assert.deepEqual((await openGroups(sample.app, elsewhere, NORTH.code))?.groups, []);
    assert.deepEqual(await removeGroup(sample.app, elsewhere, NORTH.code, made.kept).catch((error: Error) => error.name), "NotPermitted");
    assert.deepEqual(await removeGroup(sample.app, analyst, NORTH.code, made.kept), { removed: true });
    assert.deepEqual([(await audited("keep-comparators")).length, (await audited("remove-comparators")).length], [2, 1]);
  });

  it("stand beside the authority’s own thresholds, wherever its thresholds are looked up", async () => {
    const typed = { indicator: "A1", source: "Regional board", from: "2026", until: "", days: "400", note: "" };
    assert.ok("forbidden" in await keepThreshold(sample.app, manager, NORTH.code, typed));
    const made = await keepThreshold(sample.app, analyst, NORTH.code, typed);
    assert.ok("kept" in made);
    const again = await keepThreshold(sample.app, analyst, NORTH.code, { ...typed, from: "2020", source: "regional board" });
    assert.match("refusals" in again ? again.refusals[0]?.message ?? "" : "", /already has a threshold for some of these windows: A1, 400 days, from 2023-26 on/);
    await assert.rejects(sample.store.inTransaction(analyst, (writer) => writer.published.keepThreshold(NORTH.code, { indicator: "A1", source: "REGIONAL BOARD", from: 2020, until: null, days: 1, note: "" }, sample.app.clock.now())), { name: "OverlappingPeriods" });
    const found = (await thresholdsOf(sample.store.reader(manager), NORTH.code)).of("A1", 2026);
    assert.deepEqual([found.days, found.all.find((t) => t.name === "Regional board")?.days], [426, 400]);
    const { source } = found.all.find((t) => t.name === "Regional board")!;
    const card = (await openScorecard(sample.app, manager, NORTH.code, { yearEnding: 2026, years: 3 }, {}, source))!;
    assert.deepEqual([card.source, card.thresholds.A1.days, card.thresholds.A2.days], [source, 400, null]);
    assert.ok(!(await thresholdsOf(sample.store.reader(elsewhere), SOUTH.code)).of("A1", 2026).all.some((t) => t.days === 400), "another authority’s are as they come");
    assert.deepEqual(await removeThreshold(sample.app, analyst, NORTH.code, made.kept), { removed: true });
    assert.deepEqual([(await audited("keep-threshold")).length, (await audited("remove-threshold")).length], [1, 1]);
  });

  it("of the demonstration are read without a fault, once, with the groups of each authority", async () => {
    for (const { organisation, accounts } of loadDemonstration().region.authorities) {
      const { id, name, role } = accounts.find((one) => one.role === "performance-analyst")!;
      await sample.store.inTransaction(operatorOf(organisation), async (writer) => {
        await writer.addOrganisation(organisation);
        await writer.addAccount({ account: id, name, role, organisation: organisation.code, worker: null });
      });
    }
    assert.deepEqual(await bringInDemonstrationFigures(sample.app), []);
    const lines = loadComparators().figures.trim().split("\n").length - 1;
    for (const { organisation } of loadDemonstration().region.authorities) {
      const reader = sample.store.reader(operatorOf(organisation));
      const all = await reader.publishedFigures(organisation.code);
      assert.equal(all.length, lines);
      assert.ok(all.some(({ area, yearEnding }) => area === organisation.name && yearEnding === 2026));
      assert.deepEqual((await reader.comparatorGroups(organisation.code)).slice(0, 3).map(({ kind }) => kind), ["region", "neighbours", "core-cities"]);
    }
    assert.deepEqual(await bringInDemonstrationFigures(sample.app), []);
  });
});
