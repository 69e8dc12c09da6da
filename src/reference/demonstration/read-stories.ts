import { ROLES } from "../../domain/access/role.ts";
import { ALL_CAUSES, CERTAINTIES, type Detail, type DetailValue } from "../../domain/chronology/entry.ts";
import { type DetailField, detailOf, type Kind, KINDS, KIND_CODES, isPeriodKind } from "../../domain/chronology/kinds.ts";
import { parseToldDay } from "../../domain/simulation/relative-day.ts";
import type { Story, StoryEntry, StoryRecord } from "../../domain/simulation/story.ts";
import type { Place } from "../../domain/standards/reading.ts";

/** The stories as their file tells them. Throws Unreadable where one cannot be told. */
export function readStories(place: Place): Story[] {
  place.keys(["stories"]);
  const stories = place.at("stories").list().map(readStory);
  const ids = stories.map((s) => s.id);
  const records = stories.flatMap((s) => [...s.children, ...(s.group === undefined ? [] : [s.group])]).map((r) => r.localId);
  const twice = [...ids, ...records].find((id, i, all) => all.indexOf(id) !== i);
  return twice === undefined ? stories : place.at("stories").refuse(`“${twice}” is given twice`);
}

function readStory(place: Place): Story {
  place.keys(["id", "authority", "shows", "offered", "children", "group"]);
  const [group, offered] = [place.maybe("group"), place.maybe("offered")];
  const children = place.at("children").list().map(readRecord);
  return {
    id: place.at("id").text(),
    authority: place.at("authority").text(),
    shows: place.at("shows").text(),
    children,
    ...(group === undefined ? {} : { group: readRecord(group) }),
    ...(offered === undefined ? {} : { offered: readOffered(offered, children.map(({ localId }) => localId)) }),
  };
}

function readOffered(place: Place, children: readonly string[]): NonNullable<Story["offered"]> {
  place.keys(["child", "to", "from", "by", "why"]);
  const child = place.at("child").text();
  if (!children.includes(child)) place.at("child").refuse(`“${child}” is no child of this story`);
  const from = parseToldDay(place.at("from").text()) ?? place.at("from").refuse("This is no day told from today: write it like 3 weeks ago");
  return { child, to: place.at("to").text(), from, by: place.at("by").text(), why: place.at("why").text() };
}

function readRecord(place: Place): StoryRecord {
  place.keys(["local-id", "entries"]);
  const named = new Set<string>();
  return { localId: place.at("local-id").text(), entries: flat(place.at("entries")).map((line) => readLine(line, named)) };
}

/** A list within the list is lines that several stories share. */
const flat = (place: Place): Place[] => place.list().flatMap((item) => (Array.isArray(item.value) ? flat(item) : [item]));

const FIELDS = ["on", "kind", "every", "to", "then", "until", "recorded", "certainty", "detail", "ending", "as", "supersedes", "cause", "reason", "by", "refers"] as const;

