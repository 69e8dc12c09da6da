import { type Case, fold } from "../src/domain/chronology/fold.ts";
import { addDays, day } from "../src/domain/dates/day.ts";
import { standingOf } from "../src/domain/standards/clock.ts";
import { type CompiledPack, evaluate } from "../src/domain/standards/evaluate.ts";
import { type App, makeApp } from "../src/app/app.ts";
import { runCommand } from "../src/app/run-command.ts";
import { loadSamplePopulation } from "../src/app/sample-population.ts";
import { makeChange, previewChange } from "../src/app/standards/change-standards.ts";
import { lawOf } from "../src/app/standards/laws.ts";
import { recompute, settled } from "../src/app/standards/recompute.ts";
import type { AskedChange, StandardFields } from "../src/app/standards/views.ts";
import { loadPacks } from "../src/reference/packs.ts";
import { NORTH, personIn } from "../src/store/sample-region.ts";
import { openStore } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, percentile, seconds } from "./measure.ts";

const CHILDREN = 1_000;
const TODAY = day("2026-03-31");
const ROUNDS = 12;
const ENTRIES = 200;
const LONG_AGO = "2015-01-01";
const SAME: StandardFields = { title: "", owner: "", tier: "", warnDays: "", within: "", evidence: "" };
const lead = personIn(NORTH, "practice-lead");

/** An authority of 1,000 tracked children that adopts every pack: judging them, seeing before what it would do, one entry, and the lists made anew. */
export async function benchStandardsChanged(): Promise<readonly Figure[]> {
  const database = await createTestDatabase();
  const store = openStore(database.url());
  try {
    const app = makeApp(store, { today: () => TODAY, now: () => new Date().toISOString() });
    await loadSamplePopulation(app, CHILDREN, TODAY);
    await store.maintenance.refreshStatistics();
    const figures: Figure[] = [];
    const before = await oneEntry(app, 1);
    const whatIfs: Figure[] = [];
    const packs = loadPacks();
    const edit: AskedChange = { type: "edit-standard", id: "TC-08", fields: { ...SAME, within: "3 working days" }, from: LONG_AGO };
    whatIfs.push(await whatIf(app, "one standard tightened", edit));
    const largest = packs.toSorted((a, b) => b.standards.length - a.standards.length)[0]!;
    whatIfs.push(await whatIf(app, `${largest.id} adopted, ${largest.standards.length} standards`, { type: "adopt-pack", pack: largest.id, from: LONG_AGO }));
    for (const [i, { id }] of packs.entries()) await makeChange(app, lead, { type: "adopt-pack", pack: id, from: LONG_AGO }, "Bench", i);
    await settled(app);
    await makeChange(app, lead, edit, "Bench", packs.length);
    const again = await seconds(() => recompute(app, NORTH.code));
    const law = lawOf(await store.reader(lead).decided(NORTH.code));
    figures.push(...await judging(app, law.pack));
    figures.push({ what: "One entry: command, clocks, projections, ms (national standards)", figure: before, aim: "10" });
    figures.push({ what: "One entry: command, clocks, projections, ms (all packs)", figure: await oneEntry(app, 2), aim: "10" });
    return [...figures, ...whatIfs, { what: `Lists made anew in the background, s (${CHILDREN} children, all packs)`, figure: again.toFixed(1), aim: "" }];
  } finally {
    await store.close();
    await database.drop();
  }
}

async function casesOf(app: App): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for await (const batch of app.store.reader(lead).recordsWithEntries(NORTH.code)) for (const { type, entries } of batch) if (type === "child") cases.push(fold(entries));
  return cases;
}

/** The national standards and all packs in turns, the best round of each, per standard and child. */
async function judging(app: App, all: CompiledPack): Promise<readonly Figure[]> {
  const cases = await casesOf(app);
  const best = new Map<CompiledPack, { micros: number; clocks: number }>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const pack of [app.pack, all]) {
      const began = process.cpuUsage();
      let clocks = 0;
      for (const c of cases) for (const clock of evaluate(c, pack, app.calendar)) if (standingOf(clock, TODAY).state !== "moot") clocks++;
      const { user, system } = process.cpuUsage(began);
      const micros = (user + system) / cases.length;
      if (micros < (best.get(pack)?.micros ?? Infinity)) best.set(pack, { micros, clocks });
    }
  }
  const of = (pack: CompiledPack) => ({ micros: best.get(pack)!.micros, each: best.get(pack)!.micros / pack.versions.size, standards: pack.versions.size });
  const [national, packs] = [of(app.pack), of(all)];
  return [
    { what: `All packs over ${cases.length} children, s (${packs.standards} standards)`, figure: (packs.micros * cases.length / 1e6).toFixed(3), aim: "" },
    { what: `The national alone over them, s (${national.standards} standards)`, figure: (national.micros * cases.length / 1e6).toFixed(3), aim: "" },
    { what: "All packs beside the national, per standard and child", figure: (packs.each / national.each).toFixed(2), aim: "1.0" },
  ];
}

async function whatIf(app: App, what: string, asked: AskedChange): Promise<Figure> {
  let changed = 0;
  const took = await seconds(async () => {
    const preview = await previewChange(app, lead, asked);
    if (preview.outcome !== "preview") throw new Error(JSON.stringify(preview));
    changed = preview.changed.length;
  });
  return { what: `What if ${what}, s (${CHILDREN} children, ${changed} would change)`, figure: took.toFixed(2), aim: "1" };
}

/** Milliseconds that recording one visit so many days ago takes, one child after another. */
async function oneEntry(app: App, daysAgo: number): Promise<string> {
  const manager = personIn(NORTH, "team-manager");
  const reader = app.store.reader(manager);
  const records = (await reader.journeys(NORTH.code)).slice(0, ENTRIES + 5);
  const took: number[] = [];
  for (const [i, { recordId }] of records.entries()) {
    const version = (await reader.getRecord(recordId))?.version ?? 0;
    const ms = 1000 * await seconds(async () => {
      const done = await runCommand(app, manager, recordId, version, { name: "record-entry", input: { kind: "visit", happenedOn: addDays(TODAY, -daysAgo), certainty: "actual", detail: {} } });
      if (done.outcome !== "done") throw new Error(JSON.stringify(done));
    });
    if (i >= 5) took.push(ms);
  }
  return `${median(took).toFixed(1)} median, ${percentile(took, 99).toFixed(1)} the 99th in 100`;
}
