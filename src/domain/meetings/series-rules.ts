import type { Refusal } from "../commands/command.ts";
import { durationInWords, parseDuration } from "../dates/duration.ts";
import { type AgendaRule, ANY_PART, hasLimit } from "./agenda-rule.ts";
import type { Part, SeriesRule } from "./meeting.ts";

/** What was typed of one rule, as text. */
export interface RuleTyped {
  readonly adopted: boolean;
  readonly part: string;
  readonly priority: string;
  readonly minutes: string;
  /** Empty: the rule’s own, or that of its standard. */
  readonly limit: string;
}
export type RulesTyped = ReadonlyMap<string, RuleTyped>;

/** How a series has its rules, or would begin with them, as a form shows it. */
export function typedRules(all: readonly AgendaRule[], own: readonly SeriesRule[]): RulesTyped {
  return new Map(all.map((rule) => {
    const has = own.find((one) => one.rule === rule.id);
    return [rule.id, {
      adopted: has !== undefined, part: has?.part ?? rule.part, priority: String(has?.priority ?? rule.priority), minutes: String(has?.minutes ?? rule.minutes),
      limit: has?.limit === undefined ? "" : durationInWords(has.limit),
    }];
  }));
}

/** Reads the rules of a series strictly, in the order of the file; every fault at its field. A rule not taken up is not read. */
export function readSeriesRules(typed: RulesTyped, all: readonly AgendaRule[], parts: readonly Part[]): { readonly rules: readonly SeriesRule[] } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const number = (field: string, text: string, most: number, what: string): number => {
    const n = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
    if (n < 1 || n > most) refusals.push({ field, message: `Enter ${what} as a whole number from 1 to ${most}` });
    return n;
  };
  const rules = all.flatMap((rule): readonly SeriesRule[] => {
    const row = typed.get(rule.id);
    if (row?.adopted !== true) return [];
    const isPart = row.part === ANY_PART || parts.some(({ id }) => id === row.part);
    if (!isPart) refusals.push({ field: `${rule.id}-part`, message: `Choose the part of the meeting for “${rule.title}”` });
    const limit = row.limit.trim() === "" ? undefined : parseDuration(row.limit);
    if (row.limit.trim() !== "" && !hasLimit(rule)) refusals.push({ field: `${rule.id}-limit`, message: `“${rule.title}” has no limit to set` });
    else if (row.limit.trim() !== "" && (limit === undefined || limit.unit === "hour" || limit.count === 0)) refusals.push({ field: `${rule.id}-limit`, message: `Enter the limit of “${rule.title}” like “8 weeks”, “3 months” or “20 working days”` });
    return [{
      rule: rule.id, part: row.part, priority: number(`${rule.id}-priority`, row.priority, 9, `the priority of “${rule.title}”`), minutes: number(`${rule.id}-minutes`, row.minutes, 60, `the minutes of “${rule.title}”`),
      ...(limit === undefined ? {} : { limit }),
    }];
  });
  return refusals.length > 0 ? { refusals } : { rules };
}
