import type { Role } from "../access/role.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { FormChapter } from "../chronology/kinds.ts";
import { isOwn, type Question, QUESTIONS } from "./questions.ts";

/** What the record says to a question: an entry in force, and what stood in its place before, newest first. */
export interface Answer {
  readonly entry: Entry;
  readonly before: readonly Entry[];
}

/** A question of one child’s form, as somebody sees it. */
export interface Asked {
  readonly question: Question;
  readonly own: boolean;
  /** In force, by their days. */
  readonly answers: readonly Answer[];
  /** Those of them that are still to happen or to be confirmed. */
  readonly ahead: readonly Entry[];
  /** Whether it still waits for an answer: nothing is recorded, or only what is planned or provisional. What nobody plans waits for nothing. */
  readonly waits: boolean;
  /** Whether there is anything to ask at all: what happens once, and has, is put right on its own page. */
  readonly asks: boolean;
}

/** Every question with what the record says to it. */
export const askedOf = (c: Case, role: Role): readonly Asked[] => QUESTIONS.map((question) => asked(c, question, role));

function asked(c: Case, question: Question, role: Role): Asked {
  const entries = c.of(question.kind);
  const ahead = entries.filter((e) => e.certainty !== "actual");
  const done = entries.length > ahead.length;
  return {
    question, own: isOwn(question, role), ahead,
    answers: entries.map((entry) => ({ entry, before: c.history.get(entry.number) ?? [] })),
    waits: !done && question.ahead,
    asks: question.repeats || !done,
  };
}

/** The days that an answer had before, where it moved, oldest first. */
export const movesOf = ({ entry, before }: Answer): readonly Entry[] =>
  before.filter((e, i) => e.happenedOn !== (i === 0 ? entry : before[i - 1])?.happenedOn).toReversed();

/** A part of the form is one page of it: a chapter’s questions, or those of the breakdown. */
export type Part = FormChapter | "breakdown";

/** The questions of a part, in the table’s order. */
export const partOf = (asked: readonly Asked[], part: Part): readonly Asked[] =>
  asked.filter(({ question }) => (part === "breakdown" ? question.section === "breakdown" : question.section === "milestones" && question.chapter === part));
