import type { Refusal } from "../commands/command.ts";
import { parseDay } from "../dates/day.ts";
import { type Duration, parseDuration } from "../dates/duration.ts";
import { counted, lower } from "../words.ts";
import { LEAD_NAMES, leadsOutOfOrder } from "./leads.ts";
import { type Chase, type Lead, LEADS, type Member, MEMBER_KINDS, type MemberKind, type Part, type Rhythm, type SeriesDefinition, type Weekday } from "./meeting.ts";
import { NTHS, WEEKDAYS } from "./rhythm.ts";
import type { SeriesTyped } from "./series-typed.ts";
import { readTime } from "./time-of-day.ts";

export { definitionOf, USUAL_SERIES, type UsualSeries } from "./usual-series.ts";
export { differsIn, type SeriesTyped, typedFrom } from "./series-typed.ts";

export type ReadSeries = { readonly definition: SeriesDefinition } | { readonly refusals: readonly Refusal[] };

export interface SeriesKnown {
  /** What it was, where it is changed: its rules are kept. */
  readonly before?: SeriesDefinition | undefined;
  /** What each person who may be a member is called by their office, by account. */
  readonly offices: ReadonlyMap<string, string>;
}

/** Reads what was typed of a series, strictly: every fault is said at its field, as the form names it. Rows left empty are none. */
export function readSeries(typed: SeriesTyped, { before, offices }: SeriesKnown): ReadSeries {
  const refusals: Refusal[] = [];
  const no = (field: string, message: string): undefined => void refusals.push({ field, message });
  const words = (field: "name" | "neutralTitle" | "purpose" | "terms" | "accountableTo" | "place", most: number, needed?: string): string => {
    const text = typed[field].trim();
    if (text === "" && needed !== undefined) no(field, needed);
    if (text.length > most) no(field, `Use ${most.toLocaleString("en-GB")} characters or fewer: this is ${text.length.toLocaleString("en-GB")}`);
    return text;
  };
  const number = (field: string, text: string, least: number, most: number, what: string): number => {
    const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) no(field, `Enter ${what} as a number from ${least} to ${most}`);
    return value;
  };
  const name = words("name", 100, "Enter what the series is called");
  const neutralTitle = words("neutralTitle", 60, "Enter what it is called in calendars and mail, in words that tell of no child");
  if (/\p{Cc}/u.test(neutralTitle)) no("neutralTitle", "Enter what it is called in calendars and mail on one line");
  const purpose = words("purpose", 2000, "Say what the meeting is for");
  const terms = words("terms", 8000);
  const accountableTo = words("accountableTo", 200, "Say to whom the meeting is accountable");
  const place = words("place", 200);
  const startsAt = readTime(typed.startsAt) ?? no("startsAt", "Enter when it starts, such as 10:00 or 2:30pm") ?? "";
  const rhythm = readRhythm(typed, no, number);
  const parts = readParts(typed.parts, no, number);
  checkRules(before, parts, no);
  const members = readMembers(typed.members, { before, offices }, no);
  const seats = members.filter(({ as }) => as !== "invited").length;
  const quorum = number("quorum", typed.quorum, 1, 50, "how many it takes to meet");
  if (quorum > seats && quorum <= 50 && seats > 0) no("quorum", `There are ${counted(seats, "member")} who are not only invited: ${quorum} cannot be the least that meet`);
  const leads = readLeads(typed.leads, no);
  const chase: Chase = {
    daysBefore: number("chase-daysBefore", typed.chase.daysBefore, 0, 60, "how many days before an action is due its owner is told"),
    everyDays: number("chase-everyDays", typed.chase.everyDays, 1, 60, "how many days there are between reminders"),
    escalateAfterDays: number("chase-escalateAfterDays", typed.chase.escalateAfterDays, 1, 365, "how many days late an action is taken further"),
  };
  if (refusals.length > 0 || rhythm === undefined || leads === undefined) return { refusals };
  return { definition: { name, neutralTitle, purpose, terms, accountableTo, rhythm, startsAt, place, parts, members, quorum, leads, rules: before?.rules ?? [], chase } };
}

type No = (field: string, message: string) => undefined;
type AsNumber = (field: string, text: string, least: number, most: number, what: string) => number;

function readRhythm(typed: SeriesTyped, no: No, number: AsNumber): Rhythm | undefined {
  switch (typed.every) {
    case "never": return { every: "never" };
    case "weeks": {
      const count = number("weeks", typed.weeks, 1, 26, "how many weeks there are from one meeting to the next");
      const from = parseDay(typed.from);
      return from === undefined ? no("from", "Enter the day of the first meeting") : { every: "weeks", count, from };
    }
    case "month": {
      const nth = (Object.keys(NTHS) as (keyof typeof NTHS & string)[]).find((key) => String(key) === typed.nth);
      const weekday = Object.keys(WEEKDAYS).find((key) => key === typed.weekday);
      if (nth === undefined) no("nth", "Choose which in the month: the first to the fourth, or the last");
      if (weekday === undefined) no("weekday", "Choose the day of the week");
      return nth === undefined || weekday === undefined ? undefined : { every: "month", nth: nth === "last" ? nth : (Number(nth) as 1 | 2 | 3 | 4), weekday: Number(weekday) as Weekday };
    }
    default: return no("every", "Choose how often it meets");
  }
}

