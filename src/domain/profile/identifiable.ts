import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { lastOf, latestCare, standingConsent, standingPlacementOrder } from "../permanence/moments.ts";
import { ageInWords } from "../permanence/standing.ts";
import type { ListedSummary } from "../permanence/summary.ts";

/**
 * May anything that identifies the child be put in a file or a mail? Only under a placement order or a parent’s consent that stands, or
 * once the child is adopted: until a court, or a parent, has said that the child may be placed, the child may yet go home.
 * Source: Leicestershire’s practice standards 5 and 10.
 */
export function identifiable(c: Case): boolean {
  if (lastOf(c, "adoption-order") !== undefined) return true;
  return latestCare(c)?.until === undefined && (standingPlacementOrder(c) !== undefined || standingConsent(c) !== undefined);
}

type Listed = Pick<ListedSummary, "stage" | "orderOn" | "dates">;

/** As `identifiable`, of a line of a list; where the line cannot tell, the child is not named. */
export function identifiableInList({ stage, orderOn, dates }: Listed): boolean {
  if (stage === "adopted") return true;
  if (stage === "left-care") return false;
  const [given, withdrawn] = [dates["consent-given"], dates["consent-withdrawn"]];
  return orderOn !== null || (given?.certainty === "actual" && (withdrawn === undefined || withdrawn.on < given.on));
}

type Identifying = Listed & Pick<ListedSummary, "name" | "bornOn" | "expectedOn"> & { readonly ageInstead?: string };

/** A line as it may be put in a file on a day: without the name, and with the age instead of the day of birth, of a child who may not be identified. */
export function asMayLeave<Line extends Identifying>(line: Line, today: Day): Line {
  const { name, bornOn, expectedOn } = line;
  if ((name === null && bornOn === null && expectedOn === null) || identifiableInList(line)) return line;
  const age = bornOn !== null ? ageInWords({ on: bornOn, expected: false }, today) : expectedOn !== null ? "Not born yet" : undefined;
  return { ...line, name: null, bornOn: null, expectedOn: null, ...(age === undefined ? {} : { ageInstead: age }) };
}

/** “1 child is told by local id and age alone: …”, for whoever has the file; nothing where nothing was left out. */
export const withheldInWords = (count: number): string =>
  count === 0 ? "" : `${count === 1 ? "1 child is" : `${count.toLocaleString("en-GB")} children are`} told by local id and age, without name or date of birth, because no placement order or parent’s consent stands for ${count === 1 ? "that child" : "them"}: until then neither leaves in a file.`;
