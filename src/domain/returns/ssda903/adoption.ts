import { REVERSAL_REASONS } from "../../chronology/codes.ts";
import { dayInWords } from "../../dates/day.ts";
import { type Drafting, draft, warn } from "./drafting.ts";
import { isAdoption } from "./episodes.ts";
import { type Spell, lastEpisode } from "./spells.ts";
import type { AdoptedRow, DecisionRow } from "./tables.ts";

/**
 * The decisions that a child should be placed, several years together. The same decision
 * in a later file stands in place of the earlier; one still standing in an earlier file
 * that the next file with decisions does not have was corrected there.
 */
export function decisionsOf(rows: readonly DecisionRow[], drafting: Pick<Drafting, "problems">): DecisionRow[] {
  let decisions: DecisionRow[] = [];
  for (const yearEnding of new Set(rows.map((r) => r.file.yearEnding))) {
    const ofYear = rows.filter((r) => r.file.yearEnding === yearEnding && r.decidedOn !== null);
    if (ofYear.length === 0) continue;
    const kept = decisions.filter((d) => d.ceasedOn !== null && !ofYear.some((r) => r.decidedOn === d.decidedOn));
    for (const lost of decisions.filter((d) => d.ceasedOn === null && !ofYear.some((r) => r.decidedOn === d.decidedOn))) {
      warn(drafting, lost, "DATE_PLACED", `This decision stood at the end of its year and is not in the file for the year ending 31 March ${yearEnding}, which has another. That one is used.`);
    }
    decisions = [...kept, ...ofYear];
  }
  const byDay = new Map(decisions.map((d) => [d.decidedOn, d]));
  return [...byDay.values()];
}

/** The agency decisions and their reversals. DATE_INT of AD1 is the same decision, and serves where there is no row for it. */
export function draftDecisions(rows: readonly DecisionRow[], adopted: AdoptedRow | undefined, drafting: Drafting): void {
  const decisions = decisionsOf(rows, drafting);
  for (const row of decisions) {
    if (row.decidedOn === null) continue;
    draft(drafting, row, { kind: "plan-decision", on: row.decidedOn, detail: { outcome: "made" } });
    if (row.ceasedOn === null) continue;
    const known = row.reason !== null && Object.hasOwn(REVERSAL_REASONS, row.reason);
    if (!known) warn(drafting, row, "REASON_PLACED_CEASED", "There is no reason for the reversal. It is taken as RD4, any other reason.");
    draft(drafting, row, { kind: "plan-decision-reversed", on: row.ceasedOn, detail: { reason: known ? row.reason : "RD4" } });
  }
  if (decisions.length === 0 && adopted?.decidedOn !== undefined && adopted.decidedOn !== null) {
    draft(drafting, adopted, { kind: "plan-decision", on: adopted.decidedOn, detail: { outcome: "made" } });
  }
}

/** The match, which the return gives only for children adopted in the year. */
export function draftMatch(adopted: AdoptedRow | undefined, drafting: Drafting): void {
  if (adopted?.matchedOn === undefined || adopted.matchedOn === null) return;
  draft(drafting, adopted, { kind: "match-decision", on: adopted.matchedOn, detail: { outcome: "made", adoptedByCarer: adoptedByCarer(adopted) } });
}

/** FOSTER_CARE: whether the child was adopted by the carer they lived with; null where it is not said. */
const adoptedByCarer = (adopted: AdoptedRow | undefined): boolean | null =>
  adopted?.fosterCare === "1" ? true : adopted?.fosterCare === "0" ? false : null;

/** The order is made on the day the episode ends with E11 or E12. There is one in a life. Where no match is given, who adopted goes with it. */
export function draftOrder(spells: readonly Spell[], adopted: AdoptedRow | undefined, drafting: Drafting): void {
  const orders = spells.map(lastEpisode).filter((e) => e.until !== null && isAdoption(e.rec));
  const last = orders.at(-1);
  if (last?.until === undefined || last.until === null) return;
  for (const earlier of orders.slice(0, -1)) {
    warn(drafting, earlier, "REC", `This child is said to be adopted twice: on ${dayInWords(earlier.until ?? earlier.decom)} and on ${dayInWords(last.until)}. The later is used.`);
  }
  const matched = adopted?.matchedOn !== undefined && adopted.matchedOn !== null;
  draft(drafting, last, { kind: "adoption-order", on: last.until, detail: { outcome: "made", adoptedByCarer: matched ? null : adoptedByCarer(adopted) } });
}
