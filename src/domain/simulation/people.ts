import type { Random } from "./random.ts";

/** Names that nobody bears, so that no invented child is taken for a real one. */
const GIVEN = [
  "Alderic", "Ambrella", "Bracken", "Brindle", "Calvary", "Cindrel", "Dunmarrow", "Elderwick", "Emberly", "Fennimor",
  "Fernhollow", "Gorsefield", "Harebella", "Ivoryn", "Juniperic", "Kestrelle", "Larkspurn", "Meadowyn", "Nettleby",
  "Oatrick", "Pebblewyn", "Quillon", "Rowanda", "Saffrel", "Tansyrose", "Umberly", "Vetchling", "Willowmere", "Yarrowin", "Zephyrine",
] as const;
const FAMILY = [
  "Applecross-Vane", "Barleythorn", "Candlewharf", "Dapplestone", "Eiderdown", "Foxglovehurst", "Gingerfield", "Hobblethwaite",
  "Inkerpenny", "Jollyfern", "Kettlemoor", "Lanternby", "Marzipane", "Nightjarrow", "Otterquill", "Puddlestone", "Quarrymint",
  "Ravenbutter", "Sparrowthatch", "Thimbledon", "Underbriar", "Velvetmarsh", "Wandlewick", "Yellowgate",
] as const;

/** The return's ethnicity codes, weighted about as they are among children looked after. */
const ETHNICITIES = {
  WBRI: 68, WOTH: 4, WROM: 1, MWBC: 4, MWBA: 1.5, MWAS: 2, MOTH: 3, AIND: 0.5, APKN: 1.5, ABAN: 1, AOTH: 1.5,
  BCRB: 2.5, BAFR: 4, BOTH: 1.5, OOTH: 2, REFU: 0.3, NOBT: 0.5,
} as const;

export interface FamilyTraits {
  readonly familyName: string;
  readonly ethnicity: string;
}

export const familyTraits = (luck: Random): FamilyTraits => ({ familyName: luck.pick(FAMILY), ethnicity: luck.weighted(ETHNICITIES) });

export const givenName = (luck: Random): string => luck.pick(GIVEN);
export const sexOf = (luck: Random): "M" | "F" => (luck.chance(0.52) ? "M" : "F");
/** Not written down of about one child in twelve. */
export const disabilityOf = (luck: Random): { readonly disability?: boolean } => (luck.chance(0.08) ? {} : { disability: luck.chance(0.11) });
