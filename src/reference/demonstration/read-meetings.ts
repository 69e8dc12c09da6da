import { BARRIERS, MEETING_DECISIONS } from "../../domain/chronology/codes.ts";
import { BOXES, type BoxName } from "../../domain/meetings/boxes.ts";
import { MEMBER_KINDS } from "../../domain/meetings/meeting.ts";
import { UPDATE_BOXES, type UpdateBoxName } from "../../domain/meetings/update.ts";
import { USUAL_SERIES } from "../../domain/meetings/usual-series.ts";
import type { ToldAction, ToldDecision, ToldItem, ToldMeeting, ToldPreparation, ToldSeries } from "../../domain/simulation/meetings.ts";
import type { Place } from "../../domain/standards/reading.ts";

/** The region’s meetings as their file tells them. Throws Unreadable where one cannot be told. */
export function readMeetings(place: Place): ToldSeries[] {
  place.keys(["series"]);
  return place.at("series").list().map(readSeries);
}

const USUAL = Object.fromEntries(USUAL_SERIES.map((one) => [one.id, one]));
const listOf = <T>(place: Place, field: string, read: (each: Place) => T): readonly T[] => (place.maybe(field)?.list() ?? []).map(read);

function readSeries(place: Place): ToldSeries {
  place.keys(["organisation", "usual", "every-weeks", "next-in", "place", "rules", "members", "prepared", "held"]);
  const usual = place.at("usual").oneOf(USUAL, "a usual series");
  const parts = Object.fromEntries((USUAL[usual]?.definition.parts ?? []).map(({ id, name }) => [id, name]));
  const [everyWeeks, prepared, rules] = [place.maybe("every-weeks"), place.maybe("prepared"), place.maybe("rules")];
  return {
    organisation: place.at("organisation").text(), usual, place: place.at("place").text(),
    ...(everyWeeks === undefined ? {} : { weekly: { everyWeeks: everyWeeks.count(), nextIn: place.at("next-in").count() } }),
    ...(rules === undefined ? {} : { rules: Object.fromEntries(rules.keys().map((rule) => [rule, rules.at(rule).oneOf({ any: true, ...parts }, "a part of this series")])) }),
    members: place.at("members").list().map((member) => {
      member.keys(["as", "account"]);
      return { as: member.at("as").oneOf(MEMBER_KINDS, "a kind of member"), account: member.at("account").text() };
    }),
    ...(prepared === undefined ? {} : { prepared: readPreparation(prepared, parts) }),
    held: place.at("held").list().map((meeting) => readMeeting(meeting, parts)),
  };
}

function readPreparation(place: Place, parts: Readonly<Record<string, string>>): ToldPreparation {
  place.keys(["by", "minutes", "answers"]);
  const minutes = place.maybe("minutes");
  minutes?.keys(Object.keys(parts));
  return {
    by: place.at("by").text(),
    ...(minutes === undefined ? {} : { minutes: Object.fromEntries(minutes.keys().map((part) => [part, minutes.at(part).count()])) }),
    answers: listOf(place, "answers", (answer) => {
      answer.keys(["child", "boxes"]);
      return { child: answer.at("child").text(), boxes: textsOf<UpdateBoxName>(answer.at("boxes"), UPDATE_BOXES) };
    }),
  };
}

function readMeeting(place: Place, parts: Readonly<Record<string, string>>): ToldMeeting {
  place.keys(["apologies", "children"]);
  return { apologies: listOf(place, "apologies", (each) => each.text()), children: place.at("children").list().map((item) => readItem(item, parts)) };
}

function readItem(place: Place, parts: Readonly<Record<string, string>>): ToldItem {
  place.keys(["child", "part", "why", "boxes", "decisions", "actions", "barriers"]);
  return {
    child: place.at("child").text(), part: place.at("part").oneOf(parts, "a part of this series"), why: place.at("why").text(), boxes: textsOf<BoxName>(place.at("boxes"), BOXES),
    decisions: listOf(place, "decisions", readDecision), actions: listOf(place, "actions", readAction),
    barriers: listOf(place, "barriers", (barrier) => {
      barrier.keys(["barrier", "note"]);
      return { barrier: barrier.at("barrier").oneOf(BARRIERS, "a barrier"), note: barrier.at("note").text() };
    }),
  };
}

function readDecision(place: Place): ToldDecision {
  place.keys(["sort", "what", "why", "answer"]);
  const answer = place.maybe("answer");
  answer?.keys(["by", "after", "agreed", "said"]);
  return {
    sort: place.at("sort").oneOf(MEETING_DECISIONS, "a decision of a meeting"), what: place.at("what").text(), why: place.at("why").text(),
    ...(answer === undefined ? {} : { answer: { by: answer.at("by").text(), after: answer.at("after").count(), agreed: answer.at("agreed").oneOf({ yes: true, no: true }, "an answer"), said: answer.at("said").text() } }),
  };
}

function readAction(place: Place): ToldAction {
  place.keys(["what", "who", "within", "shown-by", "done-after", "said"]);
  const done = place.maybe("done-after");
  return {
    what: place.at("what").text(), who: place.at("who").text(), within: place.at("within").count(), shownBy: place.at("shown-by").text(),
    ...(done === undefined ? {} : { done: { after: done.count(), said: place.at("said").text() } }),
  };
}

function textsOf<Name extends string>(place: Place, boxes: Readonly<Record<Name, unknown>>): Readonly<Partial<Record<Name, string>>> {
  const names = place.keys(Object.keys(boxes)) as readonly Name[];
  return Object.fromEntries(names.map((name) => [name, place.at(name).text()])) as Partial<Record<Name, string>>;
}
