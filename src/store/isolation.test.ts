import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { POLICY } from "../domain/access/policy.ts";
import type { Role } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { day } from "../domain/dates/day.ts";
import { NO_FILTERS } from "../domain/tracker/view.ts";
import { NotPermitted } from "./errors.ts";
import {
  addChild, AGENCY, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, STANDARD_QUERY, write,
} from "./sample-region.ts";
import { asViewer, VIEWERS } from "./sample-viewers.ts";
import { WRITING } from "./scope.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
let owner: pg.Client;
let app: pg.Client;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  for (const organisation of [NORTH, SOUTH]) {
    await store.importRuns(operatorOf(organisation)).begin(organisation.code, [{ name: "header.csv", bytes: Buffer.from("CHILD") }]);
    await store.accessLog(operatorOf(organisation)).refused("somebody", "test");
  }
  [owner, app] = [new pg.Client(database.url()), new pg.Client(database.url("permanence_app"))];
  await Promise.all([owner.connect(), app.connect()]);
  for (const { code } of [NORTH, SOUTH]) {
    await owner.query("insert into standards_change (authority, number, at, by, change, reason) values ($1, 1, now(), 'somebody', $2, 'A reason')", [code, { type: "adopt-pack", pack: "sample", from: "2026-01-01" }]);
    await owner.query("insert into recompute_run values ($1, 1, 0, 3, now(), null, null)", [code]);
  }
  for (const [{ code }, id] of [[NORTH, region.ids.northAllocated], [SOUTH, region.ids.southInCare]] as const) {
    const worker = `${code.toLowerCase()}.social-worker`;
    await owner.query("insert into account (id, organisation, name, role) values ($2 || '.away', $1, 'Away', 'social-worker')", [code, worker]);
    await owner.query("insert into cover (authority, account, covered_by, from_on, until_on, made_by, made_at) values ($1, $2 || '.away', $2, '2026-01-01', '2026-01-31', $2, now())", [code, worker]);
    await owner.query("insert into form_draft values ($1, $2, $3, 'sample', '{}', 1)", [code, id, worker]);
  }
  await owner.query("insert into forecast_assessment values ($1, 'Reference', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into plan_change values ($1, 1, gen_random_uuid(), 'objective', '{}', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into regular_report_change values ($1, 1, gen_random_uuid(), 'set', '{}', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into scorecard_reading values ($1, 'last', 'calendar', 'adopted', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into report_draft values ($1, 'scrutiny', 2026, '{}', 1, 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into publication values ($1, default, 'quarterly-table', 'A table', '{}', '{}', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into region_pack values (default, $1, 'board', '2025-26-q4', '[]', 'somebody', now(), '{}')", [SOUTH.code]);
  await publishedInSouth();
  for (const { code } of [NORTH, SOUTH]) await owner.query("insert into restriction_rule values ($1, 'adopted', '{}')", [code]);
  // What is behind walls has tests of its own (isolation-of-walls.test.ts).
  await owner.query("insert into record_wall values ($1, $2, 1, 'A team', null, '{SW01001}', true)", [SOUTH.code, region.ids.southInCare]);
  await owner.query("insert into named_access values ($1, $2, 'e09000902.legal', '2026-01-01', null, 1)", [SOUTH.code, region.ids.southInCare]);
  // Offered once, and withdrawn: an offer that stands is read by those it was made to (src/app/moves/moves.test.ts).
  await owner.query("insert into transfer (authority, record_id, local_id, to_authority, moves_on, why, state, offered_at, offered_by, answered_at, answered_by) values ($1, $2, 'S1', $3, '2026-01-01', 'A reason', 'withdrawn', now(), 'somebody', now(), 'somebody')", [SOUTH.code, region.ids.southInCare, NORTH.code]);
  await keptApartInSouth();
  await meetingInSouth();
  for (const { code } of [NORTH, SOUTH]) await owner.query("insert into sheet_match values ($1, 'SHOBPA', 'plan-decision', now(), 'somebody')", [code]);
  shapes = await shapesOfTables();
});
after(async () => {
  await Promise.all([owner.end(), app.end(), store.close()]);
  await database.drop();
});

