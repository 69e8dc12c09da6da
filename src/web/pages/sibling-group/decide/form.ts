import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { EntryInput, Refusal } from "../../../../domain/commands/command.ts";
import { type Named, subgroupsText } from "../../../../domain/siblings/subgroups.ts";
import { type FormBody, readEntryForm, type TypedEntry } from "../../child/entry-form/form.ts";

/** In which of the smaller groups each child was put, by record id: “1”, “2” …; nothing for those not put in any. */
export type TypedHomes = Readonly<Record<string, string>>;

export interface TypedDecision {
  readonly entry: TypedEntry;
  readonly homes: TypedHomes;
}

export const boxOfChild = ({ recordId }: Named): string => `with-${recordId}`;

/** A decision as its form sent it. */
export function readDecisionForm({ family }: SiblingGroupPage, body: FormBody): {
  readonly typed: TypedDecision; readonly input: EntryInput; readonly unreadable: readonly Refusal[];
} {
  const { typed: entry, input, unreadable } = readEntryForm("together-or-apart", body);
  const homes = Object.fromEntries(family.map((child) => [child.recordId, body[boxOfChild(child)] ?? ""]));
  const chosen = Object.groupBy(family.filter(({ recordId }) => homes[recordId] !== ""), ({ recordId }) => homes[recordId]!);
  const subgroups = subgroupsText(Object.values(chosen).map((children = []) => children.map(({ recordId }) => recordId)));
  return { typed: { entry, homes }, input: subgroups === "" ? input : { ...input, detail: { ...input.detail, subgroups } }, unreadable };
}

/** The smaller groups of a decision as the form shows them. */
export const homesTyped = (homes: readonly (readonly Named[])[]): TypedHomes =>
  Object.fromEntries(homes.flatMap((home, i) => home.map(({ recordId }) => [recordId, String(i + 1)])));
