import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { isDecidable } from "./decidable.ts";

/** Decisions of the decision-maker’s that others put down as provisional, and wait to be confirmed, the earliest first. */
export const toConfirm = (c: Case): readonly Entry[] => c.entries.filter((e) => isDecidable(e.kind) && e.certainty === "provisional");

/** Days that somebody means a decision to be taken on, the earliest first. */
export const planned = (c: Case): readonly Entry[] => c.entries.filter((e) => isDecidable(e.kind) && e.certainty === "planned");

/** Its day has gone by, and it says what was decided and why: such a one can be confirmed with others of its sort. */
export const isComplete = ({ happenedOn, detail, kind }: Entry, today: Day): boolean =>
  happenedOn < today && String(detail["note"] ?? "").trim() !== "" && (detail["outcome"] !== undefined || kind === "plan-decision-reversed");
