import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { day } from "../../domain/dates/day.ts";
import { rowsAfter } from "../../store/chain-rows.ts";
import { emptyChain, nextHash } from "../../store/chain.ts";
import { AGENCY, makeSampleRegion, NORTH, personIn, type SampleRegion, SOUTH } from "../../store/sample-region.ts";
import { superuserOf } from "../../../tests/support/tampering.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { rebuild, verify } from "../maintenance.ts";
import { headLines, readHeadLines } from "./head-lines.ts";
import { chainAccess, headsNow } from "./keep-proof.ts";
import { beginProof, openProof } from "./open-proof.ts";

let database: TestDatabase;
let store: Store;
let app: App;
let region: SampleRegion;
let superuser: pg.Client;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  app = makeApp(store, { today: () => day("2026-01-31"), now: () => "2026-01-31T12:00:00.000Z" });
  await rebuild(app);
  superuser = new pg.Client(database.url());
  await superuser.connect();
});
after(async () => {
  await Promise.all([store.close(), superuser.end()]);
  await database.drop();
});

const officer = personIn(NORTH, "data-protection-officer");
const auditor = personIn(NORTH, "auditor");
const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => (await superuser.query<Row>(text, values)).rows;
const logOf = (role: Parameters<typeof personIn>[1], organisation = NORTH) => store.accessLog(personIn(organisation, role));

