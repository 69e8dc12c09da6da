import type { Person } from "../../domain/access/viewer.ts";
import { addDays, addMonths, type Day } from "../../domain/dates/day.ts";
import { holderAt, type Quorum, quorumAt } from "../../domain/meetings/attendance.ts";
import { LEAD_NAMES, leadsOf } from "../../domain/meetings/leads.ts";
import { isAhead, type Lead, type MemberKind } from "../../domain/meetings/meeting.ts";
import { missingPapers } from "../../domain/meetings/papers.ts";
import { wasUnplanned } from "../../domain/meetings/plan-ahead.ts";
import { knownUntil } from "../../domain/meetings/rhythm.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { isHolder } from "./asking.ts";
import { namesOf } from "./in-room.ts";

/** What is to be done for a meeting by a day. */
export interface LeadLine {
  readonly lead: Lead;
  readonly on: Day;
  /** `open`: nobody can tell here whether it was done. */
  readonly standing: "done" | "late" | "today" | "ahead" | "past";
  /** How many of how many are done, of those the viewer may see; nothing where it is not counted. */
  readonly counted: { readonly done: number; readonly of: number } | null;
}

export interface MeetingLine {
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  /** Whose series it is, where it is not the viewer’s organisation’s. */
  readonly organisation: string | null;
  /** What the viewer is in the series; nothing where they only follow it. */
  readonly own: MemberKind | null;
  readonly mayHold: boolean;
  /** By name, or office where there is none. */
  readonly chair: string | null;
  readonly quorum: Quorum;
  readonly leads: readonly LeadLine[];
}

export interface SeriesLine {
  readonly series: SeriesRow;
  readonly organisation: string | null;
  readonly own: MemberKind | null;
  readonly next: Day | null;
}

export interface MeetingsPage {
  readonly today: Day;
  /** Those under way or whose minutes are not confirmed, then this week’s and later ones. */
  readonly toFinish: readonly MeetingLine[];
  readonly near: readonly MeetingLine[];
  readonly later: readonly MeetingLine[];
  readonly series: readonly SeriesLine[];
  readonly mayHold: boolean;
  /** The last day that meetings can be planned for, where bank holidays are not published for three months ahead. */
  readonly knownUntil: Day | null;
}

const NEAR_DAYS = 14;
const BACK_DAYS = 92;

/** What is next for somebody: the meetings they may follow, with what is to be done for each and by when. */
export async function openMeetings(app: App, person: Person): Promise<MeetingsPage> {
  const today = app.clock.today();
  const names = new Map((await app.store.directory.organisations()).map(({ code, name }) => [code, name]));
  const found = await app.store.reading(person, async (reader) => {
    const series = await reader.meetings.series();
    const of = new Map(series.map((one) => [one.id, one]));
    const meetings = (await reader.meetings.meetings(addDays(today, -BACK_DAYS), addMonths(today, 4))).filter((one) => !wasUnplanned(one) && one.detail.chairsAction !== true && of.has(one.series));
    const counts = new Map<string, Counts>();
    for (const meeting of meetings.filter(isNear(today))) counts.set(meeting.id, await countsOf(reader, meeting));
    return { series, of, meetings, counts };
  });
  const accounts = await namesOf(app, found.meetings.flatMap((meeting) => holderAt(found.of.get(meeting.series)!.definition, meeting.detail, "chair")?.account ?? []));
  const elsewhere = (code: string): string | null => (code === person.organisation.code ? null : names.get(code) ?? code);
  const own = ({ definition }: SeriesRow): MemberKind | null => definition.members.find(({ account }) => account === person.account)?.as ?? null;
  const lines = found.meetings.map((meeting): MeetingLine => {
    const series = found.of.get(meeting.series)!;
    const chair = holderAt(series.definition, meeting.detail, "chair");
    return {
      meeting, series, organisation: elsewhere(series.organisation), own: own(series), mayHold: isHolder(person, meeting),
      chair: chair === undefined ? null : chair.account === null ? chair.office : accounts.get(chair.account) ?? chair.office,
      quorum: quorumAt(series.definition, meeting.detail, isAhead(meeting.state)),
      leads: leadLines(app, meeting, series, found.counts.get(meeting.id), today),
    };
  });
  const ahead = lines.filter(({ meeting }) => meeting.heldOn >= today && (isAhead(meeting.state) || meeting.state === "cancelled"));
  const until = knownUntil(addMonths(today, 3), app.calendar);
  return {
    today, mayHold: isHolder(person, { organisation: person.organisation.code }),
    toFinish: lines.filter(({ meeting: { state, heldOn } }) => state === "open" || state === "held" || (heldOn < today && isAhead(state))),
    near: ahead.filter(({ meeting }) => meeting.heldOn <= addDays(today, NEAR_DAYS)),
    later: ahead.filter(({ meeting }) => meeting.heldOn > addDays(today, NEAR_DAYS)),
    series: found.series.map((series) => ({
      series, organisation: elsewhere(series.organisation), own: own(series),
      next: found.meetings.find((one) => one.series === series.id && one.heldOn >= today && one.state !== "cancelled")?.heldOn ?? null,
    })),
    knownUntil: until < addMonths(today, 3) ? until : null,
  };
}

