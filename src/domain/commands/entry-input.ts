import { type Certainty, CERTAINTIES, type Detail, type DetailValue, type Draft } from "../chronology/entry.ts";
import { type DetailField, detailOf, isKind, type Kind, KINDS } from "../chronology/kinds.ts";
import { type Day, parseDay } from "../dates/day.ts";
import type { EntryInput, Refusal } from "./command.ts";

/** An input read strictly: every field understood, or every reason why not. */
export type Parsed = { readonly draft: Omit<Draft, "source"> } | { readonly refusals: readonly Refusal[] };

/** Reads an input against its kind’s row: unknown kinds, details and codes are refused, not passed over. */
export function parseEntryInput(input: EntryInput): Parsed {
  if (!isKind(input.kind)) return { refusals: [{ field: "kind", message: "Choose what happened" }] };
  const kind = input.kind;
  const row = KINDS[kind];
  const refusals: Refusal[] = [];

  const happenedOn = readDay(input.happenedOn, "happenedOn", row.shape === "period" ? "the day it began" : "the day", refusals);
  const until = (input.until ?? "") === "" ? undefined : readDay(input.until ?? "", "until", "the day it ended", refusals);
  if (until !== undefined && row.shape === "point") refusals.push({ field: "until", message: `${row.label} happens on one day: leave out the end` });
  if (!Object.hasOwn(CERTAINTIES, input.certainty)) refusals.push({ field: "certainty", message: "Choose whether it is planned, provisional or actual" });
  const detail = readDetail(kind, input.detail, refusals);

  if (refusals.length > 0 || happenedOn === undefined) return { refusals };
  return { draft: { kind, happenedOn, ...(until === undefined ? {} : { until }), certainty: input.certainty as Certainty, detail } };
}

function readDay(text: string, field: string, what: string, refusals: Refusal[]): Day | undefined {
  const parsed = parseDay(text.trim());
  if (parsed === undefined) {
    const message = text.trim() === "" ? `Enter ${what}` : `Enter ${what} as a real date, such as 27 3 2026`;
    refusals.push({ field, message });
  }
  return parsed;
}

function readDetail(kind: Kind, given: Readonly<Record<string, string>>, refusals: Refusal[]): Detail {
  const fields = detailOf(kind);
  const detail: Record<string, DetailValue> = {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) refusals.push({ field: `detail.${name}`, message: `“${name}” is not a detail of ${KINDS[kind].label}` });
  }
  for (const [name, field] of Object.entries(fields)) {
    const text = (given[name] ?? "").trim();
    if (text === "") {
      if (field.required === true) refusals.push({ field: `detail.${name}`, message: field.type === "code" || field.type === "yes-no" ? `Choose ${lowerFirst(field.label)}` : `Enter ${lowerFirst(field.label)}` });
      continue;
    }
    const value = readValue(field, text);
    if (value === undefined) refusals.push({ field: `detail.${name}`, message: wrongValue(field) });
    else detail[name] = value;
  }
  return detail;
}

function readValue(field: DetailField, text: string): DetailValue | undefined {
  switch (field.type) {
    case "text": return text;
    case "code": return Object.hasOwn(field.codes ?? {}, text) ? text : undefined;
    case "count": return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    case "yes-no": return text === "yes" || text === "true" ? true : text === "no" || text === "false" ? false : undefined;
    case "day": return parseDay(text);
  }
}

function wrongValue(field: DetailField): string {
  const label = lowerFirst(field.label);
  switch (field.type) {
    case "code": return `Choose ${label} from the list`;
    case "count": return `Enter ${label} as a whole number, such as 2`;
    case "yes-no": return `Choose yes or no for ${label}`;
    case "day": return `Enter ${label} as a real date, such as 27 3 2026`;
    case "text": return `Enter ${label}`;
  }
}

export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
