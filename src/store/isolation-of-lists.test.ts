import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { may } from "../domain/access/policy.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { fold } from "../domain/chronology/fold.ts";
import { undecided } from "../domain/standards/change.ts";
import { type Filters, NO_FILTERS } from "../domain/tracker/view.ts";
import { AGENCY, drafts, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, STANDARD_QUERY, summarise, write } from "./sample-region.ts";
import { asViewer, VIEWERS } from "./sample-viewers.ts";
import { openStore, type Store } from "./store.ts";
import type { FoldedChild, TrackerList } from "./tracker.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
let owner: pg.Client;
let app: pg.Client;

/** One team’s name in two organisations: it is not one team. */
const TEAM = "Children’s team";
const TEAM_ROLES = ["team-manager", "social-worker", "agency-home-finder"] as const;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  [owner, app] = [new pg.Client(database.url()), new pg.Client(database.url("permanence_app"))];
  await Promise.all([owner.connect(), app.connect()]);
  await makeTelling(NORTH.code, [region.ids.northInCare, region.ids.northWithOrder, region.ids.northAllocated]);
  await makeTelling(SOUTH.code, [region.ids.southInCare, region.ids.southWithOrder]);
  await makePeople();
});
after(async () => {
  await Promise.all([owner.end(), app.end(), store.close()]);
  await database.drop();
});

/** Gives each child a name, a team, a plan, a carer and a barrier that say whose it is. */
async function makeTelling(authority: string, children: readonly string[]): Promise<void> {
  await store.inTransaction({ type: "operator", authority }, async (writer) => {
    for (const [i, id] of children.entries()) {
      await write(writer, authority, id, drafts([
        { kind: "particulars", on: "2024-03-01", detail: { givenName: `Child${"abc"[i]}`, familyName: authority === NORTH.code ? "Northerly" : "Southerly" } },
        { kind: "responsible-team", on: "2025-01-10", detail: { team: `Team ${authority} ${i}` } },
        { kind: "placement", on: "2025-01-10", detail: { type: "U6", carer: `CARER ${authority} ${i}` } },
      ]));
    }
  });
}

/** An account for everybody, with a choice about names, a view of their own and, in three roles of each organisation, a team with a view. */
async function makePeople(): Promise<void> {
  const people = [...VIEWERS.flatMap(({ viewer }) => (viewer?.type === "person" ? [viewer] : [])), personIn(SOUTH, "team-manager"), personIn(SOUTH, "social-worker")];
  for (const { account, name, role, organisation } of people) {
    const team = TEAM_ROLES.some((r) => r === role) ? TEAM : null;
    await owner.query("insert into account (id, organisation, name, role, team) values ($1, $2, $3, $4, $5) on conflict (id) do update set team = excluded.team", [account, organisation.code, name, role, team]);
    await owner.query("insert into preference values ($1, true)", [account]);
    await owner.query("insert into saved_view (id, organisation, account, name, params) values (gen_random_uuid(), $1, $2, $3, '{}')", [organisation.code, account, `Own of ${account}`]);
    if (role === "team-manager") {
      await owner.query("insert into saved_view (id, organisation, account, team, name, params) values (gen_random_uuid(), $1, $2, $3, $4, '{}')", [organisation.code, account, TEAM, `Team of ${organisation.code}`]);
    }
  }
  for (const { code } of [NORTH, SOUTH]) await owner.query("insert into sheet_match values ($1, 'SHOBPA', 'plan-decision', now(), 'somebody')", [code]);
}

const idsOf = ({ rows }: TrackerList): string[] => rows.map(({ recordId }) => recordId).sort();
const accountOf = (viewer: Viewer | undefined): string => (viewer?.type === "person" ? viewer.account : "operator");

