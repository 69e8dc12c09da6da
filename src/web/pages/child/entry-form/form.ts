import type { EntryInput, Refusal } from "../../../../domain/commands/command.ts";
import { lowerFirst } from "../../../../domain/commands/entry-input.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { type DetailField, type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { type Day, parseDay, partsOf } from "../../../../domain/dates/day.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

/** What somebody typed about one entry, just as they typed it: it is shown again whatever is wrong with it. */
export interface TypedEntry {
  readonly happenedOn: DateParts;
  readonly until: DateParts;
  readonly certainty: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly detailDays: Readonly<Record<string, DateParts>>;
}

export type FormBody = Readonly<Record<string, string>>;

export const fieldsOf = (kind: Kind): readonly (readonly [string, DetailField])[] =>
  Object.entries(KINDS[kind].detail ?? {}).filter(([name]) => name !== "startUnknown");

const NO_DATE: DateParts = { day: "", month: "", year: "" };

/** A form with nothing in it yet; for a kind that may be ahead, its certainty too is left to be chosen. */
export const emptyEntry = (certainty = "actual"): TypedEntry =>
  ({ happenedOn: NO_DATE, until: NO_DATE, certainty, detail: {}, detailDays: {} });

export const partsOfDay = (d: Day | undefined): DateParts => {
  if (d === undefined) return NO_DATE;
  const { year, month, date } = partsOf(d);
  return { day: String(date), month: String(month), year: String(year) };
};

/** An entry as its form shows it, to be corrected. */
export function typedFrom(e: Entry): TypedEntry {
  const detail: Record<string, string> = {};
  const detailDays: Record<string, DateParts> = {};
  for (const [name, field] of fieldsOf(e.kind)) {
    const value = e.detail[name];
    if (value === undefined) continue;
    if (field.type === "day") detailDays[name] = partsOfDay(parseDay(String(value)));
    else detail[name] = field.type === "yes-no" ? (value === true ? "yes" : "no") : String(value);
  }
  return { happenedOn: partsOfDay(e.happenedOn), until: partsOfDay(e.until), certainty: e.certainty, detail, detailDays };
}

/** What was sent, as typed and as the command takes it. Dates that cannot be read go on as they are, to be refused with the rest. */
export function readEntryForm(kind: Kind, body: FormBody, kept: Readonly<Record<string, string>> = {}): {
  readonly typed: TypedEntry; readonly input: EntryInput; readonly unreadable: readonly Refusal[];
} {
  const row = KINDS[kind];
  const unreadable: Refusal[] = [];
  const dayOf = (parts: DateParts, field: string, what: string): string => {
    const read = readDateParts(parts);
    if ("on" in read) return read.on;
    if (read.problem === "empty") return "";
    unreadable.push({ field, message: dateMessage(what, read) });
    return `${parts.day} ${parts.month} ${parts.year}`;
  };
  const detail: Record<string, string> = {};
  const detailDays: Record<string, DateParts> = {};
  for (const [name, field] of fieldsOf(kind)) {
    if (field.type === "day") detailDays[name] = readParts(body, `detail-${name}`);
    else detail[name] = (body[`detail-${name}`] ?? "").replaceAll("\r\n", "\n");
  }
  const typed: TypedEntry = {
    happenedOn: readParts(body, "happenedOn"), until: readParts(body, "until"), certainty: body["certainty"] ?? "", detail, detailDays,
  };
  const days = Object.entries(detailDays).map(([name, parts]) => [name, dayOf(parts, `detail.${name}`, `the ${lowerFirst(row.detail?.[name]?.label ?? "day")}`)]);
  const given = { ...kept, ...detail, ...Object.fromEntries(days) as Record<string, string> };
  const until = row.shape === "period" ? dayOf(typed.until, "until", "the day it ended") : "";
  const input: EntryInput = {
    kind, certainty: typed.certainty,
    happenedOn: dayOf(typed.happenedOn, "happenedOn", row.shape === "period" ? "the day it began" : "the day"),
    ...(until === "" ? {} : { until }),
    detail: Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")),
  };
  return { typed, input, unreadable };
}

/** The box that a refusal speaks of. What belongs to no box is told at the first. */
export function boxOf(kind: Kind, field: string): string {
  if (field === "until") return "until-day";
  if (field === "certainty" || field === "cause" || field === "reason") return field;
  const [, name] = /^detail\.(\w+)$/.exec(field) ?? [];
  const of = name === undefined ? undefined : KINDS[kind].detail?.[name];
  if (of === undefined) return "happenedOn-day";
  return of.type === "day" ? `detail-${name}-day` : `detail-${name}`;
}

/** Refusals as the page tells them, each once: what is wrong with a date as typed says more than the command can. */
export function errorsOf(kind: Kind, refusals: readonly Refusal[], unreadable: readonly Refusal[] = [], box = (field: string): string => boxOf(kind, field)): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const errors = refusals.map(({ field, message }) => ({ id: box(field), text: better.get(field) ?? message }));
  return errors.filter((error, i) => errors.findIndex((other) => other.id === error.id && other.text === error.text) === i);
}

export const errorAt = (errors: readonly FieldError[], id: string): string | undefined => errors.find((e) => e.id === id)?.text;

/** The version the form was made from. One that cannot be read is the oldest there is: then everything is newer. */
export const basedOn = (body: FormBody): number => (/^\d{1,12}$/.test(body["basedOn"] ?? "") ? Number(body["basedOn"]) : 0);
