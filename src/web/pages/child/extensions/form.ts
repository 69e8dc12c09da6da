import type { Refusal } from "../../../../domain/commands/command.ts";
import type { ExtensionInput } from "../../../../domain/commands/request-extension.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { FormBody } from "../entry-form/form.ts";

/** What somebody typed, as they typed it. */
export interface TypedRequest {
  readonly dueOn: DateParts;
  readonly reportOn: DateParts;
  readonly texts: Readonly<Record<TextField, string>>;
}

const TEXTS = ["standard", "occurrence", "why", "adoptersNotReady", "support", "reportSystem", "reportPlace", "reportBy"] as const;
type TextField = (typeof TEXTS)[number];

export const emptyRequest = (standard: string, occurrence: string): TypedRequest =>
  readRequest({ standard, occurrence }).typed;

/** Reads the form: dates that cannot be read go on as typed, to be refused with the rest. */
export function readRequest(body: FormBody): { readonly typed: TypedRequest; readonly input: ExtensionInput; readonly unreadable: readonly Refusal[] } {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (body[name] ?? "").replaceAll("\r\n", "\n")])) as Record<TextField, string>;
  const typed: TypedRequest = { dueOn: readParts(body, "dueOn"), reportOn: readParts(body, "reportOn"), texts };
  const unreadable: Refusal[] = [];
  const dayOf = (field: "dueOn" | "reportOn", what: string): string => {
    const read = readDateParts(typed[field]);
    if ("on" in read) return read.on;
    if (read.problem === "empty") return "";
    unreadable.push({ field, message: dateMessage(what, read) });
    return `${typed[field].day} ${typed[field].month} ${typed[field].year}`;
  };
  return { typed, input: { ...texts, dueOn: dayOf("dueOn", "the new day"), reportOn: dayOf("reportOn", "the date of the report") }, unreadable };
}

/** Refusals at the boxes they speak of, in the order of the page; what belongs to none at the first. */
export function requestErrors(refusals: readonly Refusal[], unreadable: readonly Refusal[] = []): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const boxOf = (field: string): string => (field === "dueOn" || field === "standard" ? "dueOn-day" : field === "reportOn" ? "reportOn-day" : field);
  return ORDER.flatMap((field) => refusals.filter((r) => r.field === field)).map(({ field, message }) => ({ id: boxOf(field), text: better.get(field) ?? message }));
}

const ORDER = ["standard", "dueOn", "why", "adoptersNotReady", "support", "reportSystem", "reportPlace", "reportOn", "reportBy"];
