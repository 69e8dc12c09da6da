import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { IDENTITY_KEY } from "../../tests/support/identity-key.ts";
import { type DemonstrationAuthority, loadDemonstration } from "../reference/demonstration.ts";
import { day } from "../domain/dates/day.ts";
import { NO_FILTERS, STANDARD_SORT } from "../domain/tracker/view.ts";
import { openStore, type Store } from "../store/store.ts";
import { type App, makeApp } from "./app.ts";
import { protectedWordsOfDemonstration } from "./demonstration-identities.ts";
import { loadDemonstrationRegion } from "./demonstration.ts";
import { openAdoptiveList } from "./identity/adoptive-pages.ts";
import { openAdopters } from "./identity/adopters.ts";
import { openWork } from "./work/open-work.ts";

/** Before anybody is at work. */
const NOW = "2026-11-22T01:47:00.000Z";
let database: TestDatabase;
let store: Store;
let app: App;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => day("2026-11-22") });
  app = makeApp(store, { today: () => day("2026-11-22"), now: () => NOW }, IDENTITY_KEY);
});
after(async () => {
  await store.close();
  await database.drop();
});

const { authorities, agency } = loadDemonstration().region;
const childrenOf = async ({ organisation: { code } }: DemonstrationAuthority): Promise<number> =>
  (await Array.fromAsync(store.reader({ type: "operator", authority: code }).recordsWithEntries(code))).flat().length;

describe("the demonstration region", () => {
  it("cut short after some of its authorities, is completed by the next start", async () => {
    const last = authorities.at(-1)!;
    // The database gives out while the last authority is written; the others are kept.
    const failing: App = { ...app, store: { ...store, inTransaction: (viewer, work) => (
      viewer.type === "operator" && viewer.authority === last.organisation.code ? Promise.reject(new Error("no room left")) : store.inTransaction(viewer, work)) } };
    await assert.rejects(loadDemonstrationRegion(failing), /no room left/);
    assert.equal(await store.directory.organisation(last.organisation.code), undefined);
    const kept = await Promise.all(authorities.slice(0, -1).map(childrenOf));
    assert.ok(kept.every((children) => children > 50), kept.join());

    const shares: number[] = [];
    assert.equal(await loadDemonstrationRegion(app, (done, of) => void shares.push(done / of)), true);
    assert.deepEqual([shares[0], shares.at(-1)], [0, 1]);
    assert.deepEqual(shares, shares.toSorted((a, b) => a - b));
    assert.ok(await childrenOf(last) > 50);
    assert.deepEqual(await Promise.all(authorities.slice(0, -1).map(childrenOf)), kept);
    const people = [...agency.accounts, ...authorities.flatMap((a) => [...a.accounts, ...a.colleagues])].flatMap(({ id, left }) => (left === undefined ? [id] : []));
    assert.deepEqual((await store.directory.people()).map((p) => p.account).sort(), people.sort());
  });
  it("shares with the agency none who are not on the line to adoption", async () => {
    const finder = (await store.directory.person(agency.accounts[0]!.id)) ?? assert.fail();
    const { river, total } = await store.reader(finder).listTracker({ filters: NO_FILTERS, sort: STANDARD_SORT, together: false, page: 1, pageSize: 1, today: app.clock.today() });
    assert.ok(total > 30);
    const stages = river.filter(({ children }) => children > 0).map(({ stage }) => stage);
    assert.deepEqual(stages.filter((stage) => ["no-plan", "other-plan", "left-care"].includes(stage)), []);
  });
  it("names those beside the case on the records of some children, whom they then see", async () => {
    for (const role of ["legal", "medical-adviser", "panel", "adopters-social-worker", "adoption-clerk", "post-adoption-worker"]) {
      const person = (await store.directory.person(`harrowmere.${role}`)) ?? assert.fail(role);
      const { total } = await store.reader(person).listTracker({ filters: NO_FILTERS, sort: STANDARD_SORT, together: false, page: 1, pageSize: 1, today: app.clock.today() });
      assert.ok(total === 1 || total === 2, `${role} sees ${total}`);
    }
  });
  it("has nothing written down later than now", async () => {
    for (const { organisation: { code } } of authorities) {
      const records = (await Array.fromAsync(store.reader({ type: "operator", authority: code }).recordsWithEntries(code))).flat();
      const last = records.flatMap(({ entries }) => entries.map((e) => e.recordedAt)).sort().at(-1);
      assert.equal(last, NOW, "and something today");
    }
  });
  it("puts what somebody who has left leaves open on the desk of a manager", async () => {
    const manager = (await store.directory.person("harrowmere.team-manager")) ?? assert.fail();
    const { items } = await openWork(app, manager, { page: 1, group: "late" });
    const late = items.find(({ localId }) => localId === "HM-0010");
    assert.deepEqual([late?.nobodyAs, late?.owner, late?.group], ["social-worker", "social-worker", "late"]);
  });
  it("has sealed records, records to be sealed and records that wait, and tells of no adopters in clear", async () => {
    const owner = new pg.Client(database.url());
    await owner.connect();
    try {
      const { rows } = await owner.query<{ authority: string; sealed: number; behind: number; beside: number }>(`
        select o.code as authority, (select count(*) from record r where r.authority = o.code and r.wall = 3)::int as sealed,
          (select count(*) from adoptive_identity i where i.authority = o.code)::int as behind, (select count(*) from family_identity f where f.authority = o.code)::int as beside
        from organisation o where o.type = 'local-authority'`);
      for (const { authority, sealed, behind, beside } of rows) {
        assert.ok(sealed >= 3 && behind === sealed && beside > 10, `${authority}: ${sealed} sealed, ${behind} behind the wall, ${beside} matched`);
      }
      const words = protectedWordsOfDemonstration().map((word) => word.replaceAll(/[^\w ]/g, ".")).join("|");
      for (const [table, text] of [["entry", "detail::text || coalesce(reason, '')"], ["finding_term", "text"], ["child_summary", "to_jsonb(child_summary)::text"], ["audit", "input::text"]] as const) {
        const { rows: [found] } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} where ${text} ~* $1`, [words]);
        assert.equal(found?.n, 0, table);
      }
    } finally {
      await owner.end();
    }
    const officer = (await store.directory.person("harrowmere.adoption-records")) ?? assert.fail();
    const list = (await openAdoptiveList(app, officer))?.sealing ?? [];
    assert.deepEqual(new Set(list.map(({ state }) => state.ready)), new Set([true, false]));
    const family = (await openAdopters(app, officer, list[0]?.recordId ?? ""))?.side?.household?.adopters[0]?.familyName ?? "";
    assert.ok(protectedWordsOfDemonstration().some((word) => family.startsWith(word)), family);
  });
  it("is left alone once it is there", async () => {
    assert.equal(await loadDemonstrationRegion(app), false);
  });
  it("is not added to a database that holds something else", async () => {
    const directory = { ...store.directory, organisations: () => Promise.resolve([{ code: "E09000999", name: "Elsewhere", type: "local-authority" as const }]) };
    assert.equal(await loadDemonstrationRegion({ ...app, store: { ...store, directory } }), false);
  });
});
