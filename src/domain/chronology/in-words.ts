import { ALL_CAUSES, CERTAINTIES, type DetailValue, type Entry, type Source } from "./entry.ts";
import { isAgencyKind, isMeetingKind } from "../agency/shown.ts";
import { type COMMON_DETAIL, type DetailField, detailOf, isKind, isPeriodKind, type Kind, KINDS } from "./kinds.ts";
import { lowerFirst } from "../commands/entry-input.ts";
import { dayInWords, parseDay } from "../dates/day.ts";

/** How entries are told to people, the same way on every page and in every file. */

/** “5 March 2026 (planned)”, “5 March 2026 to now (actual)”: never a date without its certainty. Nobody plans a birth: it is expected. */
export function whenInWords(e: Entry): string {
  const certainty = e.kind === "birth" && e.certainty !== "actual" ? "expected" : CERTAINTIES[e.certainty].toLowerCase();
  return `${daysInWords(e)} (${certainty})`;
}

export function daysInWords(e: Entry): string {
  const from = `${e.detail["startUnknown"] === true ? "before " : ""}${dayInWords(e.happenedOn)}`;
  if (!isPeriodKind(e.kind)) return from;
  return `${from} to ${e.until === undefined ? "now" : dayInWords(e.until)}`;
}

/** What stands on a child’s own page in the place of what the viewer may not know. */
export const NOT_SHOWN = "Not shown to you";

/** Each detail with its label, in the order the kind gives them. */
export function detailsInWords(e: Entry): readonly (readonly [string, string])[] {
  const fields = detailOf(e.kind);
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = e.detail[name];
    // Of the agency’s own: what a date is of is a kind, and the agency is said around it.
    if (isAgencyKind(e.kind) && name === "agency") return [];
    if (isAgencyKind(e.kind) && name === "of" && isKind(String(value))) return [[field.label, KINDS[String(value) as Kind].label] as const];
    // Of a meeting: its id, and the numbers of entries, say nothing to people.
    if (isMeetingKind(e.kind) && (name === "meeting" || name === "action" || name === "decision" || name === "passedOnFrom")) return [];
    if (e.hidden?.includes(name) === true) return [[field.label, NOT_SHOWN] as const];
    return value === undefined || name === "startUnknown" ? [] : [[field.label, valueInWords(field, value)] as const];
  });
}

/** “Case system, Case notes, of 12 May 2026, by Ann Lee”: where the proof of an entry is; nothing where nobody said. */
export function proofInWords({ detail }: Entry): string {
  const text = (name: keyof typeof COMMON_DETAIL): string => String(detail[name] ?? "");
  const on = parseDay(text("evidenceOn"));
  return [text("evidenceSystem"), text("evidencePlace"), on === undefined ? "" : `of ${dayInWords(on)}`, text("evidenceBy") === "" ? "" : `by ${text("evidenceBy")}`]
    .filter((part) => part !== "").join(", ");
}

function valueInWords(field: DetailField, value: DetailValue): string {
  if (field.type === "code") return field.codes?.[String(value)] ?? String(value);
  if (field.type === "yes-no") return value === true ? "Yes" : "No";
  const on = field.type === "day" ? parseDay(String(value)) : undefined;
  return on === undefined ? String(value) : dayInWords(on);
}

export function sourceInWords(source: Source): string {
  switch (source.type) {
    case "person": return "Entered by hand";
    case "demonstration": return "Demonstration data";
    case "ssda903": return `903 return: ${source.file}, row ${source.row}`;
    case "sheet": return `Tracking sheet: ${source.file}, ${source.sheet}, row ${source.row}`;
    case "transfer": return `Came with the child from another authority, entry ${source.number} there (${lowerFirst(sourceInWords(source.of))})`;
  }
}

const STANDING_IN: Readonly<Record<string, string>> = { operator: "the operator of the machine", demonstration: "the demonstration" };
/** Who wrote something down: by name where the viewer may see that account, or else by the account. */
export const recorderInWords = (recordedBy: string, names: ReadonlyMap<string, string> = new Map()): string =>
  STANDING_IN[recordedBy] ?? names.get(recordedBy) ?? recordedBy;

export const causeInWords = (e: Entry): string => (e.cause === undefined ? "" : ALL_CAUSES[e.cause]);
