import pg from "pg";
import { addDays, day } from "../src/domain/dates/day.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, RECORDED_AT, STANDARD_QUERY, summarise, write } from "../src/store/sample-region.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";

const CHILDREN = 1_000;
const ENTRIES_EACH = 20;
const LISTED = [600, 10_000] as const;
const TIMES = 3;
const today = day("2026-03-31");

const chronology = (child: number) =>
  drafts([...IN_CARE, ...Array.from({ length: ENTRIES_EACH - IN_CARE.length }, (_, i) => (
    { kind: "review" as const, on: addDays(today, ((child * 37 + i * 101) % 700) - 350), detail: { participation: "PN1" } }))]);

/** Adds children in one transaction; gives the seconds that appending took, and projecting. */
function addChildren(store: Store, from: number, count: number): Promise<{ appended: number; projected: number }> {
  return store.inTransaction(operatorOf(NORTH), async (writer) => {
    const localIds = Array.from({ length: count }, (_, i) => `B${String(from + i).padStart(5, "0")}`);
    const records = await writer.createRecords(NORTH.code, "child", localIds);
    const added = new Map([...records.values()].map(({ id }, i) => [id, chronology(from + i)]));
    await writer.lock(NORTH.code);
    let entries = new Map<string, Awaited<ReturnType<typeof write>>>();
    const appended = await seconds(async () => (entries = await writer.appendEntries(NORTH.code, added, RECORDED_AT)));
    const toProject = [...entries].map(([recordId, own]) => ({ recordId, type: "child" as const, entries: own }));
    return { appended, projected: await seconds(() => writer.writeProjections(NORTH.code, toProject, summarise)) };
  });
}

/** The rows of a table copied by COPY into one with the same columns, checks and indexes. */
async function bareCopy(client: pg.Client): Promise<number> {
  const file = `${(await client.query<{ folder: string }>("select current_setting('data_directory') as folder")).rows[0]?.folder}/bare.copy`;
  await client.query("drop table if exists bare");
  await client.query("create table bare (like entry including all)");
  await client.query(`copy (select * from entry order by number desc limit ${CHILDREN * ENTRIES_EACH}) to '${file}'`);
  return seconds(() => client.query(`copy bare from '${file}'`));
}

/** What the store itself costs: chained entries beside a bare COPY, one command, and a page of the tracker. */
export async function benchStore(): Promise<readonly Figure[]> {
  const database = await createTestDatabase();
  const store = openStore(database.url());
  const client = new pg.Client(database.url());
  await client.connect();
  try {
    await makeSampleRegion(store);
    const runs: { appended: number; projected: number; copied: number }[] = [];
    for (let i = 0; i < TIMES; i++) runs.push({ ...(await addChildren(store, i * CHILDREN, CHILDREN)), copied: await bareCopy(client) });
    const appended = median(runs.map((run) => run.appended));
    const child = await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "ONE", IN_CARE));
    const command = () => store.inTransaction(operatorOf(NORTH), (writer) => write(writer, NORTH.code, child, drafts([{ kind: "visit", on: "2025-05-05" }])));
    const commands: number[] = [];
    for (let i = 0; i < 40; i++) commands.push(await seconds(command));
    return [
      { what: "Entries chained and written in bulk, a second", figure: `${Math.round((CHILDREN * ENTRIES_EACH) / appended)}`, aim: "" },
      { what: "  ratio to a bare COPY of the same rows, same indexes", figure: (appended / median(runs.map((run) => run.copied))).toFixed(1), aim: "" },
      { what: "  projections of 1,000 children beside it", figure: `${median(runs.map((run) => run.projected)).toFixed(2)} s`, aim: "" },
      { what: "One command: entry, chain, projections, audit, commit", figure: `${(median(commands) * 1000).toFixed(1)} ms`, aim: "" },
      ...(await benchLists(store, client)),
    ];
  } finally {
    await Promise.all([client.end(), store.close()]);
    await database.drop();
  }
}

async function benchLists(store: Store, client: pg.Client): Promise<Figure[]> {
  const figures: Figure[] = [];
  const manager = personIn(NORTH, "team-manager");
  for (const many of LISTED) {
    await client.query("truncate record, entry, audit, chain, child_summary, child_clock, current_period, allocation, sibling_member, finding_term");
    for (let from = 0; from < many; from += CHILDREN) await addChildren(store, from, Math.min(CHILDREN, many - from));
    await client.query("analyze");
    const times: number[] = [];
    for (let i = 0; i < 15; i++) times.push(await seconds(() => store.reader(manager).listTracker({ ...STANDARD_QUERY, pageSize: 25, today })));
    figures.push({ what: `A page of the tracker among ${many.toLocaleString("en-GB")} children, 16 running clocks each`, figure: `${(median(times) * 1000).toFixed(1)} ms`, aim: "" });
  }
  return figures;
}
