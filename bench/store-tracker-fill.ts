import pg from "pg";
import { makeApp } from "../src/app/app.ts";
import type { Kind } from "../src/domain/chronology/kinds.ts";
import { addDays, type Day } from "../src/domain/dates/day.ts";
import { simulate } from "../src/domain/simulation/simulate.ts";
import { inForce } from "../src/domain/simulation/simulated.ts";
import { loadDemonstration } from "../src/reference/demonstration.ts";
import { canonicalJson } from "../src/store/chain.ts";
import { entryPayload } from "../src/store/entry-rows.ts";
import { operatorOf, RECORDED_AT } from "../src/store/sample-region.ts";
import type { Store } from "../src/store/store.ts";

export const AGENCY = "RAA-BENCH";
/** The authorities, from the first, of which the agency is the agency. */
export const AGENCY_OF = 10;
export const codeOf = (nth: number): string => `E1${String(nth).padStart(7, "0")}`;
const GIVEN = ["Ada", "Ben", "Cleo", "Dara", "Elis", "Femi", "Gwen", "Hari", "Ines", "Jude", "Kofi", "Lena", "Milo", "Nia", "Omar", "Petra", "Quinn", "Rhys", "Suri", "Tomos", "Una", "Viktor", "Wren", "Xanthe", "Yusuf", "Zofia"];
const FAMILY = ["Ashgrove", "Brindle", "Coldwater", "Dunmore", "Elderfield", "Farthing", "Greenlaw", "Hollins", "Inkpen", "Jessop", "Kettlewell", "Larkin", "Merriman", "Netherby", "Oakhanger", "Penhallow", "Quarrington", "Ravensworth", "Silverdale", "Thornbury", "Underhill", "Vanstone", "Wetherby", "Yarrow"];
/** The nth child’s name in the nth authority: some names are common, and most pairs are not. */
export const nameOf = (child: number, authority: number): string => `${GIVEN[(child * 7 + authority) % GIVEN.length]} ${FAMILY[(child * 5 + Math.floor(child / 24) + authority * 3) % FAMILY.length]}`;

/** What is written down of each child, some twenty entries: the steps of the line, without what comes every few weeks. */
const TOLD: ReadonlySet<Kind> = new Set<Kind>([
  "birth", "looked-after", "legal-status", "placement", "allocated-worker", "family-finder", "responsible-team", "early-alert", "primary-plan",
  "adoption-became-plan", "plan-decision", "proceedings-issued", "placement-order", "matching-panel", "match-decision", "placed-for-adoption",
  "adoption-application", "adoption-order", "barrier",
]);

/** One authority with invented children, written through the store as a command would. */
export async function fillFirst(store: Store, children: number, today: Day): Promise<void> {
  const app = makeApp(store, { today: () => today, now: () => RECORDED_AT });
  const [like] = loadDemonstration().region.authorities;
  if (like === undefined) throw new Error("The demonstration has no authority");
  const population = simulate({ seed: "bench", children, settings: like.settings, calendar: app.calendar, from: addDays(today, -1100), to: today });
  const authority = codeOf(1);
  await store.inTransaction(operatorOf({ code: authority, name: authority, type: "local-authority" }), async (writer) => {
    await writer.addOrganisation({ code: AGENCY, name: "Agency", type: "regional-agency" });
    await writer.addOrganisation({ code: authority, name: "Authority 1", type: "local-authority" });
    await writer.agree(AGENCY, authority, "adoption-plan");
    for (let i = 1; i <= 7; i++) await writer.addAccount({ account: `${authority.toLowerCase()}.w${i}`, name: nameOf(i * 11, 3), role: "social-worker", organisation: authority, worker: `SW0100${i}` });
    const records = await writer.createRecords(authority, "child", population.children.map((c) => c.localId));
    const groups = await writer.createRecords(authority, "sibling-group", population.groups.map((g) => g.localId));
    const idOf = (localId: string): string => records.get(localId)?.id ?? "";
    const drafts = new Map(population.children.map((c, i) => {
      const [givenName = "", familyName = ""] = nameOf(i, 1).split(" ");
      const rest = inForce(c.entries).filter((d) => TOLD.has(d.kind));
      return [idOf(c.localId), [...rest, { kind: "particulars" as const, happenedOn: rest[0]?.happenedOn ?? today, certainty: "actual" as const, detail: { givenName, familyName }, source: { type: "demonstration" as const } }]];
    }));
    for (const { localId, entries } of population.groups) {
      const memberships = inForce(entries).filter((d) => d.kind === "sibling-membership");
      drafts.set(groups.get(localId)?.id ?? "", memberships.map((d) => ({ ...d, detail: { child: idOf(String(d.detail["child"])) } })));
    }
    const written = await writer.appendEntries(authority, drafts, RECORDED_AT);
    const grouped = new Set([...groups.values()].map(({ id }) => id));
    await writer.writeProjections(authority, [...written].map(([recordId, entries]) => ({ recordId, type: grouped.has(recordId) ? "sibling-group" : "child", entries })), app.summarise);
    await writer.appendAudit(authority, { command: "bench", input: { children } }, RECORDED_AT);
  });
}