/** What South brought in to be compared with. */
async function publishedInSouth(): Promise<void> {
  await owner.query("insert into published_import (authority, source, file_name, sha256, state, begun_by, begun_at, ended_at) values ($1, 'Tables', 'tables.csv', sha256('tables'), 'imported', 'somebody', now(), now())", [SOUTH.code]);
  await owner.query("insert into published_figure select authority, source, 'A1', 2026, 3, 'authority', 'South', null, 400, false, 1, '', id from published_import");
  await owner.query("insert into kept_threshold values ($1, default, 'A1', 'Our own', 2026, null, 400, '', 'somebody', now())", [SOUTH.code]);
  await owner.query("insert into comparator_group values ($1, default, 'Neighbours', 'neighbours', '{North}', 'somebody', now())", [SOUTH.code]);
}

/** A meeting of South's, with a child's item. */
async function meetingInSouth(): Promise<void> {
  const [code, id, worker] = [SOUTH.code, region.ids.southInCare, `${SOUTH.code.toLowerCase()}.social-worker`];
  await owner.query("insert into meeting_series (organisation, definition, changed_at, changed_by) values ($1, '{}', now(), $2)", [code, worker]);
  await owner.query("insert into meeting_member select organisation, id, $1 from meeting_series", [worker]);
  await owner.query("insert into meeting_series_was select organisation, id, 1, definition, changed_at, changed_by from meeting_series");
  await owner.query("insert into meeting (organisation, series, held_on) select organisation, id, '2026-01-01' from meeting_series");
  await owner.query("insert into agenda_item (organisation, meeting, authority, record_id, part, position, minutes) select organisation, id, organisation, $1, 'one', 1, 5 from meeting", [id]);
  await owner.query("insert into meeting_here select organisation, id, $1, now() from meeting", [worker]);
  const item = "select organisation, meeting, id";
  await owner.query(`insert into meeting_text ${item}, 'discussion', 'Text', 1, 'somebody', now() from agenda_item`);
  await owner.query(`insert into meeting_text_beside (organisation, meeting, item, box, text, because, typed_by, typed_at) ${item}, 'discussion', 'Text', 'without-pen', 'somebody', now() from agenda_item`);
  await owner.query(`insert into meeting_comment (organisation, meeting, item, text, said_by, said_at) ${item}, 'Text', 'somebody', now() from agenda_item`);
  await owner.query(`insert into meeting_update (organisation, meeting, item, asked, asked_at) ${item}, $1, now() from agenda_item`, [worker]);
  await owner.query("insert into calendar_feed (account, token_hash, made_at) values ($1, sha256('a secret'), now())", [worker]);
  await owner.query("insert into message (account, template, path, at) values ($1, 'sample', '/', now())", [worker]);
}

/** What is kept beside the record of a child of South. */
async function keptApartInSouth(): Promise<void> {
  const [code, id, worker] = [SOUTH.code, region.ids.southInCare, `${SOUTH.code.toLowerCase()}.social-worker`];
  const bytes = "decode(repeat('00', 12), 'hex'), 'x'";
  await owner.query(`insert into family_identity (authority, record_id, revision, key_id, nonce, closed) values ($1, $2, 1, 'key', ${bytes})`, [code, id]);
  await owner.query(`insert into adoptive_identity (authority, id, mark, key_id, nonce, closed) values ($1, gen_random_uuid(), sha256('mark'), 'key', ${bytes})`, [code]);
  await owner.query("insert into protected_mark (authority, owner, scope, mark) values ($1, sha256('owner'), sha256('scope'), sha256('mark'))", [code]);
  await owner.query("insert into disclosure (authority, record_id, local_id, wanted, why, asked_by, asked_at, good_until) values ($1, $2, 'S1', 'open', 'A reason', $3, now(), now())", [code, id, worker]);
  await owner.query("insert into release (authority, id, record_id, asked_by, asked_at, what, recipient, reference, excused, excuse) values ($1, gen_random_uuid(), $2, $3, now(), 'A letter', 'A parent', 'Letter 1', 0, '')", [code, id, worker]);
  await owner.query("insert into transfer (authority, record_id, local_id, to_authority, moves_on, why, offered_at, offered_by) values ($1, $2, 'S1', $4, '2026-01-01', 'Moved', now(), $3)", [code, id, worker, AGENCY.code]);
}

const as = <T>(viewer: Viewer | undefined, work: (ask: pg.Client) => Promise<T>): Promise<T> => asViewer(app, viewer, work);

