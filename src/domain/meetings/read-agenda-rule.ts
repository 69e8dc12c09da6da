import { readEntry } from "../standards/read-example.ts";
import { readConditions, readOccasions } from "../standards/read-occasion.ts";
import type { Condition } from "../standards/standard.ts";
import type { Place } from "../standards/reading.ts";
import { PURPOSES } from "./belongs.ts";
import { type AgendaExample, type AgendaRule, BARRIER_RULE, type Ground, USUAL_PARTS } from "./agenda-rule.ts";

const KEYS = ["id", "title", "says", "citation", "part", "begins-with", "priority", "minutes", "limit", "must", "notable", "waits", "because", "examples"];
const GROUNDS = { first: 1, review: 1, new: 1, clock: 1, state: 1, late: 1, barrier: 1, action: 1, return: 1 } as const;
const AT = { reached: 1, passed: 1 } as const;
const ID = /^[a-z][a-z0-9-]{2,40}$/;

/** Reads a rule of the agenda. Throws Unreadable. */
export function readAgendaRule(place: Place): AgendaRule {
  place.keys(KEYS);
  const id = place.at("id").text();
  if (!ID.test(id)) place.at("id").refuse(`“${id}” is not an id: write it in small letters, like first-consideration`);
  const source = place.maybe("citation") ?? place.refuse(`${id} has no source: give “citation” with its source and provision`);
  source.keys(["source", "provision", "ours"]);
  const ground = readGround(place.at("because"));
  if ((ground.by === "barrier") !== (id === BARRIER_RULE)) place.at("because").refuse(`A rule about barriers is “${BARRIER_RULE}”, and no other: agreements say to whom it is shown`);
  const limit = place.maybe("limit");
  if (limit !== undefined && ground.by !== "first" && ground.by !== "state") limit.refuse("Only a rule about something not yet considered, or about a state that lasts, has a limit of its own");
  if (limit === undefined && ground.by === "first") place.refuse(`${id} needs “limit”: by when the child must be considered`);
  const examples = place.at("examples").list().map(readExample);
  if (!examples.some(({ reason }) => reason !== null) || !examples.some(({ reason }) => reason === null)) place.at("examples").refuse(`${id} needs an example that gives a reason, and one that gives none`);
  return {
    id,
    title: place.at("title").text(),
    says: place.at("says").text(),
    citation: { source: source.at("source").text(), provision: source.at("provision").text(), ours: source.maybe("ours")?.text() ?? null },
    part: place.at("part").oneOf(USUAL_PARTS, "a part"),
    beginsWith: place.maybe("begins-with")?.list().map((one) => one.oneOf(PURPOSES, "a part of a usual series")) ?? [],
    priority: between(place.at("priority"), 1, 9),
    minutes: between(place.at("minutes"), 1, 60),
    limit: limit?.duration() ?? null,
    must: place.maybe("must")?.yesNo() ?? false,
    notable: place.maybe("notable")?.yesNo() ?? false,
    waits: place.maybe("waits")?.yesNo() ?? false,
    ground, examples,
  };
}

function between(place: Place, least: number, most: number): number {
  const n = place.count();
  return n >= least && n <= most ? n : place.refuse(`Give a number from ${least} to ${most}`);
}

/** One ground by its name, with what it asks: `clock: CBED-08`, or `state: { starts: … }`. */
function readGround(place: Place): Ground {
  if (!place.isMapping()) return wordGround(place);
  const [name, ...more] = place.keys(Object.keys(GROUNDS));
  if (name === undefined || more.length > 0) place.refuse("Give one ground here");
  const ground = place.at(name!);
  switch (name as keyof typeof GROUNDS) {
    case "first":
      ground.keys(["starts"]);
      return { by: "first", starts: occasions(ground, "starts") };
    case "review":
      ground.keys(["nth", "standard"]);
      return { by: "review", nth: between(ground.at("nth"), 2, 9), standard: ground.at("standard").text() };
    case "new":
      ground.keys(["of", "undone", "first"]);
      return { by: "new", of: occasions(ground, "of"), undone: readOccasions(ground.maybe("undone")), first: ground.maybe("first")?.yesNo() ?? false };
    case "clock":
      ground.keys(["standard", "at"]);
      return { by: "clock", standard: ground.at("standard").text(), at: ground.at("at").oneOf(AT, "where the limit stands") };
    case "state":
      ground.keys(["starts", "ends", "applies"]);
      return { by: "state", starts: occasions(ground, "starts"), ends: readOccasions(ground.maybe("ends")), applies: conditions(ground) };
    default: return place.refuse(`“${name}” asks nothing more: write “because: ${name}”`);
  }
}

function wordGround(place: Place): Ground {
  const words = { late: 1, barrier: 1, action: 1, return: 1 } as const;
  return { by: place.oneOf(words, "a ground that asks nothing more") };
}

function occasions(place: Place, key: string) {
  const read = readOccasions(place.at(key));
  return read.length > 0 ? read : place.at(key).refuse("Give at least one occasion");
}

/** Only what the entries that an agenda reads can answer. */
function conditions(place: Place): readonly Condition[] {
  const read = readConditions(place.maybe("applies"));
  const named = read.findIndex(({ test }) => test === "named" || test === "started-before" || test === "started-from");
  if (named !== -1) place.at("applies").refuse("A rule of the agenda may ask for the plan, the legal status, the placement, the age, and what happened");
  return read;
}

function readExample(place: Place): AgendaExample {
  place.keys(["says", "chronology", "meeting", "next", "reason"]);
  const reason = place.maybe("reason");
  return {
    says: place.at("says").text(),
    chronology: place.at("chronology").list().map(readEntry),
    meeting: place.at("meeting").day(),
    next: place.maybe("next")?.day() ?? null,
    reason: reason === undefined || reason.value === "none" ? null : (reason.keys(["start", "limit", "because"]), {
      startOn: reason.maybe("start")?.day() ?? null,
      limitOn: reason.maybe("limit")?.day() ?? null,
      because: reason.maybe("because")?.text() ?? null,
    }),
  };
}
