import type { Draft } from "../../domain/chronology/entry.ts";
import { random } from "../../domain/simulation/random.ts";
import { type Row, returnDay } from "./csv.ts";
import { type CollectionYear, actual, during, endedBy, textIn, touches } from "./year.ts";

/** PlacedAdoption: each decision that stood in the year, and its end if it had one. Only for a child in care in the year. */
export function decisionRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  if (!actual(entries, "looked-after").some((care) => touches(year, care))) return [];
  const decisions = actual(entries, "plan-decision");
  const reversals = actual(entries, "plan-decision-reversed");
  return decisions.flatMap((decision, i): Row[] => {
    const next = decisions[i + 1];
    const reversal = reversals.find((r) => r.happenedOn >= decision.happenedOn && (next === undefined || r.happenedOn <= next.happenedOn));
    // Made again with no reversal between: the same decision, confirmed.
    const confirmed = i > 0 && !reversals.some((r) => r.happenedOn >= decisions[i - 1]!.happenedOn && r.happenedOn <= decision.happenedOn);
    if (confirmed || decision.happenedOn > year.upTo || (reversal !== undefined && reversal.happenedOn < year.from)) return [];
    const ceasedOn = endedBy(year, reversal?.happenedOn);
    return [{
      CHILD: child, DOB: dob, DATE_PLACED: returnDay(decision.happenedOn),
      DATE_PLACED_CEASED: returnDay(ceasedOn), REASON_PLACED_CEASED: ceasedOn === undefined ? "" : textIn(reversal, "reason"),
    }];
  });
}

/** The codes of adopters that agree with each other: how many, their sex, and what they are to each other. */
const ADOPTERS = { "1 F1 L0": 14, "1 M1 L0": 2, "2 MF L11": 58, "2 MF L3": 8, "2 MM L12": 8, "2 FF L12": 5, "2 MM L4": 2, "2 FF L2": 1, "2 MF L2": 2 } as const;

/** AD1: children adopted in the year. What the chronology does not hold of their adopters is drawn from the family's reference. */
export function adoptedRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  const order = actual(entries, "adoption-order").at(-1);
  if (order === undefined || !during(year, order.happenedOn)) return [];
  const before = (kind: "plan-decision" | "match-decision" | "placement"): Draft | undefined => actual(entries, kind).findLast((e) => e.happenedOn <= order.happenedOn);
  // Brothers and sisters who go to one family have the same adopters.
  const family = textIn(before("match-decision"), "family");
  const [number, sexes, tie] = random(family === "" ? child : family).weighted(ADOPTERS).split(" ");
  return [{
    CHILD: child, DOB: dob,
    DATE_INT: returnDay(before("plan-decision")?.happenedOn),
    DATE_MATCH: returnDay(before("match-decision")?.happenedOn),
    FOSTER_CARE: /^A[35]$/.test(textIn(before("placement"), "type")) ? "1" : "0",
    NB_ADOPTR: number, SEX_ADOPTR: sexes, LS_ADOPTR: tie,
  }];
}
