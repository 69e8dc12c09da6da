import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { USUAL_TERMS } from "../domain/agency/agreement.ts";
import { POLICY } from "../domain/access/policy.ts";
import type { Role } from "../domain/access/role.ts";
import type { Organisation, Person, Viewer } from "../domain/access/viewer.ts";
import { DEFAULT_RESTRICTION, type RestrictionRule } from "../domain/access/wall.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import { NotPermitted } from "./errors.ts";
import { addChild, AGENCY, drafts, IN_CARE, NORTH, operatorOf, personIn, SOUTH, STANDARD_QUERY, summarise, WITH_ORDER, write } from "./sample-region.ts";
import { asViewer } from "./sample-viewers.ts";
import { settingsOf } from "./scope.ts";
import { openStore, type Store } from "./store.ts";

/** The day on which everything here is asked. */
const TODAY = day("2026-02-01");

const ADOPTED: readonly SampleEntry[] = [...WITH_ORDER, { kind: "adoption-order", on: "2026-01-05" }];
const RESTRICTED: SampleEntry = { kind: "restriction", on: "2026-01-06", detail: { why: "An adopter works here" } };
const has = (kind: "allocated-worker" | "family-finder", worker: string): SampleEntry => ({ kind, on: "2025-01-10", detail: { worker } });
const named = (account: string, from: string, until?: string): SampleEntry =>
  ({ kind: "involvement", on: from, ...(until === undefined ? {} : { until }), detail: { account, as: "named" } });

const account = (role: Role, organisation: Organisation = NORTH): string => personIn(organisation, role).account;
const OF_TEAM_A: readonly SampleEntry[] = [
  { kind: "responsible-team", on: "2025-01-10", detail: { team: "Team A" } }, { kind: "reviewing-officer-appointed", on: "2025-01-11", detail: { officer: account("reviewing-officer") } },
];
/** Named: people of every kind, today, no longer and not yet; and some whom being named does not help. */
const NAMED: readonly SampleEntry[] = [
  named(account("legal"), "2026-01-10"), named(account("social-worker"), "2026-02-01"), named(account("tracking-chair"), "2026-01-10", "2026-02-02"),
  named(account("panel"), "2026-01-10", "2026-02-01"), named(account("medical-adviser"), "2026-02-02"),
  named(account("auditor"), "2026-01-10"), named(account("adopters-social-worker", AGENCY), "2026-01-10"), named(account("legal", SOUTH), "2026-01-10"),
];
const NAMED_TODAY = new Set([account("legal"), account("social-worker"), account("tracking-chair"), account("adopters-social-worker", AGENCY), account("legal", SOUTH)]);

type Child = "open" | "openAndNamed" | "adopted" | "adoptedByOthers" | "adoptedAndNamed" | "byHand" | "byHandAndNamed" | "sealed" | "moved";
interface ChildCase {
  readonly entries: readonly SampleEntry[];
  readonly wall: 0 | 1 | 2 | 3;
  readonly isNamed?: boolean;
  /** Whether it is the sample people’s own. */
  readonly own?: boolean;
  readonly shared?: boolean;
}
const CHILDREN: Readonly<Record<Child, ChildCase>> = {
  open: { entries: IN_CARE, wall: 0 },
  openAndNamed: { entries: [...IN_CARE, ...NAMED], wall: 0, isNamed: true },
  adopted: { entries: [...ADOPTED, ...OF_TEAM_A, has("allocated-worker", "SW01001"), has("family-finder", account("family-finder"))], wall: 1, own: true, shared: true },
  adoptedByOthers: { entries: [...ADOPTED, has("allocated-worker", "SW01009"), { kind: "responsible-team", on: "2025-01-10", detail: { team: "Team B" } }], wall: 1, shared: true },
  adoptedAndNamed: { entries: [...ADOPTED, ...NAMED], wall: 1, isNamed: true, shared: true },
  byHand: { entries: [...WITH_ORDER, ...OF_TEAM_A, has("allocated-worker", "SW01001"), RESTRICTED], wall: 2, own: true, shared: true },
  byHandAndNamed: { entries: [...ADOPTED, ...OF_TEAM_A, ...NAMED, RESTRICTED], wall: 2, isNamed: true, own: true, shared: true },
  sealed: { entries: [...ADOPTED, ...OF_TEAM_A, ...NAMED, has("allocated-worker", "SW01001"), { kind: "record-sealed", on: "2026-01-20" }], wall: 3, isNamed: true, own: true, shared: true },
  moved: { entries: [...WITH_ORDER, ...NAMED, { kind: "moved-authority", on: "2026-01-20", detail: { to: SOUTH.code, why: "Moved" } }], wall: 3, isNamed: true, shared: true },
};
const NAMES = Object.keys(CHILDREN) as Child[];

