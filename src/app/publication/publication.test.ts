import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { addChild, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openCounts } from "../open-counts.ts";
import { openPublication, openPublished, publish } from "./publish.ts";
import { internalQuarterly, openQuarterly, publishedFile, publishQuarterly, quarterlyYears } from "./quarterly.ts";

const [clerk, manager, worker, stranger] = [personIn(NORTH, "business-support"), personIn(NORTH, "service-manager"), personIn(NORTH, "social-worker"), personIn(SOUTH, "service-manager")];
const decided = (on: string): readonly SampleEntry[] => [{ kind: "birth", on: "2024-01-01" }, { kind: "looked-after", on: "2026-01-10" }, { kind: "plan-decision", on }];
const WALL: SampleEntry = { kind: "restriction", on: "2026-06-01", detail: { why: "Known to staff" } };

describe("the quarterly table, published", () => {
  let sample: SampleApp;
  let today: Day = day("2026-07-15");
  const add = (ids: readonly string[], entries: readonly SampleEntry[]): Promise<void> => sample.store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const id of ids) await addChild(writer, NORTH.code, id, entries);
  });
  before(async () => {
    sample = await startSampleApp(() => today, (_, store) => store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, SOUTH]) await writer.addOrganisation(organisation);
      for (const { account, name, role, organisation } of [clerk, manager, worker, stranger]) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null });
      for (let i = 0; i < 11; i++) await addChild(writer, NORTH.code, `Q1-${i}`, i === 0 ? [...decided("2026-05-10"), WALL] : decided("2026-05-10"));
    }));
  });
  after(() => sample.stop());
  const rows = async (): Promise<readonly string[]> => (await openQuarterly(sample.app, clerk, undefined))!.table.rows.map(({ cells }) => cells.join(" "));

  it("is of every child and of the quarters that have ended, for those who may publish", async () => {
    assert.deepEqual(await rows(), ["11", "0", "0", "0", "0"], "the child behind a wall too");
    assert.equal((await openQuarterly(sample.app, clerk, undefined))!.forEarlier, 0);
    for (const year of [1999, Number.NaN]) assert.equal(await openQuarterly(sample.app, clerk, year), undefined);
    for (const person of [worker, personIn(NORTH, "team-manager")]) assert.equal(await openQuarterly(sample.app, person, undefined), undefined);
    assert.deepEqual([await openQuarterly(sample.app, clerk, 2028), await openQuarterly(sample.app, clerk, 2027).then((page) => page?.quarters.length)], [undefined, 1]);
    assert.deepEqual([quarterlyYears(day("2026-06-30"))[0], quarterlyYears(day("2026-07-01"))[0]], [2026, 2027], "of a year without an ended quarter there is nothing to publish");
  });

  it("goes into the register with what it told, and is published for the quarters that were looked at", async () => {
    assert.deepEqual(await publishQuarterly(sample.app, clerk, 2027, "2026-27-q2"), { moved: true });
    assert.equal(await publishQuarterly(sample.app, worker, 2027, "2026-27-q1"), undefined);
    const done = await publishQuarterly(sample.app, clerk, 2027, "2026-27-q1");
    const id = done !== undefined && "id" in done ? done.id : assert.fail("not published");
    assert.deepEqual(await publishQuarterly(sample.app, manager, 2027, "2026-27-q1").then((again) => again !== undefined && "id" in again && [again.id, again.isAlready]), [id, true], "the same again is the same publication");
    assert.deepEqual((await openPublished(sample.app, manager))!.map(({ id: of, title, by, on }) => [of, title, by, on]), [[id, "Adoption by quarter, 2026-27, up to 30 June 2026", clerk.name, "2026-07-15"]]);
    assert.deepEqual([await openPublished(sample.app, worker), await openPublished(sample.app, stranger), await openPublication(sample.app, stranger, id), await openPublication(sample.app, clerk, "nonsense")], [undefined, [], undefined, undefined]);
    const csv = new TextDecoder().decode((await publishedFile(sample.app, clerk, id, "csv"))!.bytes);
    assert.match(csv, /^Count,April to June 2026\r\nDecisions that a child should be placed for adoption,11\r\n/);
    const word = await readWord((await publishedFile(sample.app, manager, id, "docx"))!.bytes);
    assert.match(JSON.stringify(word), /Published on 15 July 2026/);
    assert.equal(await publishedFile(sample.app, stranger, id, "csv"), undefined);
  });

  it("leaves out a number to which a few were added since, and whatever would give it away", async () => {
    await add(["Late-1", "Late-2"], decided("2026-06-20"));
    await add(Array.from({ length: 9 }, (_, i) => `Q2-${i}`), decided("2026-08-01"));
    today = day("2026-10-02");
    assert.deepEqual((await rows())[0], "x x 22", "13 less the 11 published would be two children, and so would 22 less 9 less 11");
    const internal = internalQuarterly((await openCounts(sample.app, manager, NORTH.code, 2027))!);
    assert.deepEqual([internal.heads, internal.rows[0]!.cells.slice(0, 2)], [["April to June 2026", "July to September 2026", "October to December 2026, up to 2 October 2026", "Total to date"], ["12 and 1 to 5 more", "9"]]);
  });

  it("is protected against a report that went before as against itself", async () => {
    const report = { kind: "scrutiny-report", title: "A quarter", tables: { counts: [{ key: "second", words: "Decisions, July to September", pieces: { [`A15/${NORTH.code}/2026-27-q2`]: 9 } }] } } as const;
    const done = await publish(sample.app, manager, report);
    assert.ok(done !== undefined && "told" in done);
    assert.deepEqual(done.told.counts, { second: 9 });
    assert.deepEqual((await rows())[0], "x 9 x");
    assert.equal((await openQuarterly(sample.app, clerk, undefined))!.forEarlier, 2, "by itself it would tell all three");
    assert.equal(await publish(sample.app, worker, report), undefined);
    assert.deepEqual((await openPublished(sample.app, clerk))!.length, 2);
  });

  it("cannot be changed or taken away, and nobody else's is read", async () => {
    const { rows: [policy] } = await sample.owner.query<{ n: number }>("select count(*)::int as n from pg_policy where polrelid = 'publication'::regclass and polcmd in ('w', 'd')");
    assert.equal(policy?.n, 0);
  });
});
