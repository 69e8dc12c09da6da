import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { addDays, addMonths, type Day, dayInWords } from "../dates/day.ts";
import { type Duration, durationInWords } from "../dates/duration.ts";
import { birthOf } from "../permanence/moments.ts";
import { NAMED_CONDITIONS } from "./named.ts";
import { type Moment, momentsOf, occasionInWords } from "./occasions.ts";
import type { Condition } from "./standard.ts";

/** Do all the conditions hold on the day the clock starts? */
export function hold(conditions: readonly Condition[], c: Case, on: Day, start: Entry): boolean {
  for (const condition of conditions) if (!holds(condition, c, on, start)) return false;
  return true;
}

function holds(condition: Condition, c: Case, on: Day, start: Entry): boolean {
  switch (condition.test) {
    case "plan":
      // What is meant for the child: a parallel or a contingency plan is what may come in its place.
      return held(c, "primary-plan", on, "plan", condition.values) !== condition.not;
    case "legal-status":
      return held(c, "legal-status", on, "status", condition.values) !== condition.not;
    case "placement-type":
      return (start.kind === "placement" ? condition.values.includes(String(start.detail["type"])) : held(c, "placement", on, "type", condition.values)) !== condition.not;
    case "happened":
      return momentsOf(c, [condition.occasion], "actual").some((m: Moment) => m.on <= on) !== condition.not;
    case "started-before":
      return on < condition.on;
    case "started-from":
      return on >= condition.on;
    case "age-below":
      return isYounger(c, on, condition.age);
    case "age-from":
      return !isYounger(c, on, condition.age);
    case "named":
      return NAMED_CONDITIONS[condition.name].holds(c, on) !== condition.not;
  }
}

/** Does the last period of a kind that holds on the day have one of these codes? */
function held(c: Case, kind: Kind, on: Day, field: string, values: readonly string[]): boolean {
  const periods = c.of(kind);
  for (let i = periods.length - 1; i >= 0; i--) {
    const e = periods[i]!;
    if (e.certainty !== "actual" || e.happenedOn > on || (e.until !== undefined && on >= e.until)) continue;
    return values.includes(String(e.detail[field]));
  }
  return false;
}

/** An unborn child is younger than any age; one whose birth is not recorded is not. */
function isYounger(c: Case, on: Day, age: Duration): boolean {
  const birth = birthOf(c);
  return birth !== undefined && on < birthdayOf(birth.on, age);
}

const birthdayOf = (bornOn: Day, { count, unit }: Duration): Day =>
  unit === "year" ? addMonths(bornOn, count * 12)
    : unit === "month" ? addMonths(bornOn, count)
    : addDays(bornOn, unit === "week" ? count * 7 : count);

/** “only where the plan is Adoption”, for the page of a standard and for explanations. */
export function conditionInWords(condition: Condition): string {
  const not = "not" in condition && condition.not ? "not " : "";
  switch (condition.test) {
    case "plan":
    case "legal-status":
    case "placement-type":
      return `${condition.test.replace("-", " ")} is ${not}${condition.values.join(" or ")}`;
    case "happened": return `${occasionInWords(condition.occasion)} has ${not}happened`;
    case "started-before": return `it started before ${dayInWords(condition.on)}`;
    case "started-from": return `it started on or after ${dayInWords(condition.on)}`;
    case "age-below": return `the child is younger than ${durationInWords(condition.age)}`;
    case "age-from": return `the child is ${durationInWords(condition.age)} or older`;
    case "named": return `${not === "" ? "" : "it is not so that "}${NAMED_CONDITIONS[condition.name].says}`;
  }
}
