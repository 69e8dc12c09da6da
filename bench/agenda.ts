import { performance } from "node:perf_hooks";
import pg from "pg";
import { makeApp } from "../src/app/app.ts";
import { buildAgendaOf } from "../src/app/meetings/build-agenda.ts";
import { openMeeting } from "../src/app/meetings/agenda.ts";
import type { Person } from "../src/domain/access/viewer.ts";
import { addDays, day } from "../src/domain/dates/day.ts";
import { usualRules } from "../src/domain/meetings/agenda-rule.ts";
import type { SeriesDefinition } from "../src/domain/meetings/meeting.ts";
import { USUAL_SERIES } from "../src/domain/meetings/usual-series.ts";
import { simulate } from "../src/domain/simulation/simulate.ts";
import { inForce } from "../src/domain/simulation/simulated.ts";
import { loadAgendaRules } from "../src/reference/agenda.ts";
import { loadDemonstration } from "../src/reference/demonstration.ts";
import { operatorOf, RECORDED_AT } from "../src/store/sample-region.ts";
import { openStore } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, percentile } from "./measure.ts";

const today = day("2026-03-31");
const ROUNDS = 12;
const COUNCIL = { code: "E10000990", name: "A council", type: "local-authority" } as const;
const administrator: Person = { type: "person", account: "bench.administrator", name: "Somebody", role: "tracking-administrator", organisation: COUNCIL };

/**
 * `npm run bench agenda [children]`: an authority of so many children who are tracked, 1,000 unless told, and a fortnightly meeting
 * in three parts with every rule that belongs to one of them. What the server takes to build the agenda, and to build it anew.
 */
export async function benchAgenda(): Promise<readonly Figure[]> {
  const wanted = Number(process.argv[3] ?? "1000");
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today: () => today });
  const app = makeApp(store, { today: () => today, now: () => RECORDED_AT });
  try {
    await fill(app, wanted);
    const owner = new pg.Client(database.url());
    await owner.connect();
    await owner.query("vacuum analyze");
    const { rows: [of] } = await owner.query<{ tracked: number; entries: number }>("select count(*)::int as tracked, (select count(*)::int from entry) as entries from child_summary where stage not in ('adopted', 'left-care')");
    await owner.end();
    const usual = USUAL_SERIES[0]!.definition;
    const definition: SeriesDefinition = { ...usual, rhythm: { every: "weeks", count: 2, from: addDays(today, 7) }, rules: usualRules(loadAgendaRules(), usual.parts) };
    const series = await store.inTransaction(administrator, (writer) => writer.meetings.addSeries(COUNCIL.code, definition, RECORDED_AT));
    const times = { first: [] as number[], again: [] as number[], opened: [] as number[] };
    let items = 0;
    for (let round = -2; round < ROUNDS; round++) {
      const meeting = await store.inTransaction(administrator, (writer) => writer.meetings.addMeeting(COUNCIL.code, series, addDays(today, 7 + 14 * (round + 2))));
      const timed = async (to: number[], work: () => Promise<unknown>): Promise<void> => {
        const began = performance.now();
        await work();
        if (round >= 0) to.push(performance.now() - began);
      };
      await timed(times.first, async () => {
        const built = await buildAgendaOf(app, administrator, meeting!);
        if (built.outcome !== "built") throw new Error(built.outcome);
        items = built.items;
      });
      await timed(times.again, () => buildAgendaOf(app, administrator, meeting!));
      await timed(times.opened, () => openMeeting(app, administrator, meeting!));
    }
    const told = (list: readonly number[]): string => `median ${(median(list) / 1000).toFixed(2)} s, best ${(Math.min(...list) / 1000).toFixed(2)} s, worst ${(percentile(list, 100) / 1000).toFixed(2)} s`;
    const what = `${(of?.tracked ?? 0).toLocaleString("en-GB")} tracked children, ${definition.rules.length} rules`;
    return [
      { what: `Agenda built: ${what}, ${items.toLocaleString("en-GB")} items`, figure: told(times.first), aim: "1 s" },
      { what: "The same built anew, by hand kept", figure: told(times.again), aim: "1 s" },
      { what: "The same opened with what does not fit", figure: told(times.opened), aim: "" },
    ];
  } finally {
    await store.close();
    await database.drop();
  }
}

/** An authority of invented children, so many that about as many as are wanted are still tracked. */
async function fill(app: ReturnType<typeof makeApp>, wanted: number): Promise<void> {
  const [like] = loadDemonstration().region.authorities;
  if (like === undefined) throw new Error("The demonstration has no authority");
  const population = simulate({ seed: "bench", children: Math.round(wanted * SIMULATED_A_TRACKED), settings: like.settings, calendar: app.calendar, from: addDays(today, -1100), to: today });
  await app.store.inTransaction(operatorOf(COUNCIL), async (writer) => {
    await writer.addOrganisation(COUNCIL);
    await writer.addAccount({ account: administrator.account, name: administrator.name, role: administrator.role, organisation: COUNCIL.code, worker: null });
    const records = await writer.createRecords(COUNCIL.code, "child", population.children.map((c) => c.localId));
    const written = await writer.appendEntries(COUNCIL.code, new Map(population.children.map((c) => [records.get(c.localId)!.id, inForce(c.entries)])), RECORDED_AT);
    await writer.writeProjections(COUNCIL.code, [...written].map(([recordId, entries]) => ({ recordId, type: "child" as const, entries })), app.summarise);
  });
}

/** Children invented for each who is tracked still at the end. */
const SIMULATED_A_TRACKED = 1.6;
