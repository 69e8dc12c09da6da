import type { Entry } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { boxNamed, BOXES, type Box } from "./boxes.ts";

/** What was typed of one child at a meeting, and by whom. */
export interface TypedWords {
  readonly box: string;
  readonly text: string;
  readonly by: string;
}

/** Of which meeting: whether an authority holds it or an agency, and the day. */
export interface TypedAt {
  readonly considered: "tracking-meeting" | "agency-meeting";
  readonly heldOn: Day;
}

const LINES: Readonly<Record<string, Kind>> = { decisions: "meeting-decision", actions: "action-agreed", targets: "individual-target", barriers: "barrier" };

/** The detail of an entry that holds what a box does. */
export function detailOfBox(box: string): string {
  const [, , field] = box.split("/");
  if (field !== undefined) return field;
  return box === "discussion" ? "note" : (BOXES as Readonly<Record<string, Box>>)[box]?.detail ?? "other";
}

/**
 * What was typed into a box as the entry that it becomes, so that whoever may not read the one does not read the other. `who`: of an
 * action, to whom it is given. Its number is below 0: it is on no record. Pure; total.
 */
export function entryOfBox({ box, text, by }: TypedWords, who: string | undefined, { considered, heldOn }: TypedAt, number: number): Entry {
  const [list = "", , field] = box.split("/");
  const kind = field === undefined ? (box === "discussion" ? considered : "meeting-outcome") : LINES[list] ?? "meeting-outcome";
  return {
    number, kind, happenedOn: heldOn, certainty: "actual", source: { type: "person" }, recordedAt: "", recordedBy: by,
    detail: { ...(kind === "action-agreed" && who !== undefined ? { who } : {}), [detailOfBox(box)]: text },
  };
}

/** Whether a box holds words: those are replaced where they may not be read; a code or a person is left out. */
export const isWords = (box: string): boolean => (boxNamed(box)?.type ?? "words") === "words";
