import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { addMonths, ageOn, type Day, day, partsOf } from "../dates/day.ts";
import { birthOf, lastOf } from "../permanence/moments.ts";

/** How sure we are of what a rule says: its text was before us, or has to be read before anything is destroyed by it. */
export const CONFIDENCES = {
  stated: "Stated by the source",
  remembered: "Remembered, not confirmed: read the regulation itself before acting on it",
} as const;
export type Confidence = keyof typeof CONFIDENCES;

interface Rule {
  readonly label: string;
  /** How long, in words. */
  readonly keep: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** How long a child’s record is kept, by what came of it. */
export const RETENTION = {
  "adopted": {
    label: "Adoption made", keep: "at least 100 years from the adoption order",
    source: "Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005 (SI 2005/888), regulation 6", confidence: "remembered",
  },
  "adopted-before-2006": {
    label: "Adoption made before 30 December 2005", keep: "at least 100 years from the adoption order, as one made since: other regulations are about these, and were not read",
    source: "Adoptions before 30 December 2005 come under other regulations (SI 2005/890 for disclosure)", confidence: "remembered",
  },
  "looked-after": {
    label: "Looked after, no adoption made", keep: "until the 75th anniversary of the child’s birth",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 50", confidence: "remembered",
  },
  "died-under-18": {
    label: "Died before 18, no adoption made", keep: "until 15 years from the death",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 50", confidence: "remembered",
  },
} as const satisfies Record<string, Rule>;
export type RetentionClass = keyof typeof RETENTION;

/** Why nobody can say yet how long a record is kept, and what would tell. */
export const UNKNOWN = {
  "not-looked-after": "The child has not been looked after, and no adoption was made: no period in law is known here for such a record. Your authority’s own schedule decides",
  "no-birth": "The date of birth is not recorded, and the period runs from it. Record the birth",
  "not-born": "The child is not born yet: the period runs from the birth",
} as const;
export type UnknownWhy = keyof typeof UNKNOWN;

export interface Retention {
  /** What the law says of the record; null while that cannot be told. */
  readonly class: RetentionClass | null;
  readonly unknown: UnknownWhy | null;
  /** The day that the period runs from. */
  readonly from: Day | null;
  /** The first day on which the law would let the record be reviewed and destroyed. Never earlier, whatever else is recorded. */
  readonly keepUntil: Day | null;
  /** Of an adoption: nothing destroys the record by itself, on any day; what is due then is a review. */
  readonly neverByItself: boolean;
  /** Legal holds that run today. While there is one, nothing of the record is erased or destroyed, whatever its period says. */
  readonly holds: readonly Entry[];
}

/** The kinds that `retentionOf` reads: a case folded from these alone gives the same answer. */
export const RETENTION_KINDS = ["birth", "looked-after", "adoption-order", "legal-hold"] as const satisfies readonly Kind[];

const YEAR = 12;
const ADOPTED_YEARS = 100;
const FROM_BIRTH_YEARS = 75;
const FROM_DEATH_YEARS = 15;
const ADULT = 18;
/** The Adoption and Children Act 2002 came into force. */
const COMMENCED = day("2005-12-30");

/**
 * How long the record is kept, from what it says. Pure; total. Only a legal hold depends on today. A death is known here
 * only where care ended by it: of one that came later, the longer period from birth is kept.
 */
export function retentionOf(c: Case, today: Day): Retention {
  const holds = c.of("legal-hold").filter((e) => e.happenedOn <= today && (e.until === undefined || e.until > today));
  return { ...periodOf(c), holds };
}

type Period = Omit<Retention, "holds">;

function periodOf(c: Case): Period {
  const order = lastOf(c, "adoption-order")?.happenedOn;
  if (order !== undefined) {
    return known(order < COMMENCED ? "adopted-before-2006" : "adopted", order, ADOPTED_YEARS);
  }
  if (c.of("looked-after").every((e) => e.certainty !== "actual")) return unknown("not-looked-after");
  const birth = birthOf(c);
  if (birth === undefined) return unknown("no-birth");
  if (birth.expected) return unknown("not-born");
  const death = deathOf(c);
  return death !== undefined && ageOn(birth.on, death).years < ADULT
    ? known("died-under-18", death, FROM_DEATH_YEARS)
    : known("looked-after", birth.on, FROM_BIRTH_YEARS);
}

const unknown = (why: UnknownWhy): Period => ({ class: null, unknown: why, from: null, keepUntil: null, neverByItself: false });

const known = (of: RetentionClass, from: Day, years: number): Period =>
  ({ class: of, unknown: null, from, keepUntil: addMonths(from, years * YEAR), neverByItself: of === "adopted" || of === "adopted-before-2006" });

/** The day the child died: care that ended by it (code E2). */
const deathOf = (c: Case): Day | undefined => c.of("looked-after").findLast((e) => e.certainty === "actual" && e.detail["endReason"] === "E2")?.until;

/** The lists a data protection officer keeps. A record is on exactly one. */
export const RETENTION_LISTS = {
  "held": "On legal hold",
  "due": "Due for review or destruction this year",
  "next-five": "Due in the five years after",
  "never": "May never be destroyed without a review",
  "later": "Kept for longer",
  "unknown": "Not known how long",
} as const;
export type RetentionList = keyof typeof RETENTION_LISTS;
export const isRetentionList = (text: string): text is RetentionList => Object.hasOwn(RETENTION_LISTS, text);

/** A hold beats everything; then what is due, by calendar years from today’s. */
export function listOf({ holds, keepUntil, neverByItself }: Retention, today: Day): RetentionList {
  if (holds.length > 0) return "held";
  if (keepUntil === null) return "unknown";
  const years = partsOf(keepUntil).year - partsOf(today).year;
  if (years <= 0) return "due";
  if (years <= 5) return "next-five";
  return neverByItself ? "never" : "later";
}

/** What no period ends, for whoever asks what may go. Each with what it is kept for. */
export const NEVER_DESTROYED = [
  { what: "The record of a child who was adopted", why: "at least 100 years from the order; after that a person reviews it, and nothing destroys it by itself" },
  { what: "A record on legal hold", why: "for as long as the hold runs, whatever its period says" },
  { what: "The chain’s hashes, and the audit of who changed what", why: "they prove that the record is as it was written; they hold no words of it once it is erased" },
  { what: "Who opened an adoption record, and to whom something of it was disclosed", why: "Adoption Agencies Regulations 2005, regulation 42, asks for a written record of it" },
] as const;
