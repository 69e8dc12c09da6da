import type { EntryInput, Refusal } from "../../../../domain/commands/command.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Kind } from "../../../../domain/chronology/kinds.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { evidenceBox, evidenceOf, NO_EVIDENCE, readEvidence, type TypedEvidence } from "./evidence.tsx";
import { boxOf, emptyEntry, errorsOf, type FormBody, readEntryForm, type TypedEntry, typedFrom } from "./form.ts";

/** One entry with where its proof is: what a page asks that is about that entry alone. */
export interface TypedWhole extends TypedEntry {
  readonly evidence: TypedEvidence;
}

export const emptyWhole = (certainty?: string): TypedWhole => ({ ...emptyEntry(certainty), evidence: NO_EVIDENCE });
export const wholeFrom = (e: Entry): TypedWhole => ({ ...typedFrom(e), evidence: evidenceOf(e) });

/** What was sent, as typed and as the command takes it. `kept`: details that the form does not ask. */
export function readWhole(kind: Kind, body: FormBody, kept: Readonly<Record<string, string>> = {}): {
  readonly typed: TypedWhole; readonly input: EntryInput; readonly unreadable: readonly Refusal[];
} {
  const entry = readEntryForm(kind, body, kept);
  const evidence = readEvidence(body);
  return {
    typed: { ...entry.typed, evidence: evidence.typed },
    input: { ...entry.input, detail: { ...entry.input.detail, ...evidence.detail } },
    unreadable: [...entry.unreadable, ...evidence.unreadable],
  };
}

/** Refusals at the boxes they speak of, those of the evidence too. */
export const wholeErrors = (kind: Kind, refusals: readonly Refusal[], unreadable: readonly Refusal[] = []): readonly FieldError[] =>
  errorsOf(kind, refusals, unreadable, (field) => evidenceBox(field) ?? boxOf(kind, field));