const codeOf = async (query: Promise<unknown>): Promise<string | undefined> =>
  query.then(() => undefined, (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)));

/** What became of a statement, taken back at once: the code of its error, or how many rows it touched. */
async function tried(ask: pg.Client, text: string, values: unknown[] = []): Promise<string | number> {
  let count = 0;
  await ask.query("savepoint tried");
  const code = await codeOf(ask.query(text, values).then((result) => (count = result.rowCount ?? 0)));
  await ask.query("rollback to tried");
  return code ?? count;
}

/** The columns that can be written to at all. */
async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>("select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''", [table]);
  return rows.map((row) => row.name);
}

interface TableOfTest {
  readonly table: string;
  readonly columns: string;
  /** The columns that the application may change at all, each set to something. */
  readonly setting: (to: "itself" | "default") => string | undefined;
  readonly rowOfSouth: object | undefined;
  readonly rowsOfNorth: number;
}
/** Every table, as it is before anybody tries anything. */
let shapes: readonly TableOfTest[];

async function shapesOfTables(): Promise<TableOfTest[]> {
  const all: TableOfTest[] = [];
  for (const table of await tables()) {
    const columns = await columnsOf(table);
    const { rows: [of] } = await owner.query<{ south: object | null; north: number; changeable: string[] }>(`
      select (select to_jsonb(t) from ${table} t where to_jsonb(t)->>'${ownerColumn(table)}' = $1 limit 1) as south,
        (select count(*)::int from ${table} t where to_jsonb(t)->>'authority' = $2) as north,
        array(select c from unnest($3::text[]) c where has_column_privilege('permanence_app', '${table}', c, 'update')) as changeable`, [SOUTH.code, NORTH.code, columns]);
    const { south, north, changeable } = of!;
    all.push({
      table, columns: columns.join(", "), rowOfSouth: south ?? undefined, rowsOfNorth: north,
      setting: (to) => (changeable.length === 0 ? undefined : changeable.map((name) => `${name} = ${to === "itself" ? name : to}`).join(", ")),
    });
  }
  return all;
}

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ relname: string }>("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1");
  return rows.map((row) => row.relname);
}

/** The column of a table that says whose a row is. */
const ownerColumn = (table: string): string => (/^(meeting|agenda_item)/.test(table) ? "organisation" : table === "region_pack" ? "agency" : "authority");
/** The column of a table that says whose record a row is about. */
const RECORD_COLUMN: Readonly<Record<string, string>> = {
  record: "id", entry: "record_id", child_summary: "record_id", child_clock: "record_id", sibling_member: "child_id", allocation: "record_id",
  current_period: "record_id", audit: "record_id", finding_term: "record_id",
};
const WRITERS = new Set((Object.keys(POLICY) as Role[]).filter((role) => [...WRITING, "manage-standards" as const].some((permission) => POLICY[role][permission] !== "none")));
/** Seen only by those who may write there. */
const FOR_WRITING = new Set(["current_period", "audit", "chain"]);

