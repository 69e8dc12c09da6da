import pg from "pg";
import { makeApp } from "../src/app/app.ts";
import { verify } from "../src/app/maintenance.ts";
import { openChild } from "../src/app/open-child.ts";
import { addDays, day } from "../src/domain/dates/day.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, RECORDED_AT, summarise } from "../src/store/sample-region.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";

const TIMES = 60;
const ROWS = 1_000_000;
const ENTRIES_EACH = 20;
const CHILDREN_AT_ONCE = 1_000;
const today = day("2026-03-31");
const manager = personIn(NORTH, "team-manager");
const ms = (s: number): string => `${(s * 1000).toFixed(2)} ms`;

/** What proof costs: a write that is chained and audited, writing down a read, and proving a million rows. */
export async function benchProof(): Promise<readonly Figure[]> {
  const database = await createTestDatabase();
  const store = openStore(database.url());
  const client = new pg.Client(database.url());
  await client.connect();
  try {
    await makeSampleRegion(store);
    const child = await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "ONE", IN_CARE));
    return [...(await writing(store, client, child)), ...(await reading(store, child)), ...(await proving(store))];
  } finally {
    await Promise.all([client.end(), store.close()]);
    await database.drop();
  }
}

/** One entry and its audit row, to the commit: as a command writes them for its viewer, and the same rows as they are into tables with the same columns, checks and indexes. */
async function writing(store: Store, client: pg.Client, child: string): Promise<Figure[]> {
  for (const table of ["entry", "audit"]) await client.query(`create table bare_${table} (like ${table} including all)`);
  const chained = () => store.inTransaction(manager, async (writer) => {
    await writer.appendEntries(NORTH.code, new Map([[child, drafts([{ kind: "visit", on: "2025-05-05" }])]]), RECORDED_AT);
    await writer.appendAudit(NORTH.code, { command: "bench", recordId: child, input: { kind: "visit" } }, RECORDED_AT);
  });
  const plain = async () => {
    const copies: (readonly [string, object])[] = [];
    for (const table of ["entry", "audit"]) copies.push([table, (await client.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t where authority = $1 order by number desc limit 1`, [NORTH.code])).rows[0]?.row ?? {}]);
    return seconds(async () => {
      await client.query("begin");
      for (const [table, row] of copies) await client.query(`insert into bare_${table} select * from jsonb_populate_record(null::bare_${table}, $1)`, [row]);
      await client.query("commit");
    });
  };
  const [ours, theirs, begun]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < TIMES; i++) {
    ours.push(await seconds(chained));
    theirs.push(await plain());
    begun.push(await seconds(() => store.inTransaction(manager, async () => undefined)));
  }
  const [a, b] = [median(ours), median(theirs)];
  return [
    { what: "An entry and its audit row, chained, for a viewer, to the commit", figure: ms(a), aim: "" },
    { what: "  the same two rows plainly inserted, same indexes, to the commit", figure: ms(b), aim: "" },
    { what: "  ratio", figure: (a / b).toFixed(1), aim: "3 at most" },
    { what: "  of it a transaction for a viewer with nothing in it", figure: ms(median(begun)), aim: "" },
  ];
}

/** A child’s page made ready with the read written down, and with nothing written down. */
async function reading(store: Store, child: string): Promise<Figure[]> {
  const clock = { today: () => today, now: () => RECORDED_AT };
  const app = makeApp(store, clock);
  const silent = { opened: async () => undefined, openedAll: async () => undefined, refused: async () => undefined };
  const unlogged = makeApp({ ...store, accessLog: () => silent }, clock);
  const [logged, plain, line]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < TIMES; i++) {
    plain.push(await seconds(() => openChild(unlogged, manager, child)));
    logged.push(await seconds(() => openChild(app, manager, child)));
    line.push(await seconds(() => store.accessLog(manager).opened(child, "child-page")));
  }
  const [a, b] = [median(logged), median(plain)];
  const waiting = TIMES * 2;
  const chaining = await seconds(() => store.maintenance.chainAccess());
  return [
    { what: "A child’s page made ready, the read written down", figure: ms(a), aim: "" },
    { what: "  and nothing written down", figure: ms(b), aim: "" },
    { what: "  cost of writing down a read", figure: `${ms(a - b)}, ratio ${(a / b).toFixed(2)}; the line alone ${ms(median(line))}`, aim: "" },
    { what: `  chaining ${waiting} lines afterwards, in the background`, figure: ms(chaining), aim: "" },
  ];
}

/** A million entries of 50,000 children with their lists, proved whole, and their chains alone. */
async function proving(store: Store): Promise<Figure[]> {
  const children = ROWS / ENTRIES_EACH;
  // What was written above was not projected.
  await store.maintenance.rebuild(summarise);
  for (let from = 0; from < children; from += CHILDREN_AT_ONCE) {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      const records = await writer.createRecords(NORTH.code, "child", Array.from({ length: CHILDREN_AT_ONCE }, (_, i) => `B${String(from + i).padStart(6, "0")}`));
      const added = new Map([...records.values()].map(({ id }, nth) => [id, chronology(from + nth)]));
      const entries = await writer.appendEntries(NORTH.code, added, RECORDED_AT);
      await writer.writeProjections(NORTH.code, [...entries].map(([recordId, own]) => ({ recordId, type: "child" as const, entries: own })), summarise);
    });
  }
  await store.maintenance.refreshStatistics();
  const app = { ...makeApp(store, { today: () => today, now: () => RECORDED_AT }), summarise };
  let chained: number | undefined;
  let began = performance.now();
  let rows = 0;
  const whole = await seconds(async () => {
    began = performance.now();
    const result = await verify(app, (done) => {
      if (done >= ROWS) chained ??= (performance.now() - began) / 1000;
    });
    if (!result.ok) throw new Error(`not as it was written: ${JSON.stringify(result.firstBroken)}`);
    rows = result.rows;
  });
  return [
    { what: `verify: ${rows.toLocaleString("en-GB")} rows in their chains, a second`, figure: Math.round(rows / (chained ?? whole)).toLocaleString("en-GB"), aim: "" },
    { what: `  and with the lists of ${children.toLocaleString("en-GB")} children made again beside them`, figure: `${Math.round(rows / whole).toLocaleString("en-GB")} rows a second, ${whole.toFixed(0)} s`, aim: "" },
  ];
}

const chronology = (child: number) =>
  drafts([...IN_CARE, ...Array.from({ length: ENTRIES_EACH - IN_CARE.length }, (_, i) => (
    { kind: "review" as const, on: addDays(today, ((child * 37 + i * 101) % 700) - 350), detail: { participation: "PN1" } }))]);
