import type { Certainty } from "../chronology/entry.ts";
import { KIND_CODES, KINDS } from "../chronology/kinds.ts";
import { DATED_KINDS, FIXED_COLUMNS, type FixedColumn } from "../tracker/columns.ts";
import { HEADINGS_NOT_READ_BACK } from "../tracker/sheet-columns.ts";
import { type FixedTarget, TARGETS, type Target } from "./facts.ts";
import { COUNCIL_WORDS, FILLER_WORDS, LIKELY_WORDS, PLANNED_WORDS, PROVISIONAL_WORDS } from "./words.ts";
import { editDistance, plain } from "./wording.ts";

/** The tracker’s own columns, under the words the screen has for them. */
const AS_ON_SCREEN: Readonly<Partial<Record<FixedColumn, Target>>> = {
  "where": "not-used", "line": "not-used", "a10": "not-used", "a2": "not-used", "next": "not-used",
  "born": "birth", "placement": "placement", "barriers": "barrier", "care-started": "care-started",
};

function lexicon(): ReadonlyMap<string, Target> {
  const made = new Map<string, Target>();
  const add = (words: string, target: Target): void => {
    const key = plain(words);
    if (!made.has(key)) made.set(key, target);
  };
  for (const [target, label] of Object.entries(TARGETS)) add(label, target as FixedTarget);
  for (const kind of DATED_KINDS) add(KINDS[kind].label, `on:${kind}`);
  // A list of ours that comes back: what was worked out is worked out again.
  for (const heading of HEADINGS_NOT_READ_BACK) add(heading, "not-used");
  for (const [column, target] of Object.entries(AS_ON_SCREEN)) add(FIXED_COLUMNS[column as FixedColumn].label, target);
  for (const [target, all] of Object.entries(COUNCIL_WORDS)) for (const words of all) add(words, target as Target);
  for (const kind of KIND_CODES) {
    if (!DATED_KINDS.includes(kind)) continue;
    for (const words of KINDS[kind].alsoCalled ?? []) add(words, `on:${kind}`);
  }
  return made;
}

const likely = (): ReadonlyMap<string, Target> =>
  new Map(Object.entries(LIKELY_WORDS).flatMap(([target, all]) => all.map((words) => [plain(words), target as Target] as const)));

const SURE = lexicon();
const LIKELY = likely();

export interface Known {
  readonly target: Target;
  readonly how: "exact" | "likely";
}

/** What these words are a heading of, where they are in the lists; `words` as `plain` writes them. */
export function knownWords(words: string): Known | undefined {
  const sure = SURE.get(words);
  if (sure !== undefined) return { target: sure, how: "exact" };
  const perhaps = LIKELY.get(words);
  return perhaps === undefined ? undefined : { target: perhaps, how: "likely" };
}

const isFiller = (word: string): boolean => FILLER_WORDS.has(word) || PLANNED_WORDS.has(word) || PROVISIONAL_WORDS.has(word);

/** The words of a heading that say what it is of: “date of planned matching panel 2” is “matching panel”. */
export const core = (words: string): string => words.split(" ").filter((word) => !isFiller(word)).join(" ").replace(/(?<=\S) \d$/, "");

export const hasDateWord = (words: string): boolean => /\b(?:date|dates|dt|when)\b/.test(words);

/** How sure a heading says its dates are; nothing where it says nothing. */
export function certaintyOfHeading(heading: string): Certainty | undefined {
  const words = plain(heading).split(" ");
  if (words.some((word) => PROVISIONAL_WORDS.has(word))) return "provisional";
  return words.some((word) => PLANNED_WORDS.has(word)) ? "planned" : undefined;
}

const SHORTEST_NEAR = 5;

/** The one thing whose heading is spelt nearly so; nothing where there is none, or several. */
export function nearWords(words: string): Target | undefined {
  if (words.length < SHORTEST_NEAR) return undefined;
  const limit = words.length < 9 ? 1 : 2;
  const found = new Set<Target>();
  let nearest = limit;
  for (const [key, target] of SURE) {
    if (key.length < SHORTEST_NEAR || key[0] !== words[0]) continue;
    const distance = editDistance(key, words, nearest);
    if (distance > nearest) continue;
    if (distance < nearest) found.clear();
    nearest = distance;
    found.add(target);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The thing with the longest heading of two words or more that stands whole among these words. */
export function wordsWithin(words: string): Target | undefined {
  let best = "";
  for (const key of SURE.keys()) {
    if (key.length > best.length && key.includes(" ") && ` ${words} `.includes(` ${key} `)) best = key;
  }
  return SURE.get(best);
}