function readParts(rows: SeriesTyped["parts"], no: No, number: AsNumber): readonly Part[] {
  const given = rows.map((row, i) => ({ ...row, name: row.name.trim(), i })).filter(({ name, minutes }) => name !== "" || minutes.trim() !== "");
  if (given.length === 0) no("parts-0-name", "Enter at least one part of the meeting, with its minutes");
  const taken = new Set(given.map(({ id }) => id).filter((id) => id !== ""));
  const kept = new Set<string>();
  return given.map(({ id, name, minutes, i }) => {
    const keeps = /^[a-z0-9-]{1,40}$/.test(id) && !kept.has(id);
    if (keeps) kept.add(id);
    if (name === "") no(`parts-${i}-name`, "Enter what this part is called");
    if (name.length > 100) no(`parts-${i}-name`, "Use 100 characters or fewer for the name of a part");
    if (given.some((other) => other.i < i && other.name.toLowerCase() === name.toLowerCase()) && name !== "") no(`parts-${i}-name`, `There are two parts called “${name}”`);
    return { id: keeps ? id : newId(name, taken), name, minutes: number(`parts-${i}-minutes`, minutes, 1, 480, "the minutes of this part") };
  });
}

/** An id that stays with the part when it is called something else. */
function newId(name: string, taken: Set<string>): string {
  const base = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 30) || "part";
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

/** Children are put in a part by the rules of the agenda: one that they need stays. */
function checkRules(before: SeriesDefinition | undefined, parts: readonly Part[], no: No): void {
  for (const part of before?.parts ?? []) {
    const rules = before?.rules.filter((rule) => rule.part === part.id).length ?? 0;
    if (rules > 0 && parts.every(({ id }) => id !== part.id)) no("parts-0-name", `${counted(rules, "rule")} of the agenda put children in “${part.name}”: give them another part first, or keep it`);
  }
}

function readMembers(rows: SeriesTyped["members"], { before, offices }: SeriesKnown, no: No): readonly Member[] {
  const given = rows.map((row, i) => ({ as: row.as, account: row.account.trim(), office: row.office.trim(), i })).filter(({ account, office }) => account !== "" || office !== "");
  const stayed = new Set(before?.members.flatMap(({ account }) => account ?? []));
  const members = given.map(({ as, account, office, i }): Member => {
    if (!Object.hasOwn(MEMBER_KINDS, as)) no(`members-${i}-as`, "Choose what they are in the meeting");
    if (office.length > 120) no(`members-${i}-office`, "Use 120 characters or fewer for an office");
    // Somebody who has left stays until somebody takes them off.
    if (account !== "" && !offices.has(account) && !stayed.has(account)) no(`members-${i}-account`, "Choose somebody from the list, or leave the account empty and write the office");
    if (account !== "" && given.some((other) => other.i < i && other.account === account)) no(`members-${i}-account`, "This person is a member already");
    if (account === "" && given.some((other) => other.i < i && other.account === "" && other.office === office)) no(`members-${i}-office`, `There are two called “${office}”: say which is which`);
    return { as: as as MemberKind, account: account === "" ? null : account, office: office === "" ? (offices.get(account) ?? "") : office };
  });
  for (const as of ["chair", "minute-taker"] as const) {
    const [, second] = given.filter((row) => row.as === as);
    if (second !== undefined) no(`members-${second.i}-as`, `There is one ${lower(MEMBER_KINDS[as])}: make the other a member, who can stand in`);
  }
  if (!given.some(({ as }) => as === "chair")) no("members-0-as", "Say who takes the chair");
  return members;
}

const MOST: Readonly<Partial<Record<Duration["unit"], number>>> = { "day": 90, "working day": 60, "week": 12 };

function readLeads(typed: SeriesTyped["leads"], no: No): Readonly<Record<Lead, Duration>> | undefined {
  const read = LEAD_NAMES.map((lead) => {
    const { count, unit } = typed[lead];
    const duration = parseDuration(`${count.trim()} ${unit}`);
    const most = duration === undefined ? undefined : MOST[duration.unit];
    if (duration === undefined || most === undefined || duration.count > most) no(`lead-${lead}`, `${LEADS[lead]}: enter a number of days, working days or weeks before the meeting, no more than 12 weeks`);
    return [lead, duration] as const;
  });
  if (read.some(([, duration]) => duration === undefined || duration.count > (MOST[duration.unit] ?? -1))) return undefined;
  const leads = Object.fromEntries(read) as Readonly<Record<Lead, Duration>>;
  for (const [later, sooner] of leadsOutOfOrder(leads)) no(`lead-${later}`, `“${LEADS[later]}” comes before “${LEADS[sooner]}”: it cannot`);
  return leads;
}
