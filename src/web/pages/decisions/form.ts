import type { DecideInput } from "../../../domain/commands/decide.ts";
import { type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import type { Refusal } from "../../../domain/commands/command.ts";
import { asTyped } from "../../../domain/commands/record-many.ts";
import { dateMessage, type DateParts, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import type { Day } from "../../../domain/dates/day.ts";
import { type FormBody, partsOfDay } from "../child/entry-form/form.ts";

/** What the decision-maker typed. */
export interface TypedDecision {
  readonly happenedOn: DateParts;
  readonly outcome: string;
  readonly reasons: string;
  readonly feedback: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** The details beside outcome and reasons that the page asks for. */
export const askedOf = (kind: Kind): readonly string[] => Object.keys(KINDS[kind].detail ?? {}).filter((name) => name !== "outcome" && name !== "note" && name !== "dateAgreedBy");

/** The form as it opens: what was put down already, and today. A day still to come cannot have been decided on. */
export function typedFrom(entry: Entry | undefined, today: Day): TypedDecision {
  const { outcome = "", note = "", ...detail } = entry === undefined ? {} : asTyped(entry.detail) as Readonly<Record<string, string>>;
  const decidedOn = entry === undefined || entry.happenedOn > today ? today : entry.happenedOn;
  return { happenedOn: partsOfDay(decidedOn), outcome, reasons: note, feedback: "", detail };
}

/** What was sent, as typed and as the command takes it. */
export function readDecision(kind: Kind, entry: number | undefined, body: FormBody): { readonly typed: TypedDecision; readonly input: DecideInput; readonly unreadable: readonly Refusal[] } {
  const text = (name: string): string => (body[name] ?? "").replaceAll("\r\n", "\n").trim();
  const happenedOn = readParts(body, "happenedOn");
  const read = readDateParts(happenedOn);
  const detail = Object.fromEntries(askedOf(kind).map((name) => [name, text(`detail-${name}`)]));
  const typed: TypedDecision = { happenedOn, outcome: text("outcome"), reasons: text("reasons"), feedback: text("feedback"), detail };
  return {
    typed,
    unreadable: "on" in read ? [] : [{ field: "happenedOn", message: dateMessage("the day you decided", read) }],
    input: {
      kind, entry, happenedOn: "on" in read ? read.on : "", outcome: typed.outcome, reasons: typed.reasons, feedback: typed.feedback,
      detail: Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== "")),
    },
  };
}

/** Refusals at the boxes of the page, each once. */
export function decisionErrors(kind: Kind, refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const boxOf = (field: string): string => {
    if (field === "detail.outcome") return "outcome";
    if (field === "detail.note") return "reasons";
    const [, name = ""] = /^detail\.(\w+)$/.exec(field) ?? [];
    return askedOf(kind).includes(name) ? `detail-${name}` : "happenedOn-day";
  };
  const errors = refusals.map(({ field, message }) => ({ id: boxOf(field), text: better.get(field) ?? message }));
  return errors.filter((error, i) => errors.findIndex((other) => other.id === error.id && other.text === error.text) === i);
}
