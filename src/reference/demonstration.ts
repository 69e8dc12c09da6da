import { readFileSync } from "node:fs";
import type { Service } from "../domain/access/office.ts";
import type { Terms } from "../domain/agency/agreement.ts";
import type { Role } from "../domain/access/role.ts";
import type { Organisation } from "../domain/access/viewer.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { SimulationSettings } from "../domain/simulation/settings.ts";
import type { ToldDay } from "../domain/simulation/relative-day.ts";
import type { ToldSeries } from "../domain/simulation/meetings.ts";
import type { ToldPlan } from "../domain/simulation/plan.ts";
import type { Story } from "../domain/simulation/story.ts";
import { Place, Unreadable } from "../domain/standards/reading.ts";
import { readComparators, type ToldComparators } from "./demonstration/read-comparators.ts";
import { readMeetings } from "./demonstration/read-meetings.ts";
import { readPlans } from "./demonstration/read-plans.ts";
import { readRegion } from "./demonstration/read-region.ts";
import { readStories } from "./demonstration/read-stories.ts";
import { readYaml } from "./yaml-file.ts";

export { storiesOf, type Story } from "../domain/simulation/story.ts";

export interface DemonstrationAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The code by which children are allocated to this person. */
  readonly worker?: string;
  readonly team?: string;
  /** Since when they are no longer here. */
  readonly left?: ToldDay;
  /** The service that a service manager manages. */
  readonly service?: Service;
}

export interface DemonstrationAuthority {
  readonly organisation: Organisation;
  /** How many children to invent, beside those of the named stories. */
  readonly children: number;
  readonly settings: SimulationSettings;
  /** The people to try: one in every role. */
  readonly accounts: readonly DemonstrationAccount[];
  /** The workers besides, so that a worker's code has a person's name. Nobody is offered to sign in as them. */
  readonly colleagues: readonly DemonstrationAccount[];
  /** The packs of local standards that it holds to, each from a day. */
  readonly packs: readonly { readonly pack: string; readonly from: ToldDay }[];
  /** Who is away, by account, and who does their work. */
  readonly away: readonly { readonly account: string; readonly coveredBy: string; readonly from: ToldDay; readonly until: ToldDay }[];
  /** From which stage the agency sees this authority's children, what of them, and what it does for the authority. */
  readonly agreement: Terms & { readonly fromStage: Stage };
}

export interface DemonstrationRegion {
  readonly seed: string;
  /** How many years back the region's children reach. */
  readonly years: number;
  readonly agency: { readonly organisation: Organisation; readonly accounts: readonly DemonstrationAccount[] };
  readonly authorities: readonly DemonstrationAuthority[];
}

export interface Demonstration {
  readonly region: DemonstrationRegion;
  readonly stories: readonly Story[];
  readonly meetings: readonly ToldSeries[];
  readonly plans: readonly ToldPlan[];
}

/** Thrown where a file of the demonstration cannot be read: its name, the line and what is wrong. */
export class UnreadableDemonstration extends Error {
  override name = "UnreadableDemonstration";
}

let loaded: Demonstration | undefined;

/** The region and its stories, from db/demonstration, read once. Throws UnreadableDemonstration. */
export function loadDemonstration(): Demonstration {
  loaded ??= { region: parseRegion(textOf("region.yaml"), "db/demonstration/region.yaml"), stories: parseStories(textOf("stories.yaml"), "db/demonstration/stories.yaml"), meetings: parseMeetings(textOf("meetings.yaml"), "db/demonstration/meetings.yaml"), plans: parsePlans(textOf("plan.yaml"), "db/demonstration/plan.yaml") };
  return loaded;
}

/** Whom its authorities are compared with, and the figures that were published of them, as a CSV file. Throws UnreadableDemonstration. */
export const loadComparators = (): ToldComparators & { readonly figures: string } =>
  ({ ...parse(textOf("comparators.yaml"), "db/demonstration/comparators.yaml", readComparators), figures: textOf("published.csv") });

const textOf = (name: string): string => readFileSync(new URL(`../../db/demonstration/${name}`, import.meta.url), "utf8");

/** Reads the region's settings. Throws UnreadableDemonstration. */
export const parseRegion = (yaml: string, file: string): DemonstrationRegion => parse(yaml, file, readRegion);

/** Reads the region’s action plans. Throws UnreadableDemonstration. */
export const parsePlans = (yaml: string, file: string): readonly ToldPlan[] => parse(yaml, file, readPlans);

/** Reads the meetings. Throws UnreadableDemonstration. */
export const parseMeetings = (yaml: string, file: string): ToldSeries[] => parse(yaml, file, readMeetings);

/** Reads the named stories. Throws UnreadableDemonstration. */
export const parseStories = (yaml: string, file: string): Story[] => parse(yaml, file, readStories);

function parse<T>(yaml: string, file: string, read: (place: Place) => T): T {
  const { value, fault, where } = readYaml({ name: file, text: yaml });
  if (fault !== undefined) throw new UnreadableDemonstration(fault);
  try {
    return read(new Place(value));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UnreadableDemonstration(`${where(error.path)}: ${error.message}`);
  }
}
