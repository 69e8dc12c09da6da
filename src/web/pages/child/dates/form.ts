import type { EntryCommand } from "../../../../app/run-command.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { isPeriodKind, isSiblingGroupKind, type Kind, KIND_CODES, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { lowerFirst } from "../../../../domain/commands/entry-input.ts";
import { asTyped } from "../../../../domain/commands/record-many.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { type FormBody, partsOfDay } from "../entry-form/form.ts";

/** What can be done with a date to come, by the name of its button. */
export const DOINGS = ["move", "happened", "fixed", "stop"] as const;
export type Doing = (typeof DOINGS)[number];

/** What somebody typed about one date to come; `entry` is that date’s number, or `add` for a new one. */
export interface TypedDate {
  readonly entry: number | "add";
  readonly on: DateParts;
  readonly reason: string;
  readonly kind: string;
  readonly certainty: string;
}

/** Ids on a page that may show the dates of several children. */
export const idOf = (child: Pick<ChildPage, "recordId">, entry: number | "add"): string => `d${child.recordId.slice(0, 8)}-${entry}`;

/** What is still to come, planned or provisional, the earliest first. */
export const aheadOf = (child: ChildPage): readonly Entry[] => child.case.entries.filter((e) => e.certainty !== "actual");

/** Kinds that a date alone can plan: they may be ahead, and have no detail that must be said. */
export const PLANNABLE: readonly Kind[] = KIND_CODES.filter((kind) => {
  const { ahead, detail = {} } = KINDS[kind];
  return ahead === true && kind !== "birth" && !isSiblingGroupKind(kind) && !isPeriodKind(kind) && !Object.values(detail).some((field) => field.required === true);
});

export const typedOf = (e: Entry): TypedDate => ({ entry: e.number, on: partsOfDay(e.happenedOn), reason: "", kind: e.kind, certainty: e.certainty });
export const NOTHING_TYPED: TypedDate = { entry: "add", on: partsOfDay(undefined), reason: "", kind: "", certainty: "planned" };

/** What was sent, as typed; the entry it speaks of may be in force no longer. */
export function readDateForm(child: ChildPage, body: FormBody): { readonly typed: TypedDate; readonly doing: Doing | "add" } {
  const entry = /^\d{1,12}$/.test(body["entry"] ?? "") ? Number(body["entry"]) : "add";
  const doing = entry === "add" ? "add" : DOINGS.find((d) => d === body["do"]) ?? "move";
  return {
    typed: {
      entry, on: readParts(body, idOf(child, entry)), reason: (body["reason"] ?? "").trim(),
      kind: body["kind"] ?? "", certainty: body["certainty"] ?? "planned",
    },
    doing,
  };
}

/** The command that was asked for; what is wrong with the day as typed is said better here than the command can. */
export function commandOf(typed: TypedDate, doing: Doing | "add", old: Entry | undefined): { readonly command: EntryCommand; readonly unreadable: readonly Refusal[] } {
  const read = readDateParts(typed.on);
  const happenedOn = "on" in read ? read.on : "";
  const unreadable: Refusal[] = [];
  if (doing === "add" && typed.kind === "") unreadable.push({ field: "kind", message: "Choose what is planned" });
  if (doing !== "stop" && !("on" in read)) unreadable.push({ field: "happenedOn", message: dateMessage("the day", read) });
  if (doing === "move" && happenedOn === old?.happenedOn) unreadable.push({ field: "happenedOn", message: "Enter the day it moves to" });
  if (doing === "add" || old === undefined) {
    return { command: { name: "record-entry", input: { kind: typed.kind, happenedOn, certainty: typed.certainty, detail: {} } }, unreadable };
  }
  const { number, kind, until, detail, certainty } = old;
  if (doing === "stop") return { command: { name: "withdraw-entry", input: { number, cause: "not-going-ahead", reason: typed.reason } }, unreadable };
  const changed = { number, kind, happenedOn, detail: asTyped(detail), reason: typed.reason, ...(until === undefined ? {} : { until }) };
  switch (doing) {
    case "move": return { command: { name: "correct-entry", input: { ...changed, certainty, cause: "moved" } }, unreadable };
    case "happened": return { command: { name: "correct-entry", input: { ...changed, certainty: "actual", cause: "confirmed" } }, unreadable };
    case "fixed": return { command: { name: "correct-entry", input: { ...changed, certainty: "provisional", cause: "confirmed" } }, unreadable };
  }
}

/** Refusals at the boxes of the date they speak of, each once. */
export function dateErrors(child: ChildPage, { entry }: TypedDate, refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const id = idOf(child, entry);
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const all = [...refusals, ...unreadable.filter((r) => !refusals.some((other) => other.field === r.field))];
  const errors = all.map(({ field, message }) => ({
    id: field === "reason" ? `${id}-reason` : field === "kind" && entry === "add" ? `${id}-kind` : `${id}-day`,
    text: better.get(field) ?? message,
  }));
  return errors.filter((error, i) => errors.findIndex((other) => other.id === error.id && other.text === error.text) === i);
}

/** “HM-0101: matching panel moved to 17 March 2027 (planned)” */
export function doneInWords({ localId }: ChildPage, written: Entry, doing: Doing | "add"): string {
  const what = `${localId}: ${lowerFirst(KINDS[written.kind].label)}`;
  const on = dayInWords(written.happenedOn);
  switch (doing) {
    case "move": return `${what} moved to ${on} (${written.certainty})`;
    case "fixed": return `${what} confirmed for ${on} (${written.certainty})`;
    case "happened": return `${what} happened on ${on}`;
    case "stop": return `${what} of ${on} is not going ahead`;
    case "add": return written.certainty === "actual" ? `${what} recorded for ${on}` : `${what} added for ${on} (${written.certainty})`;
  }
}
