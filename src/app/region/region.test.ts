import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { REGION } from "../../domain/region/tables.ts";
import { addChild, AGENCY, NORTH, operatorOf, OTHER_AGENCY, personIn, SOUTH } from "../../store/sample-region.ts";
import { countToldAs } from "../../domain/scorecard/suppression.ts";
import { regionTables } from "../downloads/region-tables.ts";
import type { ToldCount } from "../open-counts.ts";
import { openRegion } from "./open-region.ts";
import { madePacks, makePack, operationsFile, packFile } from "./packs.ts";

const TODAY = day("2026-11-22");
const [lead, finder, stranger] = [personIn(AGENCY, "agency-lead"), personIn(AGENCY, "agency-home-finder"), personIn(OTHER_AGENCY, "agency-lead")];
const decided = (on: string): readonly SampleEntry[] => [{ kind: "birth", on: "2024-01-01" }, { kind: "particulars", on: "2024-01-01", detail: { givenName: "Nobodyname" } }, { kind: "looked-after", on: "2025-01-10" }, { kind: "plan-decision", on }];
const ordered = (on: string): readonly SampleEntry[] => [...decided("2026-04-05"), { kind: "placement-order", on }];
const adopted = (on: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2023-01-01" }, { kind: "looked-after", on: "2023-02-01", until: on, detail: { endReason: "E11" } }, { kind: "plan-decision", on: "2023-06-01" }, { kind: "placement-order", on: "2023-09-01" },
  { kind: "match-decision", on: "2023-12-01" }, { kind: "placement", on: "2024-02-01", until: on, detail: { type: "A6" } }, { kind: "placed-for-adoption", on: "2024-02-01" }, { kind: "adoption-order", on },
];
const HIDDEN = { value: null, told: "none" };
const A16 = `A16/${NORTH.code}/2026-27-q1 and 2026-27-q2`;
const said = (counts: readonly (ToldCount | null)[]): readonly (string | null)[] => counts.map((told) => (told === null ? null : countToldAs(told.open, told.closed, told.telling)));

