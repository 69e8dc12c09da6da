import { durationInWords } from "../dates/duration.ts";
import { LEAD_NAMES } from "./leads.ts";
import type { Chase, Lead, SeriesDefinition } from "./meeting.ts";

/** A series as somebody typed it: text throughout, so that nothing typed is lost where it cannot be read. */
export interface SeriesTyped {
  readonly name: string;
  readonly neutralTitle: string;
  readonly purpose: string;
  readonly terms: string;
  readonly accountableTo: string;
  /** `weeks`, `month` or `never`. */
  readonly every: string;
  readonly weeks: string;
  /** A day as YYYY-MM-DD. */
  readonly from: string;
  readonly nth: string;
  readonly weekday: string;
  readonly startsAt: string;
  readonly place: string;
  readonly parts: readonly { readonly id: string; readonly name: string; readonly minutes: string }[];
  readonly members: readonly { readonly as: string; readonly account: string; readonly office: string }[];
  readonly quorum: string;
  readonly leads: Readonly<Record<Lead, { readonly count: string; readonly unit: string }>>;
  readonly chase: Readonly<Record<keyof Chase, string>>;
}

/** What a form begins with that changes a series. */
export function typedFrom(definition: SeriesDefinition): SeriesTyped {
  const { name, neutralTitle, purpose, terms, accountableTo, rhythm, startsAt, place, parts, members, quorum, leads, chase } = definition;
  return {
    name, neutralTitle, purpose, terms, accountableTo, startsAt, place,
    every: rhythm.every,
    weeks: rhythm.every === "weeks" ? String(rhythm.count) : "",
    from: rhythm.every === "weeks" ? rhythm.from : "",
    nth: rhythm.every === "month" ? String(rhythm.nth) : "",
    weekday: rhythm.every === "month" ? String(rhythm.weekday) : "",
    parts: parts.map((part) => ({ id: part.id, name: part.name, minutes: String(part.minutes) })),
    members: members.map((member) => ({ as: member.as, account: member.account ?? "", office: member.office })),
    quorum: String(quorum),
    leads: Object.fromEntries(LEAD_NAMES.map((lead) => [lead, { count: String(leads[lead].count), unit: leads[lead].unit }])) as SeriesTyped["leads"],
    chase: { daysBefore: String(chase.daysBefore), everyDays: String(chase.everyDays), escalateAfterDays: String(chase.escalateAfterDays) },
  };
}

/** What is different between two definitions, by what it is called: what somebody else changed while this one was at it. */
export function differsIn(was: SeriesDefinition, is: SeriesDefinition): readonly string[] {
  const said: readonly (readonly [string, (d: SeriesDefinition) => unknown])[] = [
    ["Name", (d) => d.name], ["Title in calendars and mail", (d) => d.neutralTitle], ["Purpose", (d) => d.purpose], ["Terms of reference", (d) => d.terms], ["Accountable to", (d) => d.accountableTo],
    ["Rhythm", (d) => d.rhythm], ["Start", (d) => d.startsAt], ["Place", (d) => d.place], ["Parts", (d) => d.parts], ["Members", (d) => d.members], ["Quorum", (d) => d.quorum],
    ["Lead times", (d) => LEAD_NAMES.map((lead) => durationInWords(d.leads[lead]))], ["Rules of the agenda", (d) => d.rules], ["Following up actions", (d) => d.chase],
  ];
  return said.filter(([, of]) => JSON.stringify(of(was)) !== JSON.stringify(of(is))).map(([words]) => words);
}
