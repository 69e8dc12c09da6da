import { core, hasDateWord, type Known, knownWords, nearWords, wordsWithin } from "./lexicon.ts";
import type { ColumnMatch, Target } from "./facts.ts";
import { AMBIGUOUS_WORDS, DEADLINE_WORDS } from "./words.ts";
import { plain } from "./wording.ts";

export type Proposal = Pick<ColumnMatch, "target" | "how" | "reason">;

/** Is a column of this one of dates? */
export const isDated = (target: Target): boolean =>
  target.startsWith("on:") || target === "birth" || target === "care-started" || target.endsWith("-from");

/** The same thing’s column of dates, of a column of words. */
export const DATES_OF: Readonly<Partial<Record<Target, Target>>> = {
  "placement": "placement-from", "legal-status": "legal-status-from", "plan": "plan-from",
};

/**
 * What a heading says its column is of, by its words alone: `label` with its group head, `own`
 * without. Nothing where the words are in no list and near to none.
 */
export function byWords(label: string, own: string): Proposal | undefined {
  const [all, bare] = [plain(label), plain(own)];
  if (bare === "") return undefined;
  const sure = known(all) ?? (all === bare ? undefined : known(core(all))) ?? known(bare);
  if (sure?.how === "exact") return withDates(sure, bare);
  const deadline = deadlineOf(bare);
  if (deadline !== undefined) return deadline;
  const could = AMBIGUOUS_WORDS[bare];
  const found = sure ?? (could === undefined ? known(core(bare)) ?? known(core(all)) : undefined);
  if (found !== undefined) return withDates(found, bare);
  if (could !== undefined) return { target: "not-used", how: "unknown", reason: `This could be ${could}.` };
  if (OF_SOMETHING_ELSE.test(bare)) return undefined;
  const near = nearWords(bare) ?? nearWords(core(bare));
  if (near !== undefined) return { target: near, how: "likely", reason: "The heading is spelt nearly so." };
  const within = wordsWithin(bare) ?? wordsWithin(all);
  if (within === "on:placed-for-adoption" && FOSTERING.test(bare)) return { target: "not-used", how: "unknown", reason: "A move to carers who may adopt later is a placement, and not yet a move for adoption." };
  return within === undefined ? undefined : { target: within, how: "likely", reason: "The heading has these words among others." };
}

/** Words that turn a heading round: of why, how long or how many, or of what came to an end. */
const OF_SOMETHING_ELSE = /\b(?:no longer|not|reason|why|end|ended|ends|cancelled|number|many|days|weeks|months|since|until|before|left|previous|former|old|identifier)\b/;

const FOSTERING = /\b(?:ffa|fta|f4a|ep|epp|early permanence|foster\w*|concurren\w*)\b/;

const known = (words: string): Known | undefined => (words === "" ? undefined : knownWords(words));

/** “Legal status” is a column of words; “legal status date” is of dates. */
function withDates({ target, how }: Known, words: string): Proposal {
  const dates = hasDateWord(words) ? DATES_OF[target] : undefined;
  return dates === undefined ? { target, how } : { target: dates, how: "likely" };
}

/** “CPR due”: the day by which, which the standards work out. */
function deadlineOf(words: string): Proposal | undefined {
  const rest = words.split(" ").filter((word) => !DEADLINE_WORDS.has(word));
  if (rest.length === 0 || rest.length === words.split(" ").length) return undefined;
  const of = known(rest.join(" ")) ?? known(core(rest.join(" ")));
  if (of === undefined || !of.target.startsWith("on:")) return undefined;
  return { target: "not-used", how: "likely", reason: "This looks like the day by which it should be done. The standards work that out." };
}

export const isEstimatedBirth = (heading: string): boolean => /\bedd\b|\bdelivery\b|\bdue\b/.test(plain(heading));
