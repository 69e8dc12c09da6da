import { type Agreement, sharedUnder } from "../agency/agreement.ts";
import type { Refusal } from "../commands/command.ts";
import { sharedFrom, type Stage, STAGE_CODES } from "../permanence/stage.ts";

/** A child whom an agreement might share. `wall`: 0 none, 1 restricted of itself, 2 by hand, 3 sealed. */
export interface Shareable {
  readonly localId: string;
  readonly stage: Stage;
  readonly wall: number;
}

type Shown = Pick<Agreement, "agency" | "fromStage" | "functions">;

/** Who would appear to an agency and who would vanish. */
export interface SharingChange {
  readonly appear: readonly Shareable[];
  readonly vanish: readonly Shareable[];
  /** Shared before and after. */
  readonly stay: number;
  readonly byStage: readonly { readonly stage: Stage; readonly appear: number; readonly vanish: number; readonly stay: number }[];
  /** Records restricted by hand that would come within the agreement. How many, and no more. */
  readonly exposed: number;
}

/** What another agreement would change of who is shared. To another agency, everybody is new. */
export function sharingChange(before: Shown | undefined, after: Shown, children: readonly Shareable[]): SharingChange {
  const had = before?.agency === after.agency ? before : undefined;
  const sorts = children.map((child) => ({ child, was: before !== undefined && sharedUnder(before, child), had: had !== undefined && sharedUnder(had, child), is: sharedUnder(after, child) }));
  const appear = sorts.filter(({ had, is }) => is && !had).map(({ child }) => child);
  const vanish = sorts.filter(({ was, had, is }) => was && !(had && is)).map(({ child }) => child);
  const stay = sorts.filter(({ had, is }) => had && is).map(({ child }) => child);
  const at = (of: readonly Shareable[], stage: Stage): number => of.filter((child) => child.stage === stage).length;
  return {
    appear, vanish, stay: stay.length,
    byStage: STAGE_CODES.map((stage) => ({ stage, appear: at(appear, stage), vanish: at(vanish, stage), stay: at(stay, stage) })).filter((row) => row.appear + row.vanish + row.stay > 0),
    exposed: children.filter(({ stage, wall }) => wall === 2 && within(after, stage) && !(had !== undefined && within(had, stage))).length,
  };
}

const within = ({ fromStage }: Shown, stage: Stage): boolean => sharedFrom(fromStage).includes(stage);

/** The field of a refusal that says more than that something was mistyped: it is written down. */
export const EXPOSED = "exposed";

/** Why a change of the agreement is not made, whoever asks; nothing where it may be. */
export function refuseSharing({ exposed }: SharingChange): Refusal | undefined {
  if (exposed === 0) return undefined;
  return {
    field: EXPOSED,
    message: `${exposed === 1 ? "A record that is restricted by hand" : `${exposed} records that are restricted by hand`} would come within this agreement. Choose a later stage, or ask the adoption records officer to end the ${exposed === 1 ? "restriction" : "restrictions"} first, if that is right`,
  };
}
