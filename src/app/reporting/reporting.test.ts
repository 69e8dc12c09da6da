import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { documentOf } from "../../../tests/support/reporting-document.ts";
import { permanenceHere } from "../../../tests/support/permanence.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import type { Reads } from "../../domain/reporting/rows.ts";
import { addChild, drafts, NORTH, operatorOf, SOUTH, write } from "../../store/sample-region.ts";
import { openCounts } from "../open-counts.ts";
import { openScorecard } from "../open-scorecard.ts";
import { loadSamplePopulation } from "../sample-population.ts";
import { copyOnceADay, letIn, makeCopies, readersAndCopies, shutOut } from "./readers.ts";

let today = day("2026-11-22");
const SUFFIX = randomBytes(4).toString("hex");
const loginOf = (reads: Reads | "south" | "nobody"): string => `bi_${reads}_${SUFFIX}`;
const WAY: readonly SampleEntry[] = [
  { kind: "birth", on: "2021-02-03" }, { kind: "particulars", on: "2023-01-01", detail: { givenName: "Quillon", familyName: "Zephyrine" } }, { kind: "looked-after", on: "2023-01-01" },
  { kind: "plan-decision", on: "2023-05-01" }, { kind: "placement-order", on: "2023-06-01" }, { kind: "match-decision", on: "2023-10-01", detail: { note: "Zephyrine went well" } },
  { kind: "placed-for-adoption", on: "2023-11-01" }, { kind: "barrier", on: "2023-07-01", detail: { barrier: "court", note: "Zephyrine" } },
];
const ADOPTED: readonly SampleEntry[] = [...WAY, { kind: "adoption-order", on: "2024-05-01" }];
const WALL: SampleEntry = { kind: "restriction", on: "2025-06-01", detail: { why: "Known to staff" } };
const TABLES = ["as_at", "child", "milestone", "journey_stage", "clock", "barrier", "action", "indicator_child", "indicator", "event_count", "threshold", "comparator", "comparator_group", "reader"];

