import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Role } from "../domain/access/role.ts";
import type { Organisation, Person } from "../domain/access/viewer.ts";
import { day } from "../domain/dates/day.ts";
import { AGENCY, NORTH, operatorOf, personIn, SOUTH } from "../store/sample-region.ts";
import { openStore, type Store } from "../store/store.ts";
import { type App, makeApp } from "./app.ts";
import { showNames } from "./preferences.ts";
import { deleteView, firstView, giveViewToTeam, openViewFirst, renameView, savedViewsOf, saveView, updateView } from "./saved-views.ts";

let database: TestDatabase;
let store: Store;
let app: App;

const PARAMS = { status: ["late"], column: ["status", "team"] };
const TEAM = "Permanence North";
const manager = personIn(NORTH, "team-manager");
const worker = personIn(NORTH, "social-worker");
const administrator = personIn(NORTH, "tracking-administrator");
/** Of another authority, in a team of the same name. */
const namesake = personIn(SOUTH, "team-manager");
const stranger = personIn(NORTH, "service-manager");
const agency = personIn(AGENCY, "agency-home-finder");

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  app = makeApp(store, { today: () => day("2026-06-01"), now: () => "2026-06-01T10:00:00.000Z" });
  const account = (organisation: Organisation, role: Role, team: string | null) =>
    store.inTransaction(operatorOf(organisation), (writer) =>
      writer.addAccount({ account: personIn(organisation, role).account, name: "Somebody", role, organisation: organisation.code, worker: null, team }));
  for (const organisation of [NORTH, SOUTH, AGENCY]) await store.inTransaction(operatorOf(organisation), (writer) => writer.addOrganisation(organisation));
  await account(NORTH, "team-manager", TEAM);
  await account(NORTH, "social-worker", TEAM);
  await account(NORTH, "tracking-administrator", TEAM);
  await account(NORTH, "service-manager", null);
  await account(SOUTH, "team-manager", TEAM);
  await account(AGENCY, "agency-home-finder", TEAM);
});
beforeEach(async () => {
  for (const person of [manager, worker, administrator, stranger, namesake]) {
    const views = app.store.savedViews(person);
    for (const { id } of (await views.list()).views) await views.remove(id);
  }
});
after(async () => {
  await store.close();
  await database.drop();
});

const names = async (person: Person): Promise<string[]> => (await savedViewsOf(app, person)).views.map((v) => v.name);

async function saved(person: Person, name: string): Promise<string> {
  const made = await saveView(app, person, name, PARAMS);
  assert.ok(made.outcome === "done", JSON.stringify(made));
  return made.id;
}

async function refusal(answer: ReturnType<typeof saveView>): Promise<string> {
  const given = await answer;
  assert.equal(given.outcome, "refused");
  return given.outcome === "refused" ? given.reason : "";
}

describe("a saved view", () => {
  test("is its maker’s alone: nobody else lists it, changes it or deletes it, past the verbs either", async () => {
    const id = await saved(manager, "Late");
    assert.deepEqual((await savedViewsOf(app, manager)).views, [{ id, name: "Late", team: null, opensFirst: false, params: PARAMS }]);
    for (const other of [worker, administrator, stranger, namesake, agency]) {
      assert.deepEqual(await names(other), [], other.account);
      for (const answer of [renameView(app, other, id, "Mine"), updateView(app, other, id, {}), deleteView(app, other, id), openViewFirst(app, other, id, true)]) {
        assert.deepEqual(await answer, { outcome: "not-found" }, other.account);
      }
      const views = store.savedViews(other);
      assert.deepEqual([await views.change(id, { name: "Mine" }), await views.openFirst(id, true), await views.giveToTeam(id), await views.remove(id)], [false, false, false, false], other.account);
    }
    assert.deepEqual(await names(manager), ["Late"]);
  });

  test("has a name of its own, of 80 characters at most", async () => {
    const id = await saved(manager, "  Late  ");
    assert.match(await refusal(saveView(app, manager, " ", PARAMS)), /^Enter a name/);
    assert.match(await refusal(saveView(app, manager, "x".repeat(81), PARAMS)), /80 characters or fewer; this one has 81/);
    assert.match(await refusal(saveView(app, manager, "late", PARAMS)), /already have a view called “Late”/);
    assert.equal((await renameView(app, manager, id, "late")).outcome, "done", "its own name in other letters");
    assert.deepEqual(await names(manager), ["late"]);
    await saved(worker, "Late");
  });

  test("given to the team is everybody’s in it to open, and theirs to change who may", async () => {
    const id = await saved(manager, "Late");
    assert.equal((await giveViewToTeam(app, manager, id)).outcome, "done");
    for (const one of [manager, worker, administrator]) assert.deepEqual(await names(one), ["Late"], one.account);
    for (const other of [stranger, namesake, agency]) assert.deepEqual(await names(other), [], other.account);
    assert.match(await refusal(renameView(app, worker, id, "Mine")), /does not let you choose how your team sees the tracker/);
    assert.match(await refusal(deleteView(app, worker, id)), /does not let you/);
    assert.equal((await updateView(app, administrator, id, { siblings: ["together"] })).outcome, "done");
    assert.deepEqual((await savedViewsOf(app, worker)).views[0]?.params, { siblings: ["together"] });
  });

  test("is not given to a team by those who may not choose for it, or have none", async () => {
    assert.match(await refusal(giveViewToTeam(app, worker, await saved(worker, "Mine"))), /Child’s social worker: this role does not let you/);
    assert.match(await refusal(giveViewToTeam(app, stranger, await saved(stranger, "Mine"))), /does not say which team you work in/);
  });

  test("opens first: one’s own before the team’s, one of each at most, and none when stopped", async () => {
    const [team, first, second] = [await saved(administrator, "Team’s"), await saved(worker, "First"), await saved(worker, "Second")];
    const opens = async (person: Person): Promise<string | undefined> => firstView(await savedViewsOf(app, person))?.name;
    await giveViewToTeam(app, administrator, team);
    assert.equal(await opens(worker), undefined);
    assert.equal((await openViewFirst(app, administrator, team, true)).outcome, "done");
    assert.equal(await opens(worker), "Team’s");
    await openViewFirst(app, worker, first, true);
    await openViewFirst(app, worker, second, true);
    assert.equal(await opens(worker), "Second");
    assert.equal(await opens(manager), "Team’s", "one person’s choice is nobody else’s");
    await openViewFirst(app, worker, second, false);
    assert.equal(await opens(worker), "Team’s");
  });
});

test("names are hidden until somebody asks for them, each for themselves", async () => {
  const shows = (person: Person) => store.reading(person, (reader) => reader.showsNames());
  await showNames(app, manager, true);
  assert.deepEqual([await shows(manager), await shows(worker), await shows(namesake)], [true, false, false]);
  await showNames(app, manager, false);
  assert.equal(await shows(manager), false);
});