/**
 * As many authorities more, each a copy of the first with ids, names and a chain of its own, which `verify`
 * takes. By the owner, who needs no policy, over two connections; the rows of lists in the order of the authorities,
 * or in no order, as years of writing by all of them leave it. What no list reads is left without its
 * indexes, or (the periods, the audit) out.
 */
export async function copyFirst(url: string, authorities: number, order: "in-order" | "scattered"): Promise<void> {
  const lanes = [new pg.Client(url), new pg.Client(url)] as const;
  await Promise.all(lanes.map((lane) => lane.connect()));
  const [one, other] = lanes;
  const by = order === "scattered" ? "order by random()" : "order by o.nth";
  try {
    await Promise.all(lanes.map((lane) => lane.query("set synchronous_commit = off; set work_mem = '256MB'; set session_replication_role = replica")));
    await prepare(one, authorities);
    await Promise.all([copyEntries(one, 0), copyEntries(other, 1)]);
    const copying = [
      () => copyChains(one), () => copyRows(one, "child_clock", by, {}), () => copyRows(one, "allocation", by, {}), () => copySiblings(one),
      () => copyRows(one, "record_wall", by, {}), () => copyRows(one, "named_access", by, {}),
    ];
    const name = "(select name from bench.name n where n.child = o.child and n.authority = o.nth % 24)";
    const copyingToo = [
      () => copyRows(other, "child_summary", by, { name: `case when t.name is not null then ${name} end` }),
      () => copyRows(other, "finding_term", by, { text: `case when t.type = 'name' then ${name} else t.text end`, plain: `case when t.type = 'name' then lower(${name}) else t.plain end` }),
    ];
    await Promise.all([copying, copyingToo].map(async (list) => { for (const step of list) await step(); }));
    await one.query("drop schema bench cascade");
    await one.query(`vacuum analyze ${READ.join(", ")}`);
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()));
  }
}

/** The tables that lists and finding are read from. */
const READ = ["organisation", "agreement", "account", "record", "child_summary", "child_clock", "finding_term", "allocation", "sibling_member", "record_wall", "named_access"];
const FIRST = `'${codeOf(1)}'`;

/** The copies’ authorities, people and ids; what their entries say, once as text; and how a chain goes on. */
async function prepare(owner: pg.Client, authorities: number): Promise<void> {
  await owner.query("create schema bench");
  await owner.query(`create table bench.copied as select nth, 'E1' || lpad(nth::text, 7, '0') as code from generate_series(2, ${authorities}) nth`);
  await owner.query(`create table bench.same as select id as old, (row_number() over (order by local_id))::int as child from record where authority = ${FIRST}`);
  await owner.query("create unlogged table bench.own as select o.nth, o.code, s.old, s.child, gen_random_uuid() as id from bench.copied o cross join bench.same s; create index on bench.own (old, nth)");
  await owner.query("insert into organisation select code, 'Authority ' || nth, 'local-authority' from bench.copied");
  await owner.query(`insert into agreement select code, '${AGENCY}', 'adoption-plan' from bench.copied where nth <= ${AGENCY_OF}`);
  await owner.query(`
    insert into account (id, organisation, name, role, worker)
    select lower(code) || substring(a.id from 10), code, a.name, a.role, a.worker from bench.copied cross join account a where a.organisation = ${FIRST}`);
  await owner.query(`
    insert into record (authority, id, type, local_id, agency_visible, wall)
    select o.code, o.id, r.type, r.local_id, r.agency_visible and o.nth <= ${AGENCY_OF}, r.wall
    from bench.own o join record r on r.id = o.old and r.authority = ${FIRST} order by o.nth`);
  const { rows: children } = await owner.query<{ child: number }>("select child from bench.same");
  const names = children.flatMap(({ child }) => Array.from({ length: 24 }, (_, authority) => ({ child, authority, name: nameOf(child, authority) })));
  await owner.query("create table bench.name as select * from json_to_recordset($1::json) as n (child int, authority int, name text)", [JSON.stringify(names)]);
  await owner.query("create unique index on bench.name (child, authority)");
  await owner.query("create table bench.payload as select * from json_to_recordset($1::json) as p (number bigint, payload text)", [JSON.stringify(await payloadsOf(owner))]);
  await owner.query(`
    create function bench.next_hash(before bytea, seed bytea, payload bytea) returns bytea language sql immutable as $$ select sha256(coalesce(before, seed) || payload) $$;
    create aggregate bench.chained(seed bytea, payload bytea) (sfunc = bench.next_hash, stype = bytea)`);
  await owner.query("alter table entry drop constraint entry_pkey; drop index entry_of_record; drop index entry_superseded_once; alter table entry set unlogged; analyze");
}

