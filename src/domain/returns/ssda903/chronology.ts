import type { Draft } from "../../chronology/entry.ts";
import { draftAdoptivePlacements } from "./adoptive-placements.ts";
import { draftDecisions, draftMatch, draftOrder } from "./adoption.ts";
import { draftChild } from "./child.ts";
import { draftLiberty, draftMissing, draftPreviousPermanence, draftReviews, draftWorkers } from "./dated-rows.ts";
import type { Drafting } from "./drafting.ts";
import { episodesOf } from "./episodes.ts";
import { draftLegalStatus } from "./legal-status.ts";
import { draftPlacements } from "./placements.ts";
import type { Problem } from "./problem.ts";
import { draftCare, spellsOf } from "./spells.ts";
import type { ChildRows, ReturnYear } from "./tables.ts";

export interface ChronologyContext {
  /** The years that were given, earliest first. */
  readonly years: readonly ReturnYear[];
}

export interface Chronology {
  /** By the day they happened. */
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** A child’s line as the rows tell it, by the kinds table. Pure; total: odd rows give warnings, and the likeliest reading. */
export function chronologyOf(rows: ChildRows, { years }: ChronologyContext): Chronology {
  const drafting: Drafting = { years, drafts: [], problems: [] };
  const spells = spellsOf(episodesOf(rows.episodes, drafting));
  const adopted = rows.adopted.at(-1);
  draftChild(rows, drafting);
  draftCare(spells, drafting);
  for (const spell of spells) {
    draftLegalStatus(spell, drafting);
    draftPlacements(spell, drafting);
    draftAdoptivePlacements(spell, drafting);
  }
  draftDecisions(rows.decisions, adopted, drafting);
  draftMatch(adopted, drafting);
  draftOrder(spells, adopted, drafting);
  draftReviews(rows.reviews, drafting);
  draftPreviousPermanence(rows.previousPermanence, spells, drafting);
  draftMissing(rows.missing, drafting);
  draftWorkers(rows.workers, drafting);
  draftLiberty(rows.liberty, drafting);
  drafting.drafts.sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
  return { drafts: drafting.drafts, problems: drafting.problems };
}
