import type { AdoptiveSide } from "../identity/household.ts";
import { random } from "./random.ts";

/** Words of invented adopters. None of them stands anywhere else in the region: wherever one is found beyond the wall, it has leaked. */
const FAMILY = [
  "Quillfeather", "Wrenmarshal", "Larkspindle", "Hollowtayne", "Fernsboake", "Mossgatherer", "Tallowmerrin", "Brackenholtby", "Skylarkin", "Hazelriggers",
  "Thornapplin", "Rookhopeton", "Silverlodge-Pym", "Merrowgatley", "Cloverdykes", "Applewhaite-Roe",
] as const;
const GIVEN = ["Orsolina", "Thessalie", "Ludovine", "Evariston", "Calpurnia-Jo", "Isolbrand", "Petronelda", "Wulfhilde", "Amabilia", "Quintrell", "Sephirah", "Leofwyne"] as const;
const CHILD_GIVEN = ["Elowennah", "Tamsirel", "Corisandre", "Jorvynne", "Lirabelle", "Osmerith", "Peverelle", "Silvarre"] as const;
const STREETS = ["Tanglewick Rise", "Nettlecombe Row", "Pipistrelle Lane", "Harvestmouse Close", "Saltcellar Walk", "Bellfounder Street", "Gooseacre Road", "Glovemaker Yard"] as const;
const TOWNS = ["Upper Tansleford", "Nether Quoylby", "Little Wistowen", "Market Orrindale", "Great Cressenby"] as const;
const AREA = "ZQ";
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

/** Who the invented adopters of a child are; from the order on (`ordered`), who the child is since. */
export function inventAdopters(seed: string, ordered: boolean): AdoptiveSide {
  const luck = random(seed);
  const family = luck.pick(FAMILY);
  const first = luck.pick(GIVEN);
  const second = luck.pick(GIVEN.filter((name) => name !== first));
  const adopters = [{ givenNames: first, familyName: family }, ...(luck.chance(0.7) ? [{ givenNames: second, familyName: luck.chance(0.8) ? family : luck.pick(FAMILY) }] : [])];
  const postcode = `${AREA}${luck.whole(1, 9)} ${luck.whole(1, 9)}${luck.pick([...LETTERS])}${luck.pick([...LETTERS])}`;
  return {
    household: {
      adopters, address: [`${luck.whole(1, 98)} ${luck.pick(STREETS)}`], town: luck.pick(TOWNS), postcode,
      phones: [`07700 900${String(luck.whole(0, 999)).padStart(3, "0")}`], email: `${first.toLowerCase()}@${family.toLowerCase()}.example`,
    },
    child: ordered ? { givenNames: luck.pick(CHILD_GIVEN), familyName: family, newRecord: `ADR-${luck.whole(70001, 79999)}`, nhsNumber: "", pupilNumber: "" } : null,
  };
}

/** All that would give an invented adoptive family away, each a word of its own. */
export const ADOPTERS_WORDS: readonly string[] = [
  ...FAMILY, ...GIVEN, ...CHILD_GIVEN, ...[...STREETS, ...TOWNS].flatMap((name) => name.split(" ").filter((word) => word.length > 6)), ...Array.from({ length: 9 }, (_, i) => `${AREA}${i + 1} `), "07700 900", "ADR-7",
];
