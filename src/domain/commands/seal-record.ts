import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { dayInWords } from "../dates/day.ts";
import { sealInForce, sealOf } from "../identity/sealing.ts";
import { accept, type Decision, refuse } from "./command.ts";

/** `understood`: the tick by which whoever seals says that they have read what will happen. */
export interface SealInput {
  readonly understood: boolean;
}

/** Seals a record after the adoption order, once nothing stands in the way. */
export function sealRecord(c: Case, { understood }: SealInput, today: Day): Decision {
  const { sealed, steps } = sealOf(c, today);
  if (sealed !== undefined) return refuse({ field: "seal", message: `This record has been sealed since ${dayInWords(sealed.happenedOn)}` });
  const waiting = steps.filter(({ met }) => !met);
  if (waiting.length > 0) return refuse(...waiting.map(({ says }) => ({ field: "seal", message: says })));
  if (!understood) return refuse({ field: "understood", message: "Tick to say that you have read what will happen" });
  return accept({ kind: "record-sealed", happenedOn: today, certainty: "actual", source: { type: "person" }, detail: {} });
}

/** Why a seal is undone. Nothing else undoes one: what is behind it is opened, not unsealed. */
export const UNDOING = {
  "mistake": "The adoption order was recorded by mistake, or on the wrong child",
  "set-aside": "The court has set the adoption order aside",
} as const;
export type Undoing = keyof typeof UNDOING;
export const isUndoing = (text: string): text is Undoing => Object.hasOwn(UNDOING, text);

export interface UndoInput {
  /** Why, in words; the second person has read it. */
  readonly why: string;
  /** Whoever agreed, by name. */
  readonly agreedBy: string;
}

/** Undoes the seal of a record, by one person with the agreement of another. */
export function undoSeal(c: Case, { why, agreedBy }: UndoInput, today: Day): Decision {
  if (sealInForce(c) === undefined) return refuse({ field: "seal", message: "This record is not sealed. There is nothing to undo" });
  return accept({ kind: "seal-undone", happenedOn: today, certainty: "actual", source: { type: "person" }, detail: { why, agreedBy } });
}
