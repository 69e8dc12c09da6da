import { KINDS } from "../chronology/kinds.ts";
import { NAMED_STARTS } from "./named.ts";
import type { Place } from "./reading.ts";
import { readConditions, readKind, readKindOccasion, readOccasion, readOccasions, readWhere } from "./read-occasion.ts";
import { AGAIN, type Again, type ExtendedBy, type Rule, type Shape, type Step } from "./standard.ts";

const LOOKBACK = { none: 1, previous: 1, ever: 1 } as const;
const COMMON = ["starts", "stops", "also", "moot", "again", "lookback"];

/** The keys a shape may have beside those that every standard has. */
const KEYS: Readonly<Record<Shape, readonly string[]>> = {
  deadline: [...COMMON, "within", "due", "extended-by"],
  "lead-time": [...COMMON, "within"],
  order: COMMON,
  duty: COMMON,
  "not-before": [...COMMON, "within", "count-from"],
  limit: [...COMMON, "within"],
  "by-event": [...COMMON, "by"],
  chain: ["starts", "of", "also", "steps", "moot", "again"],
  rhythm: ["starts", "of", "also", "steps", "moot", "again"],
  cap: ["starts", "of", "sum", "at-least", "at-most", "by", "moot"],
  "rolling-sum": ["starts", "at-most", "window"],
};

export const keysOf = (shape: Shape): readonly string[] => KEYS[shape];

export function readRule(place: Place, shape: Shape): Rule {
  switch (shape) {
    case "deadline": {
      const within = place.maybe("within")?.duration() ?? null;
      const dueField = place.maybe("due")?.text() ?? null;
      if ((within === null) === (dueField === null)) place.refuse("A deadline needs either “within” or “due”, not both");
      const extendedBy = place.maybe("extended-by");
      return { shape, ...startsAndStops(place), within, dueField, extendedBy: extendedBy === undefined ? null : readExtendedBy(extendedBy) };
    }
    case "lead-time": return { shape, ...startsAndStops(place, "previous"), within: place.at("within").duration() };
    case "order": return { shape, ...startsAndStops(place, "previous") };
    case "duty": return { shape, ...startsAndStops(place) };
    case "limit": return { shape, ...startsAndStops(place), within: place.at("within").duration() };
    case "not-before": {
      const countFrom = place.maybe("count-from")?.oneOf(NAMED_STARTS, "a named start") ?? null;
      return { shape, ...startsAndStops(place), within: place.at("within").duration(), countFrom };
    }
    case "by-event": {
      const by = place.at("by");
      by.keys(["event", "nth", "or-due-under"]);
      return {
        shape, ...startsAndStops(place),
        by: { occasion: readOccasion(by.at("event")), nth: by.maybe("nth")?.count() ?? 1, orDueUnder: by.maybe("or-due-under")?.text() ?? null },
      };
    }
    case "chain": case "rhythm": return {
      shape, starts: readOccasions(place.at("starts")), of: readOccasions(place.at("of")), also: readOccasions(place.maybe("also")),
      steps: place.at("steps").list().map((step) => readStep(step, place)), moot: readOccasions(place.maybe("moot")),
      again: readAgain(place, "replace"),
    };
    case "cap": {
      const atLeast = place.maybe("at-least")?.count() ?? null;
      const atMost = place.maybe("at-most")?.count() ?? null;
      if (atLeast === null && atMost === null) place.refuse("A cap needs “at-least”, “at-most” or both");
      return {
        shape, starts: readOccasions(place.at("starts")), of: readOccasions(place.at("of")), sum: place.maybe("sum")?.text() ?? null,
        atLeast, atMost, by: readOccasions(place.at("by")), moot: readOccasions(place.maybe("moot")),
      };
    }
    case "rolling-sum": return {
      shape, starts: place.at("starts").oneOrMore().map(readKindOccasion), atMost: place.at("at-most").count(), window: place.at("window").duration(),
    };
  }
}

const readAgain = (place: Place, usual: Again): Again => place.maybe("again")?.oneOf(AGAIN, "what a second start does") ?? usual;

function startsAndStops(place: Place, lookback: keyof typeof LOOKBACK = "none") {
  return {
    starts: readOccasions(place.at("starts")),
    stops: readOccasions(place.maybe("stops")),
    also: readOccasions(place.maybe("also")),
    moot: readOccasions(place.maybe("moot")),
    again: readAgain(place, "alongside"),
    lookback: place.maybe("lookback")?.oneOf(LOOKBACK, "how far a stop may lie back") ?? lookback,
  };
}

function readExtendedBy(place: Place): ExtendedBy {
  place.keys(["kind", "field", "at-most"]);
  const kind = readKind(place.at("kind"));
  const field = place.at("field").text();
  if (KINDS[kind].detail?.[field]?.type !== "day") place.at("field").refuse(`“${KINDS[kind].label}” has no day called “${field}”`);
  return { kind, field, atMost: place.maybe("at-most")?.duration() ?? null };
}

const LINKS = /^(\d+)(?: (to (\d+)|on))?$/;

function readStep(place: Place, standard: Place): Step {
  place.keys(["links", "within", "until", "after", "where", "when"]);
  const until = place.maybe("until");
  const where = place.maybe("where");
  const kind = standard.at("starts").oneOrMore().map(readOccasion).find((o) => "kind" in o)?.kind;
  return {
    links: readLinks(place.maybe("links")),
    within: place.at("within").duration(),
    until: until === undefined ? null : readOccasion(until),
    after: place.maybe("after")?.duration() ?? null,
    where: where === undefined || kind === undefined ? [] : where.keys().map((field) => readWhere(where.at(field), kind, field)),
    when: readConditions(place.maybe("when")),
  };
}

/** `1`; `2 to 4`; `3 on`; every link where there is none. */
function readLinks(place: Place | undefined): Step["links"] {
  if (place === undefined) return { from: 1, to: null };
  const text = String(place.value);
  const [, first, more, last] = LINKS.exec(text) ?? [];
  if (first === undefined || first === "0") place.refuse(`“${text}” names no links: write 1, “2 to 4” or “3 on”`);
  const from = Number(first);
  return { from, to: more === undefined ? from : last === undefined ? null : Number(last) };
}
