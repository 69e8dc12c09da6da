import { performance } from "node:perf_hooks";
import pg from "pg";
import { type App, makeApp } from "../src/app/app.ts";
import { openService } from "../src/app/team/open-service.ts";
import { openTeam } from "../src/app/team/open-team.ts";
import { previewReassign, reassign } from "../src/app/team/reassign.ts";
import { openWork } from "../src/app/work/open-work.ts";
import type { Role } from "../src/domain/access/role.ts";
import type { Person } from "../src/domain/access/viewer.ts";
import { addDays, day } from "../src/domain/dates/day.ts";
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
    ["A team manager’s page, whole", async () => `${(await openTeam(app, somebody("bench.team-manager", "team-manager")))?.totals.late ?? 0} late`, ""],
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
  return [...figures, await reassigning(app, store)];
}

/** Giving 200 children of the first authority, whose records can be written on, to one worker and then to another. */
async function reassigning(app: App, store: Store): Promise<Figure> {
  const authority = codeOf(1);
  const manager: Person = { ...somebody(`${authority.toLowerCase()}.w0`, "team-manager"), organisation: { code: authority, name: authority, type: "local-authority" } };
  const { rows } = await store.reader(manager).teamChildren({ scope: { authority }, present: [], today, keys: null, track: "allocated-worker", limit: 200 });
  let ids = rows.map(({ recordId }) => recordId);
  const times: number[] = [];
  for (const [round, nth] of [3, 4, 3, 4, 3].entries()) {
    const input = { track: "family-finder", to: `${authority.toLowerCase()}.w${nth}`, happenedOn: addDays(today, round - 5), reason: "The team was split" } as const;
    let looked = await previewReassign(app, manager, ids, input);
    if (looked.outcome !== "preview") throw new Error(JSON.stringify(looked));
    const changing = looked.preview.children.filter(({ answer }) => answer.answer === "changes").map(({ recordId }) => recordId);
    if (changing.length < ids.length) looked = await previewReassign(app, manager, ids = changing, input);
    if (looked.outcome !== "preview") throw new Error(JSON.stringify(looked));
    const began = performance.now();
    const outcome = await reassign(app, manager, looked.preview.children.map(({ recordId, version }) => ({ recordId, basedOn: version })), input);
    times.push(performance.now() - began);
    if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome).slice(0, 2000));
  }
  return { what: `Giving ${ids.length} children to another worker, in one transaction`, figure: `median ${(median(times) / 1000).toFixed(2)} s, worst ${(Math.max(...times) / 1000).toFixed(2)} s`, aim: "2 s" };
}

async function counts(store: Store, viewer: Person): Promise<string> {
  const rows = await store.reader(viewer).workCounts({ authority: CHOSEN, today, by: "team" });
  return `${rows.length} rows, ${rows.reduce((sum, { late }) => sum + late, 0)} late`;
}
