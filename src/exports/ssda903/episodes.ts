import type { Draft } from "../../domain/chronology/entry.ts";
import type { Day } from "../../domain/dates/day.ts";
import { contains } from "../../domain/dates/period.ts";
import { type Row, returnDay } from "./csv.ts";
import { type CollectionYear, actual, endedBy, textIn } from "./year.ts";

/** The pseudo-postcode of an address in England that is not given. */
const NOWHERE = "ZZ99 3CZ";

/** An unbroken stay: a period of care, or one short break, which is an episode of its own. */
interface Stay {
  readonly period: Draft;
  readonly need: string;
  readonly endReason: string;
}

function staysOf(entries: readonly Draft[]): Stay[] {
  const care = actual(entries, "looked-after");
  const inCare = (on: Day): boolean => care.some((c) => contains({ from: c.happenedOn, until: c.until }, on));
  const breaks = actual(entries, "legal-status").filter((s) => /^V[34]$/.test(textIn(s, "status")) && !inCare(s.happenedOn));
  return [
    ...care.map((period) => ({ period, need: textIn(period, "categoryOfNeed"), endReason: textIn(period, "endReason") || "E8" })),
    ...breaks.map((period) => ({ period, need: "N2", endReason: "E4A" })),
  ].toSorted((a, b) => (a.period.happenedOn < b.period.happenedOn ? -1 : 1));
}

/**
 * The rows of the Episodes table: every stay cut where the legal status or the placement
 * changes. One still open at the year's end has no DEC; the next begins the day the last ended.
 */
export function episodeRows(child: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  const statuses = actual(entries, "legal-status");
  const placements = actual(entries, "placement");
  return staysOf(entries).flatMap((stay) => {
    const { happenedOn: from, until } = stay.period;
    const within = (on: Day): boolean => on > from && (until === undefined || on < until);
    const cuts = [from, ...new Set([...statuses, ...placements].map((p) => p.happenedOn).filter(within))].toSorted();
    return cuts.flatMap((decom, i): Row[] => {
      const next = cuts[i + 1];
      const dec = endedBy(year, next ?? until);
      if (decom > year.upTo || (dec !== undefined && dec < year.from)) return [];
      const status = holding(statuses, decom);
      const placement = holding(placements, decom);
      const moved = placement?.until !== undefined && placement.until === next;
      return [{
        CHILD: child,
        DECOM: returnDay(decom),
        RNE: i === 0 ? "S" : newEpisode(decom, status, placement),
        LS: textIn(status, "status"),
        CIN: stay.need,
        PLACE: textIn(placement, "type"),
        PLACE_PROVIDER: textIn(placement, "provider"),
        DEC: returnDay(dec),
        REC: dec === undefined ? "" : next === undefined ? stay.endReason : "X1",
        REASON_PLACE_CHANGE: dec !== undefined && moved ? textIn(placement, "reasonForChange") : "",
        HOME_POST: NOWHERE,
        PL_POST: NOWHERE,
        URN: textIn(placement, "urn"),
      }];
    });
  });
}

const holding = (periods: readonly Draft[], on: Day): Draft | undefined =>
  periods.findLast((p) => contains({ from: p.happenedOn, until: p.until }, on));

/** L legal status; P placement and carer; T placement; B legal status, placement and carer; U legal status and placement. */
function newEpisode(on: Day, status: Draft | undefined, placement: Draft | undefined): string {
  const newStatus = status?.happenedOn === on;
  if (placement?.happenedOn !== on) return "L";
  const sameCarer = placement.detail["sameCarer"] === true;
  return newStatus ? (sameCarer ? "U" : "B") : sameCarer ? "T" : "P";
}
