import type { Entry } from "../chronology/entry.ts";
import { dayInWords } from "../dates/day.ts";
import type { Facts } from "./facts.ts";
import { guardsOf, isShown, type Guard, type GuardCode } from "./guards.ts";
import type { Said } from "./profile.ts";

/** What is wrong where the record says that a profile is shown further than it may be. */
export const BREACHES = {
  "after-end": "Shown though no family is looked for any more",
  "after-reversal": "Shown though the decision was reversed",
  "no-authority": "Identified without a placement order or a parent’s consent",
  "no-interagency": "Shown nationally without an interagency decision",
  "too-early": "Shown before the decision, without legal advice",
} as const;
export type BreachCode = keyof typeof BREACHES;

export interface Breach {
  readonly code: BreachCode;
  /** What is missing. */
  readonly guard: Guard;
  /** The entry that says it is shown. */
  readonly by: Entry;
  /** “Shown nationally without an interagency decision, since 3 May 2026”. */
  readonly words: string;
}

const OF_GUARD: Readonly<Record<GuardCode, BreachCode>> = {
  "child-waits": "after-end", "not-reversed": "after-reversal", "authority": "no-authority", "interagency": "no-interagency", "begun": "too-early",
};

/** What was said against what holds: the first guard that does not. */
export function breachOf({ state, by }: Said, facts: Facts): Breach | undefined {
  const guard = isShown(state) ? guardsOf(state, facts).find(({ holds }) => !holds) : undefined;
  if (guard === undefined) return undefined;
  const code = OF_GUARD[guard.code];
  return { code, guard, by, words: `${BREACHES[code]}, since ${dayInWords(by.happenedOn)}` };
}
