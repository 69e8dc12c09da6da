import type { KyselyPlugin } from "kysely";
import pg from "pg";
import { type App, makeApp } from "../src/app/app.ts";
import { openChild } from "../src/app/open-child.ts";
import { openTracker } from "../src/app/open-tracker.ts";
import type { Role } from "../src/domain/access/role.ts";
import type { Person } from "../src/domain/access/viewer.ts";
import { day } from "../src/domain/dates/day.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../src/domain/tracker/view.ts";
import { connect, type Db, transact } from "../src/store/database.ts";
import { readerOver } from "../src/store/read.ts";
import { setViewer } from "../src/store/scope.ts";
import { withRole } from "../src/store/server/address.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";
import { AGENCY, codeOf, copyFirst, fillFirst } from "./store-tracker-fill.ts";

const today = day("2026-03-31");
const AUTHORITIES = 150;
const ROUNDS = 60;

/** Neither the first written nor the last, and one of those whose children the agency sees. */
const CHOSEN = codeOf(8);
const organisation = { code: CHOSEN, name: "Authority 8", type: "local-authority" } as const;
const person = (role: Role, account: string): Person => ({ type: "person", account, name: "Somebody", role, organisation });
const VIEWERS: Readonly<Record<string, Person>> = {
  "a team manager": person("team-manager", `${CHOSEN.toLowerCase()}.w7`),
  "a service manager, past the walls of the adopted": person("service-manager", `${CHOSEN.toLowerCase()}.w6`),
  "a social worker": person("social-worker", `${CHOSEN.toLowerCase()}.w1`),
  "a home finder of the agency of ten": { ...person("agency-home-finder", "bench.finder"), organisation: { code: AGENCY, name: "Agency", type: "regional-agency" } },
};

/** A statement of a page: what it took, and how many rows it gave. */
interface Asked {
  readonly ms: number;
  readonly rows: number;
}

/**
 * `npm run bench rls [children]`: the statements of a page of the tracker and of a child’s page, as the application’s
 * role with row-level security and the very same as the owner, whom no policy stops; over 100,000 children of 150
 * authorities unless told. Who the viewer is is set on both sides, and stated apart. What gives the owner more rows, for
 * nothing but the policies keeps them back (the people of every authority), is counted on neither side.
 */
export async function benchRls(): Promise<readonly Figure[]> {
  const [children = "100000"] = process.argv.slice(3);
  const each = Math.round(Number(children) / AUTHORITIES);
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today: () => today });
  try {
    const filled = await seconds(async () => {
      await fillFirst(store, each, today);
      await copyFirst(database.url(), AUTHORITIES, "in-order");
      await makeReadable(database.url());
    });
    return [{ what: `Filled: ${(each * AUTHORITIES).toLocaleString("en-GB")} children of ${AUTHORITIES} authorities`, figure: `${filled.toFixed(0)} s`, aim: "" }, ...await compare(database.url(), store)];
  } finally {
    await store.close();
    await database.drop();
  }
}

/** What copying leaves out, as a database of years would have it. */
async function makeReadable(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query("alter table entry add primary key (authority, number); create index entry_of_record on entry (authority, record_id, number)");
  await owner.query("vacuum analyze");
  await owner.end();
}

interface Side {
  readonly db: Db;
  /** The statements of the page that was opened last, in their order. */
  readonly asked: Asked[];
  readonly settled: number[];
  readonly app: App;
}

function sideOf(url: string, store: Store): Side {
  const db = connect(url, 1);
  const asked: Asked[] = [];
  const settled: number[] = [];
  const began = new WeakMap<object, number>();
  const stopwatch: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      began.set(queryId, performance.now());
      return node;
    },
    transformResult({ result, queryId }) {
      asked.push({ ms: performance.now() - (began.get(queryId) ?? 0), rows: result.rows.length });
      return Promise.resolve(result);
    },
  };
  const reading: Store["reading"] = (viewer, work) => transact(db, "read", async (trx) => {
    settled.push(1000 * await seconds(() => setViewer(trx, viewer, today)));
    const timed = trx.withPlugin(stopwatch);
    return work(readerOver((query) => query(timed)));
  });
  return { db, asked, settled, app: makeApp({ ...store, reading }, { today: () => today, now: () => `${today}T12:00:00.000Z` }) };
}

async function compare(url: string, store: Store): Promise<Figure[]> {
  const sides = { on: sideOf(withRole(url, "permanence_app"), store), off: sideOf(url, store) };
  const figures: Figure[] = [];
  for (const [who, viewer] of Object.entries(VIEWERS)) {
    // The owner is stopped by no policy: the page is one authority’s, which the statement itself says.
    const view = { ...STANDARD_VIEW, filters: { ...NO_FILTERS, authority: CHOSEN } };
    const { lines } = await openTracker(sides.on.app, viewer, { page: 1, view });
    const pages: Readonly<Record<string, (app: App, round: number) => Promise<unknown>>> = {
      "the tracker": (app) => openTracker(app, viewer, { page: 1, view }),
      "a child": (app, round) => openChild(app, viewer, lines[round % lines.length]?.recordId ?? ""),
    };
    for (const [page, open] of Object.entries(pages)) {
      const took = { on: [] as number[], off: [] as number[] };
      for (let round = -5; round < ROUNDS; round++) {
        // One beside the other, so that what else the machine does falls on both.
        for (const name of round % 2 === 0 ? ["on", "off"] as const : ["off", "on"] as const) {
          sides[name].asked.length = 0;
          await open(sides[name].app, Math.abs(round));
        }
        const { on: { asked: on }, off: { asked: off } } = sides;
        if (round < 0 || on.length !== off.length) continue;
        for (const name of ["on", "off"] as const) took[name].push(sides[name].asked.reduce((sum, { ms }, i) => sum + (on[i]?.rows === off[i]?.rows ? ms : 0), 0));
      }
      const [on, off] = [median(took.on), median(took.off)];
      figures.push({ what: `  ${page}, for ${who}`, figure: `${(on / off).toFixed(2)} × (${on.toFixed(2)} ms beside ${off.toFixed(2)} ms)`, aim: "1.3 ×" });
    }
  }
  figures.push({ what: "  to say who the viewer is, before any page", figure: `${median(sides.on.settled).toFixed(2)} ms`, aim: "" });
  await Promise.all(Object.values(sides).map(({ db }) => db.destroy()));
  return figures;
}
