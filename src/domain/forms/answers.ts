import type { DecidingRoles } from "../access/decides.ts";
import type { Role } from "../access/role.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { EntryInput, Refusal } from "../commands/command.ts";
import type { CorrectionInput } from "../commands/correct-entry.ts";
import { type EntryAnswer, recordEntries } from "../commands/record-entries.ts";
import { asTyped } from "../commands/record-many.ts";
import type { Day } from "../dates/day.ts";
import { answeredFor, notTheirSection, type Question } from "./questions.ts";

/** What somebody has said should become of their answer, where somebody else saved first. */
export const CHOICES = {
  theirs: "Keep theirs and drop mine",
  mine: "Put mine in the place of theirs",
  both: "Record mine as well",
} as const;
export type Choice = keyof typeof CHOICES;
export const isChoice = (text: string): text is Choice => Object.hasOwn(CHOICES, text);

/** One answer of a form that is not yet on the record. */
export interface FormAnswer {
  readonly question: Question;
  readonly input: EntryInput;
  /** The entry that it confirms or moves, by number; null: one more. */
  readonly changes: number | null;
  /** Why a date moved, or what was wrong. */
  readonly reason: string;
  /** The version of the record that whoever answered had before them. */
  readonly at: number;
  readonly choice: Choice | null;
  /** The version that they had before them when they chose. */
  readonly chosenAt: number;
}

/** A question that somebody else answered since: everything written to it, by number. */
export interface Conflict {
  readonly kind: Kind;
  readonly theirs: readonly Entry[];
  /** What they have said that is still so. */
  readonly standing: readonly Entry[];
}

/** Whatever was written to the answered questions after whoever answered had seen the record. */
export function conflictsOf(c: Case, answers: readonly Pick<FormAnswer, "question" | "at">[]): ReadonlyMap<Kind, Conflict> {
  const written = [...c.entries, ...c.withdrawn, ...[...c.history.values()].flat()];
  return new Map(answers.flatMap(({ question: { kind }, at }) => {
    const theirs = written.filter((e) => e.kind === kind && e.number > at).toSorted((a, b) => a.number - b.number);
    return theirs.length === 0 ? [] : [[kind, { kind, theirs, standing: c.of(kind).filter((e) => theirs.includes(e)) }] as const];
  }));
}

/** What may be chosen where somebody saved first. */
export function choicesOf({ standing }: Conflict, { repeats }: Pick<Question, "repeats">): readonly Choice[] {
  const all: readonly (readonly [Choice, boolean])[] = [["theirs", true], ["mine", standing.length > 0], ["both", repeats || standing.length === 0]];
  return all.flatMap(([choice, can]) => (can ? [choice] : []));
}

/** A refusal of one answer, by its question. */
export interface AnswerRefusal extends Refusal {
  readonly kind: Kind;
}

export interface ReadAnswers {
  /** In the order of `kinds`; an answer given up for theirs, or refused already, is in neither. */
  readonly inputs: readonly EntryAnswer[];
  readonly kinds: readonly Kind[];
  readonly refusals: readonly AnswerRefusal[];
}

/**
 * The answers as `record-entries` takes them: what is new, what confirms a planned day and what moves it,
 * each on behalf of its owner where it is another’s. Refused: a choice not made, and what is not theirs.
 */
export function readAnswers(c: Case, answers: readonly FormAnswer[], conflicts: ReadonlyMap<Kind, Conflict>, role: Role): ReadAnswers {
  const refusals: AnswerRefusal[] = [];
  const inputs: EntryAnswer[] = [];
  const kinds: Kind[] = [];
  for (const answer of answers) {
    const { kind } = answer.question;
    const conflict = conflicts.get(kind);
    const theirs = notTheirSection(answer.question, role);
    if (theirs !== undefined) refusals.push({ kind, field: "happenedOn", message: theirs });
    else if (conflict !== undefined && !isChosen(answer, conflict)) {
      refusals.push({ kind, field: "choice", message: `${answer.question.label}: somebody else answered this while you were. Choose what becomes of your answer` });
    } else if (conflict === undefined || answer.choice !== "theirs") {
      const input = inputOf(c, answer, conflict, role);
      if ("message" in input) refusals.push({ kind, ...input });
      else {
        inputs.push(input);
        kinds.push(kind);
      }
    }
  }
  return { inputs, kinds, refusals };
}

/** A choice holds for what was there when it was made, and not for what somebody saved after it. */
export const isChosen = ({ choice, chosenAt }: Pick<FormAnswer, "choice" | "chosenAt">, { theirs }: Conflict): boolean =>
  choice !== null && theirs.every((e) => e.number <= chosenAt);

function inputOf(c: Case, { question, input, changes, reason, choice }: FormAnswer, conflict: Conflict | undefined, role: Role): EntryAnswer | Refusal {
  const forWhom = answeredFor(question, role);
  const detail = { ...input.detail, ...(forWhom === undefined ? {} : { onBehalfOf: forWhom }) };
  const number = conflict === undefined ? changes : choice === "mine" ? (conflict.standing.at(-1)?.number ?? null) : null;
  if (number === null) return { ...input, detail };
  const old = c.of(question.kind).find((e) => e.number === number);
  if (old === undefined) return { field: "changes", message: `${question.label}: the date you are changing is no longer on the record. Choose which date this is about` };
  return { ...input, detail: { ...asTyped(old.detail), ...detail }, number, cause: causeOf(old, input), reason: reason.trim() };
}

/** Why the new day takes the place of the old: it is confirmed, it moved, or what was recorded was wrong. */
function causeOf(old: Entry, { certainty, happenedOn }: EntryInput): CorrectionInput["cause"] {
  if (old.certainty === "actual") return "corrected";
  if (certainty === "actual" || (certainty === "provisional" && old.certainty === "planned" && happenedOn === old.happenedOn)) return "confirmed";
  return happenedOn === old.happenedOn ? "corrected" : "moved";
}

/** Every reason why these would be refused, by question; empty where they can be recorded. */
export function refusalsOf(c: Case, { inputs, kinds, refusals }: ReadAnswers, today: Day, roles: DecidingRoles): readonly AnswerRefusal[] {
  const decision = recordEntries(c, inputs, today, "child", roles);
  return [...refusals, ...(decision.accepted ? [] : decision.refusals.map(({ index, ...refusal }) => ({ ...refusal, kind: kinds[index]! })))];
}
