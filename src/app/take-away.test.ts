import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { read } from "@e965/xlsx";
import type pg from "pg";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import type { Person } from "../domain/access/viewer.ts";
import { day } from "../domain/dates/day.ts";
import { NO_FILTERS, STANDARD_VIEW, type View } from "../domain/tracker/view.ts";
import { AGENCY, addChild, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH } from "../store/sample-region.ts";
import type { App } from "./app.ts";
import { openTracker } from "./open-tracker.ts";
import { showNames } from "./preferences.ts";
import { fileOf, takeAway, takeOnPaper } from "./take-away.ts";
import type { TrackerQuery } from "./views.ts";

let region: SampleRegion;
let app: App;
let stop: () => Promise<void>;
let owner: pg.Client;
const manager = personIn(NORTH, "team-manager");
const worker = personIn(NORTH, "social-worker");
const finder = personIn(AGENCY, "agency-home-finder");
const MORE = 60;

before(async () => {
  ({ app, owner, stop } = await startSampleApp(day("2026-06-01"), async (app, store) => {
    region = await makeSampleRegion(store);
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addAccount({ account: manager.account, name: manager.name, role: manager.role, organisation: NORTH.code, worker: null });
      for (let i = 0; i < MORE; i++) {
        await addChild(writer, NORTH.code, `M${String(i).padStart(2, "0")}`, [...IN_CARE, ...(i === 0 ? [{ kind: "consent-given", on: "2025-06-01" } as const] : []), { kind: "particulars", on: "2025-01-10", detail: { givenName: i === 0 ? "Bramblewick" : "Ferngully", familyName: "Thistledown" } }]);
      }
    });
    await store.maintenance.rebuild(app.summarise);
  }, () => "2026-06-01T22:30:00.000Z"));
});
after(() => stop());

const query = (view: Partial<View> = {}, rest: Partial<TrackerQuery> = {}): TrackerQuery => ({ page: 1, ...rest, view: { ...STANDARD_VIEW, ...view } });
const idsFor = async (viewer: Person, view?: Partial<View>, rest?: Partial<TrackerQuery>): Promise<string[]> => {
  const { rows } = await takeAway(app, viewer, query(view, rest), "csv");
  return rows.map(([id]) => (id?.type === "text" ? id.text : "")).sort();
};
const textFor = async (viewer: Person, view?: Partial<View>): Promise<string> => new TextDecoder().decode(await fileOf(await takeAway(app, viewer, query(view), "csv"), "csv"));
const of = (authority: string): Partial<View> => ({ filters: { ...NO_FILTERS, authority } });

describe("a list taken away", () => {
  it("holds every child that matches, on whichever page one was", async () => {
    const taken = await takeAway(app, manager, query({ sort: { column: "child", descending: false } }, { page: 2 }), "xlsx");
    assert.equal(taken.rows.length, MORE + 3);
    assert.deepEqual([taken.of, taken.asAt, taken.takenOn], ["North", "As at 1 June 2026", "1 June 2026 at 11:30pm"]);
    assert.equal(taken.takenBy, "Somebody, team-manager, team manager, North");
    assert.match(taken.view, /^All children that the person may see\. Sorted by child, A to Z\.$/);
    assert.deepEqual(taken.thresholds.map((t) => t.indicator), ["A10", "A2"]);
  });

  it("has the filters, the order, the columns and siblings together as they are shown", async () => {
    const view: Partial<View> = { filters: { ...NO_FILTERS, group: "any" }, sort: { column: "child", descending: true }, together: true, columns: ["child", "on:placement-order", "siblings"] };
    const { columns, rows } = await takeAway(app, manager, query(view), "csv");
    assert.deepEqual(columns.map((c) => c.heading), ["Local id", "Date of birth, or expected date of delivery", "Age", "Placement order", "Siblings"]);
    assert.deepEqual(rows.map((r) => [r[0], r[3], r[4]].map((cell) => (cell?.type === "text" ? cell.text : cell?.type === "day" ? cell.on : ""))), [["N3", "", "N2"], ["N2", "2025-09-01", "N3"]]);
  });

  it("comes out the same as a workbook", async () => {
    const taken = await takeAway(app, worker, query(), "xlsx");
    const book = read(await fileOf(taken, "xlsx"));
    assert.deepEqual(book.SheetNames, ["Tracker", "About this list"]);
    assert.equal(book.Sheets["Tracker"]?.["A5"].v, "N3");
  });

  it("is of another day where that is shown: as known, and as it stood", async () => {
    assert.deepEqual(await idsFor(manager, {}, { knownOn: day("2026-01-30") }), []);
    assert.equal((await takeAway(app, manager, query({}, { knownOn: day("2026-02-01") }), "csv")).asAt, "As known on 1 February 2026");
    const stood = await takeAway(app, manager, query({ columns: ["child", "where"] }, { stoodOn: day("2025-08-31") }), "csv");
    assert.equal(stood.asAt, "As it stood on 31 August 2025");
    assert.equal(stood.rows.length, MORE + 3);
    const stage = (id: string) => stood.rows.find(([cell]) => cell?.type === "text" && cell.text === id)?.[3];
    assert.deepEqual(stage("N2"), { type: "text", text: "No plan recorded" });
  });
});

