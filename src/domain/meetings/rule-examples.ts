import { sampleEntries } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { isOpen } from "../standards/clock.ts";
import { evaluate } from "../standards/evaluate.ts";
import type { AgendaExample, AgendaRule } from "./agenda-rule.ts";
import type { Reason } from "./meeting.ts";
import { type Law, reasonsFor } from "./reasons.ts";

/** The reason that a rule gives in a worked example of its own; nothing where it gives none. */
export function workedOut(rule: AgendaRule, { chronology, meeting, next }: AgendaExample, law: Law): Reason | undefined {
  const c = fold(sampleEntries(chronology.map((e) => ({ ...e, until: e.until ?? undefined }))));
  const days = { heldOn: meeting, nextOn: next, builtOn: meeting, organisation: null, considered: "tracking-meeting" } as const;
  return reasonsFor({ c, clocks: evaluate(c, law.pack, law.calendar).filter(isOpen) }, [{ rule }], days, law)[0];
}

/** How the worked examples of a rule do not hold, in words; nothing where they do. */
export function ruleProblems(rule: AgendaRule, law: Law): readonly string[] {
  return rule.examples.flatMap((example) => {
    const found = workedOut(rule, example, law);
    const problem = differs(example, found);
    return problem === undefined ? [] : [`${rule.id}, “${example.says}”: ${problem}`];
  });
}

function differs({ reason: wanted }: AgendaExample, found: Reason | undefined): string | undefined {
  if (wanted === null) return found === undefined ? undefined : `expected no reason, and found: ${found.because}`;
  if (found === undefined) return "expected a reason, and found none";
  if (wanted.startOn !== null && found.start?.on !== wanted.startOn) return `should start on ${wanted.startOn}, and starts on ${found.start?.on}`;
  if (wanted.limitOn !== null && found.limitOn !== wanted.limitOn) return `the limit should be ${wanted.limitOn}, and is ${found.limitOn}`;
  if (wanted.because !== null && !found.because.includes(wanted.because)) return `should say “${wanted.because}”, and says “${found.because}”`;
  return undefined;
}
