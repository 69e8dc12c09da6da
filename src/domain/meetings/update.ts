import { BARRIERS, type BarrierCode } from "../chronology/codes.ts";
import { lower } from "../words.ts";

/**
 * What a child’s worker is asked before the meeting, in the order asked. Source: the five headings of Central Bedfordshire’s
 * terms of reference (CBED-17), how home finding goes (DERB-01), and what stands in the way.
 */
export const UPDATE_BOXES = {
  planRight: { label: "Is the care plan as shown right?", type: "yes-no" },
  planNote: { label: "About the care plan", type: "words" },
  legalRight: { label: "Is the legal status as shown right?", type: "yes-no" },
  legalNote: { label: "About the legal status, and any proceedings", type: "words" },
  timescales: { label: "Timescales", type: "words", hint: "And why anything is late" },
  securing: { label: "What is being done to secure permanence", type: "words" },
  drift: { label: "Drift or delay, there or to come", type: "words", hint: "Say “none” where there is none" },
  homeFinding: { label: "How home finding goes", type: "words", finding: true },
  blocks: { label: "What stands in the way", type: "barriers" },
  blocksNote: { label: "About what stands in the way", type: "words" },
  other: { label: "Anything else the meeting should know", type: "words" },
} as const satisfies Readonly<Record<string, UpdateBox>>;
export type UpdateBoxName = keyof typeof UPDATE_BOXES;
export const UPDATE_BOX_NAMES = Object.keys(UPDATE_BOXES) as readonly UpdateBoxName[];

interface UpdateBox {
  readonly label: string;
  /** `barriers`: codes divided by spaces. */
  readonly type: "yes-no" | "words" | "barriers";
  readonly hint?: string;
  /** Asked of children for whom a family is being found. */
  readonly finding?: true;
}

/** As typed, by box; a box left empty is not there. */
export type UpdateAnswers = Readonly<Partial<Record<UpdateBoxName, string>>>;

/** Most characters in a box. */
export const MOST_IN_BOX = 4000;

export const barriersIn = (answers: UpdateAnswers): readonly BarrierCode[] =>
  (answers.blocks ?? "").split(" ").filter((code): code is BarrierCode => Object.hasOwn(BARRIERS, code));

/** What was sent, as it is kept: nothing of it is lost, whether or not it can be sent as it is. */
export function readAnswers(given: Readonly<Record<string, string | undefined>>): UpdateAnswers {
  const answers: Partial<Record<UpdateBoxName, string>> = {};
  for (const name of UPDATE_BOX_NAMES) {
    const text = (given[name] ?? "").replaceAll("\r\n", "\n");
    if (text.trim() !== "") answers[name] = text;
  }
  return answers;
}

export interface UpdateRefusal {
  readonly box: UpdateBoxName;
  readonly message: string;
}

/** Why answers cannot be sent yet, box by box; none where they can. What is too long is not kept at all: `tooLong`. */
export function refusalsOfUpdate(answers: UpdateAnswers, { finding }: { readonly finding: boolean }): readonly UpdateRefusal[] {
  const refusals: UpdateRefusal[] = [];
  const missing = (box: UpdateBoxName, message: string): void => void (answers[box] === undefined && refusals.push({ box, message }));
  missing("planRight", "Say whether the care plan as shown is right");
  if (answers.planRight === "no") missing("planNote", "Say what is not right about the care plan");
  missing("legalRight", "Say whether the legal status as shown is right");
  if (answers.legalRight === "no") missing("legalNote", "Say what is not right about the legal status");
  missing("timescales", "Say what is to happen next, and by when");
  missing("securing", "Say what is being done to secure permanence");
  missing("drift", "Say whether there is drift or delay, or “none”");
  if (finding) missing("homeFinding", "Say how home finding goes");
  return refusals;
}

export const tooLong = (answers: UpdateAnswers): readonly UpdateRefusal[] =>
  UPDATE_BOX_NAMES.filter((box) => (answers[box]?.length ?? 0) > MOST_IN_BOX)
    .map((box) => ({ box, message: `${UPDATE_BOXES[box].label}: ${answers[box]!.length.toLocaleString("en-GB")} characters are too many. Use ${MOST_IN_BOX.toLocaleString("en-GB")} at most` }));

/** The answers in words, in the order asked: a label and a text each. */
export function updateInWords(answers: UpdateAnswers): readonly (readonly [string, string])[] {
  return UPDATE_BOX_NAMES.flatMap((name): readonly (readonly [string, string])[] => {
    const text = answers[name];
    if (text === undefined) return [];
    switch (UPDATE_BOXES[name].type) {
      case "yes-no": return text === "no" ? [[notRight(name), "No"]] : text === "yes" ? [[notRight(name), "Yes"]] : [];
      case "barriers": {
        const codes = barriersIn(answers);
        return codes.length === 0 ? [] : [[UPDATE_BOXES[name].label, codes.map((code, i) => (i === 0 ? BARRIERS[code] : lower(BARRIERS[code]))).join("; ")]];
      }
      case "words": return [[UPDATE_BOXES[name].label, text.trim()]];
    }
  });
}

const notRight = (name: UpdateBoxName): string => (name === "planRight" ? "Care plan on the record is right" : "Legal status on the record is right");

/** Boxes in which two texts differ: what somebody else saved meanwhile, beside what was typed. */
export const differingBoxes = (theirs: UpdateAnswers, mine: UpdateAnswers): readonly UpdateBoxName[] => UPDATE_BOX_NAMES.filter((box) => (theirs[box] ?? "") !== (mine[box] ?? ""));
