import { CERTAINTIES } from "../chronology/entry.ts";
import { isPeriodKind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { CLOCK_FLAGS, CLOCK_STATES } from "./clock.ts";
import { readDetailValue, readKind } from "./read-occasion.ts";
import type { Place } from "./reading.ts";
import type { Example, ExampleEntry, ExpectedClock } from "./standard.ts";

/** A worked example of a standard. */
export function readExample(place: Place): Example {
  place.keys(["says", "chronology", "today", "clocks"]);
  return {
    says: place.at("says").text(),
    chronology: place.at("chronology").list().map(readEntry),
    today: place.at("today").day(),
    clocks: place.at("clocks").list().map(readExpected),
  };
}

/** One entry of a worked example’s chronology. */
export function readEntry(place: Place): ExampleEntry {
  place.keys(["kind", "on", "until", "certainty", "detail"]);
  const kind = readKind(place.at("kind"));
  const until = place.maybe("until");
  const detail = place.maybe("detail");
  if (until !== undefined && !isPeriodKind(kind)) until.refuse(`“${kind}” has no end: it happens on a day`);
  return {
    kind,
    on: place.at("on").day(),
    until: until?.day() ?? null,
    certainty: place.maybe("certainty")?.oneOf(CERTAINTIES, "a certainty") ?? "actual",
    detail: detail === undefined ? {} : Object.fromEntries(detail.keys().map((field) => [field, readDetailValue(detail.at(field), kind, field)])),
  };
}

const DAYS = ["startedOn", "dueOn", "stoppedOn", "mootOn"] as const;

function readExpected(place: Place): ExpectedClock {
  const keys = place.keys(["occurrence", "state", "days", "flags", ...DAYS]);
  const raw = place.value as Readonly<Record<string, unknown>>;
  const days: Partial<Record<(typeof DAYS)[number], Day | null>> = {};
  for (const key of DAYS) if (keys.includes(key)) days[key] = raw[key] === null ? null : place.at(key).day();
  const occurrence = place.maybe("occurrence")?.count();
  const state = place.maybe("state")?.oneOf(CLOCK_STATES, "a state");
  const flags = place.maybe("flags")?.list().map((flag) => flag.oneOf(CLOCK_FLAGS, "a flag"));
  return {
    ...days,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(state === undefined ? {} : { state }),
    ...(flags === undefined ? {} : { flags }),
    ...(keys.includes("days") ? { days: raw["days"] === null ? null : readDays(place.at("days")) } : {}),
  };
}

function readDays(place: Place): number {
  return typeof place.value === "number" && Number.isInteger(place.value) ? place.value : place.refuse("Give a whole number of days");
}
