import type { Refusal } from "../../../../domain/commands/command.ts";
import type { OfferInput } from "../../../../domain/moves/offer.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { FormBody } from "../entry-form/form.ts";

/** What somebody typed, as they typed it. */
export interface TypedOffer {
  readonly to: string;
  readonly movesOn: DateParts;
  readonly why: string;
}

/** Reads the form: a day that cannot be read goes on as typed, to be refused with the rest. */
export function readOfferForm(body: FormBody): { readonly typed: TypedOffer; readonly input: OfferInput; readonly unreadable: readonly Refusal[] } {
  const typed: TypedOffer = { to: body["to"] ?? "", movesOn: readParts(body, "movesOn"), why: (body["why"] ?? "").replaceAll("\r\n", "\n") };
  const read = readDateParts(typed.movesOn);
  const movesOn = "on" in read ? read.on : read.problem === "empty" ? "" : Object.values(typed.movesOn).join(" ");
  const unreadable = "on" in read || read.problem === "empty" ? [] : [{ field: "movesOn", message: dateMessage("the day from which the other authority has the child", read) }];
  return { typed, input: { to: typed.to, movesOn, why: typed.why }, unreadable };
}

export function offerErrors(refusals: readonly Refusal[], unreadable: readonly Refusal[] = []): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  return ["to", "movesOn", "why"].flatMap((field) => refusals.filter((r) => r.field === field)).map(({ field, message }) => ({ id: field === "movesOn" ? "movesOn-day" : field, text: better.get(field) ?? message }));
}