describe("every table", () => {
  it("has row security, forced, and is not the application's", async () => {
    const { rows } = await owner.query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)");
    assert.deepEqual(rows, []);
    const { rows: mighty } = await owner.query("select rolname from pg_roles where rolname like 'permanence%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)");
    assert.deepEqual(mighty, []);
    const { rows: owned } = await owner.query("select relname from pg_class where pg_get_userbyid(relowner) like 'permanence%'");
    assert.deepEqual(owned, []);
  });
  it("has rows of South in this test, where it has an authority", async () => {
    for (const table of await tables()) {
      const { rows: [row] } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} t where to_jsonb(t)->>'${ownerColumn(table)}' = $1`, [SOUTH.code]);
      const expected = ["organisation", "account", "access_log", "access_batch", "heads_published", "proof_run", "saved_view", "preference", "kept_form", "identity", "session_end",
        "inquiry", "emergency_try", "message", "delivery", "calendar_feed", "disclosure_step", "release_text", "release_decision"].includes(table);
      assert.equal((row?.n ?? 0) === 0, expected, table);
    }
  });
});

for (const { who, viewer, sees } of VIEWERS) {
  describe(who, () => {
    it("reads and counts the rows of the children they may see, in every table, and no others", async () => {
      const may = new Set(sees(region.ids));
      await as(viewer, async (ask) => {
        for (const table of await tables()) {
          const { rows } = await ask.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t`);
          const column = RECORD_COLUMN[table];
          for (const { row } of rows) {
            if (table !== "agreement" && table !== "restriction_rule") assert.notEqual(row[ownerColumn(table)], SOUTH.code, table);
            assert.ok(!["message", "delivery", "calendar_feed"].includes(table), "what is somebody else’s own");
            if (column !== undefined) assert.ok(may.has(String(row[column])), `${table} ${String(row[column])}`);
          }
          const found = new Set(rows.map(({ row }) => row[column ?? ""]));
          if (column === "record_id" && !FOR_WRITING.has(table) && table !== "allocation") {
            const children = [...may].filter((id) => table === "entry" || id !== region.ids.northGroup);
            assert.deepEqual([...found].sort(), children.sort(), table);
          }
        }
      });
    });

    it("cannot find, list, search or open a child of South", async () => {
      if (viewer === undefined) return;
      const reader = store.reader(viewer);
      for (const id of [region.ids.southInCare, region.ids.southWithOrder, region.ids.southGroup]) {
        assert.equal(await reader.getRecord(id), undefined);
        assert.deepEqual(await reader.entriesOf(id), []);
        assert.deepEqual(await reader.siblingGroupsOf(id), []);
        assert.deepEqual(await reader.recordsById([id]), []);
      }
      assert.equal(await reader.findRecord(SOUTH.code, "S1"), undefined);
      assert.deepEqual(await reader.journeys(SOUTH.code), []);
      assert.deepEqual((await Array.fromAsync(reader.recordsWithEntries(SOUTH.code))).flat(), []);
      const children = sees(region.ids).filter((id) => id !== region.ids.northGroup);
      const today = day("2026-01-01");
      for (const asked of [{}, { authority: SOUTH.code }]) {
        const expected = "authority" in asked ? [] : children;
        const { rows, total, river } = await reader.listTracker({ ...STANDARD_QUERY, filters: { ...NO_FILTERS, ...asked }, today });
        assert.deepEqual(rows.map((row) => row.recordId).sort(), [...expected].sort());
        assert.equal(total, expected.length);
        const inRiver = river.reduce((sum, stage) => sum + stage.children, 0);
        assert.equal(inRiver, "authority" in asked ? 0 : children.length);
      }
    });

    it("cannot add, change or remove a row of South in any table", async () => {
      await as(viewer, async (ask) => {
        for (const { table, columns, setting, rowOfSouth } of shapes) {
          if (rowOfSouth === undefined) continue;
          assert.equal(await tried(ask, `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::public.${table}, $1)`, [rowOfSouth]), "42501", `insert ${table}`);
          const changed = setting("itself");
          for (const text of [`delete from ${table}`, ...(changed === undefined ? [] : [`update ${table} set ${changed}`])]) {
            const outcome = await tried(ask, `${text} where ${ownerColumn(table)} = $1`, [SOUTH.code]);
            assert.ok(["42501", 0].includes(outcome ?? ""), `${text}: ${outcome}`);
          }
        }
      });
    });

    it("changes and removes, asked for whole tables, no more than they may write", async () => {
      const mayWrite = viewer?.type === "operator" || (viewer !== undefined && (viewer.organisation === NORTH ? WRITERS.has(viewer.role) : POLICY[viewer.role]["keep-agency-record"] !== "none"));
      const administers = viewer?.type === "person" && viewer.organisation === NORTH && viewer.role === "administrator";
      await as(viewer, async (ask) => {
        for (const { table, setting, rowsOfNorth } of shapes.filter((shape) => !["organisation", "account", "agreement"].includes(shape.table))) {
          const changed = setting("default");
          for (const text of [`delete from ${table}`, ...(changed === undefined ? [] : [`update ${table} set ${changed}`])]) {
            const outcome = await tried(ask, text);
            const fine = outcome === "42501" || outcome === 0 || ((mayWrite || (administers && table === "restriction_rule")) && (typeof outcome === "string" || Number(outcome) <= rowsOfNorth));
            assert.ok(fine, `${text}: ${outcome}`);
          }
        }
      });
    });
  });
}

