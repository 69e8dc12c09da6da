import type { ClockAnswer } from "../../../../app/answers/answer-clocks.ts";
import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import { type DetailField, detailOf, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import type { AnswerWay } from "../../../../domain/work/answers.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { boxOf, emptyEntry, fieldsOf, type FormBody, readEntryForm, type TypedEntry } from "../entry-form/form.ts";
import { evidenceBox, NO_EVIDENCE, readEvidence, type TypedEvidence } from "../entry-form/evidence.tsx";

/** What somebody typed about one clock, as they typed it. */
export interface TypedAnswer {
  readonly entry: TypedEntry;
  readonly evidence: TypedEvidence;
  readonly why: string;
}

export const emptyAnswer = ({ kind }: AnswerWay): TypedAnswer =>
  ({ entry: emptyEntry(KINDS[kind].ahead === true ? "" : "actual"), evidence: NO_EVIDENCE, why: "" });

/** The way that a form or an address names, or the usual one; none for what is kept to and not done. */
export const wayNamed = ({ answers: { ways } }: ChecklistLine, kind: string | undefined): AnswerWay | undefined =>
  ways.find((way) => way.kind === kind) ?? ways[0];

/** The details asked of an answer: not what its standard says already, and of what may differ only what may be. */
export function askedOf({ kind, preset, among }: AnswerWay): readonly (readonly [string, DetailField])[] {
  return fieldsOf(kind).filter(([name]) => preset[name] === undefined).map(([name, field]) => {
    const values = among[name];
    if (values === undefined || field.codes === undefined) return [name, field] as const;
    const codes = Object.fromEntries(Object.entries(field.codes).filter(([code]) => values.includes(code)));
    return [name, { ...field, codes, required: true }] as const;
  });
}

/** What was sent, as typed and as the command takes it. */
export function readAnswer(line: ChecklistLine, way: AnswerWay | undefined, body: FormBody): {
  readonly typed: TypedAnswer; readonly answer: ClockAnswer; readonly unreadable: readonly Refusal[];
} {
  const why = (body["why"] ?? "").replaceAll("\r\n", "\n");
  const evidence = readEvidence(body);
  const which = { standard: line.standard.id, occurrence: String(line.clock?.occurrence ?? 1) };
  const read = way === undefined ? undefined : readEntryForm(way.kind, body);
  const typed: TypedAnswer = { entry: read?.typed ?? emptyEntry(), evidence: evidence.typed, why };
  if (body["do"] === "decline" || read === undefined) return { typed, answer: { ...which, says: { as: "declined", why } }, unreadable: [] };
  const input = { ...read.input, detail: { ...read.input.detail, ...evidence.detail } };
  return { typed, answer: { ...which, says: { as: "entry", input } }, unreadable: [...read.unreadable, ...evidence.unreadable] };
}

/** Refusals at the boxes they speak of, in the order of the page, each once. */
export function answerErrors(way: AnswerWay | undefined, refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const box = (field: string): string => evidenceBox(field) ?? (field === "why" || way === undefined ? "why" : boxOf(way.kind, field));
  const errors = refusals.map(({ field, message }) => ({ id: box(field), text: better.get(field) ?? message }));
  return errors.filter((error, i) => errors.findIndex((other) => other.id === error.id && other.text === error.text) === i);
}

/** The label of a detail, as the kinds table has it. */
export const labelOf = ({ kind }: AnswerWay, name: string): string => detailOf(kind)[name]?.label ?? name;
