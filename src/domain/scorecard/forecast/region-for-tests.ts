import type { Entry } from "../../chronology/entry.ts";
import { fold } from "../../chronology/fold.ts";
import { type Day, day } from "../../dates/day.ts";
import type { WorkingCalendar } from "../../dates/working-days.ts";
import { ORDINARY_SETTINGS } from "../../simulation/settings.ts";
import { simulate } from "../../simulation/simulate.ts";
import { inForce, type SimulatedPopulation } from "../../simulation/simulated.ts";
import type { Traveller } from "../indicators.ts";
import { journeyOf } from "../journey-of.ts";
import type { Way } from "./way.ts";
import { wayOf } from "./way-of.ts";

/** Simulated authorities that differ in pace, most of whose children are adopted. */
export interface RegionForTests {
  readonly ways: readonly Way[];
  readonly travellers: readonly Traveller[];
  readonly until: Day;
}

const PACES = [1, 1.3, 0.8, 1.1, 0.9, 1.5] as const;
const MOSTLY_ADOPTED = { ...ORDINARY_SETTINGS.journeys, "home": 2, "guardianship": 3, "long-term-fostering": 1, "section-20": 0.5, "residential": 0.5, "with-parents": 0.5, "short-breaks": 0 };

/** So many authorities of so many children each, twelve years of them, invented from the seed. */
export function regionForTests(calendar: WorkingCalendar, authorities: number, children: number, seed = "region"): RegionForTests {
  const until = day("2026-03-31");
  const ways: Way[] = [];
  const travellers: Traveller[] = [];
  for (let a = 0; a < authorities; a++) {
    const pace = PACES[a % PACES.length]!;
    const settings = { ...ORDINARY_SETTINGS, journeys: MOSTLY_ADOPTED, pace: { ...ORDINARY_SETTINGS.pace, "family-finding": pace, "court": 1 + (pace - 1) / 3, "matching": Math.max(0.6, 2 - pace) } };
    const population = simulate({ seed: `${seed} ${a}`, children, settings, calendar, from: day("2014-04-01"), to: until });
    const together = homes(population);
    for (const { localId, entries } of population.children) {
      const c = fold(inForce(entries).map(({ kind, happenedOn, until: ended, certainty, detail, source }, i): Entry => ({
        kind, happenedOn, certainty, detail, source, number: i + 1, recordedAt: "", recordedBy: "", ...(ended === undefined ? {} : { until: ended }),
      })));
      const journey = journeyOf(c);
      const home = together.get(localId) ?? [localId];
      const way = wayOf({ child: localId + a, authority: `A${a}`, household: `${a}/${home[0]}`, together: home.length }, journey);
      if (way !== undefined) ways.push(way);
      travellers.push({ child: localId + a, journey });
    }
  }
  return { ways, travellers, until };
}

/** Who is placed with whom, of those with brothers or sisters who are not placed apart. */
function homes({ children, groups }: SimulatedPopulation): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [group, members] of Map.groupBy(children, (c) => c.siblingGroup)) {
    if (group === undefined || groups[group]?.entries.some((e) => e.draft.detail["decision"] === "apart") === true) continue;
    const ids = members.map((m) => m.localId);
    for (const id of ids) found.set(id, ids);
  }
  return found;
}