describe("the reporting schema", () => {
  let sample: SampleApp;
  const clients = new Map<string, pg.Client>();
  const ids: Record<string, string> = {};
  const as = (name: string): pg.Client => clients.get(name) ?? assert.fail();
  const one = async (name: string, query: string, values: readonly unknown[] = []): Promise<Record<string, unknown>> => (await as(name).query(query, [...values])).rows[0] ?? {};
  const count = async (name: string, table: string): Promise<number> => Number((await one(name, `select count(*) as n from reporting.${table}`))["n"]);
  const keyOf = async (name: string): Promise<string> => String((await sample.owner.query("select child from reporting.child_key where record_id = $1", [ids[name]])).rows[0]?.child);

  before(async () => {
    sample = await startSampleApp(() => today, async (app, store) => {
      await loadSamplePopulation(app, 60, today);
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        ids["adopted"] = await addChild(writer, NORTH.code, "ZQ-1", ADOPTED);
        ids["placed"] = await addChild(writer, NORTH.code, "ZQ-2", WAY);
        ids["byHand"] = await addChild(writer, NORTH.code, "ZQ-3", [...ADOPTED, WALL]);
        ids["later"] = await addChild(writer, NORTH.code, "ZQ-4", WAY);
        ids["erased"] = await addChild(writer, NORTH.code, "ZQ-5", WAY);
      });
      await store.inTransaction(operatorOf(SOUTH), async (writer) => {
        await writer.addOrganisation(SOUTH);
        ids["south"] = await addChild(writer, SOUTH.code, "ZS-1", ADOPTED);
      });
      await store.maintenance.rebuild(app.summarise);
    });
    for (const reads of ["whole", "children", "figures", "south", "nobody"] as const) {
      await sample.owner.query(`create role ${loginOf(reads)} login password '${SUFFIX}' in role permanence_reporting`);
      if (reads !== "nobody") assert.ok("letIn" in await letIn(sample.app, loginOf(reads), reads === "south" ? SOUTH.code : NORTH.code, reads === "south" ? "whole" : reads));
      const url = new URL(sample.url());
      [url.username, url.password] = [loginOf(reads), SUFFIX];
      const client = new pg.Client(url.href);
      await client.connect();
      clients.set(reads, client);
    }
  });
  after(async () => {
    await Promise.all([...clients.values()].map((client) => client.end()));
    for (const reads of ["whole", "children", "figures", "south", "nobody"] as const) await sample.owner.query(`drop role if exists ${loginOf(reads)}`);
    await sample.stop();
  });

  it("has the product’s own figures and counts, all of one day", async () => {
    const operator = operatorOf(NORTH);
    const { scorecard: { figures, adopted } } = (await openScorecard(sample.app, operator, NORTH.code, { yearEnding: 2025, years: 3 }))!;
    const { rows } = await as("whole").query("select indicator, adopted, children, days, within, mean_days::float as mean, percent::float from reporting.indicator where year_ending = 2025 and years = 3 order by indicator");
    assert.ok(adopted >= 2);
    assert.deepEqual(rows.map(({ indicator, children, days, within }) => [indicator, children, days, within]), [
      ["A1", figures.A1.children, figures.A1.days, null], ["A10", figures.A10.children, figures.A10.days, null], ["A2", figures.A2.children, figures.A2.days, null], ["A3", figures.A3.children, null, figures.A3.within],
    ]);
    const page = (await openCounts(sample.app, operator, NORTH.code, 2027))!;
    const counted = await as("whole").query("select quarter, count from reporting.event_count where event = 'A15' and year_ending = 2027 and quarter > 0 order by quarter");
    assert.deepEqual(counted.rows.map(({ count: n }) => n), page.quarters.flatMap(({ events }) => (events === null ? [] : [events.A15.open + events.A15.closed])));
    const { rows: own } = await as("whole").query("select indicator, days, within_14_months as within, why_not from reporting.indicator_child where child = $1 order by indicator", [await keyOf("adopted")]);
    assert.deepEqual(own.map(({ indicator, days, within }) => [indicator, days, within]), [["A1", 304, null], ["A10", 304, null], ["A2", 122, null], ["A3", 304, true]]);
    const { rows: legs } = await as("whole").query("select stage, days from reporting.journey_stage where child = $1 order by position", [await keyOf("adopted")]);
    assert.deepEqual(legs.map(({ stage, days }) => [stage, days]), [["plan", null], ["decision", null], ["order", 31], ["placement", 153], ["adoption", 182]]);
    assert.equal((await one("whole", "select as_at_on::text as on from reporting.as_at"))["on"], "2026-11-22");
  });

  it("shows a login the rows of its authority, as far as it reads them, and nothing else of the database", async () => {
    assert.deepEqual([await count("nobody", "child"), await count("nobody", "indicator"), await count("nobody", "as_at")], [0, 0, 0]);
    assert.deepEqual([await count("figures", "child"), await count("figures", "milestone"), await count("figures", "indicator_child")], [0, 0, 0]);
    assert.ok((await count("figures", "event_count")) > 0);
    assert.deepEqual((await as("south").query("select distinct authority from reporting.child union select authority from reporting.indicator union select authority from reporting.reader")).rows, [{ authority: SOUTH.code }]);
    const seen = async (name: string): Promise<Set<unknown>> => new Set((await as(name).query("select child from reporting.child")).rows.map(({ child }) => child));
    const [whole, children] = [await seen("whole"), await seen("children")];
    assert.deepEqual([whole.has(await keyOf("adopted")), children.has(await keyOf("adopted")), children.has(await keyOf("placed"))], [true, false, true], "an adopted child’s record is restricted of itself");
    assert.deepEqual([whole.has(await keyOf("south")), await keyOf("byHand")], [false, "undefined"], "who is restricted by hand has not even a key");
    for (const table of ["milestone", "journey_stage", "clock", "barrier", "action", "indicator_child"]) {
      assert.equal((await one("children", `select count(*)::int as n from reporting.${table} where child = $1`, [await keyOf("adopted")]))["n"], 0, table);
    }
    const { rows: others } = await as("whole").query(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'v', 'm', 'S', 'p') and nspname in ('public', 'reporting') and (has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete, truncate')) order by 1`);
    assert.deepEqual(others.map(({ name }) => name).sort(), TABLES.map((table) => `reporting.${table}`).sort());
    for (const refused of ["select from entry", "select from child_summary", "select from reporting.child_key", "delete from reporting.child", "insert into reporting.reader values ('x', 'y', 'whole', now())", "update reporting.reader set reads = 'whole'", "set role permanence_app", "set role permanence_maintenance"]) {
      await assert.rejects(as("whole").query(refused), { code: "42501" }, refused);
    }
  });

  it("takes on no other reading by changing role, nor by a setting", async () => {
    await as("figures").query("set role permanence_reporting");
    await as("figures").query(`set viewer.authorities = '${NORTH.code}'`);
    assert.equal(await count("figures", "child"), 0);
    await as("figures").query("reset role");
  });

  it("tells of a few restricted children no figure to who may not open them", async () => {
    const told = async (name: string): Promise<unknown> => (await one(name, "select telling || coalesce(' ' || days, '') as told from reporting.indicator where year_ending = 2025 and years = 1 and indicator = 'A1'"))["told"];
    assert.deepEqual([await told("children"), await told("figures")], ["none", "none"]);
    assert.match(String(await told("whole")), /^whole \d+$/);
    const { rows } = await as("figures").query("select telling, count from reporting.event_count");
    assert.ok(rows.every(({ telling, count: n }) => (telling === "none" ? n === null : n % 5 === 0)), "counts of the others are to the nearest 5, or nought");
  });

  it("holds no name, local id, note, day of birth or id that an address has", async () => {
    const { rows: records } = await sample.owner.query<{ id: string; local_id: string }>("select id, local_id from record");
    const { rows: births } = await sample.owner.query<{ on: string }>("select happened_on::text as on from entry where record_id = $1 and kind = 'birth'", [ids["placed"]]);
    for (const table of TABLES) {
      const { rows: [row] } = await sample.owner.query<{ text: string | null }>(`select string_agg(to_jsonb(t)::text, e'\\n') as text from reporting.${table} t`);
      const text = row?.text ?? "";
      for (const { id, local_id: localId } of records) assert.ok(!text.includes(id) && !text.includes(`"${localId}"`), `${table} ${localId}`);
      for (const word of ["Quillon", "Zephyrine", String(births[0]?.on)]) assert.ok(!text.includes(word), `${table} ${word}`);
    }
  });

  it("keeps a child’s key from day to day, is made anew once a day, and lets go of who is restricted or erased at once", async () => {
    const [placed, later, erased] = [await keyOf("placed"), await keyOf("later"), await keyOf("erased")];
    await copyOnceADay(sample.app);
    const madeAt = (): Promise<string> => readersAndCopies(sample.app).then(({ copies }) => copies.map((copy) => copy.asAtOn).join(" "));
    assert.equal(await madeAt(), "2026-11-22 2026-11-22");
    const has = async (child: string): Promise<boolean> => (await one("whole", "select count(*)::int as n from reporting.milestone where child = $1", [child]))["n"] !== 0;
    assert.deepEqual([await has(later), await has(erased)], [true, true]);
    await sample.store.inTransaction(operatorOf(NORTH), async (writer) => void (await write(writer, NORTH.code, ids["later"]!, drafts([WALL]))));
    assert.equal(await has(later), false, "restricted by hand");
    const { rows: [entry] } = await sample.owner.query<{ number: string }>("select number from entry where record_id = $1 and kind = 'barrier'", [ids["erased"]]);
    await sample.owner.query("begin");
    await sample.owner.query("set local role permanence_maintenance");
    await sample.owner.query("update entry set kind = null, happened_on = null, until = null, certainty = null, detail = null, source = null, recorded_at = null, recorded_by = null, supersedes = null, cause = null, reason = null, salt = null, erased_at = now() where authority = $1 and number = $2", [NORTH.code, entry?.number]);
    await sample.owner.query("commit");
    assert.equal(await has(erased), false, "erased by law");
    today = day("2026-11-23");
    await copyOnceADay(sample.app);
    assert.equal(await madeAt(), "2026-11-23 2026-11-23");
    assert.deepEqual([await has(placed), await has(later), await has(erased)], [true, false, true]);
  });

  it("lets in only logins that are there, says why not, and writes it in the audit; the last reader takes the copy along", async () => {
    const refused = async (login: string, authority: string): Promise<string> => ((done) => ("refused" in done ? done.refused : ""))(await letIn(sample.app, login, authority, "whole"));
    assert.match(await refused(`bi_gone_${SUFFIX}`, NORTH.code), /has no login .*create role/);
    assert.match(await refused("Robert'); --", NORTH.code), /cannot be a login/);
    assert.match(await refused(loginOf("whole"), "E09000999"), /There is no authority/);
    assert.ok("refused" in await makeCopies(sample.app, "E09000999"));
    assert.deepEqual(await shutOut(sample.app, loginOf("south"), SOUTH.code), { shutOut: true });
    assert.deepEqual(await shutOut(sample.app, loginOf("south"), SOUTH.code), { shutOut: false });
    assert.equal(await count("south", "child"), 0);
    const { rows } = await sample.owner.query("select authority, input ->> 'did' as did from audit where command = 'set-reporting-reader' order by authority, number");
    assert.deepEqual(rows.map(({ authority, did }) => [authority, did]), [[NORTH.code, "let-in"], [NORTH.code, "let-in"], [NORTH.code, "let-in"], [SOUTH.code, "let-in"], [SOUTH.code, "shut-out"]]);
    const { rows: [left] } = await sample.owner.query("select count(*)::int as n from reporting.child where authority = $1", [SOUTH.code]);
    assert.equal(left?.n, 0);
  });

  it("is spoken of on the command line", async () => {
    const listed = await permanenceHere(["reporting"], sample.url());
    assert.match(listed.out, /^3 readers\n[^]*E09000901 +bi_whole_\w+ +whole +2026-11-23T/);
    const out = await permanenceHere(["reporting", "shut-out", loginOf("nobody"), "--authority", NORTH.code], sample.url());
    assert.deepEqual([out.status, out.err.includes("did not read")], [1, true]);
    const json = JSON.parse((await permanenceHere(["reporting", "--json"], sample.url())).out) as { readers: unknown[]; copies: unknown[] };
    assert.deepEqual([json.readers.length, json.copies.length], [3, 1]);
  });

  it("is described column by column where people read of it", async () => {
    const document = await readFile(new URL("../../../docs/reporting.md", import.meta.url), "utf8");
    assert.ok(document.endsWith(await documentOf(sample.owner)), "Write it anew: node --import tsx tests/support/write-reporting-document.ts");
    const { rows } = await sample.owner.query(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not attisdropped
      where relkind = 'r' and relnamespace = 'reporting'::regnamespace and relname <> 'child_key' and col_description(c.oid, a.attnum) is null`);
    assert.deepEqual(rows, []);
  });
});