describe("the log of access", () => {
  it("is chained whole by several processes at once, and says whose record was asked for", async () => {
    const { northInCare, northWithOrder, southInCare } = region.ids;
    await logOf("team-manager").opened(northInCare, "child-page");
    await logOf("team-manager").refused(southInCare, "child-page");
    await logOf("agency-home-finder", AGENCY).opened(northWithOrder, "child-page");
    await logOf("agency-home-finder", AGENCY).refused(northInCare, "child-page");
    await store.signIns.log({ outcome: "sign-in-refused", organisation: "NOT-HERE", how: "provider", why: "unknown" });
    const others = [openStore(database.url()), openStore(database.url())];
    const written = Array.from({ length: 30 }, () => logOf("performance-analyst").opened(northInCare, "child-page"));
    const chaining = [store, ...others, store].map((one) => one.maintenance.chainAccess());
    await Promise.all([...written, ...chaining]);
    await Promise.all(others.map((one) => one.maintenance.chainAccess()));
    await Promise.all(others.map((one) => one.close()));
    const [left] = await rowsOf<{ n: number }>("select count(*)::int as n from access_log where batch is null");
    assert.equal(left?.n, 0);
    const [sums] = await rowsOf<{ lines: number; held: number }>("select (select sum(lines)::int from access_batch) as lines, (select count(*)::int from access_log) as held");
    assert.equal(sums?.lines, sums?.held);
    const authorities = await rowsOf<{ said: string }>("select concat_ws(' ', organisation, outcome, authority) as said from access_log where account not like '%analyst' order by id");
    assert.deepEqual(authorities.map(({ said }) => said), [
      "E09000901 opened E09000901", "E09000901 refused E09000902", "RAA-SAMPLE opened E09000901", "RAA-SAMPLE refused E09000901", "NOT-HERE sign-in-refused",
    ]);
    const { ok, chains, unchained } = await verify(app);
    assert.deepEqual([ok, chains, unchained], [true, 7, 0]);
  });

  it("has nothing half of it where the one that chains is killed", async () => {
    await logOf("team-manager").opened(region.ids.northInCare, "child-page");
    await superuser.query("begin");
    await superuser.query("select * from chain where authority = $1 and book = 'access' for update", [NORTH.code]);
    const chaining = chainAccess(app).then(() => "done", () => "killed");
    const killed = async () => (await rowsOf<{ ok: boolean }>("select pg_terminate_backend(pid) as ok from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock'")).length;
    for (let tries = 0; (await killed()) === 0; tries++) {
      assert.ok(tries < 500, "nothing waits for the lock");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await superuser.query("rollback");
    assert.equal(await chaining, "killed");
    assert.equal((await rowsOf("select from access_log where batch is null")).length, 1);
    assert.equal(await chainAccess(app), 1);
    assert.equal((await verify(app)).ok, true);
  });

  it("is read by whoever answers for it: of their own people, and of their own records whoever asked", async () => {
    const { northInCare, northWithOrder } = region.ids;
    const { rows, total } = await store.reader(officer).accessOf({ limit: 100 });
    assert.equal(total, rows.length);
    assert.deepEqual(new Set(rows.map((row) => row.organisation)), new Set([NORTH.code, AGENCY.code]));
    const about = await store.reader(officer).accessOf({ record: { id: northInCare, localId: "N1" }, limit: 2 });
    assert.deepEqual([about.rows.length, about.total], [2, 33]);
    const finder = await store.reader(officer).accessOf({ record: { id: northWithOrder, localId: "N2" }, outcomes: ["opened"], limit: 10 });
    assert.deepEqual(finder.rows.map(({ account, role, organisationName, how }) => [account, role, organisationName, how]), [["raa-sample.agency-home-finder", "agency-home-finder", "Sample agency", "child-page"]]);
    assert.equal((await store.reader(personIn(SOUTH, "data-protection-officer")).accessOf({ limit: 10 })).total, 1, "the refusal that asked for one of theirs");
    for (const role of ["team-manager", "administrator", "auditor"] as const) assert.equal((await store.reader(personIn(NORTH, role)).accessOf({ limit: 10 })).total, 0, role);
  });

  it("is not put into a batch twice, nor changed, by maintenance", async () => {
    const upkeep = new pg.Client(database.url("permanence_maintenance"));
    await upkeep.connect();
    assert.equal((await upkeep.query("update access_log set batch = 1")).rowCount, 0);
    for (const text of ["update access_log set account = account", "delete from access_log", "update access_batch set hash = hash", "update chain set number = number where book = 'entry'"]) {
      await assert.rejects(upkeep.query(text), { code: "42501" }, text);
    }
    await upkeep.end();
  });
});

/** What a superuser would do who knows the program: says something else in a row, and works out all hashes after it anew. */
async function rewritten(number: number): Promise<void> {
  await superuser.query("update entry set reason = 'rewritten' where authority = $1 and number = $2", [NORTH.code, number]);
  // With the payload made here as the program makes it, the row's own hash comes out again.
  const db = superuserOf(database.url());
  let before = emptyChain(NORTH.code, "entry").hash;
  for (const row of await rowsAfter.entry(db, NORTH.code, 0)) {
    before = nextHash(before, row.payloadHash);
    await superuser.query("update entry set payload_hash = $3, hash = $4 where authority = $1 and number = $2", [NORTH.code, row.number, row.payloadHash, before]);
  }
  await superuser.query("update chain set hash = $2 where authority = $1 and book = 'entry'", [NORTH.code, before]);
  await db.destroy();
}

describe("published heads", () => {
  it("are lines that can be read again, and nothing else is", async () => {
    const heads = await headsNow(app);
    const lines = headLines(heads);
    assert.equal(lines.split("\n").length, heads.length + 1);
    assert.deepEqual(readHeadLines(`\uFEFF${lines.replaceAll("\n", "\r\n")}\n`), { heads });
    const [first = ""] = lines.split("\n");
    for (const wrong of ["", "{}", "null", first.slice(0, -1), first.replace("access", "other"), first.replace(/"hash":"./, '"hash":"Z'), first.replace(/"number":\d+/, '"number":-1')]) {
      assert.ok("refused" in readHeadLines(wrong), wrong);
    }
  });

  it("tell of a chain that was written anew from some row on, which nothing else can, and between which heads", async () => {
    const early = await headsNow(app);
    const { number } = early.find(({ authority, book }) => authority === NORTH.code && book === "entry") ?? assert.fail();
    const between = early.map((head) => (head.authority === NORTH.code && head.book === "entry" ? { ...head, number: 2, hash: "" } : head)).filter(({ hash }) => hash === "");
    const [two] = await rowsOf<{ hash: string }>("select encode(hash, 'hex') as hash from entry where authority = $1 and number = 2", [NORTH.code]);
    const heads = [...early, ...between.map((head) => ({ ...head, hash: two?.hash ?? "" }))];
    assert.deepEqual((await verify(app, undefined, { heads })).heads, { checked: heads.length, holding: heads.length, leftOut: 0, firstBroken: null });
    await rewritten(4);
    try {
      await rebuild(app);
      assert.equal((await verify(app)).ok, true, "the chain by itself is whole");
      const { ok, firstBroken, heads: compared } = await verify(app, undefined, { heads });
      assert.deepEqual([ok, firstBroken], [false, null]);
      assert.deepEqual(compared, { checked: heads.length, holding: heads.length - 1, leftOut: 0, firstBroken: { ...early.find((head) => head.number === number && head.book === "entry" && head.authority === NORTH.code), after: 2 } });
    } finally {
      await superuser.query("update entry set reason = null where authority = $1 and number = 4", [NORTH.code]);
      await rewritten(0);
    }
    assert.equal((await verify(app, undefined, { heads })).ok, true);
  });

  it("tell of a chain cut back to where it was, head and all", async () => {
    const heads = await headsNow(app);
    const last = heads.find(({ authority, book }) => authority === SOUTH.code && book === "audit") ?? assert.fail();
    await superuser.query("create table tucked as select * from audit where authority = $1 and number = $2", [SOUTH.code, last.number]);
    await superuser.query("delete from audit where authority = $1 and number = $2", [SOUTH.code, last.number]);
    await superuser.query("update chain set number = number - 1, hash = (select hash from audit where authority = $1 and number = $2) where authority = $1 and book = 'audit'", [SOUTH.code, last.number - 1]);
    assert.equal((await verify(app)).ok, true);
    const { ok, heads: compared } = await verify(app, undefined, { heads });
    assert.deepEqual([ok, compared?.firstBroken?.authority, compared?.firstBroken?.number], [false, SOUTH.code, last.number]);
    await superuser.query("insert into audit select * from tucked");
    await superuser.query("update chain set number = $2, hash = decode($3, 'hex') where authority = $1 and book = 'audit'", [SOUTH.code, last.number, last.hash]);
    await superuser.query("drop table tucked");
  });
});

describe("a proof asked for in the browser", () => {
  it("is of the viewer’s own organisation, for auditors and data protection officers alone", async () => {
    assert.equal(await openProof(app, personIn(NORTH, "team-manager")), undefined);
    const refused = await beginProof(app, personIn(NORTH, "administrator"));
    assert.ok("refused" in refused && refused.refused.includes("does not let you"));
    const lines = headLines(await headsNow(app));
    const begun = await beginProof(app, auditor, lines);
    assert.ok("begun" in begun);
    await begun.finished;
    const page = await openProof(app, officer) ?? assert.fail();
    assert.deepEqual(new Set(page.heads.map(({ authority }) => authority)), new Set([NORTH.code]));
    const { result, failure, startedBy, done, total } = page.latest ?? assert.fail();
    assert.deepEqual([result?.ok, result?.chains, result?.heads?.checked, failure, startedBy, done === total], [true, 3, 3, null, auditor.account, true]);
    assert.ok((result?.heads?.leftOut ?? 0) > 0);
    assert.equal((await openProof(app, personIn(SOUTH, "auditor")))?.latest, null);
  });

  it("is made once at a time, and not of what are no heads, or of others’ alone", async () => {
    const [one, other] = await Promise.all([beginProof(app, auditor), beginProof(app, officer)]);
    const begun = [one, other].filter((run) => "begun" in run);
    assert.equal(begun.length, 1);
    assert.deepEqual([one, other].filter((run) => "refused" in run), [{ refused: "A proof is running already. Wait until it is finished" }]);
    await Promise.all(begun.map((run) => run.finished));
    assert.ok("refused" in await beginProof(app, auditor, "nonsense"));
    const others = headLines((await headsNow(app)).filter(({ authority }) => authority === SOUTH.code));
    assert.match(JSON.stringify(await beginProof(app, auditor, others)), /None of the heads is of E09000901/);
  });

  it("is told to have been cut short where its process is no more, and another may begin", async () => {
    await superuser.query("insert into proof_run (authority, id, started_by, seen_at) values ($1, gen_random_uuid(), 'somebody', now() - interval '2 minutes')", [NORTH.code]);
    assert.equal((await openProof(app, auditor))?.latest?.failure, "stopped");
    await superuser.query("update proof_run set failure = null, finished_at = null where failure = 'stopped'");
    const begun = await beginProof(app, auditor);
    assert.ok("begun" in begun);
    await begun.finished;
    assert.equal((await openProof(app, auditor))?.latest?.result?.ok, true);
    assert.equal((await rowsOf("select from proof_run where failure = 'stopped'")).length, 1);
  });
});
