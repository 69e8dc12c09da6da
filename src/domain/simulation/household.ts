import { type Day, addDays, addMonths, daysBetween } from "../dates/day.ts";
import { visitPlacements, hearTheChild } from "./regular.ts";
import { APART, JOURNEY_TABLE } from "./journeys/table.ts";
import type { Life } from "./life.ts";
import { type Line, newLine } from "./line.ts";
import { disabilityOf, type FamilyTraits, familyTraits, givenName, sexOf } from "./people.ts";
import { alertEarly } from "./planning.ts";
import type { Random } from "./random.ts";
import type { JourneyKind } from "./settings.ts";
import type { SimulationRequest } from "./simulate.ts";

/** The children of one family who came into care together, and what was decided about keeping them so. */
export interface Household {
  readonly startsOn: Day;
  readonly members: readonly Member[];
  readonly siblings?: { readonly decision: "together" | "apart" | "subgroups"; readonly decidedOn: Day };
}

export interface Member {
  readonly journey: JourneyKind;
  readonly line: Line;
  /** Members with the same number live and move together. */
  readonly subgroup: number;
}

/** How long before the first day a child may have come into care. */
const LEAD_YEARS = 6;

/** One family, from its own stream of chance; tried again until everybody in it was known on or after the first day. */
export function drawHousehold(request: SimulationRequest, luck: Random, atMost: number): Household {
  for (let attempt = 1; ; attempt++) {
    const household = imagine(request, luck.fork(`try ${attempt}`), atMost, attempt > 40);
    const known = household.members.map(({ line }) => lastKnown(line));
    if (known.every((on) => on <= request.to) && !luck.fork(`keep ${attempt}`).chance(request.settings.finished)) continue;
    if (known.every((on) => on >= request.from)) return household;
  }
}

const lastKnown = (line: Line): Day => {
  const care = line.all("looked-after")[0] ?? line.all("allocated-worker")[0];
  return care?.until ?? ("9999-12-31" as Day);
};

function imagine(request: SimulationRequest, luck: Random, atMost: number, late: boolean): Household {
  const { settings, from, to } = request;
  const journey = luck.weighted(settings.journeys);
  const { siblings, ages } = JOURNEY_TABLE[journey];
  const traits = familyTraits(luck);
  if (journey === "early-alert") return expected(request, luck, traits);

  const earliestOn = late ? from : addMonths(from, -12 * LEAD_YEARS);
  const startsOn = addDays(earliestOn, luck.whole(0, Math.max(0, daysBetween(earliestOn, addDays(to, -12)))));
  const wanted = siblings && luck.chance(settings.siblings) ? Number(luck.weighted({ 2: 70, 3: 22, 4: 8 })) : 1;
  const size = Math.min(wanted, atMost);
  const band = ages[Number(luck.weighted(Object.fromEntries(ages.map(({ weight }, i) => [i, weight]))))] ?? { from: 1, to: 14 };
  const decision = size === 1 ? "together" : luck.weighted({ together: 60, apart: size === 2 ? 40 : 10, subgroups: size === 2 ? 0 : 30 });

  let age = luck.whole(Math.round(band.from), Math.round(band.to));
  const members: Member[] = [];
  for (let i = 0; i < size; i++) {
    const subgroup = decision === "together" ? 0 : decision === "apart" ? i : i < size - 1 ? 0 : 1;
    const own = subgroup === 0 ? journey : APART[journey] ?? journey;
    members.push({ journey: own, subgroup, line: live(request, own, luck, `${subgroup}`, `child ${i}`, startsOn, addDays(startsOn, -age), traits) });
    age = Math.min(age + luck.whole(330, 900), 15 * 365);
  }
  if (size === 1) return { startsOn, members };
  return { startsOn, members, siblings: { decision, decidedOn: addDays(startsOn, luck.whole(85, 160)) } };
}

function live(request: SimulationRequest, journey: JourneyKind, luck: Random, path: string, self: string, startsOn: Day, bornOn: Day, traits: FamilyTraits): Line {
  const line = newLine();
  const own = luck.fork(self);
  const life: Life = {
    line, bornOn, startsOn,
    settings: request.settings, calendar: request.calendar, to: request.to,
    luck: { family: luck.fork("family"), path: luck.fork(`path ${path}`), self: own },
  };
  beBorn(life, traits, journey);
  JOURNEY_TABLE[journey].tell(life);
  visitPlacements(life);
  hearTheChild(life, startsOn, line.all("looked-after")[0]?.until ?? request.to);
  return line;
}

function beBorn({ line, bornOn, startsOn, luck: { self }, ...life }: Life, traits: FamilyTraits, journey: JourneyKind): void {
  const newborn = startsOn < addDays(bornOn, 20);
  const foreseen = newborn && journey !== "home" && self.chance(0.6);
  if (foreseen) {
    const alertOn = addDays(bornOn, -self.whole(35, 95));
    alertEarly({ line, bornOn, startsOn, luck: { self, path: self, family: self }, ...life }, alertOn);
    line.point("birth", bornOn, {}, { knownFrom: addDays(alertOn, -2), firstMeantFor: addDays(bornOn, self.whole(-9, 14)) });
  } else line.point("birth", bornOn);
  line.point("particulars", foreseen ? addDays(bornOn, 1) : startsOn, { givenName: givenName(self), familyName: traits.familyName, sex: sexOf(self), ethnicity: traits.ethnicity, ...disabilityOf(self.fork("disability")) });
}

/** A child not yet born today. */
function expected(request: SimulationRequest, luck: Random, traits: FamilyTraits): Household {
  const { to, settings, calendar } = request;
  const startsOn = addDays(to, -luck.whole(6, 80));
  const bornOn = addDays(to, luck.whole(6, 130));
  const line = newLine();
  const path = luck.fork("path");
  line.point("birth", bornOn, {}, { knownFrom: startsOn });
  line.point("particulars", startsOn, { familyName: traits.familyName, sex: "U" });
  JOURNEY_TABLE["early-alert"].tell({ line, bornOn, startsOn, settings, calendar, to, luck: { family: luck.fork("family"), path, self: luck.fork("child 0") } });
  return { startsOn, members: [{ journey: "early-alert", line, subgroup: 0 }] };
}