for (const { who, viewer, sees } of VIEWERS) {
  describe(who, () => {
    const children = (): string[] => sees(region.ids).filter((id) => id !== region.ids.northGroup).sort();

    it("is given choices, counts and siblings from the children they may see, whatever they ask", async () => {
      if (viewer === undefined) return;
      const list = (filters: Partial<Filters>, only?: readonly string[]) => store.reader(viewer).listTracker(
        { ...STANDARD_QUERY, filters: { ...NO_FILTERS, ...filters }, ...(only === undefined ? {} : { only }) });
      const everything = await list({});
      assert.deepEqual(idsOf(everything), children());
      for (const values of Object.values(everything.choices)) {
        for (const { value, children: count } of values) assert.ok(!value.includes(SOUTH.code) && !value.includes(SOUTH.code.toLowerCase()) && count <= children().length, value);
      }
      assert.equal(everything.choices.teams.length, children().length);
      for (const { recordId, siblings } of everything.rows) {
        const expected = recordId === region.ids.northWithOrder ? [region.ids.northAllocated] : recordId === region.ids.northAllocated ? [region.ids.northWithOrder] : [];
        assert.deepEqual(siblings.map((s) => s.recordId), expected.filter((id) => children().includes(id)));
      }
      const grouped = [region.ids.northWithOrder, region.ids.northAllocated].filter((id) => children().includes(id)).sort();
      // A group of whom they see one alone is none to them: it would tell of the others.
      assert.deepEqual(idsOf(await list({ group: region.ids.northGroup })), grouped.length < 2 ? [] : grouped);
      const south = await list({ authority: SOUTH.code });
      assert.deepEqual([south.total, south.rows, south.river], [0, [], []]);
      assert.deepEqual(south.choices, { workers: [], teams: [], plans: [], legals: [], placements: [], barriers: [] });
      for (const asked of [{ group: region.ids.southGroup }, { worker: [`${SOUTH.code.toLowerCase()}.social-worker`] }]) assert.equal((await list(asked)).total, 0);
      assert.equal((await list({}, [region.ids.southInCare, region.ids.southWithOrder])).total, 0);
    });

    it("finds nobody else by id, name, carer, worker or sibling", async () => {
      if (viewer === undefined) return;
      for (const text of ["S1", "childa southerly", "carer", SOUTH.code, "SW01001", "Somebody", "N2"]) {
        for (const { recordId } of await store.reader(viewer).findChildren(text, 50)) assert.ok(children().includes(recordId), `${text}: ${recordId}`);
      }
      const found = await store.reader(viewer).findChildren("northerly", 50);
      assert.deepEqual(found.map(({ recordId }) => recordId).sort(), children());
    });

    it("is told no account of an organisation where they see nothing", async () => {
      if (viewer?.type !== "person") return;
      const organisations = new Set((await store.reader(viewer).workers()).map(({ organisation }) => organisation));
      assert.ok(!organisations.has(SOUTH.code));
    });

    it("asks lines of another day of those they folded alone", async () => {
      if (viewer === undefined) return;
      const folded: FoldedChild[] = [];
      for await (const batch of store.reader(viewer).recordsWithEntries(NORTH.code)) {
        for (const { id, type, authority, localId, version, entries } of batch) {
          if (type === "child") folded.push({ recordId: id, authority, localId, version, summary: summarise(fold(entries), undecided(authority)) });
        }
      }
      const members = [region.ids.southInCare, ...children()].map((childId) => ({ authority: NORTH.code, groupId: region.ids.northGroup, childId }));
      const list = await store.reader(viewer).listTracker({ ...STANDARD_QUERY, together: true }, { children: folded, members });
      assert.deepEqual(idsOf(list), children());
      for (const { siblings } of list.rows) for (const { recordId } of siblings) assert.ok(children().includes(recordId));
    });

    it("has views of their own and their team’s, and their own choice about names", async () => {
      const account = accountOf(viewer);
      const inTeam = viewer?.type === "person" && TEAM_ROLES.some((role) => role === viewer.role);
      await asViewer(app, viewer, async (ask) => {
        const own = viewer?.type === "person" ? [`Own of ${account}`] : [];
        const teams = inTeam ? [`Team of ${viewer.organisation.code}`] : [];
        const { rows: views } = await ask.query<{ name: string }>("select name from saved_view order by name");
        // An agency’s person whose role shows no child is in no organisation that they can see.
        assert.deepEqual(views.map(({ name }) => name).filter((name) => !own.includes(name) && !teams.includes(name)), []);
        assert.ok(own.every((name) => views.some((view) => view.name === name)));
        assert.deepEqual((await ask.query("select account from preference")).rows.map((row: { account: string }) => row.account), own.length === 0 ? [] : [account]);
        assert.equal((await ask.query("update saved_view set name = 'taken'")).rowCount, views.length);
        assert.equal((await ask.query("delete from saved_view")).rowCount, views.length);
      });
    });

    it("keeps no view and no choice in another’s name", async () => {
      const other = `${SOUTH.code.toLowerCase()}.team-manager`;
      const tries: readonly (readonly [string, readonly unknown[]])[] = [
        ["insert into preference values ($1, false) on conflict (account) do update set shows_names = false", [other]],
        ["insert into saved_view (id, organisation, account, name, params) values (gen_random_uuid(), $1, $2, 'x', '{}')", [SOUTH.code, other]],
        ["insert into saved_view (id, organisation, account, name, params) values (gen_random_uuid(), $1, $2, 'x', '{}')", [SOUTH.code, accountOf(viewer)]],
        ["insert into saved_view (id, organisation, account, team, name, params) values (gen_random_uuid(), $1, $2, 'Another team', 'x', '{}')", [NORTH.code, accountOf(viewer)]],
      ];
      for (const [text, values] of tries) {
        await assert.rejects(asViewer(app, viewer, (ask) => ask.query(text, [...values])), (error) => error instanceof pg.DatabaseError && error.code === "42501", text);
      }
    });

    it("is told how sheets were matched where they may import, and nowhere else", async () => {
      const mayImport = viewer?.type === "operator" || (viewer !== undefined && viewer.organisation === NORTH && may(viewer.role, "import").allowed);
      await asViewer(app, viewer, async (ask) => {
        const { rows } = await ask.query<{ authority: string }>("select authority from sheet_match");
        assert.deepEqual(rows.map(({ authority }) => authority), mayImport ? [NORTH.code] : []);
      });
    });
  });
}

describe("a team", () => {
  it("is one organisation’s", async () => {
    const views = (viewer: Viewer) => asViewer(app, viewer, async (ask) => (await ask.query<{ name: string }>("select name from saved_view where team is not null")).rows.map(({ name }) => name));
    assert.deepEqual(await views(personIn(NORTH, "social-worker")), [`Team of ${NORTH.code}`]);
    assert.deepEqual(await views(personIn(SOUTH, "social-worker")), [`Team of ${SOUTH.code}`]);
    assert.deepEqual(await views(personIn(AGENCY, "agency-home-finder")), [`Team of ${AGENCY.code}`]);
    assert.deepEqual(await views(operatorOf(NORTH)), []);
  });
});