describe("who can take whom away", () => {
  it("an agency those shared with it, a social worker their own, another authority nobody", async () => {
    assert.deepEqual(await idsFor(finder), ["N2"]);
    assert.deepEqual(await idsFor(worker), ["N3"]);
    assert.deepEqual(await idsFor(finder, of(SOUTH.code)), []);
    const stranger = personIn(SOUTH, "team-manager");
    assert.deepEqual(await idsFor(stranger), ["S1", "S2"]);
    assert.deepEqual(await idsFor(stranger, of(NORTH.code)), []);
    assert.equal((await takeAway(app, stranger, query(of(NORTH.code)), "csv")).of, "South");
    assert.deepEqual(await idsFor(finder, {}, { stoodOn: day("2026-03-01") }), ["N2"]);
    assert.deepEqual(await idsFor(worker, {}, { stoodOn: day("2026-03-01") }), ["N3"]);
  });

  it("a sibling who is not shared is not in the column of siblings", async () => {
    assert.ok(!(await textFor(finder, { columns: ["child", "siblings"] })).includes("N3"));
    assert.ok((await textFor(manager, { columns: ["child", "siblings"] })).includes("N3"));
  });

  it("has names only where the person has chosen to see them, in each form", async () => {
    assert.ok(!(await textFor(manager)).includes("Thistledown"));
    assert.ok(!JSON.stringify((await takeOnPaper(app, manager, query())).tracker.lines).includes("Thistledown"));
    await showNames(app, manager, true);
    assert.ok((await textFor(manager)).includes("Bramblewick Thistledown"));
    await showNames(app, manager, false);
  });

  it("never has the name of a child for whom no placement order or consent stands, and says how many and why", async () => {
    await showNames(app, manager, true);
    const why = "61 children are told by local id and age, without name or date of birth, because no placement order or parent’s consent stands for them: until then neither leaves in a file.";
    const text = await textFor(manager);
    assert.ok(!text.includes("Ferngully"));
    assert.ok(text.includes(`,Names left out\r\n`) && text.includes(why));
    const taken = await takeAway(app, manager, query(), "xlsx");
    const bytes = await fileOf(taken, "xlsx");
    const book = read(bytes);
    assert.ok(!JSON.stringify(book.Sheets).includes("Ferngully") && JSON.stringify(book.Sheets).includes("Bramblewick"));
    assert.match(String(book.Sheets["Tracker"]?.["A2"].v), /61 children are told by local id and age/);
    assert.match(JSON.stringify(book.Sheets["About this list"]), /61 children are told by local id and age/);
    const paper = await takeOnPaper(app, manager, query());
    assert.ok(!JSON.stringify(paper.tracker.lines).includes("Ferngully"));
    assert.equal(paper.provenance.withheld, why);
    assert.ok((await openTracker(app, manager, query())).lines.some((line) => line.name === "Ferngully Thistledown"), "on the screen the tracker is as it was");
    assert.equal((await takeAway(app, manager, query({ filters: { ...NO_FILTERS, group: "any" } }), "csv")).withheld.slice(0, 11), "1 child is ");
    await showNames(app, manager, false);
  });

  it("is written down for each child in it, by how it left", async () => {
    await owner.query("delete from access_log");
    await takeAway(app, manager, query({ filters: { ...NO_FILTERS, group: "any" } }), "xlsx");
    await takeOnPaper(app, finder, query());
    await takeAway(app, finder, query(of(SOUTH.code)), "csv");
    const { rows } = await owner.query("select account, outcome, record_id, how from access_log order by account desc, record_id");
    const opened = (account: string, record_id: string, how: string) => ({ account, outcome: "opened", record_id, how });
    const { northWithOrder, northAllocated } = region.ids;
    assert.deepEqual(rows, [
      opened(finder.account, northWithOrder, "take-away-print"),
      ...[northAllocated, northWithOrder].sort().map((id) => opened(manager.account, id, "take-away-xlsx")),
    ]);
  });
});
