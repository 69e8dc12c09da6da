import { type Difference, differencesOf, type DifferenceSide, HOW_SETTLED, isUnsettled } from "../agency/differences.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { replacing } from "./record-agency-date.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { correctEntry } from "./correct-entry.ts";
import { lowerFirst } from "./entry-input.ts";

export interface SettlingInput {
  /** The kind whose two dates differ. */
  readonly of: string;
  readonly how: string;
  readonly why: string;
}

/**
 * Settles where the agency’s date of something and the authority’s differ. Each side puts its own date right at once; where
 * it holds that the other’s is wrong, it proposes so, and the other puts it right or not. That both stand is settled by either.
 */
export function settleDifference(c: Case, input: SettlingInput, side: DifferenceSide, today: Day): Decision {
  const difference = differencesOf(c).find(({ kind }) => kind === input.of);
  if (difference === undefined || !isUnsettled(difference)) return refuse({ field: "of", message: "These two dates no longer differ, or somebody has settled it. Open the page again to see how they stand" });
  const how = HOW_SETTLED.find((code) => code === input.how);
  const why = input.why.trim();
  const refusals: Refusal[] = [
    ...(how === undefined ? [{ field: "how", message: "Choose which date holds" }] : []),
    ...(why === "" ? [{ field: "why", message: "Say why, so that the other side understands" }] : []),
    ...(why.length > 2000 ? [{ field: "why", message: "Write why in 2,000 characters or fewer" }] : []),
  ];
  if (how === undefined || refusals.length > 0) return refuse(...refusals);
  if (how === side && difference.state === "proposed" && difference.said?.how === how) {
    return refuse({ field: "how", message: `This is proposed already: it is ${side === "authority" ? "the agency" : "the authority"} who can put ${lowerFirst(KINDS[difference.kind].label)} right` });
  }
  const settled = (proposed: boolean): Draft => ({
    kind: "difference-settled", happenedOn: today, certainty: "actual", detail: { of: difference.kind, how, ...(proposed ? { proposed } : {}), why }, source: { type: "person" },
  });
  if (how === "both") return accept(settled(false));
  if (how === side) return accept(settled(true));
  const righted = side === "agency" ? agencyPutRight(difference, why) : authorityPutRight(c, difference, why, today);
  return righted.accepted ? accept(...righted.drafts, settled(false)) : righted;
}

/** The agency’s date becomes the authority’s. */
function agencyPutRight({ authority, agency: { entry } }: Difference, why: string): Decision {
  if (authority === null) return refuse({ field: "of", message: "The authority has no date of this" });
  const { on: happenedOn, certainty } = authority;
  return accept({ kind: "agency-date", happenedOn, certainty, detail: entry.detail, source: { type: "person" }, ...replacing(entry, { certainty, happenedOn }, why) });
}

/** The authority’s own entry takes the agency’s day, as a correction of it would: under every rule that holds of one. */
function authorityPutRight(c: Case, { authority, agency }: Difference, why: string, today: Day): Decision {
  const old = c.entries.find(({ number }) => number === authority?.entry);
  if (old === undefined) return refuse({ field: "of", message: "The authority has no date of this. Record it on the child’s own page" });
  const { cause } = replacing(old, { certainty: agency.certainty, happenedOn: agency.on }, why);
  const detail = Object.fromEntries(Object.entries(old.detail).map(([name, value]): [string, string] => [name, String(value)]));
  const decision = correctEntry(c, { number: old.number, kind: old.kind, happenedOn: agency.on, certainty: agency.certainty, detail, cause, reason: why }, today, "child");
  return decision.accepted ? decision : refuse(...decision.refusals.map(({ message }) => ({ field: "how", message })));
}
