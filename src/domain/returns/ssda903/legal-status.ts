import { LEGAL_STATUSES } from "../../chronology/codes.ts";
import { type Drafting, draft } from "./drafting.ts";
import { type Run, runsOf } from "./runs.ts";
import type { Spell } from "./spells.ts";

/** Reasons for a new episode with which a legal status begins. */
const STATUS_BEGINS = new Set(["S", "L", "B", "U"]);

/**
 * Legal statuses of a spell, each for as long as it lasted, and the placement orders among
 * them. A placement order suspends the care order, so the return shows E1 and not C2.
 */
export function draftLegalStatus(spell: Spell, drafting: Drafting): void {
  const runs = runsOf(spell.episodes, (e, before) => e.ls !== before.ls, STATUS_BEGINS).filter(isKnown);
  for (const [i, run] of runs.entries()) {
    const [first] = run.episodes;
    const startUnknown = run.startUnknown ? true : null;
    draft(drafting, first, { kind: "legal-status", on: run.on, until: run.until, detail: { status: first.ls, startUnknown } });
    if (first.ls !== "E1") continue;
    // Across a gap in the episodes an E1 on both sides is one order.
    if (runs[i - 1]?.episodes[0].ls !== "E1") draft(drafting, first, { kind: "placement-order", on: run.on, detail: { startUnknown } });
    const next = runs[i + 1];
    if (next !== undefined && next.episodes[0].ls !== "E1") draft(drafting, next.episodes[0], { kind: "placement-order-revoked", on: next.on });
  }
}

const isKnown = (run: Run): boolean => run.episodes[0].ls !== null && Object.hasOwn(LEGAL_STATUSES, run.episodes[0].ls);
