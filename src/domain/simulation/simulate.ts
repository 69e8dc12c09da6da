import type { Day } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { meetBarriers } from "./barriers.ts";
import { nameCarers } from "./carers.ts";
import { chronicle } from "./chronicle.ts";
import { type Household, drawHousehold } from "./household.ts";
import { type Line, newLine } from "./line.ts";
import { random, type Random } from "./random.ts";
import type { SimulationSettings } from "./settings.ts";
import type { SimulatedChild, SimulatedGroup, SimulatedPopulation } from "./simulated.ts";
import { subgroupsText } from "../siblings/subgroups.ts";
import { recordTeams, responsibleTeams, type TeamOf } from "./teams.ts";
import { allocateWorkers } from "./workers.ts";

export interface SimulationRequest {
  /** The same seed, settings and days give the same children. */
  readonly seed: string;
  /** How many children, the unborn among them. */
  readonly children: number;
  readonly settings: SimulationSettings;
  readonly calendar: WorkingCalendar;
  /** Every child was known to the authority on or after this day. */
  readonly from: Day;
  /** Today: nothing has happened after it. */
  readonly to: Day;
}

/** Invents the children of an authority. Pure: chance comes from the seed, today is `to`. */
export function simulate(request: SimulationRequest): SimulatedPopulation {
  const { settings, to } = request;
  const luck = random(request.seed);
  const households = drawHouseholds(request, luck);
  const lines = households.flatMap(({ members }) => members.map(({ line }) => line));
  const teams = describeFamilies(households, settings, luck);
  const { socialWorkers, familyFinders } = settings.workers;
  allocateWorkers(lines, "allocated-worker", (line, period) => teams.get(line)?.(period)?.workers ?? socialWorkers, to, luck.fork("social workers"));
  allocateWorkers(lines, "family-finder", () => familyFinders, to, luck.fork("family finders"));
  for (const [line, teamOf] of teams) recordTeams(line, teamOf);

  const children: SimulatedChild[] = [];
  const groups: SimulatedGroup[] = [];
  for (const household of households) {
    const group = household.siblings === undefined ? undefined : groups.length;
    const ids = household.members.map(({ line }) => {
      const number = settings.localIds.first + children.length;
      const localId = settings.localIds.prefix + String(number).padStart(settings.localIds.digits, "0");
      const entries = chronicle(line.happenings, to, luck.fork(`pen ${number}`), settings.corrected);
      children.push(group === undefined ? { localId, entries } : { localId, siblingGroup: group, entries });
      return localId;
    });
    if (group !== undefined) groups.push(groupOf(household, ids, group + 1, request, luck));
  }
  return { children, groups };
}

/** What an authority's own record has beside the journeys: its teams, its carers, what stands in the way. Which team has whom. */
function describeFamilies(households: readonly Household[], settings: SimulationSettings, luck: Random): ReadonlyMap<Line, TeamOf> {
  const teams = new Map<Line, TeamOf>();
  households.forEach(({ members }, i) => {
    const own = luck.fork(`described ${i}`);
    for (const [line, teamOf] of responsibleTeams(members.map(({ line }) => line), settings.teams, own.fork("team"))) teams.set(line, teamOf);
    members.forEach(({ line, subgroup }, m) => {
      nameCarers(line, own.fork(`carers ${subgroup}`));
      meetBarriers(line, settings.barriers, members.length > 1, own.fork(`barriers ${m}`));
    });
  });
  return teams;
}

/** Families enough for so many children, in the order they came to the authority: local ids follow it. */
function drawHouseholds(request: SimulationRequest, luck: Random): Household[] {
  const households: Household[] = [];
  for (let count = 0; count < request.children; ) {
    const household = drawHousehold(request, luck.fork(`family ${households.length}`), request.children - count);
    count += household.members.length;
    households.push(household);
  }
  return households.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

function groupOf({ members, siblings, startsOn }: Household, ids: readonly string[], number: number, { settings, to }: SimulationRequest, luck: Random): SimulatedGroup {
  const line = newLine();
  for (const child of ids) line.join("sibling-membership", startsOn, { child });
  if (siblings !== undefined) {
    const { decision, decidedOn } = siblings;
    line.point("together-or-apart", decidedOn, { decision, ...(decision === "subgroups" ? { subgroups: subgroupsOf(members, ids) } : {}) });
  }
  const localId = `${settings.localIds.prefix}S${String(number).padStart(3, "0")}`;
  return { localId, entries: chronicle(line.happenings, to, luck.fork(`group ${number}`), 0) };
}

function subgroupsOf(members: Household["members"], ids: readonly string[]): string {
  const bySubgroup = new Map<number, string[]>();
  members.forEach(({ subgroup }, i) => bySubgroup.set(subgroup, [...(bySubgroup.get(subgroup) ?? []), ids[i]!]));
  return subgroupsText([...bySubgroup.values()]);
}
