import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import type { FigureTable } from "../../domain/documents/figures-book.ts";
import type { PublishedFigure } from "../../domain/scorecard/published/published.ts";
import { INDICATOR_CODES } from "../../domain/scorecard/window.ts";
import { addChild, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import { openComparators } from "../open-comparators.ts";
import { openCounts } from "../open-counts.ts";
import { openEquity } from "../open-equity.ts";
import { openEntered } from "../open-entered.ts";
import { openPipeline } from "../open-pipeline.ts";
import { openScorecard } from "../open-scorecard.ts";
import { behindTables, stagesOfChildrenTables } from "./children-tables.ts";
import { pipelineTables } from "./coming-tables.ts";
import { comparatorsTables } from "./comparators-tables.ts";
import { equityTables } from "./equity-tables.ts";
import { countsTables, enteredTables } from "./counts-tables.ts";
import { bookOf, csvOfTable } from "./download.ts";
import { scorecardTables } from "./scorecard-tables.ts";

const TODAY = day("2026-11-22");
const WINDOW = { yearEnding: 2026, years: 3 };
const director = personIn(NORTH, "assistant-director");
const [analyst, manager, worker] = [personIn(NORTH, "performance-analyst"), personIn(NORTH, "service-manager"), personIn(NORTH, "social-worker")];
const adopted = (careStartedOn: string, on = "2025-06-01"): readonly SampleEntry[] => [
  { kind: "birth", on: "2023-01-01" }, { kind: "looked-after", on: careStartedOn }, { kind: "plan-decision", on: "2023-09-01" }, { kind: "placement-order", on: "2023-11-01" },
  { kind: "match-decision", on: "2024-05-01" }, { kind: "placed-for-adoption", on: "2024-06-01" }, { kind: "adoption-order", on },
];
const WALL: SampleEntry = { kind: "restriction", on: "2024-07-01", detail: { why: "Known to staff" } };
const HIDDEN = ["WALLED-1", "WALLED-2"];
const published = (area: string, value: PublishedFigure["value"], over: Partial<PublishedFigure> = {}): PublishedFigure =>
  ({ source: "Table 1", indicator: "A1", yearEnding: 2026, years: 3, area, level: "authority", code: null, value, rank: null, note: "", ...over });

describe("figures beside others, and taken away", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        await writer.addOrganisation(NORTH);
        for (const one of [analyst, manager, worker, director]) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: NORTH.code, worker: null });
        for (let i = 0; i < 8; i++) await addChild(writer, NORTH.code, `OPEN-${i}`, adopted("2023-02-01"));
        for (const id of HIDDEN) await addChild(writer, NORTH.code, id, [...adopted("2023-03-17"), WALL]);
        await addChild(writer, NORTH.code, "WAITS", adopted("2023-02-01").slice(0, 6));
      });
      await store.inTransaction(analyst, async (writer) => {
        const run = await writer.published.beginImport(NORTH.code, { source: "Table 1", fileName: "t.csv", bytes: new Uint8Array([1]) }, app.clock.now());
        await writer.published.putFigures(NORTH.code, run, [
          published(NORTH.name, 470, { code: NORTH.code, rank: 12, note: "As printed" }), published("Elsewhere", 400), published("Nowhere", "x"), published("England", 450, { level: "national" }), published("The North", 440, { level: "region" }),
          published(NORTH.name, 500, { code: NORTH.code, yearEnding: 2025 }), published("Elsewhere", 410, { yearEnding: 2025 }),
        ]);
        await writer.published.keepGroup(NORTH.code, { name: "Three of us", kind: "own", members: [NORTH.name, "Elsewhere", "Nowhere"] }, app.clock.now());
      });
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());

  const comparators = (who: Person, asked: Partial<Parameters<typeof openComparators>[3]> = {}) => openComparators(sample.app, who, NORTH.code, { indicator: "A1", years: 3, ...asked });

  it("stand beside groups, England and the region as published, in the latest window there is", async () => {
    const page = (await comparators(analyst))!;
    const { compared, byRecord, over, window, yearEndings } = page;
    assert.deepEqual([window, yearEndings, page.source, byRecord], [WINDOW, [2026, 2025], "Table 1", { value: 477, isAbout: false, isHidden: false }]);
    assert.deepEqual([compared!.own!.value, compared!.own!.rank, compared!.own!.printedRank, compared!.national!.value, compared!.regions.length], [470, 2, 12, 450, 1]);
    const [group] = compared!.groups;
    assert.deepEqual([group!.average, group!.counted, group!.suppressed, group!.rankByRecord], [435, 2, 1, 2]);
    assert.deepEqual(over.map(({ yearEnding, published: own, averages, threshold }) => [yearEnding, own, averages, threshold]), [[2025, 500, [455], 426], [2026, 470, [435], 426]]);
  });

  it("hide the record’s own figure where it would tell of a few children, and show what was published all the same", async () => {
    const page = (await comparators(manager))!;
    assert.deepEqual([page.byRecord, page.compared!.own!.value, page.compared!.groups[0]!.rankByRecord], [{ value: null, isAbout: false, isHidden: true }, 470, null]);
    assert.equal(comparatorsTables(page).find(({ key }) => key === "own")!.rows[0]![2], "x");
  });

  it("have words where there is nothing: no figures of an indicator, an unknown source or year", async () => {
    const none = (await comparators(analyst, { indicator: "A3" }))!;
    assert.deepEqual([none.compared, none.yearEndings], [null, []]);
    assert.equal((await comparators(analyst, { source: "Table 9", yearEnding: 1999 }))!.window.yearEnding, 2026);
    for (const table of comparatorsTables(none)) assert.ok(table.heads.length > 0, table.key);
  });

  it("are nobody’s who may not see the scorecard, nor of another authority", async () => {
    assert.equal(await comparators(worker), undefined);
    assert.equal(await openComparators(sample.app, analyst, "E09000999", { indicator: "A1", years: 3 }), undefined);
  });

  const everyTable = async (who: Person): Promise<readonly FigureTable[]> => {
    const question = { ordersBy: day("2027-03-01"), placedBy: TODAY, stages: ["placed"] } as const;
    const [page, counts, entered, pipeline, beside, equity] = await Promise.all([
      openScorecard(sample.app, who, NORTH.code, WINDOW), openCounts(sample.app, who, NORTH.code, 2026), openEntered(sample.app, who, NORTH.code), openPipeline(sample.app, who, NORTH.code, question), comparators(who), openEquity(sample.app, who, NORTH.code),
    ]);
    return [
      ...scorecardTables(page!), ...INDICATOR_CODES.flatMap((code) => behindTables(page!, code)), ...stagesOfChildrenTables(page!), ...countsTables(counts!), ...enteredTables(entered!), ...pipelineTables(pipeline!, question), ...comparatorsTables(beside!), ...equityTables(equity!),
    ];
  };

  it("leave with the same figures as the page, and rows as long as their heads", async () => {
    const tables = await everyTable(analyst);
    assert.deepEqual(await everyTable(director), tables, "to whoever signs the return off as to whoever brings it in");
    const figures = tables.find(({ key }) => key === "figures")!;
    const counted = tables.find(({ key }) => key === "counted")!;
    assert.deepEqual(counted.rows.map((row) => row.slice(0, 5)), [...Array.from({ length: 8 }, () => [486, 48.6]), ...HIDDEN.map(() => [442, 44.2])].map((days) => ["a child whose record the person may not open", null, null, ...days]), "adopted, so closed to them: their days alone");
    assert.deepEqual([counted.children, HIDDEN.filter((id) => JSON.stringify(tables).includes(id))], [[], []]);
    assert.deepEqual(figures.rows.map((row) => [row[0], row[3], row[4]]), [["A1", 477, 10], ["A2", 182, 10], ["A3", 0, 10], ["A10", 477, 10]]);
    for (const { key, name, heads, rows } of tables) {
      assert.ok(name.length <= 31 && /^[a-z-]+$/.test(key), key);
      for (const row of rows) assert.ok(row.length <= heads.length, `${key}: ${JSON.stringify(row)}`);
    }
  });

  it("tell whoever may not open a few of the children neither their figure, nor their number, nor their ids", async () => {
    const tables = await everyTable(manager);
    const said = JSON.stringify(tables);
    for (const id of HIDDEN) assert.ok(!said.includes(id), id);
    const of = (key: string): FigureTable["rows"] => tables.find((table) => table.key === key)!.rows;
    assert.deepEqual(of("figures").map((row) => [row[3], row[4]]), INDICATOR_CODES.map(() => ["x", "8 and 1 to 5 more"]));
    assert.ok(of("trend").every((row) => row.slice(1, 9).every((cell) => typeof cell === "string" || cell === null || cell === 0)), JSON.stringify(of("trend")));
    assert.deepEqual(of("moved").filter((row) => row.some((cell) => typeof cell === "number")), []);
    assert.deepEqual([of("readings").length, of("counted").length], [0, 8]);
    const mustAverage = of("must-average").filter((row) => String(row[3]).includes("2025-26"));
    assert.ok(mustAverage.length > 0 && mustAverage.every((row) => /2025-26: x/.test(String(row[3])) && row.slice(4).every((cell) => cell === "x")), JSON.stringify(mustAverage));
    assert.ok(of("becomes").flat().every((cell) => typeof cell !== "number" || cell % 10 === 0));
  });

  it("are written down for each child who is told apart in what is taken, and for nobody else", async () => {
    const page = (await openScorecard(sample.app, manager, NORTH.code, WINDOW))!;
    const take = async (tables: readonly FigureTable[]): Promise<string> => {
      const book = await bookOf(sample.app, manager, { of: page.authority.name, title: "Scorecard", asAt: {}, today: TODAY, tables }, "csv");
      return new TextDecoder().decode(csvOfTable(book, tables[0]!));
    };
    const logged = async (): Promise<number> => Number((await sample.owner.query("select count(*) from access_log where how = 'take-away-csv'")).rows[0].count);
    assert.match(await take(scorecardTables(page).slice(0, 1)), /As at 22 November 2026/);
    assert.equal(await logged(), 0);
    assert.match(await take(behindTables(page, "A1").slice(0, 1)), /OPEN-7/);
    assert.equal(await logged(), 8);
  });
});
