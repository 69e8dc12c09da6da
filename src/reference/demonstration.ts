import type { Role } from "../domain/access/role.ts";
import type { Organisation } from "../domain/access/viewer.ts";
import type { Cause, Certainty, Detail, WithdrawalCause } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { SimulationSettings } from "../domain/simulation/settings.ts";

export interface DemonstrationAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The code by which children are allocated to this person. */
  readonly worker?: string;
}

export interface DemonstrationAuthority {
  readonly organisation: Organisation;
  /** How many children to invent, beside those of the named stories. */
  readonly children: number;
  readonly settings: SimulationSettings;
  readonly accounts: readonly DemonstrationAccount[];
  /** From which stage the agency sees this authority's children. */
  readonly agreementFrom: Stage;
}

export interface DemonstrationRegion {
  readonly seed: string;
  /** How many years back the region's children reach. */
  readonly years: number;
  readonly agency: { readonly organisation: Organisation; readonly accounts: readonly DemonstrationAccount[] };
  readonly authorities: readonly DemonstrationAuthority[];
}

/** A dated line of a story; `on`, `until` and `recorded` are days or say how long ago, checked when the file is read. */
export interface StoryEntry {
  readonly kind: Kind;
  readonly on: string;
  readonly until?: string;
  readonly recorded?: string;
  readonly certainty: Certainty;
  readonly detail: Detail;
  /** A name by which a later line refers to this one. */
  readonly as?: string;
  readonly supersedes?: string;
  readonly cause?: Cause | WithdrawalCause;
  readonly reason?: string;
}

export interface StoryRecord {
  readonly localId: string;
  readonly entries: readonly StoryEntry[];
}

export interface Story {
  readonly id: string;
  /** The authority's code. */
  readonly authority: string;
  /** One sentence: what the story shows. */
  readonly shows: string;
  readonly children: readonly StoryRecord[];
  readonly group?: StoryRecord;
}

export interface Demonstration {
  readonly region: DemonstrationRegion;
  readonly stories: readonly Story[];
}
