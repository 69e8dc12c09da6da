import type { Refusal } from "../../../../domain/commands/command.ts";
import { lowerFirst } from "../../../../domain/commands/entry-input.ts";
import { COMMON_DETAIL, type DetailField, type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { AnswerRefusal, FormAnswer } from "../../../../domain/forms/answers.ts";
import { isChoice } from "../../../../domain/forms/answers.ts";
import { type Question, questionOf, QUESTIONS } from "../../../../domain/forms/questions.ts";
import type { DraftAnswers } from "../../../../app/forms/milestones.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { FormBody } from "../entry-form/form.ts";

/** What was typed to one question, by the names of its boxes without the question’s own. */
export type Typed = Readonly<Record<string, string>>;

export const boxId = (kind: Kind): string => `q-${kind}`;

/** The details that a question asks beside its day: the kind’s own, then where the proof is. */
export const detailFields = (kind: Kind): readonly (readonly [string, DetailField])[] => [
  ...Object.entries(KINDS[kind].detail ?? {}).filter(([name]) => name !== "startUnknown"),
  ["evidenceSystem", COMMON_DETAIL.evidenceSystem], ["evidencePlace", COMMON_DETAIL.evidencePlace],
];

const DAY_PARTS = ["day", "month", "year"] as const;
const namesOf = (kind: Kind): readonly string[] => [
  ...DAY_PARTS, "certainty", "changes", "reason", "choice",
  ...detailFields(kind).flatMap(([name, { type }]) => (type === "day" ? DAY_PARTS.map((part) => `detail-${name}-${part}`) : [`detail-${name}`])),
];

/** What was sent of each question that the page asked. */
export const sentAnswers = (body: FormBody): ReadonlyMap<Kind, Typed> =>
  new Map(QUESTIONS.flatMap(({ kind }) => {
    const id = boxId(kind);
    if (body[`${id}-day`] === undefined) return [];
    const typed = namesOf(kind).flatMap((name) => {
      const text = (body[`${id}-${name}`] ?? "").replaceAll("\r\n", "\n");
      return text === "" ? [] : [[name, text] as const];
    });
    return [[kind, Object.fromEntries(typed)] as const];
  }));

/** What is chosen before anybody types is no answer. */
const isBlank = (typed: Typed): boolean => Object.keys(typed).every((name) => name === "certainty" || name === "changes" || name === "choice");

/** The draft with what was sent in it; a question left blank is no longer answered. `at`: the version of the record that the page showed. */
export function withSent(draft: DraftAnswers, sent: ReadonlyMap<Kind, Typed>, at: number): DraftAnswers {
  const answers: Record<string, DraftAnswers[string]> = { ...draft };
  for (const [kind, typed] of sent) {
    if (isBlank(typed)) delete answers[kind];
    else answers[kind] = { at: draft[kind]?.at ?? at, fields: typed["choice"] === undefined ? typed : { ...typed, chosenAt: String(at) } };
  }
  return answers;
}

export interface ReadAnswer {
  readonly answer: FormAnswer;
  /** What is wrong with a date as typed says more than the command can. */
  readonly unreadable: readonly Refusal[];
}

/** The answers of a draft as the command takes them, in the order of the form. */
export const answersOf = (draft: DraftAnswers): readonly ReadAnswer[] =>
  QUESTIONS.flatMap((question) => {
    const kept = draft[question.kind];
    return kept === undefined ? [] : [readAnswer(question, kept.fields, kept.at)];
  });

function readAnswer(question: Question, typed: Typed, at: number): ReadAnswer {
  const unreadable: Refusal[] = [];
  const dayOf = (parts: DateParts, field: string, what: string): string => {
    const read = readDateParts(parts);
    if ("on" in read) return read.on;
    if (read.problem === "empty") return "";
    unreadable.push({ field, message: dateMessage(what, read) });
    return `${parts.day} ${parts.month} ${parts.year}`;
  };
  const detail = detailFields(question.kind).flatMap(([name, { type, label }]) => {
    const text = type === "day" ? dayOf(readParts(typed, `detail-${name}`), `detail.${name}`, `the day of “${lowerFirst(label)}”`) : (typed[`detail-${name}`] ?? "");
    return text === "" ? [] : [[name, text] as const];
  });
  const { choice = "", changes = "" } = typed;
  return {
    unreadable,
    answer: {
      question, at,
      input: { kind: question.kind, happenedOn: dayOf(partsOf(typed), "happenedOn", "the day"), certainty: typed["certainty"] ?? (question.ahead ? "" : "actual"), detail: Object.fromEntries(detail) },
      changes: /^\d{1,12}$/.test(changes) ? Number(changes) : null,
      reason: typed["reason"] ?? "",
      choice: isChoice(choice) ? choice : null, chosenAt: Number(typed["chosenAt"] ?? 0),
    },
  };
}

export const partsOf = (typed: Typed): DateParts => ({ day: typed["day"] ?? "", month: typed["month"] ?? "", year: typed["year"] ?? "" });

/** Refusals at the boxes they speak of, each with its question, in the order of the form and each once. */
export function formErrors(refusals: readonly AnswerRefusal[], read: readonly ReadAnswer[]): readonly FieldError[] {
  const errors = read.flatMap(({ answer: { question }, unreadable }) => {
    const better = new Map(unreadable.map((r) => [r.field, r.message]));
    return refusals.filter(({ kind }) => kind === question.kind)
      .map(({ field, message }) => ({ id: errorId(question.kind, field), text: withLabel(question.label, better.get(field) ?? message) }));
  });
  return errors.filter((error, i) => errors.findIndex(({ id, text }) => id === error.id && text === error.text) === i);
}

const withLabel = (label: string, message: string): string => (message.startsWith(label) ? message : `${label}: ${lowerFirst(message)}`);

function errorId(kind: Kind, field: string): string {
  const id = boxId(kind);
  if (field === "changes" || field === "choice" || field === "reason" || (field === "certainty" && questionOf(kind)?.ahead === true)) return `${id}-${field}`;
  const [, name] = /^detail\.(\w+)$/.exec(field) ?? [];
  const of = detailFields(kind).find(([known]) => known === name)?.[1];
  if (of === undefined) return `${id}-day`;
  return `${id}-detail-${name}${of.type === "day" ? "-day" : ""}`;
}