/** Whom a rule restricts other than from the adoption order on, and whom it admits. */
const OTHER_RULE: RestrictionRule = { fromStage: "placement-order", roles: ["performance-analyst"] };

/** Said again here, child by child and without sets: who opens what. */
function opens(viewer: Viewer, child: Child, rule: RestrictionRule = DEFAULT_RESTRICTION): boolean {
  const { wall, isNamed = false, own = false, shared = false } = CHILDREN[child];
  if (viewer.type === "operator") return viewer.authority === NORTH.code;
  const reach = POLICY[viewer.role]["open-child"];
  const ofNorth = viewer.organisation === NORTH;
  const isOwn = own && ofNorth && (viewer.role === "social-worker" ? child !== "byHandAndNamed" : viewer.role === "family-finder" && child === "adopted");
  const onIt = isNamed && reach !== "none" && NAMED_TODAY.has(viewer.account);
  if (ofNorth && viewer.role === "adoption-records") return true;
  if (wall === 3) return false;
  if (onIt) return true;
  if (wall === 2) return false;
  if (wall === 1) {
    if (viewer.organisation === AGENCY) return shared && reach === "agreement" && rule.roles.includes(viewer.role);
    if (!ofNorth) return false;
    if (reach === "authority") return rule.roles.includes(viewer.role) || (own && (viewer.role === "reviewing-officer" || viewer.role === "team-manager"));
    return isOwn;
  }
  if (viewer.organisation === AGENCY) return shared && reach === "agreement";
  return ofNorth && (reach === "authority" || isOwn);
}

const VIEWERS: readonly Viewer[] = [
  operatorOf(NORTH), operatorOf(SOUTH), ...(Object.keys(POLICY) as Role[]).map((role) => personIn(NORTH, role)),
  ...(["agency-home-finder", "agency-lead", "adopters-social-worker", "administrator"] as const).map((role) => personIn(AGENCY, role)),
  ...(["team-manager", "legal", "adoption-records"] as const).map((role) => personIn(SOUTH, role)),
];
const nameOf = (viewer: Viewer): string => (viewer.type === "operator" ? `the operator of ${viewer.authority}` : `${viewer.role} of ${viewer.organisation.name}`);

let database: TestDatabase;
let store: Store;
let owner: pg.Client;
let app: pg.Client;
const ids = {} as Record<Child, string>;
let group = "";
const childOf = (id: unknown): Child | undefined => NAMES.find((name) => ids[name] === id);

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => TODAY, connections: 3 });
  [owner, app] = [new pg.Client(database.url()), new pg.Client(database.url("permanence_app"))];
  await Promise.all([owner.connect(), app.connect()]);
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const organisation of [NORTH, SOUTH, AGENCY]) await writer.addOrganisation(organisation);
    await writer.agree(AGENCY.code, NORTH.code, "placement-order", { ...USUAL_TERMS, functions: ["family-finding"] });
    for (const viewer of VIEWERS) {
      if (viewer.type === "person") await writer.addAccount({ ...viewer, organisation: viewer.organisation.code, worker: viewer.role === "social-worker" ? "SW01001" : null, team: viewer.role === "team-manager" ? "Team A" : null });
    }
    for (const name of NAMES) ids[name] = await addChild(writer, NORTH.code, name, CHILDREN[name].entries);
    group = (await writer.createRecord(NORTH.code, "sibling-group", "NG1")).id;
    await write(writer, NORTH.code, group, drafts(NAMES.map((name) => ({ kind: "sibling-membership", on: "2025-01-10", detail: { child: ids[name] } }))));
  });
  written = await tablesWritten();
});
after(async () => {
  await Promise.all([owner.end(), app.end(), store.close()]);
  await database.drop();
});

const as = <T>(viewer: Viewer, work: (ask: pg.Client) => Promise<T>): Promise<T> => asViewer(app, viewer, async (ask) => {
  await ask.query("select set_config('viewer.today', $1, true), viewer_settle()", [TODAY]);
  return work(ask);
});

