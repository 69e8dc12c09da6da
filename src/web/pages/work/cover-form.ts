import type { CoverTyped } from "../../../app/work/cover.ts";
import type { Refusal } from "../../../domain/commands/command.ts";
import { type DateParts, dateMessage, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";

/** What somebody typed, as they typed it. */
export interface TypedCover {
  readonly account: string;
  readonly coveredBy: string;
  readonly fromOn: DateParts;
  readonly untilOn: DateParts;
}

const DAYS = { fromOn: "the first day", untilOn: "the last day" } as const;

export const emptyCover = (account: string): TypedCover =>
  ({ account, coveredBy: "", fromOn: { day: "", month: "", year: "" }, untilOn: { day: "", month: "", year: "" } });

/** Reads the form: what was typed, what is meant, and what of the days cannot be read. */
export function readCover(body: Readonly<Record<string, string>>, own: string): { readonly typed: TypedCover; readonly meant: CoverTyped; readonly unreadable: readonly FieldError[] } {
  const typed: TypedCover = { account: body["account"] ?? own, coveredBy: body["coveredBy"] ?? "", fromOn: readParts(body, "fromOn"), untilOn: readParts(body, "untilOn") };
  const read = { fromOn: readDateParts(typed.fromOn), untilOn: readDateParts(typed.untilOn) };
  const unreadable = (["fromOn", "untilOn"] as const).flatMap((id) => {
    const date = read[id];
    return "on" in date ? [] : [{ id: `${id}-day`, text: dateMessage(DAYS[id], date) }];
  });
  const on = (id: keyof typeof read): string => ("on" in read[id] ? (read[id] as { on: string }).on : "");
  return { typed, meant: { account: typed.account, coveredBy: typed.coveredBy, fromOn: on("fromOn"), untilOn: on("untilOn") }, unreadable };
}

/** What is refused, by the field on the page; of a day that could not be read, why. */
export const coverErrors = (refusals: readonly Refusal[], unreadable: readonly FieldError[]): readonly FieldError[] =>
  refusals.map(({ field, message }) => {
    const id = field in DAYS ? `${field}-day` : field;
    return { id, text: unreadable.find((error) => error.id === id)?.text ?? message };
  });
