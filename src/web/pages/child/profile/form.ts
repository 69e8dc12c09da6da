import type { Refusal } from "../../../../domain/commands/command.ts";
import type { MoveProfileInput } from "../../../../domain/commands/move-profile.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { FormBody } from "../entry-form/form.ts";

/** What somebody typed, as they typed it. */
export interface TypedMove {
  readonly happenedOn: DateParts;
  readonly profileOn: DateParts;
  readonly texts: Readonly<Record<(typeof TEXTS)[number], string>>;
}

const TEXTS = ["to", "why", "photographs", "profileSystem", "profilePlace"] as const;

export const emptyMove = (): TypedMove => readMove({}).typed;

/** Reads the form: dates that cannot be read go on as typed, to be refused with the rest. */
export function readMove(body: FormBody): { readonly typed: TypedMove; readonly input: MoveProfileInput; readonly unreadable: readonly Refusal[] } {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (body[name] ?? "").replaceAll("\r\n", "\n")])) as TypedMove["texts"];
  const typed: TypedMove = { happenedOn: readParts(body, "happenedOn"), profileOn: readParts(body, "profileOn"), texts };
  const unreadable: Refusal[] = [];
  const dayOf = (field: "happenedOn" | "profileOn", what: string): string => {
    const read = readDateParts(typed[field]);
    if ("on" in read) return read.on;
    if (read.problem === "empty") return "";
    unreadable.push({ field, message: dateMessage(what, read) });
    return `${typed[field].day} ${typed[field].month} ${typed[field].year}`;
  };
  return { typed, input: { ...texts, happenedOn: dayOf("happenedOn", "the day from which it is so"), profileOn: dayOf("profileOn", "the date of the profile") }, unreadable };
}

const ORDER = ["to", "happenedOn", "why", "profileSystem", "profilePlace", "profileOn"];

/** Refusals at the boxes they speak of, in the order of the page. */
export function moveErrors(refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const boxOf = (field: string): string => (field === "happenedOn" || field === "profileOn" ? `${field}-day` : field);
  return ORDER.flatMap((field) => refusals.filter((r) => r.field === field)).map(({ field, message }) => ({ id: boxOf(field), text: better.get(field) ?? message }));
}