function readLine(place: Place, named: Set<string>): StoryEntry {
  place.keys(FIELDS);
  const kind = place.at("kind").oneOf(KINDS, "a kind of entry");
  const certainty = place.maybe("certainty")?.oneOf(CERTAINTIES, "a certainty") ?? "actual";
  const [until, ending, cause] = [place.maybe("until"), place.maybe("ending"), place.maybe("cause")];
  if (until !== undefined && !isPeriodKind(kind)) until.refuse(`“${KINDS[kind].label}” happens on a day: it has no end`);
  const every = place.maybe("every");
  if (every !== undefined && isPeriodKind(kind)) every.refuse(`“${KINDS[kind].label}” lasts: it cannot happen every so many days`);
  if (certainty === "actual") refuseAhead(place.at("on"), until);
  if (certainty !== "actual" && KINDS[kind].ahead !== true) place.at("certainty").refuse(`“${KINDS[kind].label}” cannot be entered ahead of its day`);
  if (certainty !== "actual" && place.maybe("recorded") === undefined) place.refuse("Say when it was recorded: it has not happened");
  const supersedes = place.maybe("supersedes")?.text();
  if (supersedes !== undefined && !named.has(supersedes)) place.at("supersedes").refuse(`No line before this one is called “${supersedes}”`);
  if ((supersedes === undefined) !== (cause === undefined)) place.refuse("Give supersedes and cause together");
  const name = place.maybe("as")?.text();
  if (name !== undefined) named.add(name);
  const refers = readRefers(place.maybe("refers"), named);
  const missing = Object.entries(KINDS[kind].detail ?? {}).find(([field, { required }]) => required === true && refers?.field !== field && place.maybe("detail")?.maybe(field) === undefined);
  if (missing !== undefined) place.refuse(`“${KINDS[kind].label}” wants “${missing[1].label}”: give ${missing[0]} in its detail`);
  return {
    kind, certainty,
    on: toldDay(place.at("on")),
    detail: readDetail(kind, place.maybe("detail")),
    ...(every === undefined ? {} : { everyDays: daysIn(every) }),
    ...(place.maybe("then") === undefined ? {} : { then: readThen(place.at("then")) }),
    ...(place.maybe("to") === undefined ? {} : { to: toldDay(place.at("to")) }),
    ...(until === undefined ? {} : { until: toldDay(until) }),
    ...(place.maybe("recorded") === undefined ? {} : { recorded: toldDay(place.at("recorded")) }),
    ...(ending === undefined ? {} : { ending: readDetail(kind, ending) }),
    ...(name === undefined ? {} : { as: name }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(cause === undefined ? {} : { cause: cause.oneOf(ALL_CAUSES, "a cause") }),
    ...(place.maybe("reason") === undefined ? {} : { reason: place.at("reason").text() }),
    ...(place.maybe("by") === undefined ? {} : { by: place.at("by").oneOf(ROLES, "a role") }),
    ...(refers === undefined ? {} : { refers }),
  };
}

/** `{ challenge: first }`: the detail named so is the number of the line called that. */
function readRefers(place: Place | undefined, named: ReadonlySet<string>): StoryEntry["refers"] {
  if (place === undefined) return undefined;
  const [field = ""] = place.keys(["challenge", "request"]);
  const name = place.at(field).text();
  return named.has(name) ? { field, name } : place.at(field).refuse(`No line before this one is called “${name}”`);
}

/** What has not happened yet is planned, or provisional. */
function refuseAhead(...days: readonly (Place | undefined)[]): void {
  for (const place of days) if (place?.text().startsWith("in ") === true) place.refuse(`“${place.text()}” is still to come: say that it is planned or provisional`);
}

function readThen(place: Place): Partial<Record<Kind, number>> {
  return Object.fromEntries(place.keys(KIND_CODES.filter((kind) => !isPeriodKind(kind))).map((kind) => [kind, daysIn(place.at(kind))]));
}

function daysIn(place: Place): number {
  const { count, unit } = place.duration();
  if (count === 0 || (unit !== "day" && unit !== "week")) place.refuse("Give a number of days or weeks from 1 up");
  return unit === "week" ? count * 7 : count;
}

function toldDay(place: Place): string {
  const text = place.text();
  return parseToldDay(text) === undefined ? place.refuse(`“${text}” is not a day: write it like “7 months ago”, “in 2 weeks” or 2026-03-31`) : text;
}

function readDetail(kind: Kind, place: Place | undefined): Detail {
  if (place === undefined) return {};
  const fields: Readonly<Record<string, DetailField>> = detailOf(kind);
  const names = place.keys(Object.keys(fields));
  return Object.fromEntries(names.map((name) => [name, readValue(fields[name]!, place.at(name))]));
}

function readValue(field: DetailField, place: Place): DetailValue {
  switch (field.type) {
    case "count": return place.count();
    case "yes-no": return place.yesNo();
    case "day": return toldDay(place);
    case "code": return typeof place.value === "number" ? codeOf(field, place, String(place.value)) : codeOf(field, place, place.text());
    case "text": return place.text();
  }
}

const codeOf = (field: DetailField, place: Place, code: string): string =>
  Object.hasOwn(field.codes ?? {}, code) ? code : place.refuse(`“${code}” is not a code of “${field.label}”: use ${Object.keys(field.codes ?? {}).join(", ")}`);
