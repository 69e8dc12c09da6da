import { lastOf } from "../permanence/moments.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { daysInWords } from "../chronology/in-words.ts";
import { addDays, type Day } from "../dates/day.ts";
import type { EntryInput } from "../commands/command.ts";

/** The papers that a worker sends before the meeting. Source: Central Bedfordshire’s terms of reference (CBED-18). */
export const PAPERS = { carePlan: "Care plan", chronology: "Chronology" } as const;
export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

/** Where a paper is kept, never the paper itself. */
export interface Paper {
  readonly system: string;
  readonly place: string;
  /** The day of the paper. */
  readonly on: Day;
  readonly receivedOn: Day;
}

/** What was received of one child for one meeting. `entry`: the entry on the record that says so, once both are there. */
export interface Papers extends Readonly<Partial<Record<PaperName, Paper>>> {
  readonly entry?: number;
}

export const missingPapers = (papers: Papers): readonly PaperName[] => (papers.entry === undefined ? PAPER_NAMES.filter((name) => papers[name] === undefined) : []);

/** How long before a meeting a care plan and a chronology may have been submitted and still be offered for it. */
const RECENT_DAYS = 42;

/** After any of these the papers submitted before it are out of date. */
const CHANGES: ReadonlySet<Kind> = new Set<Kind>(["legal-status", "placement", "primary-plan", "contingency-plan", "parallel-plan", "plan-decision", "plan-decision-reversed", "placement-order", "placement-order-revoked", "review"]);

/** What is on record already: the last submission that is recent enough for a meeting, and what changed since, in words. */
export interface OnRecord {
  readonly entry: Entry;
  readonly since: readonly string[];
}

/** The last submission of care plan and chronology where it is recent enough for a meeting on a day, so that nothing is sent twice. */
export function papersOnRecord(c: Case, heldOn: Day): OnRecord | undefined {
  const entry = lastOf(c, "care-plan-submitted");
  if (entry === undefined || entry.happenedOn > heldOn || addDays(entry.happenedOn, RECENT_DAYS) < heldOn) return undefined;
  const since = c.entries.filter((e) => CHANGES.has(e.kind) && e.certainty === "actual" && e.happenedOn > entry.happenedOn && e.happenedOn <= heldOn);
  return { entry, since: since.map((e) => `${KINDS[e.kind].label}, ${daysInWords(e)}`) };
}

export interface PaperRefusal {
  /** `carePlan-system`, `carePlan-place`, `carePlan-on`. */
  readonly field: `${PaperName}-${"system" | "place" | "on"}`;
  readonly message: string;
}

/** What was typed of one paper; `on` is the day, or nothing where it cannot be read. */
export interface PaperTyped {
  readonly system: string;
  readonly place: string;
  readonly on: Day | undefined;
}

/** A paper as it is noted down, or why not. Of a paper of which nothing is said there is nothing. */
export function readPaper(name: PaperName, { system, place, on }: PaperTyped, touched: boolean, today: Day): { readonly paper?: Paper; readonly refusals: readonly PaperRefusal[] } {
  if (!touched) return { refusals: [] };
  const label = PAPERS[name].toLowerCase();
  const refusals: PaperRefusal[] = [];
  if (system.trim() === "") refusals.push({ field: `${name}-system`, message: `Say in which system the ${label} is kept` });
  if (place.trim() === "") refusals.push({ field: `${name}-place`, message: `Say where in it the ${label} is` });
  if (on === undefined) refusals.push({ field: `${name}-on`, message: `Enter the day of the ${label}` });
  else if (on > today) refusals.push({ field: `${name}-on`, message: `The day of the ${label} is in the future. Enter the day it was written or last brought up to date` });
  return refusals.length > 0 || on === undefined ? { refusals } : { paper: { system: system.trim().slice(0, 200), place: place.trim().slice(0, 500), on, receivedOn: today }, refusals: [] };
}

/** The entry that says both papers were submitted, with where they are as its proof; nothing while one is missing. */
export function papersEntry({ carePlan, chronology }: Papers): EntryInput | undefined {
  if (carePlan === undefined || chronology === undefined) return undefined;
  const receivedOn = carePlan.receivedOn > chronology.receivedOn ? carePlan.receivedOn : chronology.receivedOn;
  const same = carePlan.system === chronology.system;
  return {
    kind: "care-plan-submitted", happenedOn: receivedOn, certainty: "actual",
    detail: {
      evidenceSystem: same ? carePlan.system : `${carePlan.system}; ${chronology.system}`,
      evidencePlace: carePlan.place === chronology.place ? carePlan.place : `Care plan: ${carePlan.place}. Chronology: ${chronology.place}`,
      evidenceOn: carePlan.on < chronology.on ? carePlan.on : chronology.on,
    },
  };
}