/** Every table that holds rows about a child, and what each calls it. */
async function tablesOfChildren(): Promise<readonly { table: string; column: string }[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (a.attname in ('record_id', 'child_id') or c.relname = 'record' and a.attname = 'id') order by 1`);
  return rows;
}

interface WrittenTable {
  readonly table: string;
  readonly column: string;
  readonly columns: string;
  /** The columns that the application may change at all. */
  readonly changeable: readonly string[];
  /** A row of each child, by record id. */
  readonly rows: ReadonlyMap<string, object>;
}
let written: readonly WrittenTable[];

async function tablesWritten(): Promise<WrittenTable[]> {
  const all: WrittenTable[] = [];
  for (const { table, column } of await tablesOfChildren()) {
    // Whoever reads or is refused writes a line about it; and that an id is taken a new record is told however it is.
    if (table === "access_log" || table === "record") continue;
    const { rows: [of] } = await owner.query<{ columns: string[]; changeable: string[] }>(`
      select array_agg(attname::text) as columns, coalesce(array_agg(attname::text) filter (where has_column_privilege('permanence_app', attrelid, attnum, 'update')), '{}') as changeable
      from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`, [table]);
    const { rows } = await owner.query<{ id: string; row: object }>(`select distinct on (${column}) ${column} as id, to_jsonb(t) as row from ${table} t`);
    all.push({ table, column, columns: of!.columns.join(", "), changeable: of!.changeable, rows: new Map(rows.map(({ id, row }) => [id, row])) });
  }
  return all;
}

/** Those that the policies themselves ask: they say that there are such records, and no more. */
const ASKED_BY_POLICIES = new Set(["record_wall"]);
/** Every child has a row in each of these. */
const OF_EVERY_CHILD = new Set(["record", "entry", "child_summary", "child_clock", "finding_term", "sibling_member"]);

for (const viewer of VIEWERS) {
  it(`${nameOf(viewer)}: every row of the children they may open, in every table, and none of the others`, async () => {
    const may = new Set(NAMES.filter((name) => opens(viewer, name)));
    await as(viewer, async (ask) => {
      for (const { table, column } of await tablesOfChildren()) {
        if (ASKED_BY_POLICIES.has(table)) continue;
        const seen = await ask.query<{ id: string }>(`select distinct ${column} as id from ${table}`).catch((error: unknown) => {
          throw new Error(`${table}`, { cause: error });
        });
        const children = new Set(seen.rows.flatMap(({ id }) => childOf(id) ?? []));
        for (const child of children) assert.ok(may.has(child), `${table}: ${child}`);
        if (OF_EVERY_CHILD.has(table)) assert.deepEqual([...children].sort(), [...may].sort(), table);
      }
    });
    const reader = store.reader(viewer);
    for (const name of NAMES) {
      assert.equal((await reader.getRecord(ids[name]))?.localId, may.has(name) ? name : undefined);
      if (!may.has(name)) assert.deepEqual(await reader.entriesOf(ids[name]), []);
    }
    const { rows, total, river, choices } = await reader.listTracker({ ...STANDARD_QUERY, today: TODAY });
    assert.deepEqual(rows.map((row) => row.localId).sort(), [...may].sort());
    assert.deepEqual([total, river.reduce((sum, stage) => sum + stage.children, 0)], [may.size, may.size]);
    assert.ok(choices.teams.every(({ children }) => children <= may.size));
    for (const { siblings } of rows) assert.deepEqual(siblings.filter(({ localId }) => !may.has(localId as Child)), []);
    const found = await reader.findChildren("adopted", 50);
    assert.ok(found.every(({ localId }) => may.has(localId as Child)));
    assert.deepEqual(found.filter(({ by }) => by.type === "local-id").map(({ localId }) => localId).sort(), NAMES.filter((name) => name.startsWith("adopted") && may.has(name)).sort());
    assert.equal((await reader.journeys(NORTH.code)).length, may.size);
    assert.equal(await reader.countChildren(NORTH.code), may.size);
  });

  it(`${nameOf(viewer)}: nothing written in a record that they may not open, nor in one that is sealed`, async () => {
    const closed = NAMES.filter((name) => viewer.type === "person" && (!opens(viewer, name) || CHILDREN[name].wall === 3));
    await as(viewer, async (ask) => {
      const outcomeOf = async (text: string, value: unknown): Promise<unknown> => {
        await ask.query("savepoint tried");
        const outcome: unknown = await ask.query(text, [value]).then(({ rowCount }) => rowCount, (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error));
        await ask.query("rollback to tried");
        return outcome;
      };
      for (const { table, column, columns, changeable, rows } of written) {
        const all = closed.map((name) => ids[name]);
        const tries: [string, unknown][] = [
          [`delete from ${table} where ${column} = any ($1::uuid[])`, all],
          ...(changeable.length === 0 ? [] : [[`update ${table} set ${changeable.map((name) => `${name} = ${name}`).join(", ")} where ${column} = any ($1::uuid[])`, all] satisfies [string, unknown]]),
          ...closed.flatMap((child): [string, unknown][] => {
            const row = rows.get(ids[child]);
            return row === undefined ? [] : [[`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::public.${table}, $1)`, row]];
          }),
        ];
        for (const [text, value] of tries) {
          const outcome = await outcomeOf(text, value);
          assert.ok(outcome === 0 || outcome === "42501", `${table}: ${text}: ${String(outcome)}`);
        }
      }
    });
  });
}

it("what somebody did themselves they see no more of a record that has been walled off since", async () => {
  const worker = personIn(NORTH, "social-worker");
  await owner.query("begin");
  await owner.query(`
    insert into audit (authority, number, record_id, at, actor, command, input, salt, payload_hash, hash)
    select $1, 1000 + row_number() over (), id, now(), $2, 'sample', '{}', '', sha256(''), sha256('') from record where type = 'child'`, [NORTH.code, worker.account]);
  await owner.query("set local role permanence_app");
  for (const [name, value] of Object.entries({ ...settingsOf(worker), today: TODAY })) await owner.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
  await owner.query("select viewer_settle()");
  const { rows } = await owner.query<{ id: string }>("select record_id as id from audit");
  await owner.query("rollback");
  assert.deepEqual(rows.map(({ id }) => childOf(id)).sort(), NAMES.filter((name) => CHILDREN[name].wall === 0 || opens(worker, name)).sort());
});

describe("the rule of an authority", () => {
  it("restricts and admits at once as it is changed, as making everything anew would", async () => {
    const administrator = personIn(NORTH, "administrator");
    const rule = (to: RestrictionRule) => store.inTransaction(administrator, (writer) => writer.setRestrictionRule(NORTH.code, to), "agreement");
    await rule(OTHER_RULE);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
    for (const role of ["performance-analyst", "service-manager", "adoption-records"] as const) {
      const viewer = personIn(NORTH, role);
      const { rows } = await store.reader(viewer).listTracker({ ...STANDARD_QUERY, today: TODAY });
      assert.deepEqual(rows.map((row) => row.localId).sort(), NAMES.filter((name) => opens(viewer, name, OTHER_RULE)).sort(), role);
    }
    await rule(DEFAULT_RESTRICTION);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
  });

  it("is an administrator’s to change, for that purpose and in their own authority alone", async () => {
    const change = (viewer: Viewer, purpose?: "agreement") => store.inTransaction(viewer, (writer) => writer.setRestrictionRule(NORTH.code, OTHER_RULE), purpose);
    await assert.rejects(change(personIn(NORTH, "administrator")), NotPermitted);
    await assert.rejects(change(personIn(NORTH, "service-manager"), "agreement"), NotPermitted);
    await assert.rejects(change(personIn(SOUTH, "administrator"), "agreement"), NotPermitted);
    await assert.rejects(change(operatorOf(SOUTH)), NotPermitted);
  });
});

describe("a purpose", () => {
  const counts = (viewer: Person, purpose?: "figures" | "records" | "agreement" | "return") => store.reading(viewer, (reader) => reader.countChildren(NORTH.code), purpose);

  it("passes every wall of one’s own authority, for reading what is counted", async () => {
    for (const [role, purpose] of [["performance-analyst", "figures"], ["data-protection-officer", "records"], ["administrator", "agreement"], ["tracking-administrator", "return"]] as const) {
      assert.equal(await counts(personIn(NORTH, role), purpose), NAMES.length);
      assert.ok((await counts(personIn(NORTH, role))) < NAMES.length);
    }
    assert.equal(await counts(personIn(SOUTH, "performance-analyst"), "figures"), 0);
  });

  it("is refused to whoever’s work it is not, and is over with its transaction", async () => {
    await assert.rejects(counts(personIn(NORTH, "social-worker"), "figures"), NotPermitted);
    await assert.rejects(store.inTransaction(personIn(NORTH, "performance-analyst"), () => Promise.resolve(), "figures"), NotPermitted);
    const one = openStore(database.url(), { today: () => TODAY, connections: 1 });
    const analyst = personIn(NORTH, "performance-analyst");
    assert.equal(await one.reading(analyst, (reader) => reader.countChildren(NORTH.code), "figures"), NAMES.length);
    assert.equal(await one.reader(analyst).countChildren(NORTH.code), NAMES.filter((name) => opens(analyst, name)).length);
    await one.close();
  });

  it("alone writes in a sealed record", async () => {
    const visit = drafts([{ kind: "visit", on: "2026-01-25" }]);
    const records = personIn(NORTH, "adoption-records");
    const tries = (viewer: Viewer, purpose?: "seal" | "return") => store.inTransaction(viewer, (writer) => write(writer, NORTH.code, ids.sealed, visit), purpose);
    await assert.rejects(tries(records), NotPermitted);
    assert.equal((await tries(records, "seal")).length, 1);
    assert.equal((await tries(personIn(NORTH, "performance-analyst"), "return")).length, 1);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
  });
});

describe("a wall that rises", () => {
  it("lets whoever raises it finish, and then finds them nothing", async () => {
    const manager = personIn(NORTH, "service-manager");
    const child = await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "rising", [...WITH_ORDER, has("allocated-worker", "SW01009")]));
    await store.inTransaction(manager, async (writer) => {
      await write(writer, NORTH.code, child, drafts([RESTRICTED]));
      assert.equal((await writer.getRecord(child))?.localId, "rising");
      assert.notDeepEqual(await writer.entriesOf(child), []);
    });
    assert.equal(await store.reader(manager).getRecord(child), undefined);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
    await assert.rejects(store.inTransaction(manager, (writer) => write(writer, NORTH.code, child, drafts([{ kind: "visit", on: "2026-01-25" }]))), NotPermitted);
    await assert.rejects(store.inTransaction(manager, (writer) => writer.writeProjections(NORTH.code, [{ recordId: child, type: "child", entries: [] }], summarise)), NotPermitted);
  });

  it("is raised by an adoption order that a worker of another team’s child would not have passed", async () => {
    const manager = personIn(NORTH, "team-manager");
    const child = await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "ordered", WITH_ORDER));
    await store.inTransaction(manager, (writer) => write(writer, NORTH.code, child, drafts([{ kind: "adoption-order", on: "2026-01-25" }])));
    assert.equal(await store.reader(manager).getRecord(child), undefined);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
  });

  it("leaves a sibling group as it is for whoever does not see all of it", async () => {
    const manager = personIn(NORTH, "team-manager");
    await store.inTransaction(manager, async (writer) => {
      await write(writer, NORTH.code, group, drafts([{ kind: "together-or-apart", on: "2026-01-25", detail: { decision: "together" } }]));
    });
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
    const members = (await store.reader(manager).siblingGroupsOf(ids.open)).flatMap(({ entries }) => entries).filter((e) => e.kind === "sibling-membership");
    assert.deepEqual(members.map((e) => childOf(e.detail["child"])).sort(), NAMES.filter((name) => opens(manager, name)).sort());
  });
});

describe("the agency", () => {
  const finder = personIn(AGENCY, "agency-home-finder");
  const tries = (child: Child, row: SampleEntry, viewer: Viewer = finder) => store.inTransaction(viewer, (writer) => write(writer, NORTH.code, ids[child], drafts([row])));
  const date: SampleEntry = { kind: "agency-date", on: "2026-01-26", detail: { of: "matching-panel", agency: AGENCY.code } };

  it("keeps its own dates and notes on the children shared with it, and nothing else", async () => {
    assert.equal((await tries("adopted", date))[0]?.recordedBy, finder.account);
    assert.equal((await store.maintenance.verify(summarise)).firstBroken, null);
    await assert.rejects(tries("adopted", { kind: "visit", on: "2026-01-26" }), NotPermitted);
    await assert.rejects(tries("open", date), NotPermitted);
    for (const child of ["byHand", "byHandAndNamed", "sealed", "moved"] as const) await assert.rejects(tries(child, date), NotPermitted);
    await assert.rejects(tries("adoptedAndNamed", date, personIn(AGENCY, "adopters-social-worker")), NotPermitted);
  });
});
