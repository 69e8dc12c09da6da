import type { Life } from "../life.ts";
import type { JourneyKind } from "../settings.ts";
import { adopted, adoptedAfterDisruption, adoptedByCarer, adoptedByEarlyCarers, relinquished } from "./adoption.ts";
import { shortBreaks, unborn } from "./not-in-care.ts";
import { guardianship, home, longTermFostering, residential, section20, withParents } from "./other-plans.ts";
import { remade, reversed } from "./reversed.ts";

/** An age when a child comes into care, in days, and how many such children there are beside the other ages. */
export interface AgeBand {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Journey {
  readonly tell: (life: Life) => void;
  readonly ages: readonly AgeBand[];
  /** May brothers and sisters make it too? */
  readonly siblings: boolean;
}

const YEAR = 365;
const NEWBORN: AgeBand = { from: 1, to: 14, weight: 45 };
const YOUNG: readonly AgeBand[] = [NEWBORN, { from: 15, to: YEAR, weight: 25 }, { from: YEAR, to: 3 * YEAR, weight: 22 }, { from: 3 * YEAR, to: 6 * YEAR, weight: 8 }];
const aged = (from: number, to: number): readonly AgeBand[] => [{ from: from * YEAR, to: to * YEAR, weight: 1 }];

/** Every journey and who makes it. The compiler refuses one left out. */
export const JOURNEY_TABLE: Readonly<Record<JourneyKind, Journey>> = {
  "adoption": { tell: adopted, ages: YOUNG, siblings: true },
  "fostering-for-adoption": { tell: adoptedByEarlyCarers, ages: [NEWBORN], siblings: false },
  "adopted-by-carer": { tell: adoptedByCarer, ages: YOUNG, siblings: false },
  "relinquished": { tell: relinquished, ages: [{ from: 1, to: 4, weight: 1 }], siblings: false },
  "disrupted": { tell: adoptedAfterDisruption, ages: aged(1, 5), siblings: true },
  "reversed": { tell: reversed, ages: aged(1, 6), siblings: true },
  "remade": { tell: remade, ages: aged(0.1, 3), siblings: false },
  "guardianship": { tell: guardianship, ages: aged(0, 10), siblings: true },
  "home": { tell: home, ages: aged(0, 15), siblings: true },
  "long-term-fostering": { tell: longTermFostering, ages: aged(4, 13), siblings: true },
  "residential": { tell: residential, ages: aged(10, 15.5), siblings: false },
  "section-20": { tell: section20, ages: aged(4, 15.5), siblings: true },
  "with-parents": { tell: withParents, ages: aged(0.2, 10), siblings: true },
  "early-alert": { tell: unborn, ages: [], siblings: false },
  "short-breaks": { tell: shortBreaks, ages: aged(6, 14), siblings: false },
};

/** What an older brother or sister does when the children are placed apart. */
export const APART: Partial<Record<JourneyKind, JourneyKind>> = {
  "adoption": "long-term-fostering", "disrupted": "long-term-fostering", "reversed": "guardianship", "guardianship": "long-term-fostering",
  "home": "guardianship", "long-term-fostering": "residential", "section-20": "home", "with-parents": "home",
};
