import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import { fold } from "../domain/chronology/fold.ts";
import { day } from "../domain/dates/day.ts";
import { judge } from "../domain/standards/clock.ts";
import { evaluate } from "../domain/standards/evaluate.ts";
import { monthOf, parseMonth } from "../domain/standards/performance.ts";
import { AGENCY, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import type { Store } from "../store/store.ts";
import type { App } from "./app.ts";
import { openPerformance } from "./open-performance.ts";
import { openStandardPerformance, type PerformanceLine } from "./open-standard-performance.ts";
import type { PerformanceQuery } from "./performance-walk.ts";
import { loadSamplePopulation } from "./sample-population.ts";
import { standardsFor } from "./standards-for.ts";

const today = day("2026-01-31");
/** Sees the adopted too, whose records are restricted. */
const manager = personIn(NORTH, "service-manager");
let store: Store;
let app: App;
let stop: () => Promise<void>;

before(async () => {
  ({ app, store, stop } = await startSampleApp(today, async (app, store) => {
    await loadSamplePopulation(app, 60, today);
    await store.inTransaction(operatorOf(NORTH), (writer) => writer.addOrganisation(AGENCY));
  }));
});
after(() => stop());

const opened = async (query: PerformanceQuery = {}, viewer = manager) => (await openPerformance(app, viewer, query)) ?? assert.fail("refused");
const one = async (id: string, query: PerformanceQuery = {}) => (await openStandardPerformance(app, manager, id, query)) ?? assert.fail(`no ${id}`);

describe("how we do against our standards", () => {
  it("is as counted by hand over every record, for the last twelve months", async () => {
    const page = await opened();
    assert.deepEqual([page.from, page.to, page.children], ["2025-02", "2026-01", "60"]);
    const days = new Map<string, number[]>();
    const open = new Map<string, number[]>();
    await store.reading(manager, async (reader) => {
      const { pack } = await standardsFor(reader, NORTH.code);
      for await (const batch of reader.recordsWithEntries(NORTH.code)) {
        for (const { type, entries } of batch) {
          if (type !== "child") continue;
          for (const clock of evaluate(fold(entries), pack, app.calendar)) {
            const { state, days: n } = judge(clock, today);
            if (clock.flags.some((flag) => flag !== "provisional" && flag !== "extended") || clock.notRecorded || n === null) continue;
            if ((state === "met" || state === "met-late") && clock.stoppedOn! >= "2025-02-01") days.set(clock.standard, [...(days.get(clock.standard) ?? []), n]);
            else if (["running", "due-soon", "overdue"].includes(state)) open.set(clock.standard, [...(open.get(clock.standard) ?? []), n]);
          }
        }
      }
    });
    assert.ok(page.rows.length > 10);
    assert.deepEqual(page.rows.map(({ standard }) => standard).sort(), [...new Set([...days.keys(), ...open.keys()])].sort());
    for (const row of page.rows) {
      const own = days.get(row.standard) ?? [];
      const running = open.get(row.standard) ?? [];
      assert.deepEqual([row.finished, row.inTime, row.open, row.overdue], [own.length, own.filter((n) => n >= 0).length, String(running.length), String(running.filter((n) => n < 0).length)], row.standard);
    }
  });

  it("each standard’s months and children come to its own figures", async () => {
    const { rows } = await opened();
    for (const row of rows.filter(({ finished }) => finished > 0).slice(0, 2)) {
      const { months, lines, figures, open, overdue } = await one(row.standard);
      assert.deepEqual([figures.percent, figures.median, open, overdue], [row.percent, row.median, row.open, row.overdue]);
      assert.equal(months.length, 12);
      assert.equal(months.reduce((sum, m) => sum + m.finished, 0), row.finished);
      assert.equal(lines.length, row.finished + Number(row.open));
      for (const { month, finished } of months) assert.equal(lines.filter(({ doneOn }) => doneOn !== null && monthOf(doneOn) === month).length, finished);
    }
    assert.equal(await openStandardPerformance(app, manager, "NO-SUCH", {}), undefined);
  });

  it("narrows to months, and to the team that was responsible: the teams together, with none, are all", async () => {
    const month = parseMonth("2025-11")!;
    const narrow = await opened({ from: month, to: month });
    const id = narrow.rows.find(({ finished }) => finished > 0)!.standard;
    assert.ok((await one(id, { from: month, to: month })).lines.every(({ doneOn }) => doneOn === null || monthOf(doneOn) === month));
    assert.deepEqual([(await opened({ to: parseMonth("2030-01") })).to, (await opened({ from: parseMonth("2026-01"), to: month })).from], ["2026-01", month]);
    const all = await opened();
    let finished = 0;
    for (const team of [...all.teams, "none"]) finished += (await opened({ team })).rows.reduce((sum, row) => sum + row.finished, 0);
    assert.ok(all.teams.length > 1);
    assert.equal(finished, all.rows.reduce((sum, row) => sum + row.finished, 0));
  });

  it("counts every child where it is official, and lists those alone whose records one may open", async () => {
    const all = await opened();
    // Brings in the return, and opens none of the adopted.
    const analyst = personIn(NORTH, "performance-analyst");
    const theirs = await opened({}, analyst);
    assert.deepEqual(theirs.rows, all.rows);
    const open = new Set(await store.reader(analyst).childIds(NORTH.code));
    assert.ok(open.size < 60);
    const closed = (row: PerformanceLine): boolean => !open.has(row.recordId);
    const row = all.rows.find(({ finished }) => finished > 0);
    const [whole, listed] = [await one(row!.standard), await openStandardPerformance(app, analyst, row!.standard, {}) ?? assert.fail("refused")];
    assert.deepEqual(listed.lines, whole.lines.filter((line) => !closed(line)));
    assert.equal(listed.more === null, !whole.lines.some(closed));
  });

  it("tells of 1 to 5 children whose records one may not open neither by a figure nor by a count", async () => {
    const reviewer = personIn(NORTH, "reviewing-officer");
    const open = new Set(await store.reader(reviewer).childIds(NORTH.code));
    let few = 0;
    for (const row of (await opened({}, reviewer)).rows) {
      const { lines } = await one(row.standard);
      const closed = lines.filter((line) => line.doneOn !== null && !open.has(line.recordId)).length;
      const isFew = closed > 0 && closed <= 5;
      if (isFew) few++;
      assert.deepEqual([row.suppressed, row.percent === null || !isFew, /1 to 5/.test(row.finishedTold)], [isFew, true, isFew], `${row.standard}: ${closed}`);
    }
    assert.ok(few > 0);
  });

  it("tells of more of them to the nearest 5 alone, so that two spans of months do not tell of one", async () => {
    const reviewer = personIn(NORTH, "reviewing-officer");
    const [open, now] = [new Set(await store.reader(reviewer).childIds(NORTH.code)), monthOf(today)];
    let about = 0;
    for (const from of ["2024-02", "2023-02"].map((text) => parseMonth(text)!)) {
      const page = await opened({ from, to: now }, reviewer);
      for (const row of page.rows) {
        const closed = (await one(row.standard, { from, to: now })).lines.filter((line) => line.doneOn !== null && !open.has(line.recordId)).length;
        assert.equal(row.about, closed > 5, `${row.standard}: ${closed}`);
        if (!row.about) continue;
        about++;
        assert.deepEqual([row.finished % 5, row.inTime % 5, (row.percent ?? 0) % 5, Math.abs(row.median ?? 0) % 5, /^about \d+$/.test(row.finishedTold)], [0, 0, 0, 0, true], row.standard);
      }
      assert.ok(page.about && page.leftOut.about === true && page.leftOut.advisory % 5 === 0);
    }
    assert.ok(about > 0);
  });

  it("is of the children the viewer may see, and of nobody for an agency to which none is shown", async () => {
    const worker = await opened({}, { ...personIn(NORTH, "social-worker"), account: "north.one" });
    assert.ok(!worker.official && Number(worker.children) > 0 && Number(worker.children) < 60);
    const agency = await opened({}, personIn(AGENCY, "agency-home-finder"));
    assert.deepEqual([agency.children, agency.rows, agency.authorities], ["0", [], []]);
  });
});
