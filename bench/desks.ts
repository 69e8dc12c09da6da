import { performance } from "node:perf_hooks";
import pg from "pg";
import { makeApp } from "../src/app/app.ts";
import { openService } from "../src/app/team/open-service.ts";
import { openWork } from "../src/app/work/open-work.ts";
import type { Role } from "../src/domain/access/role.ts";
import type { Person } from "../src/domain/access/viewer.ts";
import { day } from "../src/domain/dates/day.ts";
import { RECORDED_AT } from "../src/store/sample-region.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";
import { codeOf, copyFirst, fillFirst } from "./store-tracker-fill.ts";

const today = day("2026-03-31");
const AUTHORITIES = 150;
const ROUNDS = 200;
/** The authority looked at: neither the first written nor the last. */
const CHOSEN = codeOf(Math.ceil(AUTHORITIES / 2));
const somebody = (account: string, role: Role): Person =>
  ({ type: "person", account, name: "Somebody", role, organisation: { code: CHOSEN, name: CHOSEN, type: "local-authority" } });

/**
 * `npm run bench desks [children]`: 100,000 children of 150 authorities unless told, in no order. What the server takes
 * for the page of one worker’s work, of a manager’s with all that nobody has, and for what a service manager’s page counts.
 */
export async function benchDesks(): Promise<readonly Figure[]> {
  const [children = "100000"] = process.argv.slice(3);
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today: () => today });
  try {
    const filled = await seconds(async () => {
      await fillFirst(store, Math.round(Number(children) / AUTHORITIES), today);
      await copyFirst(database.url(), AUTHORITIES, "scattered");
      await finish(database.url());
    });
    return [{ what: `Filled: ${Number(children).toLocaleString("en-GB")} children of ${AUTHORITIES} authorities`, figure: `${filled.toFixed(0)} s`, aim: "" }, ...await measured(store)];
  } finally {
    await store.close();
    await database.drop();
  }
}

/** What the copy leaves out and desks read: the entries by number and by child, with the people of the one authority in their roles. */
async function finish(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query("set maintenance_work_mem = '512MB'; alter table entry add primary key (authority, number); create index entry_of_record on entry (authority, record_id, number)");
  await owner.query("insert into account (id, organisation, name, role) select 'bench.' || role, $1, 'Somebody', role from unnest(array['team-manager', 'service-manager', 'business-support', 'reviewing-officer']) as r (role)", [CHOSEN]);
  await owner.query("vacuum analyze");
  await owner.end();
}

async function measured(store: Store): Promise<Figure[]> {
  const app = makeApp(store, { today: () => today, now: () => RECORDED_AT });
  const worker = somebody(`${CHOSEN.toLowerCase()}.w3`, "social-worker");
  const service = somebody("bench.service-manager", "service-manager");
  const work = (person: Person) => async () => {
    const { totals, children } = await openWork(app, person, { page: 1 });
    return `${Object.values(totals).reduce((a, b) => a + b, 0)} things of ${children} children`;
  };
  const questions: readonly (readonly [string, () => Promise<string>, string])[] = [
    ["My work of one worker, whole", work(worker), "50 ms"],
    ["My work of a manager with what nobody has, whole", work(somebody("bench.team-manager", "team-manager")), ""],
    ["My work of a reviewing officer of all the children, whole", work(somebody("bench.reviewing-officer", "reviewing-officer")), ""],
    ["My work of business support, whole", work(somebody("bench.business-support", "business-support")), ""],
    ["A service manager’s counts: late by team", () => counts(store, service), "50 ms"],
    ["A service manager’s page, whole", async () => `${(await openService(app, service))?.teams.length ?? 0} teams`, "50 ms"],
  ];
  const figures: Figure[] = [];
  for (const [what, ask, aim] of questions) {
    const times: number[] = [];
    let found = "";
    for (let round = -10; round < ROUNDS; round++) {
      const began = performance.now();
      found = await ask();
      if (round >= 0) times.push(performance.now() - began);
    }
    const sorted = times.toSorted((a, b) => a - b);
    figures.push({ what: `${what} (${found})`, figure: `median ${median(times).toFixed(1)} ms, 99th ${sorted[Math.floor(sorted.length * 0.99)]!.toFixed(1)} ms`, aim });
  }
  return figures;
}

async function counts(store: Store, viewer: Person): Promise<string> {
  const rows = await store.reader(viewer).workCounts({ authority: CHOSEN, today, by: "team" });
  return `${rows.length} rows, ${rows.reduce((sum, { late }) => sum + late, 0)} late`;
}