async function payloadsOf(owner: pg.Client): Promise<object[]> {
  const { rows } = await owner.query<{ number: string; record_id: string; kind: string; happened_on: string; until: string | null; certainty: string; detail: object; source: object; recorded_at: Date; recorded_by: string }>(
    `select number, record_id, kind, happened_on::text, until::text, certainty, detail, source, recorded_at, recorded_by from entry where authority = ${FIRST}`);
  return rows.map((row) => ({
    number: Number(row.number),
    payload: canonicalJson(entryPayload(row.record_id, {
      kind: row.kind, happenedOn: row.happened_on, ...(row.until === null ? {} : { until: row.until }), certainty: row.certainty,
      detail: row.detail, source: row.source, recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by,
    } as Parameters<typeof entryPayload>[1])),
  }));
}

/** The entries of every other authority with their chains: each payload is given the copy’s own ids, and hashed on from the one before. */
const copyEntries = (owner: pg.Client, odd: 0 | 1) => owner.query(`
  insert into entry (authority, number, record_id, kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, salt, payload_hash, hash)
  select code, number, id, kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, salt, payload_hash,
    bench.chained(sha256(convert_to('entry ' || code, 'UTF8')), payload_hash) over (partition by code order by number)
  from (
    select o.code, o.id, e.number, e.kind, e.happened_on, e.until, e.certainty, e.source, e.recorded_at, e.recorded_by, e.salt,
      case when c.id is null then e.detail else jsonb_build_object('child', c.id) end as detail,
      sha256(e.salt || convert_to(replace(case when c.id is null then p.payload else replace(p.payload, c.old::text, c.id::text) end, o.old::text, o.id::text), 'UTF8')) as payload_hash
    from entry e join bench.payload p using (number) join bench.own o on o.old = e.record_id and o.nth % 2 = ${odd}
    left join bench.own c on e.kind = 'sibling-membership' and c.nth = o.nth and c.old = (e.detail->>'child')::uuid
    where e.authority = ${FIRST}
  ) e`);

/** The last entry of each copy has the number that the first authority’s has. */
const copyChains = (owner: pg.Client) => owner.query(`
  insert into chain select authority, 'entry', number, hash from entry
  where number = (select number from chain where authority = ${FIRST} and book = 'entry') and authority <> ${FIRST}`);

const copySiblings = (owner: pg.Client) => owner.query(`
  insert into sibling_member (authority, group_id, child_id, agency_visible, wall)
  select o.code, g.id, o.id, m.agency_visible and o.nth <= ${AGENCY_OF}, m.wall from sibling_member m
  join bench.own o on o.old = m.child_id join bench.own g on g.old = m.group_id and g.nth = o.nth where m.authority = ${FIRST}`);

/** A table of projections, each row again for every copied authority. */
async function copyRows(owner: pg.Client, table: string, by: string, other: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped", [table]);
  const special: Readonly<Record<string, string>> = { authority: "o.code", record_id: "o.id", agency_visible: `t.agency_visible and o.nth <= ${AGENCY_OF}`, ...other };
  const columns = rows.map(({ name }) => name);
  await owner.query(`
    insert into ${table} (${columns.join(", ")}) select ${columns.map((name) => special[name] ?? `t.${name}`).join(", ")}
    from ${table} t join bench.own o on o.old = t.record_id where t.authority = ${FIRST} ${by}`);
}
