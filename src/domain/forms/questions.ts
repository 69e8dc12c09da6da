import { OWNERS, type Owner, type Role } from "../access/role.ts";
import { type FormChapter, isFormChapter, type Kind, type KindRow, KINDS } from "../chronology/kinds.ts";
import { type Colour, COLOURS, chaserOf, colourOf, isAdoptionService, isOnDeskOf } from "./colours.ts";

/** The sections of a milestones form, as its source has them. */
export const SECTIONS = {
  milestones: "Adoption milestones",
  targets: "Target dates",
  breakdown: "Breakdown",
  preview: "Preview all",
} as const;
export type Section = keyof typeof SECTIONS;

/** One question of the form: when a thing happened, or is meant to. */
export interface Question {
  readonly kind: Kind;
  readonly label: string;
  readonly chapter: FormChapter;
  readonly section: "milestones" | "breakdown";
  readonly owner: Owner;
  /** Whose colour it has: that of whoever does it, or chases it. */
  readonly colour: Colour;
  /** Whether it can be answered before its day. */
  readonly ahead: boolean;
  readonly repeats: boolean;
}

/** The questions of a form, from a table of kinds and in its order: whatever happens on a day in the chapters of the form, and is recorded by hand. */
export const questionsOf = (table: Readonly<Record<string, KindRow>>): readonly Question[] =>
  Object.entries(table).flatMap(([kind, row]) => {
    const { chapter } = row;
    if (row.shape !== "point" || !isFormChapter(chapter) || row.notByHand !== undefined) return [];
    const breakdown = row.breakdown === true;
    return [{
      kind: kind as Kind, label: row.label, chapter, section: breakdown ? "breakdown" as const : "milestones" as const,
      owner: row.asks, colour: breakdown ? "adoption-service" as const : colourOf(row.asks),
      ahead: row.ahead === true, repeats: row.repeats === true,
    }];
  });

export const QUESTIONS: readonly Question[] = questionsOf(KINDS);

const BY_KIND: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((q) => [q.kind, q]));
export const questionOf = (kind: string): Question | undefined => BY_KIND.get(kind);

/** Whether a question is the viewer’s own to fill in; others are readable, and may be answered on somebody’s behalf. */
export const isOwn = ({ owner, section }: Question, role: Role): boolean =>
  section === "breakdown" ? isAdoptionService(role) : isOnDeskOf(owner, role);

/** Why somebody may not answer a question at all, in words; nothing where they may. Whether they may record is another matter. */
export const notTheirSection = ({ section, label }: Question, role: Role): string | undefined =>
  section === "breakdown" && !isAdoptionService(role)
    ? `${label}: the breakdown section is filled in by the adoption service. Tell adoption business support, and they will record it`
    : undefined;

/** Whose question it is, in words: “Medical adviser (adoption service answers for them)”. */
export function ownerInWords({ owner, section, colour }: Question): string {
  if (section === "breakdown") return COLOURS[colour];
  const chaser = chaserOf(owner);
  return chaser === undefined ? OWNERS[owner] : `${OWNERS[owner]}; ${chaser.charAt(0).toLowerCase()}${chaser.slice(1)} answers for them`;
}

/** For whom an answer is given by somebody in a role; nothing where it is their own. */
export const answeredFor = (question: Question, role: Role): Owner | undefined =>
  question.owner === role || (question.section === "breakdown" && isAdoptionService(role)) ? undefined : question.owner;
