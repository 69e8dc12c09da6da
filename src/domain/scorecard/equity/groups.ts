import { SEXES } from "../../chronology/codes.ts";
import { ageOn, type Day } from "../../dates/day.ts";

/** What of a child the groups are made by; null where it is not recorded. */
export interface Particulars {
  /** A code of the return; or any words. */
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly sex: string | null;
  readonly bornOn: Day | null;
  /** Children to be placed together, this one among them. */
  readonly together: number;
}

interface Characteristic {
  readonly label: string;
  /** What it means for somebody’s to be recorded. */
  readonly note: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly groupOf: (of: Particulars, decidedOn: Day) => string | null;
}

/** The return’s codes of ethnicity in groups; REFU and NOBT say that none is known. Source: the code list of the SSDA903. */
const ETHNICITIES: Readonly<Record<string, string>> = {
  WBRI: "british", WIRI: "white", WOTH: "white", WIRT: "white", WROM: "white", MWBC: "mixed", MWBA: "mixed", MWAS: "mixed", MOTH: "mixed",
  AIND: "asian", APKN: "asian", ABAN: "asian", AOTH: "asian", CHNE: "asian", BCRB: "black", BAFR: "black", BOTH: "black", OOTH: "other",
};

const ageGroup = (years: number): string => (years < 1 ? "under-1" : years < 3 ? "1-2" : years < 5 ? "3-4" : "5-over");

/** The characteristics by which waits are looked at, each with its groups in the order in which they are shown. */
export const CHARACTERISTICS = {
  ethnicity: {
    label: "Ethnicity", note: "by the codes of the return; refused, not yet obtained and other words count as not recorded",
    groups: { british: "White British", white: "White, other than British", mixed: "Mixed or multiple", asian: "Asian", black: "Black", other: "Another group" },
    groupOf: ({ ethnicity }) => (ethnicity === null ? null : ETHNICITIES[ethnicity.trim().toUpperCase()] ?? null),
  },
  disability: {
    label: "Disability", note: "as recorded with the child’s particulars",
    groups: { yes: "Disabled", no: "Not disabled" },
    groupOf: ({ disability }) => (disability === null ? null : disability ? "yes" : "no"),
  },
  age: {
    label: "Age at the decision", note: "in whole years; a child not yet born is under 1",
    groups: { "under-1": "Under 1", "1-2": "1 or 2", "3-4": "3 or 4", "5-over": "5 or over" },
    groupOf: ({ bornOn }, decidedOn) => (bornOn === null ? null : ageGroup(bornOn > decidedOn ? 0 : ageOn(bornOn, decidedOn).years)),
  },
  siblings: {
    label: "Brothers and sisters", note: "to be placed together, as it is recorded now",
    groups: { alone: "To be placed alone", two: "Two together", more: "Three or more together" },
    groupOf: ({ together }) => (together < 2 ? "alone" : together === 2 ? "two" : "more"),
  },
  sex: {
    label: "Sex", note: "as recorded with the child’s particulars",
    groups: { F: SEXES.F, M: SEXES.M },
    groupOf: ({ sex }) => (sex === "F" || sex === "M" ? sex : null),
  },
} as const satisfies Record<string, Characteristic>;
export type CharacteristicCode = keyof typeof CHARACTERISTICS;
export const CHARACTERISTIC_CODES = Object.keys(CHARACTERISTICS) as CharacteristicCode[];
export const characteristic = (code: CharacteristicCode): Characteristic => CHARACTERISTICS[code];
