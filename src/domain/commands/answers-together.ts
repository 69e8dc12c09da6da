import type { DecidingRoles } from "../access/decides.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { type Clock, isOpen } from "../standards/clock.ts";
import { type CompiledPack, evaluate } from "../standards/evaluate.ts";
import { clockOf } from "../standards/extensions.ts";
import { type DeclineInput, declineStandard } from "./decline-standard.ts";
import { type EntryAnswer, recordEntries, type RefusalOf } from "./record-entries.ts";

/** A refusal of one part of a form: of the entry, or of the answer “not appropriate”, at `index` among its own. */
export interface AnswerRefusal extends RefusalOf {
  readonly of: "entry" | "declined";
}
export type AnswersDecision =
  /** `after`: the case with the entries, as `recordEntries` gives it. */
  | { readonly accepted: true; readonly drafts: readonly Draft[]; readonly after: Case }
  | { readonly accepted: false; readonly refusals: readonly AnswerRefusal[] };

export interface Judging {
  readonly today: Day;
  readonly roles: DecidingRoles;
  readonly pack: CompiledPack;
  readonly calendar: WorkingCalendar;
}

/**
 * What one form says of a child, decided together: entries, and clocks answered “not appropriate” as they
 * are without those entries. All of it is accepted or none. An empty form is refused.
 */
export function answersTogether(c: Case, entries: readonly EntryAnswer[], declined: readonly DeclineInput[], by: Judging): AnswersDecision {
  if (entries.length + declined.length === 0) return { accepted: false, refusals: [{ of: "entry", index: 0, field: "entry", message: "Answer at least one line, or go back" }] };
  const recorded = recordEntries(c, entries, by.today, "child", by.roles);
  const clocks = declined.length === 0 ? [] : evaluate(c, by.pack, by.calendar);
  const answers = declined.map((input) => declineStandard(input, clocks, by.pack, by.today));
  const refusals: AnswerRefusal[] = [
    ...(recorded.accepted ? [] : recorded.refusals.map((r) => ({ ...r, of: "entry" as const }))),
    ...answers.flatMap((a, index) => (a.accepted ? [] : a.refusals.map((r) => ({ ...r, index, of: "declined" as const })))),
    ...twice(declined).map((index) => ({ of: "declined" as const, index, field: "standard", message: "This is answered twice on the same form. Answer it once" })),
  ];
  if (refusals.length > 0 || !recorded.accepted) return { accepted: false, refusals };
  if (declined.length === 0) return recorded;
  const then = evaluate(recorded.after, by.pack, by.calendar);
  const drafts = [...recorded.drafts];
  for (const [index, answer] of answers.entries()) {
    const input = declined[index]!;
    const clock = answer.accepted ? sameClock(clockOf(clocks, input.standard, Number(input.occurrence || "1")), then) : undefined;
    if (answer.accepted && clock !== undefined && isOpen(clock)) drafts.push(...answer.drafts.map((d) => ({ ...d, detail: { ...d.detail, occurrence: clock.occurrence } })));
    else refusals.push({ of: "declined", index, field: "standard", message: `What this form records beside it ends ${input.standard} already. Leave this line empty` });
  }
  return refusals.length > 0 ? { accepted: false, refusals } : { accepted: true, drafts, after: recorded.after };
}

const keyOf = ({ standard, occurrence }: DeclineInput): string => `${standard}/${Number(occurrence || "1")}`;
const twice = (declined: readonly DeclineInput[]): readonly number[] =>
  declined.flatMap((input, i) => (declined.findIndex((other) => keyOf(other) === keyOf(input)) < i ? [i] : []));

/** The same clock once more is recorded, which may put another time before this one: it is found by what started it. */
export function sameClock(was: Clock | undefined, then: readonly Clock[]): Clock | undefined {
  const same = then.filter((k) => was !== undefined && k.standard === was.standard && k.startedBy === was.startedBy && k.startedOn === was.startedOn);
  return same.find((k) => k.occurrence === was?.occurrence) ?? same[0];
}
