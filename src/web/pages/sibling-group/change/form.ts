import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { EntryCommand } from "../../../../app/run-command.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import type { TypedChange } from "../../child/correct/view.tsx";
import type { Kind } from "../../../../domain/chronology/kinds.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { type FormBody, partsOfDay, readEntryForm, typedFrom } from "../../child/entry-form/form.ts";
import { homesTyped, readDecisionForm, type TypedDecision } from "../decide/form.ts";

/** What may be done to an entry of a group, as addresses say it. */
export const VERBS = {
  end: { title: "End a membership", button: "End the membership" },
  correct: { title: "Correct an entry", button: "Save the correction" },
  withdraw: { title: "Withdraw an entry", button: "Withdraw the entry" },
} as const;
export type Verb = keyof typeof VERBS;

export interface Typed extends TypedDecision {
  readonly change: TypedChange;
}

/** An entry as the form shows it before anything is typed. */
export const typedOf = (group: SiblingGroupPage, entry: Entry): Typed =>
  ({ entry: typedFrom(entry), homes: homesTyped(group.homes.get(entry.number) ?? []), change: { cause: "", reason: "" } });

/** The form as sent, and the command it asks for. What a form does not show stays as the entry has it. */
export function readChangeForm(group: SiblingGroupPage, entry: Entry, verb: Verb, body: FormBody): {
  readonly typed: Typed; readonly command: EntryCommand; readonly unreadable: readonly Refusal[];
} {
  const { number, kind } = entry;
  const change: TypedChange = { cause: body["cause"] ?? "", reason: (body["reason"] ?? "").replaceAll("\r\n", "\n") };
  if (verb === "withdraw") return { typed: { ...typedOf(group, entry), change }, command: { name: "withdraw-entry", input: { number, ...change } }, unreadable: [] };
  const cause = verb === "end" ? "ended" : "corrected";
  if (kind === "together-or-apart") {
    const { typed, input, unreadable } = readDecisionForm(group, body);
    return { typed: { ...typed, change }, command: { name: "correct-entry", input: { ...input, number, cause, reason: change.reason } }, unreadable };
  }
  const sent = verb === "end" ? { ...body, ...boxes("happenedOn", entry) } : body;
  const { typed, input, unreadable } = readEntryForm(kind, { ...sent, certainty: entry.certainty, "detail-child": String(entry.detail["child"]) });
  return { typed: { entry: typed, homes: {}, change }, command: { name: "correct-entry", input: { ...input, number, cause, reason: change.reason } }, unreadable };
}

/**
 * Errors at boxes that the form has: what belongs to another is told at the one by which it can be put
 * right. One form has one day, and then of what is wrong with it the first is enough.
 */
export function errorsOn(verb: Verb, kind: Kind, errors: readonly FieldError[]): readonly FieldError[] {
  const placed = errors.map(({ id, text }): FieldError => {
    if (verb === "withdraw") return { id: id === "reason" ? id : "cause", text };
    if (id === "reason" || kind === "together-or-apart") return { id, text };
    return { id: verb === "end" || id === "detail-child" ? "until-day" : id, text };
  });
  return verb === "end" ? placed.filter(({ id }, i) => placed.findIndex((other) => other.id === id) === i) : placed;
}

function boxes(id: string, { happenedOn }: Entry): FormBody {
  const { day, month, year } = partsOfDay(happenedOn);
  return { [`${id}-day`]: day, [`${id}-month`]: month, [`${id}-year`]: year };
}
