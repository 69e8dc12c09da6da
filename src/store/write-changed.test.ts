import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { addDays, day } from "../domain/dates/day.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, summarise, write } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;
let children = 0;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await makeSampleRegion(store);
});
after(async () => {
  await store.close();
  await database.drop();
});

const START = day("2025-03-01");
const some = (kind: SampleEntry["kind"], detail?: SampleEntry["detail"]) => fc.nat(200).map((n): SampleEntry => ({ kind, on: addDays(START, n), ...(detail === undefined ? {} : { detail }) }));
/** Entries that change each of the projections, most of them only one. */
const added = (): fc.Arbitrary<SampleEntry> => fc.oneof(
  some("visit"), some("review"), some("placement-order"), some("adoption-order"), some("early-alert"), some("adoption-became-plan"), some("plan-decision"),
  some("particulars", { givenName: "Ada", familyName: "Vale" }), some("particulars", { givenName: "Ada", familyName: "Moor" }),
  some("placement", { type: "U4", carer: "C100" }), some("family-finder", { worker: "FF1" }), some("allocated-worker", { worker: "SW2" }),
  some("responsible-team", { team: "Team A" }), some("reviewing-officer-appointed", { officer: "officer" }),
  some("restriction", { why: "An adopter works here" }), some("involvement", { account: "somebody", as: "named" }),
);
/** Only one of a thing may run at a time: each begins a day after all before it, and ends the one before. */
const PERIODS: ReadonlySet<string> = new Set(["placement", "family-finder", "allocated-worker", "responsible-team", "restriction", "involvement"]);

describe("writing what differs after an entry", () => {
  it("leaves what writing everything would, whatever is added or put right", async () => {
    // Who passes every wall but a seal, so that the next entry can be written too.
    const passer = personIn(NORTH, "adoption-records");
    await fc.assert(fc.asyncProperty(fc.array(added(), { minLength: 1, maxLength: 6 }), fc.boolean(), async (list, together) => {
      const localId = `W${++children}`;
      const id = await store.inTransaction(operatorOf(NORTH), async (writer) => {
        await writer.lock(NORTH.code);
        return addChild(writer, NORTH.code, localId, IN_CARE);
      });
      const of = new Map<string, number>();
      for (const [i, entry] of list.entries()) {
        await store.inTransaction(passer, async (writer) => {
          await writer.lock(NORTH.code);
          const had = of.get(entry.kind);
          const row = PERIODS.has(entry.kind) && had !== undefined ? { ...entry, supersedes: had, cause: "corrected" as const } : entry;
          const [made] = await write(writer, NORTH.code, id, drafts([row]));
          of.set(entry.kind, made!.number);
          // Twice in one transaction, as a command does that writes after it has written.
          if (together) await write(writer, NORTH.code, id, drafts([{ kind: "visit", on: addDays(START, i) }]));
        });
      }
      assert.deepEqual((await store.maintenance.verify(summarise)).firstBroken, null);
    }), { numRuns: 12 });
  });

  it("takes the child from a worker who hands it on, and from nobody else", async () => {
    const worker = { ...personIn(NORTH, "social-worker"), account: "handing.on" };
    const id = await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addAccount({ account: worker.account, name: "Somebody", role: "social-worker", organisation: NORTH.code, worker: "SW2" });
      await writer.lock(NORTH.code);
      return addChild(writer, NORTH.code, "HANDED", [...IN_CARE, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW2" } }, { kind: "family-finder", on: "2025-01-10", detail: { worker: "FF1" } }]);
    });
    const add = (rows: readonly SampleEntry[]) => store.inTransaction(worker, async (writer) => {
      await writer.lock(NORTH.code);
      await write(writer, NORTH.code, id, drafts(rows));
    });
    await add([{ kind: "visit", on: "2025-04-01" }]);
    const [, , , , allocated] = await store.reader(worker).entriesOf(id);
    await add([{ kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW9" }, supersedes: allocated!.number, cause: "corrected" }]);
    assert.equal(await store.reader(worker).getRecord(id), undefined);
    assert.deepEqual((await store.maintenance.verify(summarise)).firstBroken, null);
  });
});
