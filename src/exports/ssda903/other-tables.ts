import type { Draft } from "../../domain/chronology/entry.ts";
import { type Day, addMonths, ageOn, earliest, latest, partsOf } from "../../domain/dates/day.ts";
import { random } from "../../domain/simulation/random.ts";
import { type Row, returnDay } from "./csv.ts";
import { type CollectionYear, actual, during, endedBy, textIn, touches } from "./year.ts";

/** Up to 2023/24 the return wrote 1 and 2; from 2024/25 letters. */
const FIRST_YEAR_OF_LETTERS = 2025;

export function headerRow(child: string, bornOn: Day, entries: readonly Draft[], year: CollectionYear): Row {
  const particulars = actual(entries, "particulars").at(-1);
  const sex = textIn(particulars, "sex");
  return {
    CHILD: child, DOB: returnDay(bornOn), ETHNIC: textIn(particulars, "ethnicity") || "NOBT",
    SEX: year.ending >= FIRST_YEAR_OF_LETTERS ? sex || "U" : sex === "F" ? "2" : "1",
    UPN: ageOn(bornOn, year.upTo).years < 5 ? "UN1" : pupilNumber(child, bornOn),
    MOTHER: sex === "F" ? "0" : "",
  };
}

const CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/** A pupil number of the right pattern, its first letter checking the rest; of no real school. */
function pupilNumber(child: string, bornOn: Day): string {
  const number = Number(child.replace(/\D/g, "").slice(-6));
  const digits = `901${String(4000 + Math.floor(number / 1000)).slice(-4)}${String(partsOf(bornOn).year + 5).slice(-2)}${String(number % 1000).padStart(3, "0")}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i + 2), 0);
  return `${CHECK_LETTERS[sum % CHECK_LETTERS.length]}${digits}`;
}

export function reviewRows(child: string, bornOn: Day, entries: readonly Draft[], year: CollectionYear): Row[] {
  return actual(entries, "review").filter((e) => during(year, e.happenedOn)).map((e) => ({
    CHILD: child, DOB: returnDay(bornOn), REVIEW: returnDay(e.happenedOn),
    REVIEW_CODE: textIn(e, "participation") || (ageOn(bornOn, e.happenedOn).years < 4 ? "PN0" : "PN1"),
  }));
}

/** Of every child whose care began in the year. */
export function previousPermanenceRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  const began = actual(entries, "looked-after").findLast((care) => during(year, care.happenedOn));
  const known = began === undefined ? undefined : actual(entries, "previous-permanence").findLast((e) => e.happenedOn <= began.happenedOn);
  return known === undefined ? [] : [{ CHILD: child, DOB: dob, PREV_PERM: textIn(known, "type"), LA_PERM: textIn(known, "authority"), DATE_PERM: textIn(known, "date") }];
}

export function missingRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  return actual(entries, "missing").filter((e) => touches(year, e)).map((e) => ({
    CHILD: child, DOB: dob, MISSING: textIn(e, "type") || "M", MIS_START: returnDay(e.happenedOn), MIS_END: returnDay(endedBy(year, e.until)),
  }));
}

export function libertyRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  return actual(entries, "deprivation-of-liberty").filter((e) => touches(year, e)).map((e) => ({
    CHILD: child, DOB: dob, DOLO_START: returnDay(e.happenedOn), DOLO_END: returnDay(endedBy(year, e.until)),
  }));
}

/** Allocated workers, for as long as the child was in care. */
export function workerRows(child: string, dob: string, entries: readonly Draft[], year: CollectionYear): Row[] {
  return actual(entries, "looked-after").filter((care) => touches(year, care)).flatMap((care) =>
    actual(entries, "allocated-worker").flatMap((e): Row[] => {
      const from = latest(e.happenedOn, care.happenedOn);
      const until = e.until === undefined ? care.until : care.until === undefined ? e.until : earliest(e.until, care.until);
      if ((until !== undefined && (until <= from || until < year.from)) || from > year.upTo) return [];
      return [{ CHILD: child, DOB: dob, SW_ID: textIn(e, "worker"), SW_DECOM: returnDay(from), SW_DEC: returnDay(endedBy(year, until)), SW_REASON: textIn(e, "reason") }];
    }));
}

/** Health and other outcomes of children looked after for the twelve months to 31 March; invented, from the child's id. */
export function outcomeRows(child: string, bornOn: Day, entries: readonly Draft[], year: CollectionYear): Row[] {
  const sinceOn = addMonths(year.upTo, -12);
  const stayed = actual(entries, "looked-after").some((care) => care.happenedOn <= sinceOn && (care.until === undefined || care.until > year.upTo));
  if (!year.whole || !stayed) return [];
  const luck = random(`${child}/${year.ending}`);
  const age = ageOn(bornOn, year.upTo).years;
  const yes = (share: number): string => (luck.chance(share) ? "1" : "0");
  const scored = age >= 4 && age < 17;
  const misuse = age >= 10 ? yes(0.04) : "";
  return [{
    CHILD: child, DOB: returnDay(bornOn),
    SDQ_SCORE: scored ? String(luck.whole(2, 28)) : "",
    CONVICTED: age >= 10 ? yes(0.02) : "",
    HEALTH_CHECK: age < 5 ? yes(0.9) : "",
    IMMUNISATIONS: yes(0.86), TEETH_CHECK: yes(0.8), HEALTH_ASSESSMENT: yes(0.9),
    SUBSTANCE_MISUSE: misuse,
    INTERVENTION_RECEIVED: misuse === "1" ? "1" : "",
  }];
}