interface Counts {
  readonly asked: number;
  readonly answered: number;
  readonly papers: number;
}

const isNear = (today: Day) => ({ heldOn, state }: MeetingRow): boolean => heldOn >= today && heldOn <= addDays(today, NEAR_DAYS) && isAhead(state);

async function countsOf(reader: Reader, meeting: MeetingRow): Promise<Counts> {
  const updates = await reader.meetings.updatesOf(meeting.id);
  return { asked: updates.length, answered: updates.filter(({ answeredAt }) => answeredAt !== null).length, papers: updates.filter(({ papers }) => missingPapers(papers).length === 0).length };
}

/** What is to be done for a meeting, in the order of its days; nothing where bank holidays are not known that far back. */
function leadLines(app: App, meeting: MeetingRow, { definition }: SeriesRow, counts: Counts | undefined, today: Day): readonly LeadLine[] {
  if (meeting.state !== "planned" && meeting.state !== "agenda-sent") return [];
  const days = daysOf(app, meeting, definition);
  return days === undefined ? [] : LEAD_NAMES.map((lead): LeadLine => {
    const on = days[lead];
    const counted = countedOf(lead, counts);
    const done = isDone(lead, meeting, counts);
    return { lead, on, counted, standing: done === true ? "done" : on > today ? "ahead" : on === today ? "today" : done === undefined ? "past" : "late" };
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function daysOf(app: App, { heldOn }: MeetingRow, definition: SeriesRow["definition"]): Readonly<Record<Lead, Day>> | undefined {
  try {
    return leadsOf(definition, heldOn, app.calendar);
  } catch {
    return undefined;
  }
}

/** Whether it was done, where that can be told. */
function isDone(lead: Lead, { agendaBuiltAt, agendaSentAt }: MeetingRow, counts: Counts | undefined): boolean | undefined {
  switch (lead) {
    case "build": return agendaBuiltAt !== null;
    case "agenda": return agendaSentAt !== null;
    case "updates": return counts === undefined ? undefined : counts.asked > 0;
    case "papers": return counts === undefined || counts.asked === 0 ? undefined : counts.papers === counts.asked;
    case "remind": return counts === undefined || counts.asked === 0 ? undefined : counts.answered === counts.asked;
    case "extra-items": return agendaSentAt === null ? undefined : true;
  }
}

function countedOf(lead: Lead, counts: Counts | undefined): LeadLine["counted"] {
  if (counts === undefined || counts.asked === 0) return null;
  switch (lead) {
    case "remind": return { done: counts.answered, of: counts.asked };
    case "papers": return { done: counts.papers, of: counts.asked };
    default: return null;
  }
}
