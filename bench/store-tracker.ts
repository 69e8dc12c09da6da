import { performance } from "node:perf_hooks";
import pg from "pg";
import type { Person } from "../src/domain/access/viewer.ts";
import { day } from "../src/domain/dates/day.ts";
import { NO_FILTERS, STANDARD_SORT, STANDARD_VIEW, type View } from "../src/domain/tracker/view.ts";
import { connect, type Db, transact } from "../src/store/database.ts";
import { listTracker } from "../src/store/list-tracker.ts";
import { setViewer } from "../src/store/scope.ts";
import { withRole } from "../src/store/server/address.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";
import { AGENCY, AGENCY_OF, codeOf, copyFirst, fillFirst, nameOf } from "./store-tracker-fill.ts";

const today = day("2026-03-31");
const AUTHORITIES = 150;
const ROUNDS = 25;
const SEARCHES = 400;

/** The authority looked at: neither the first written nor the last. */
const CHOSEN = Math.ceil(AUTHORITIES / 2);
const authority = codeOf(1);
const managerIn = (code: string): Person => ({ type: "person", account: `${code.toLowerCase()}.w1`, name: "Somebody", role: "team-manager", organisation: { code, name: code, type: "local-authority" } });
const homeFinder: Person = { type: "person", account: "bench.finder", name: "Somebody", role: "agency-home-finder", organisation: { code: AGENCY, name: "Agency", type: "regional-agency" } };

const VIEWS: Readonly<Record<string, Partial<View>>> = {
  "as it opens": {},
  "late, in two stages, of one worker": { filters: { ...NO_FILTERS, stage: ["placement-order", "matched"], status: ["late"], worker: ["SW01001"] } },
  "by social worker": { sort: { column: "social-worker", descending: false } },
  "by next thing": { sort: { column: "next", descending: false } },
  "by placement order, siblings together": { sort: { column: "on:placement-order", descending: true }, together: true },
};

/**
 * `npm run bench store-tracker [children] [scattered]`: 100,000 children of 150 authorities unless told, in the order
 * of the authorities or in none. A page of one authority beside that authority alone in a database, and
 * beside the same statement without row-level security; and finding children as somebody types.
 */
export async function benchStoreTracker(): Promise<readonly Figure[]> {
  const [children = "100000", order = "in-order"] = process.argv.slice(3);
  const each = Math.round(Number(children) / AUTHORITIES);
  const alone = await createTestDatabase();
  const many = await createTestDatabase();
  const figures: Figure[] = [];
  const stores: Store[] = [];
  try {
    const filled = await seconds(async () => {
      for (const database of [alone, many]) {
        const store = openStore(database.url());
        stores.push(store);
        await fillFirst(store, each, today);
      }
      await copyFirst(many.url(), AUTHORITIES, order === "scattered" ? "scattered" : "in-order");
      await vacuum(alone.url());
    });
    figures.push({ what: `Filled: ${(each * AUTHORITIES).toLocaleString("en-GB")} children of ${AUTHORITIES} authorities, rows ${order}`, figure: `${filled.toFixed(0)} s`, aim: "60 s" });
    figures.push(...await benchPages(alone.url(), many.url()), ...await benchFinding(stores[1]!, each));
    return figures;
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all([alone.drop(), many.drop()]);
  }
}

async function vacuum(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query("vacuum analyze");
  await owner.end();
}

/** One way of asking: through the policies as a team manager, or as the owner, whom none stops. */
interface Side {
  readonly db: Db;
  readonly viewer: Person | undefined;
  readonly authority: string;
  readonly took: Record<string, number[]>;
}

async function benchPages(aloneUrl: string, manyUrl: string): Promise<Figure[]> {
  const side = (url: string, code: string, viewer: Person | undefined): Side =>
    ({ db: connect(viewer === undefined ? url : withRole(url, "permanence_app"), 1), viewer, authority: code, took: {} });
  const sides = {
    alone: side(aloneUrl, authority, managerIn(authority)), many: side(manyUrl, codeOf(CHOSEN), managerIn(codeOf(CHOSEN))), open: side(manyUrl, codeOf(CHOSEN), undefined),
  };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, view] of Object.entries(VIEWS)) {
      // One beside the other, so that what else the machine does falls on all of them.
      for (const each of Object.values(sides)) {
        const took = await pageOf(each, view);
        if (round > 0) (each.took[name] ??= []).push(took);
      }
    }
  }
  await Promise.all(Object.values(sides).map(({ db }) => db.destroy()));
  const ms = ({ took }: Side, name: string): number => median(took[name] ?? []) * 1000;
  const whole = (each: Side): number => Object.keys(VIEWS).reduce((sum, name) => sum + ms(each, name), 0);
  const ratios = (of: (each: Side) => number): string =>
    `${of(sides.many).toFixed(1)} ms; ${(of(sides.many) / of(sides.alone)).toFixed(2)} × alone, ${(of(sides.many) / of(sides.open)).toFixed(2)} × without`;
  return [
    { what: "A page of one authority, 50 lines, beside it alone and without RLS", figure: ratios(whole).replace(/^.*?; /, ""), aim: "1.5 ×, 1.5 ×" },
    ...Object.keys(VIEWS).map((name) => ({ what: `  ${name}`, figure: ratios((each) => ms(each, name)), aim: "" })),
  ];
}

/** Seconds that the statement takes for a page, without the sign of who asks. */
const pageOf = ({ db, viewer, authority: code }: Side, view: Partial<View>): Promise<number> =>
  transact(db, "read", async (trx) => {
    if (viewer !== undefined) await setViewer(trx, viewer);
    const { filters, sort = STANDARD_SORT, together = false } = { ...STANDARD_VIEW, ...view };
    return seconds(() => listTracker(trx, { filters: { ...filters, authority: code }, sort, together, page: 1, pageSize: 50, today }));
  });

/** What people type, a letter at a time or at once, rightly and wrongly. */
function typed(nth: number, child: number): string {
  const name = nameOf(child, CHOSEN % 24);
  const [given = "", family = ""] = name.split(" ");
  switch (nth % 8) {
    case 0: return name.slice(0, 2);
    case 1: return name.slice(0, 4);
    case 2: return family;
    case 3: return `${family} ${given}`;
    case 4: return `${family.slice(0, 2)}${family.slice(3)}`;
    case 5: return `${given[1]}${given[0]}${given.slice(2)} ${family.slice(0, 4)}`;
    case 6: return String(101 + child).padStart(4, "0");
    default: return "SW01003";
  }
}

async function benchFinding(store: Store, each: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [who, viewer] of [["an authority’s person", managerIn(codeOf(CHOSEN))], [`an agency’s person with ${AGENCY_OF} authorities`, homeFinder]] as const) {
    const times: number[] = [];
    let found = 0;
    for (let i = -20; i < SEARCHES; i++) {
      const text = typed(Math.abs(i), (Math.abs(i) * 37) % each);
      const began = performance.now();
      const rows = await store.reader(viewer).findChildren(text, 10);
      if (i < 0) continue;
      times.push(performance.now() - began);
      if (rows.length > 0) found++;
    }
    const sorted = times.toSorted((a, b) => a - b);
    figures.push({
      what: `Finding as typed, for ${who}`,
      figure: `median ${median(times).toFixed(1)} ms, 99th ${sorted[Math.floor(sorted.length * 0.99)]!.toFixed(1)} ms (${Math.round((100 * found) / SEARCHES)} % find)`, aim: "",
    });
  }
  return figures;
}
