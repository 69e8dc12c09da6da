import type { Day } from "../dates/day.ts";
import type { Standard } from "./standard.ts";

/** Where a version of a standard comes from: the national standards, a pack by its id, or the authority’s own change by its number. */
export type Origin = { readonly from: "national" } | { readonly from: "pack"; readonly pack: string } | { readonly from: "own"; readonly change: number };

/** A version of a standard as it is in force in an authority: its effect is cut to the days on which it is. */
export interface Version {
  readonly standard: Standard;
  readonly origin: Origin;
  /** The change that confirmed its text, where the authority did. */
  readonly confirmedBy: number | null;
}

/** A stretch in which an authority holds to a pack. */
export interface Adoption {
  readonly pack: string;
  readonly from: Day;
  /** Not from this day on. */
  readonly until: Day | null;
}

/** A version that an authority set and a later program does not understand. */
export interface Unreadable {
  /** The standard; empty where not even that can be read. */
  readonly id: string;
  /** The change that set it, by its number. */
  readonly change: number;
  /** The days on which it would hold. */
  readonly from: Day;
  readonly until: Day | null;
  readonly why: string;
}
