import type { AgencyDateInput, SettlingInput } from "../../../../app/agency/change.ts";
import type { Difference } from "../../../../domain/agency/differences.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { type FormBody, partsOfDay } from "../entry-form/form.ts";

/** What somebody typed in one of the forms of the page: which, and of what. */
export type TypedAgency =
  | { readonly doing: "date"; readonly of: string; readonly on: DateParts; readonly certainty: string; readonly note: string }
  | { readonly doing: "note"; readonly note: string }
  | { readonly doing: "settle"; readonly of: string; readonly how: string; readonly why: string };

const text = (body: FormBody, name: string): string => (body[name] ?? "").replaceAll("\r\n", "\n");

export function readDate(body: FormBody): { readonly typed: TypedAgency; readonly input: AgencyDateInput; readonly unreadable: readonly Refusal[] } {
  const on = readParts(body, "on");
  const read = readDateParts(on);
  const [of, certainty, note] = [body["of"] ?? "", body["certainty"] ?? "", text(body, "date-note")];
  return {
    typed: { doing: "date", of, on, certainty, note },
    input: { of, certainty, note, happenedOn: "on" in read ? read.on : read.problem === "empty" ? "" : Object.values(on).join(" ") },
    unreadable: "on" in read || read.problem === "empty" ? [] : [{ field: "happenedOn", message: dateMessage("the day", read) }],
  };
}

export function readSettling(of: string, body: FormBody): { readonly typed: TypedAgency; readonly input: SettlingInput } {
  const input = { of, how: body[`how-${of}`] ?? "", why: text(body, `why-${of}`) };
  return { typed: { doing: "settle", ...input }, input };
}

/** The agency’s date as the form begins with it. */
export const typedDate = (of: string, had: Difference | undefined): TypedAgency => ({
  doing: "date", of, on: partsOfDay(had?.agency.on), certainty: had?.agency.certainty ?? "", note: String(had?.agency.entry.detail["note"] ?? ""),
});

const DATE_BOXES: Readonly<Record<string, string>> = { of: "of", happenedOn: "on-day", certainty: "certainty", note: "date-note", kind: "of" };

/** Refusals at the boxes of the form they came from. */
export function agencyErrors(typed: TypedAgency, refusals: readonly Refusal[], unreadable: readonly Refusal[] = []): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const box = (field: string): string => {
    switch (typed.doing) {
      case "date": return DATE_BOXES[field] ?? "on-day";
      case "note": return "note";
      case "settle": return `${field === "why" ? "why" : "how"}-${typed.of}`;
    }
  };
  return refusals.map(({ field, message }) => ({ id: box(field), text: better.get(field) ?? message }));
}