describe("the region’s figures, for the people of its agency", () => {
  let sample: SampleApp;
  let seconds = 0;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      const people = [lead, finder, stranger, personIn(NORTH, "service-manager")];
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        for (const organisation of [NORTH, SOUTH, AGENCY, OTHER_AGENCY]) await writer.addOrganisation(organisation);
        for (const { account, name, role, organisation } of people) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null });
        await writer.agree(AGENCY.code, NORTH.code, "decision");
        for (let i = 0; i < 7; i++) await addChild(writer, NORTH.code, `N-D${i}`, decided("2026-05-10"));
        for (let i = 0; i < 3; i++) await addChild(writer, NORTH.code, `N-O${i}`, [...ordered("2026-08-01"), ...(i === 0 ? [{ kind: "link", on: "2026-09-01", detail: { family: "F-1" } } as const] : [])]);
        for (let i = 0; i < 8; i++) await addChild(writer, NORTH.code, `N-A${i}`, adopted("2026-02-10"));
        await addChild(writer, NORTH.code, "N-HAND", [...decided("2026-05-10"), { kind: "restriction", on: "2026-06-01", detail: { why: "Known to staff" } }]);
        await addChild(writer, NORTH.code, "N-EARLY", [{ kind: "birth", on: "2024-01-01" }, { kind: "looked-after", on: "2026-01-10" }]);
      });
      await store.inTransaction(operatorOf(SOUTH), async (writer) => {
        await writer.agree(AGENCY.code, SOUTH.code, "placement-order");
        await addChild(writer, SOUTH.code, "S-D", decided("2026-05-10"));
        for (let i = 0; i < 6; i++) await addChild(writer, SOUTH.code, `S-O${i}`, ordered("2026-08-01"));
      });
      await store.maintenance.rebuild(app.summarise);
    }, () => new Date(Date.parse(`${TODAY}T12:00:00Z`) + 1000 * ++seconds).toISOString());
  });
  after(() => sample.stop());

  it("count the children shared, and those adopted since, by authority and together", async () => {
    const { scopes, spans } = (await openRegion(sample.app, lead))!;
    assert.deepEqual(scopes.map(({ key }) => key), [REGION, NORTH.code, SOUTH.code]);
    assert.deepEqual(spans.map(({ state }) => state), ["ended", "ended", "running", "to-come", "running"]);
    assert.deepEqual(scopes.map(({ events }) => said(events.A15)), [["16", "0", "0", null, "16"], ["10", "0", "0", null, "10"], ["6", "0", "0", null, "6"]], "neither restricted by hand, nor not shared yet");
    assert.deepEqual(scopes.map(({ events }) => said(events.A16)[1]), ["9", "3", "6"]);
    assert.deepEqual(scopes.map(({ waits }) => said([waits.decided, waits.ordered])), [["7", "9"], ["7", "3"], ["0", "6"]]);
    assert.deepEqual(said([scopes[0]!.events.linked[1]!]), ["1"]);
  });
  it("tell of children whose records are closed to the agency since the order, by no local id and no small number", async () => {
    const [region, north] = (await openRegion(sample.app, finder, 2026))!.scopes;
    assert.deepEqual(said(north!.events.A4), ["0", "0", "0", "about 10", "about 10"]);
    assert.deepEqual(north!.figures.map(({ window, children, told }) => [window.years, ...said([children]), told.A1, told.A10.told]), [[3, "about 10", HIDDEN, "none"], [1, "about 10", HIDDEN, "none"], [1, "0", { value: null, told: "all" }, "all"]]);
    for (const { key, heads, rows } of regionTables((await openRegion(sample.app, finder, 2026))!)) for (const row of rows) assert.equal(row.length, heads.length, key);
    assert.ok(region!.waiting.length === 16 && region!.waiting.every(({ localId }) => /^[NS]-[DO]\d$/.test(localId)));
  });
  it("are nobody’s of an authority; another agency has no authority in them", async () => {
    assert.equal(await openRegion(sample.app, personIn(NORTH, "service-manager")), undefined);
    assert.deepEqual((await openRegion(sample.app, stranger))!.scopes.map(({ key }) => key), [REGION]);
    assert.equal(await makePack(sample.app, personIn(NORTH, "service-manager"), "board"), undefined);
    assert.equal(await operationsFile(sample.app, personIn(NORTH, "service-manager")), undefined);
  });

  it("make packs that round their numbers, stay as they were made, and are the agency’s own", async () => {
    const id = (await makePack(sample.app, lead, "board"))!;
    const word = readWord((await packFile(sample.app, finder, id))!.bytes).everything;
    for (const heading of ["What stands out", "The scorecard’s figures", "What happened, by half-year", "Who waits where", "Families", "nought to five are told alike", "April to September 2026: decisions that a child should be placed for adoption, 20.", "Somebody, agency-lead, Sample agency"]) assert.ok(word.includes(heading), heading);
    assert.ok(!/[NS]-[A-Z]+\d|Nobodyname/.test(word), "no child is in it");
    const [row] = await sample.app.store.reader(lead).regionPacks(AGENCY.code);
    assert.equal(row!.said[A16], "5 or fewer", "three placement orders");
    assert.deepEqual((await madePacks(sample.app, lead))!.map(({ edition, on }) => [edition, on]), [["board", TODAY]]);
    assert.deepEqual(await madePacks(sample.app, stranger), []);
    assert.equal(await packFile(sample.app, stranger, id), undefined);
    assert.equal(await makePack(sample.app, lead, "operations"), undefined, "that one is never kept");
    assert.deepEqual(await sample.app.store.reader(stranger).regionPacks(AGENCY.code), []);
    await assert.rejects(sample.app.store.inTransaction(stranger, (writer) => writer.addRegionPack({ ...row!, at: "2026-11-22T12:00:00.000Z" })));
  });
  it("tell the same when made again, and the partners what is shared and given besides", async () => {
    await makePack(sample.app, lead, "board");
    const [again, first] = await sample.app.store.reader(lead).regionPacks(AGENCY.code);
    assert.deepEqual(again!.said, first!.said);
    const word = readWord((await packFile(sample.app, lead, (await makePack(sample.app, lead, "partners"))!))!.bytes).everything;
    for (const words of ["What is shared and given", "Children are shared from: placement order.", "October 2025 to March 2026"]) assert.ok(word.includes(words), words);
    await makePack(sample.app, lead, "board");
  });
  it("tell nothing of a child who came since", async () => {
    await sample.app.store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "N-LATE", ordered("2026-05-20")));
    await makePack(sample.app, lead, "board");
    const [second, first] = await sample.app.store.reader(lead).regionPacks(AGENCY.code);
    assert.deepEqual([second!.said[A16], first!.said[A16]], ["5 or fewer", "5 or fewer"], "four, and three before");
  });
  it("make the operations group’s edition with the local ids of children whose records are open, written down for each", async () => {
    const word = readWord((await operationsFile(sample.app, finder))!.bytes).everything;
    for (const shown of ["N-D0", "N-O2", "S-O5"]) assert.ok(word.includes(shown), shown);
    assert.ok(!/N-A\d|N-HAND|N-EARLY|S-D\b|Nobodyname/.test(word));
    const { rows } = await sample.owner.query("select count(distinct record_id)::int as n from access_log where how = 'take-away-region-pack'");
    assert.equal(rows[0].n, 17);
  });
});
