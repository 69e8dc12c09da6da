import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { sharedFrom, type Stage } from "../permanence/stage.ts";
import type { Role } from "./role.ts";

/** What keeps people out of a record, from nothing at all to the seal after an adoption. */
export const WALLS = { 0: "Open", 1: "Restricted", 2: "Restricted by hand", 3: "Sealed" } as const;
export type Wall = keyof typeof WALLS;

/** When records of an authority are restricted of themselves, and which roles open them even so. */
export interface RestrictionRule {
  /** On the line to an adoption order; from the order itself every record is. */
  readonly fromStage: Stage;
  /** Those of a regional agency open only what the agreement shares, where the authority has given the agency a function. */
  readonly roles: readonly Role[];
}

/** The rule of an authority that has made none. */
export const DEFAULT_RESTRICTION: RestrictionRule = {
  fromStage: "adopted",
  roles: ["business-support", "service-manager", "decision-maker", "tracking-administrator", "adoption-records", "agency-home-finder"],
};

/** The stages in which a rule restricts records of itself. */
export const restrictedStages = (rule: RestrictionRule): readonly Stage[] => [...new Set<Stage>([...sharedFrom(rule.fromStage), "adopted"])];

/**
 * The wall of a record, from its chronology, its stage and its authority’s rule:
 *
 * - 3, sealed: nobody but the adoption records officer, who only reads; so too what is left behind by a child who moved to another authority;
 * - 2, restricted by hand: only the people named on it, and the adoption records officer;
 * - 1, restricted of itself: those who work with the child, and the roles that the rule admits;
 * - 0, open to whoever works for the authority, or is otherwise let in.
 *
 * A restriction that has an end has ended: today is not known here, so none is ended ahead of its day.
 */
export function wallOf(c: Case, stage: Stage, rule: RestrictionRule): Wall {
  if (closedBy(c) !== null) return 3;
  if (c.of("restriction").some((e) => isActual(e) && e.until === undefined)) return 2;
  return restrictedStages(rule).includes(stage) ? 1 : 0;
}

/** What closed a record to all but the adoption records officer: its child moved to another authority, or it is sealed. */
export function closedBy(c: Case): "moved" | "sealed" | null {
  if (standsAfter(c, "moved-authority", "came-from-authority")) return "moved";
  return standsAfter(c, "record-sealed", "seal-undone") ? "sealed" : null;
}

const isActual = (e: Entry): boolean => e.certainty === "actual";

/** Whether the one happened, and the other has not since. */
function standsAfter(c: Case, done: Kind, undone: Kind): boolean {
  return c.entries.findLast((e) => isActual(e) && (e.kind === done || e.kind === undone))?.kind === done;
}
