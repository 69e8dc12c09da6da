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
  it("has held meetings for every organisation, all that was agreed is on record and what became of it, and next week’s is prepared", async () => {
    const { meetings } = loadDemonstration();
    const owner = new pg.Client(database.url());
    await owner.connect();
    try {
      const ask = async <T>(sql: string): Promise<readonly T[]> => (await owner.query(sql)).rows as T[];
      const [told] = await ask<Record<"meetings" | "confirmed" | "concluded" | "done" | "answered", number>>(`select
        (select count(*) from meeting where state in ('held', 'confirmed'))::int as meetings, (select count(*) from meeting where state = 'confirmed')::int as confirmed,
        (select count(*) from agenda_item where concluded_at is not null)::int as concluded,
        (select count(*) from entry where kind = 'action-done')::int as done, (select count(*) from entry where kind = 'meeting-decision-answered')::int as answered`);
      const items = meetings.flatMap(({ held }) => held.flatMap(({ children }) => children));
      assert.deepEqual(told, {
        meetings: meetings.flatMap(({ held }) => held).length, confirmed: meetings.reduce((sum, { held }) => sum + Math.max(0, held.length - 1), 0), concluded: items.length,
        done: items.flatMap(({ actions }) => actions.filter(({ done }) => done !== undefined)).length, answered: items.flatMap(({ decisions }) => decisions.filter(({ answer }) => answer !== undefined)).length,
      });
      const late = await ask<{ due: string }>("select detail ->> 'dueOn' as due from entry a where kind = 'action-agreed' and not exists (select from entry d where d.kind = 'action-done' and d.authority = a.authority and (d.detail ->> 'action')::bigint = a.number)");
      assert.ok(late.some(({ due }) => due < "2026-11-22") && late.some(({ due }) => due >= "2026-11-22"), "some actions are late, and some are not due yet");
      assert.deepEqual((await ask<{ organisation: string }>("select distinct organisation from meeting where state = 'held'")).map(({ organisation }) => organisation).sort(), [...authorities.map((a) => a.organisation.code), agency.organisation.code].sort());
      const [next] = await ask<{ day: string; items: number; asked: number; answered: number; begun: number }>(`select m.held_on::text as day,
        (select count(*) from agenda_item i where i.meeting = m.id and i.reasons <> '[]')::int as items, (select count(*) from meeting_update u where u.meeting = m.id)::int as asked,
        (select count(*) from meeting_update u where u.meeting = m.id and u.answered_at is not null)::int as answered, (select count(*) from meeting_update u where u.meeting = m.id and u.saved_at is not null)::int as begun
        from meeting m where m.state = 'planned' and m.agenda_built_at is not null`);
      assert.equal(next?.day, "2026-11-30");
      assert.ok(next.items > 10 && next.asked > 10 && next.answered === 2 && next.begun === 3, JSON.stringify(next));
      const parts = await ask<{ part: string; taken: number; given: number }>(`select i.part, sum(i.minutes)::int as taken, (m.detail -> 'minutes' ->> i.part)::int as given
        from agenda_item i join meeting m on m.id = i.meeting where m.state = 'planned' and i.mode = 'discuss' group by i.part, m.detail`);
      assert.ok(parts.length === 3 && parts.every(({ taken, given }) => taken <= given), `it fits its time: ${JSON.stringify(parts)}`);
    } finally {
      await owner.end();
    }
    const worker = (await store.directory.person("harrowmere.social-worker")) ?? assert.fail();
    assert.ok((await store.inbox(worker).list(100)).length >= 3);
  });
  it("is left alone once it is there", async () => {
    assert.equal(await loadDemonstrationRegion(app), false);
  });
  it("is not added to a database that holds something else", async () => {
    const directory = { ...store.directory, organisations: () => Promise.resolve([{ code: "E09000999", name: "Elsewhere", type: "local-authority" as const }]) };
    assert.equal(await loadDemonstrationRegion({ ...app, store: { ...store, directory } }), false);
  });
});
