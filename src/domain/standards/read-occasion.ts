import { LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import type { DetailValue } from "../chronology/entry.ts";
import { isKind, isPeriodKind, type Kind, KINDS } from "../chronology/kinds.ts";
import { NAMED_CONDITIONS, NAMED_OCCASIONS, type NamedOccasion } from "./named.ts";
import type { Place } from "./reading.ts";
import type { Condition, KindOccasion, Occasion, Where } from "./standard.ts";

const END = /^end of (.+)$/;

export function readKind(place: Place, text: string = place.text()): Kind {
  return isKind(text) ? text : place.refuse(`“${text}” is not a kind of entry`);
}

/** `review`; `end of placement`; `adoption-plan-ended`; or a mapping: a kind, and what its detail must say. */
export function readOccasion(place: Place): Occasion {
  if (typeof place.value === "string" && Object.hasOwn(NAMED_OCCASIONS, place.value)) return { named: place.value as NamedOccasion };
  return readKindOccasion(place);
}

export function readKindOccasion(place: Place): KindOccasion {
  if (!place.isMapping()) return kindOccasion(place, place.text());
  const keys = place.keys();
  const bare = kindOccasion(place.at("kind"), place.at("kind").text());
  const fields = keys.filter((key) => key !== "kind" && key !== "outcomes");
  const outcomes = place.maybe("outcomes");
  return {
    ...bare,
    outcomes: outcomes === undefined ? null : outcomes.oneOrMore().map((o) => o.text()),
    where: fields.map((field) => readWhere(place.at(field), bare.kind, field)),
  };
}

function kindOccasion(place: Place, text: string): KindOccasion {
  const ended = END.exec(text)?.[1];
  const kind = readKind(place, ended ?? text);
  if (ended !== undefined && !isPeriodKind(kind)) place.refuse(`“${kind}” has no end: it happens on a day`);
  return { kind, edge: ended === undefined ? "start" : "end", where: [], outcomes: null };
}

export const readOccasions = (place: Place | undefined): readonly Occasion[] =>
  place === undefined ? [] : place.oneOrMore().map(readOccasion);

/** `status: [V2]`, or `type: { not: [A3, A4] }`. */
export function readWhere(place: Place, kind: Kind, field: string): Where {
  const negated = place.isMapping() ? (place.keys(["not"]), place.at("not")) : undefined;
  const values = (negated ?? place).oneOrMore().map((v) => readDetailValue(v, kind, field));
  return { field, values, not: negated !== undefined };
}

/** A value of a kind's detail; refuses a field the kind has not, and a code that is none of its codes. */
export function readDetailValue(place: Place, kind: Kind, field: string): DetailValue {
  const known = KINDS[kind].detail?.[field] ?? place.refuse(`“${KINDS[kind].label}” has no “${field}”`);
  switch (known.type) {
    case "yes-no": return place.yesNo();
    case "count": return place.count();
    case "day": return place.day();
    case "text": return String(place.value);
    case "code": {
      const code = String(place.value);
      return Object.hasOwn(known.codes ?? {}, code) ? code : place.refuse(`“${code}” is not a ${known.label.toLowerCase()}`);
    }
  }
}

const CODE_TESTS = { plan: PERMANENCE_PLANS, "legal-status": LEGAL_STATUSES, "placement-type": PLACEMENT_TYPES } as const;
const CONDITIONS = {
  ...CODE_TESTS, happened: 1, "not-happened": 1, "started-before": 1, "started-from": 1, "age-below": 1, "age-from": 1, is: 1, "is-not": 1,
} as const;

export const readConditions = (place: Place | undefined): readonly Condition[] =>
  place === undefined ? [] : place.list().map(readCondition);

/** One condition: a name from the closed set, and its value. */
function readCondition(place: Place): Condition {
  const keys = place.keys();
  const name = keys.length === 1 ? keys[0]! : place.refuse("Give one condition here, with its value");
  const value = place.at(name);
  if (!Object.hasOwn(CONDITIONS, name)) value.refuse(`“${name}” is not a condition: use ${Object.keys(CONDITIONS).join(", ")}`);
  const test = name as keyof typeof CONDITIONS;
  switch (test) {
    case "plan": case "legal-status": case "placement-type": {
      const negated = value.isMapping() ? (value.keys(["not"]), value.at("not")) : undefined;
      const codes: Readonly<Record<string, string>> = CODE_TESTS[test];
      const values = (negated ?? value).oneOrMore().map((v) => v.oneOf(codes, `a ${test.replace("-", " ")}`));
      return { test, values, not: negated !== undefined };
    }
    case "happened": case "not-happened":
      return { test: "happened", occasion: readKindOccasion(value), not: test === "not-happened" };
    case "started-before": case "started-from": return { test, on: value.day() };
    case "age-below": case "age-from": {
      const age = value.duration();
      if (age.unit === "working day" || age.unit === "hour") value.refuse("Give an age in days, weeks, months or years");
      return { test, age };
    }
    case "is": case "is-not": return { test: "named", name: value.oneOf(NAMED_CONDITIONS, "a named condition"), not: test === "is-not" };
  }
}
