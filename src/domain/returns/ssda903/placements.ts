import { PLACEMENT_TYPES } from "../../chronology/codes.ts";
import { type Drafting, draft } from "./drafting.ts";
import type { Episode } from "./episodes.ts";
import { lastOfRun, runsOf } from "./runs.ts";
import type { Spell } from "./spells.ts";

/** Reasons for a new episode with which a placement begins. */
export const PLACEMENT_BEGINS: ReadonlySet<string> = new Set(["S", "P", "T", "B", "U"]);
/** Among them, those after which the child is still with the same carer. */
const SAME_CARER: ReadonlySet<string> = new Set(["T", "U"]);

/** A new legal status (L) is no new placement, unless the row itself shows another one. */
export const placementBegins = (e: Episode, before: Episode): boolean =>
  PLACEMENT_BEGINS.has(e.rne ?? "") || e.place !== before.place;

/** Whether the child stayed with the carer of the episode before. */
export const sameCarer = (e: Episode): boolean => SAME_CARER.has(e.rne ?? "") || e.rne === "L";

/** Where the child lived. What the walk back to a foster carer’s first day needs is kept: type, provider’s number, same carer. */
export function draftPlacements(spell: Spell, drafting: Drafting): void {
  for (const run of runsOf(spell.episodes, placementBegins, PLACEMENT_BEGINS)) {
    const [first] = run.episodes;
    if (first.place === null || !Object.hasOwn(PLACEMENT_TYPES, first.place)) continue;
    draft(drafting, first, {
      kind: "placement",
      on: run.on,
      until: run.until,
      detail: {
        type: first.place,
        provider: first.provider,
        urn: first.urn,
        sameCarer: run.startUnknown ? null : sameCarer(first),
        reasonForChange: run.until === null ? null : lastOfRun(run).reasonForChange,
        startUnknown: run.startUnknown ? true : null,
      },
    });
  }
}
