import type { Refusal } from "../commands/command.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { addWorkingDays, type WorkingCalendar } from "../dates/working-days.ts";
import { isAttendance, seatsAt } from "./attendance.ts";
import { type Attendance, isAhead, type MeetingDetail, type MeetingState, type SeriesDefinition } from "./meeting.ts";
import { type MeetingDay, weekdayInWords } from "./rhythm.ts";
import { readTime } from "./time-of-day.ts";

/** How one meeting is to be, as somebody typed it: days as YYYY-MM-DD, people by account. */
export interface ArrangementTyped {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  /** Nothing where it is whoever does it in the series. */
  readonly chair: string;
  readonly minuteTaker: string;
  readonly attendance: readonly { readonly key: string; readonly as: string; readonly standIn: string }[];
}

export interface ArrangementKnown {
  readonly definition: SeriesDefinition;
  readonly meeting: { readonly heldOn: Day; readonly state: MeetingState; readonly detail: MeetingDetail };
  /** Days on which the series meets besides. */
  readonly others: ReadonlySet<Day>;
  /** Accounts of those who may take the chair or the minutes. */
  readonly people: ReadonlySet<string>;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

export interface Arrangement {
  readonly heldOn: Day;
  readonly detail: MeetingDetail;
  /** The bank holiday that was asked for. */
  readonly offHoliday?: Day;
}

/** Who came is written down until the minutes are confirmed. */
export const mayAttend = (state: MeetingState): boolean => isAhead(state) || state === "open" || state === "held";

/** Reads what was typed of one meeting; every fault is said at its field. A bank holiday is put off to the next working day, which `offHoliday` says. */
export function readArrangement(typed: ArrangementTyped, known: ArrangementKnown): { readonly arrangement: Arrangement } | { readonly refusals: readonly Refusal[] } {
  const { definition, meeting } = known;
  const refusals: Refusal[] = [];
  const no = (field: string, message: string): undefined => void refusals.push({ field, message });
  const moves = isAhead(meeting.state);
  const day = moves ? readMeetingDay(typed.heldOn, { ...known, unless: meeting.heldOn }, no) : { on: meeting.heldOn };
  const time = typed.startsAt.trim() === "" ? definition.startsAt : readTime(typed.startsAt);
  if (time === undefined) no("startsAt", "Enter when it starts, such as 10:00 or 2:30pm");
  const place = typed.place.trim();
  if (place.length > 200) no("place", "Use 200 characters or fewer for the place");
  const holder = (field: "chair" | "minuteTaker", who: string): string | undefined => {
    const account = typed[field].trim();
    if (account === "") return undefined;
    return known.people.has(account) || account === meeting.detail[field] ? account : no(field, `Choose from the list who takes ${who}, or leave it empty`);
  };
  const [chair, minuteTaker] = [holder("chair", "the chair"), holder("minuteTaker", "the minutes")];
  const attendance = readAttendance(typed, known, no);
  if (refusals.length > 0 || day === undefined || time === undefined) return { refusals };
  const moved = day.on !== meeting.heldOn;
  const { startsAt: _t, place: _p, chair: _c, minuteTaker: _m, attendance: _a, movedFrom, ...rest } = meeting.detail;
  // The day that the rhythm gave, however often it is moved; nothing once it is back there.
  const from = meeting.detail.extraordinary === undefined ? movedFrom ?? (moved ? meeting.heldOn : undefined) : undefined;
  const detail: MeetingDetail = {
    ...rest,
    ...(from === undefined || from === day.on ? {} : { movedFrom: from }),
    ...(time === definition.startsAt ? {} : { startsAt: time }),
    ...(place === "" || place === definition.place ? {} : { place }),
    ...(chair === undefined ? {} : { chair }),
    ...(minuteTaker === undefined ? {} : { minuteTaker }),
    ...(Object.keys(attendance).length === 0 ? {} : { attendance }),
  };
  return { arrangement: { heldOn: day.on, detail, ...(day.movedFrom === undefined ? {} : { offHoliday: day.movedFrom }) } };
}

interface DayKnown extends Pick<ArrangementKnown, "others" | "today" | "calendar"> {
  /** The day it is on, which stays possible whatever it is. */
  readonly unless?: Day;
}

/** A day that somebody chose for a meeting: not one that has passed, nor one on which the series meets, nor beyond the bank holidays that are known. */
export function readMeetingDay(text: string, { others, today, calendar, unless }: DayKnown, no: (field: string, message: string) => undefined): MeetingDay | undefined {
  const on = parseDay(text);
  if (on === undefined) return no("heldOn", "Enter the day of the meeting");
  if (on === unless) return { on };
  if (on < today) return no("heldOn", `${dayInWords(on)} has passed: choose today or a later day`);
  const put = offHoliday(on, calendar);
  if (put === undefined) return no("heldOn", `Bank holidays are published until ${dayInWords(calendar.lastOn)}: choose a day until then`);
  if (others.has(put.on)) return no("heldOn", `This series meets on ${weekdayInWords(put.on)} already${put.movedFrom === undefined ? "" : `, to which ${dayInWords(on)}, a bank holiday, would be moved`}: choose another day`);
  return put;
}

function offHoliday(on: Day, calendar: WorkingCalendar): MeetingDay | undefined {
  if (on > calendar.lastOn || on < calendar.firstOn) return undefined;
  if (!calendar.holidays.has(on)) return { on };
  try {
    return { on: addWorkingDays(calendar, on, 1), movedFrom: on };
  } catch {
    return undefined;
  }
}

type Said = Readonly<Record<string, { readonly as: Attendance; readonly standIn?: string }>>;

function readAttendance(typed: ArrangementTyped, { definition, meeting }: ArrangementKnown, no: (field: string, message: string) => undefined): Said {
  if (!mayAttend(meeting.state)) return meeting.detail.attendance ?? {};
  const keys = new Set(seatsAt(definition, meeting.detail).map(({ key }) => key));
  // What was said of somebody who is no member any more stays.
  const kept = Object.entries(meeting.detail.attendance ?? {}).filter(([key]) => !keys.has(key) || typed.attendance.every((row) => row.key !== key));
  const said = typed.attendance.flatMap(({ key, as, standIn }, i): (readonly [string, { as: Attendance; standIn?: string }])[] => {
    const who = standIn.trim();
    if (!keys.has(key) || (as === "" && who === "")) return [];
    if (who.length > 120) no(`attendance-${i}-standIn`, "Use 120 characters or fewer for who stands in");
    if (as === "stood-in" && who === "") no(`attendance-${i}-standIn`, "Say who stands in");
    if (as !== "stood-in" && who !== "") no(`attendance-${i}-as`, `Choose “Stood in for” where ${who} comes in their place, or take the name out`);
    if (as !== "" && !isAttendance(as)) no(`attendance-${i}-as`, "Choose whether they come");
    return isAttendance(as) ? [[key, { as, ...(who === "" ? {} : { standIn: who }) }]] : [];
  });
  return Object.fromEntries([...kept, ...said]);
}

/** What somebody says of themselves before a meeting: that they come after all (`said` is null), send apologies, or who comes instead. A refusal’s field is one of those typed. */
export function readOwnAttendance({ as, standIn }: { readonly as: string; readonly standIn: string }): { readonly said: Said[string] | null } | { readonly refusals: readonly Refusal[] } {
  const who = standIn.trim();
  if (who.length > 120) return { refusals: [{ field: "standIn", message: "Use 120 characters or fewer for who comes in your place" }] };
  switch (as) {
    case "coming": return { said: null };
    case "apologies": return { said: { as } };
    case "stood-in": return who === "" ? { refusals: [{ field: "standIn", message: "Say who comes in your place: somebody else than yourself" }] } : { said: { as, standIn: who } };
    default: return { refusals: [{ field: "as", message: "Say whether you come" }] };
  }
}