describe("writing", () => {
  const tries = (viewer: Viewer, recordId: string) =>
    store.inTransaction(viewer, (writer) => write(writer, NORTH.code, recordId, drafts([{ kind: "visit", on: "2025-03-01" }])));

  it("is for a social worker's own children, and of theirs only", async () => {
    const worker = personIn(NORTH, "social-worker");
    assert.equal((await tries(worker, region.ids.northAllocated))[0]?.recordedBy, worker.account);
    await assert.rejects(tries(worker, region.ids.northInCare), NotPermitted);
    await assert.rejects(store.inTransaction(worker, (writer) => addChild(writer, NORTH.code, "N-new", IN_CARE)), NotPermitted);
  });
  it("is not for somebody who sees the children allocated to them and may write nothing", async () => {
    await as(personIn(NORTH, "social-worker"), async (ask) => {
      assert.equal(await tried(ask, "delete from child_clock"), 1);
      await ask.query("select set_config('viewer.writes_allocated', '', true)");
      assert.equal(await tried(ask, "delete from child_clock"), 0);
      assert.equal(await tried(ask, "insert into chain values ($1, 'entry', 0, sha256('')) on conflict do nothing", [NORTH.code]), "42501");
    });
  });
  it("is not for the agency, which only looks", async () => {
    await assert.rejects(tries(personIn(AGENCY, "agency-home-finder"), region.ids.northWithOrder), NotPermitted);
  });
  it("cannot be audited, nor an agreement made, as or for another", async () => {
    await as(personIn(NORTH, "team-manager"), async (ask) => {
      const names = (await columnsOf("audit")).join(", ");
      const copy = (actor: string) => tried(ask, `insert into audit (${names}) select ${names} from jsonb_populate_record((select a from audit a where number = 1), $1)`, [{ number: 1000, actor }]);
      assert.equal(await copy("operator"), "42501");
      assert.equal(await copy("e09000901.team-manager"), 1);
    });
    await as(operatorOf(SOUTH), async (ask) => {
      assert.equal(await tried(ask, "update agreement set from_stage = 'early-alert'"), 1);
      assert.equal(await tried(ask, "insert into agreement values ($1, $2, 'early-alert') on conflict (authority) do update set from_stage = 'early-alert'", [NORTH.code, AGENCY.code]), "42501");
    });
  });
  it("cannot be done in another's name", async () => {
    const manager = personIn(NORTH, "team-manager");
    const forged = store.inTransaction(manager, (writer) =>
      writer.appendHistory(NORTH.code, drafts([{ kind: "visit", on: "2025-03-01" }]).map((draft) => (
        { recordId: region.ids.northInCare, draft, recordedAt: "2026-01-31T09:00:00Z" })), "somebody.else"));
    await assert.rejects(forged, NotPermitted);
  });
});

describe("the chronology and the audit", () => {
  it("cannot be changed or removed by the application, the operator's commands included", async () => {
    await as(operatorOf(NORTH), async (ask) => {
      for (const table of ["entry", "audit", "access_log"]) {
        for (const text of [`update ${table} set hash = hash`, `delete from ${table}`, `truncate ${table}`, `alter table ${table} disable row level security`]) {
          await ask.query("savepoint tried");
          assert.match((await codeOf(ask.query(text))) ?? "allowed", /^(42501|42703)$/, text);
          await ask.query("rollback to tried");
        }
      }
    });
  });
  it("can be erased by maintenance, and no more than that", async () => {
    const upkeep = new pg.Client(database.url("permanence_maintenance"));
    await upkeep.connect();
    for (const table of ["entry", "audit"]) {
      for (const text of [`update ${table} set hash = hash`, `update ${table} set number = number`, `delete from ${table}`, `truncate ${table}`]) {
        assert.equal(await codeOf(upkeep.query(text)), "42501", text);
      }
    }
    assert.equal(await codeOf(upkeep.query("update entry set reason = reason")), undefined);
    assert.equal(await codeOf(upkeep.query("update entry set kind = null where number = 1")), "23514");
    await upkeep.end();
  });
  it("is not to be read by asking who signs in", async () => {
    assert.equal(await store.directory.person("*"), undefined);
    assert.equal((await store.directory.person("e09000901.social-worker"))?.organisation.name, "North");
    await as(undefined, async (ask) => assert.deepEqual((await ask.query("select * from account")).rows, []));
  });
});
