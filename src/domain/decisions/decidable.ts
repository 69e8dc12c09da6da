import { type Kind, KIND_CODES, KINDS } from "../chronology/kinds.ts";

/** The decisions that the agency decision-maker takes on a page of its own: what has reasons. */
export const DECIDABLE: readonly Kind[] = KIND_CODES.filter((kind) => KINDS[kind].decidedBy === "decision-maker" && KINDS[kind].detail?.["note"] !== undefined);

export const isDecidable = (kind: string): kind is Kind => (DECIDABLE as readonly string[]).includes(kind);
