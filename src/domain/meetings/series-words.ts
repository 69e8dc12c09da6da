import { durationInWords } from "../dates/duration.ts";
import { counted, listed, lower } from "../words.ts";
import { LEAD_NAMES, leadInWords } from "./leads.ts";
import { LEADS, MEMBER_KINDS, type SeriesDefinition } from "./meeting.ts";
import { rhythmInWords } from "./rhythm.ts";
import { timeInWords } from "./time-of-day.ts";

/** One thing that is said of a series. */
export interface SaidOfSeries {
  readonly label: string;
  readonly text: string;
}

/** All that is said of a series, in words. `nameOf`: a person by account. */
export function seriesInWords(definition: SeriesDefinition, nameOf: (account: string) => string): readonly SaidOfSeries[] {
  const { name, neutralTitle, purpose, terms, accountableTo, rhythm, startsAt, place, parts, members, quorum, leads, rules, chase } = definition;
  const who = ({ as, account, office }: SeriesDefinition["members"][number]): string => `${account === null ? office : `${nameOf(account)} (${office})`}, ${lower(MEMBER_KINDS[as])}`;
  return [
    { label: "Name", text: name },
    { label: "Title in calendars and mail", text: neutralTitle },
    { label: "Purpose", text: purpose },
    { label: "Terms of reference", text: terms },
    { label: "Accountable to", text: accountableTo },
    { label: "Rhythm", text: rhythmInWords(rhythm) },
    { label: "Start", text: timeInWords(startsAt) },
    { label: "Place", text: place },
    { label: "Parts", text: `${parts.map((part) => `${part.name}, ${part.minutes} minutes`).join("; ")}. ${minutesInWords(minutesOf(definition))} together` },
    { label: "Members", text: members.map(who).join("; ") },
    { label: "Quorum", text: `${quorum} members, those invited left out` },
    { label: "Lead times", text: LEAD_NAMES.map((lead) => `${LEADS[lead]} ${leadInWords(leads[lead])}`).join("; ") },
    { label: "Rules of the agenda", text: rules.length === 0 ? "The usual ones" : listed(rules.map(({ rule, limit }) => (limit === undefined ? rule : `${rule} (${durationInWords(limit)})`))) },
    { label: "Following up actions", text: `Told ${counted(chase.daysBefore, "day")} before, reminded every ${counted(chase.everyDays, "day")} once late, taken further ${counted(chase.escalateAfterDays, "day")} late` },
  ];
}

export const minutesOf = ({ parts }: Pick<SeriesDefinition, "parts">): number => parts.reduce((sum, { minutes }) => sum + minutes, 0);

/** “2 hours 30 minutes”. */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [counted(hours, "hour")] : []), ...(rest > 0 || hours === 0 ? [counted(rest, "minute")] : [])].join(" ");
}

/** One thing that two people said differently of a series. */
export interface Differs extends SaidOfSeries {
  readonly yours: string;
}

/** What is different between what is saved and what somebody typed: what they would undo by saving. */
export function differences(saved: SeriesDefinition, typed: SeriesDefinition, nameOf: (account: string) => string): readonly Differs[] {
  const yours = seriesInWords(typed, nameOf);
  return seriesInWords(saved, nameOf).flatMap((said, i) => (said.text === yours[i]?.text ? [] : [{ ...said, yours: yours[i]?.text ?? "" }]));
}
