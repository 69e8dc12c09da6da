import { type Cause, CAUSES, type Detail, type DetailValue, type Entry, type Source } from "../chronology/entry.ts";
import { type Case, without } from "../chronology/fold.ts";
import { COMMON_DETAIL } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { notByHand } from "./by-hand.ts";
import { accept, type Decision, type EntryInput, inForce, refuse, type Refusal } from "./command.ts";
import { parseEntryInput } from "./entry-input.ts";
import { alreadyPast, broken, makeRoom, type Proposed, type RecordType } from "./rules.ts";

export interface CorrectionInput extends EntryInput {
  readonly number: number;
  readonly cause: string;
  readonly reason: string;
}

/**
 * A correction by somebody who was not shown all of the entry goes on saying what they were not shown: they can no more
 * take it away than read it. `hidden`: the details that were left out where they read it.
 */
export function keepingHidden(input: CorrectionInput, old: Entry | undefined, hidden: readonly string[]): CorrectionInput {
  if (old === undefined || hidden.length === 0) return input;
  const kept = hidden.flatMap((name) => (old.detail[name] === undefined || (input.detail[name] ?? "").trim() !== "" ? [] : [[name, asTyped(old.detail[name])]]));
  return { ...input, detail: { ...input.detail, ...Object.fromEntries(kept) } };
}

const asTyped = (value: DetailValue): string => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value));

/** Puts a new entry in the place of one in force. What it replaces stays in the history. `source`: whose word it is, a person’s unless told. */
export function correctEntry(c: Case, input: CorrectionInput, today: Day, recordType: RecordType, source: Source = { type: "person" }): Decision {
  const old = inForce(c.entries, input.number);
  if (!("number" in old)) return refuse(old);
  const refusals: Refusal[] = [...notByHand(old.kind)];
  if (refusals.length > 0) return refuse(...refusals);
  const cause = readCause(input, old, refusals);
  const parsed = parseEntryInput(input);
  if ("refusals" in parsed) return refuse(...refusals, ...parsed.refusals);
  const { draft } = parsed;
  if (draft.kind !== old.kind) refusals.push({ field: "kind", message: "A correction cannot change what kind of thing happened. Withdraw the entry and record the right one" });
  else if (sameAs(old, draft)) refusals.push({ field: "happenedOn", message: "Nothing has been changed. Change what is wrong, or go back" });
  // A day left as it was has gone by since; that is no fault of this correction.
  const past = draft.happenedOn === old.happenedOn ? undefined : alreadyPast(draft, today);
  if (past !== undefined) refusals.push({ field: "happenedOn", message: past });
  const rest = without(c, old.number);
  refusals.push(...broken(rest, draft, today, recordType), ...makeRoomBeside(rest, draft));
  if (refusals.length > 0 || cause === undefined) return refuse(...refusals);
  return accept({ ...draft, source, supersedes: old.number, cause, reason: input.reason.trim() });
}

/** A correction moves nothing but itself: a period that would now overlap its neighbour is refused. */
function makeRoomBeside(rest: Case, draft: Proposed): readonly Refusal[] {
  const room = makeRoom(rest, draft);
  if (room.ends === undefined) return room.refusals;
  return [{ field: "happenedOn", message: "Another entry of this kind is still open on those days. Correct that one first" }];
}

function readCause(input: CorrectionInput, old: Entry, refusals: Refusal[]): Cause | undefined {
  if (!Object.hasOwn(CAUSES, input.cause)) {
    refusals.push({ field: "cause", message: "Choose why the entry changes" });
    return undefined;
  }
  const cause = input.cause as Cause;
  if (cause === "confirmed" && old.certainty === "actual") refusals.push({ field: "cause", message: "This entry is already actual: there is nothing to confirm" });
  if (cause === "confirmed" && input.certainty === "planned") refusals.push({ field: "certainty", message: "A confirmed date is provisional or actual" });
  if (cause === "ended" && (input.until ?? "") === "") refusals.push({ field: "until", message: "Enter the day it ended" });
  if (cause === "corrected" && input.reason.trim() === "") refusals.push({ field: "reason", message: "Say what was wrong" });
  if (cause === "moved" && input.reason.trim() === "") refusals.push({ field: "reason", message: "Say why the date moved" });
  return cause;
}

/** Do both say the very same thing? */
export const sameAs = (old: Entry, draft: Proposed): boolean =>
  old.happenedOn === draft.happenedOn && old.until === draft.until && old.certainty === draft.certainty &&
  JSON.stringify(sorted(old.detail)) === JSON.stringify(sorted(draft.detail));

/**
 * Is what is told on record already? Where the proof is, left unsaid, is no difference, and nor is on whose behalf it is told again.
 */
export function saidAlready(old: Entry, draft: Proposed): boolean {
  const passedOver = new Set(Object.keys(COMMON_DETAIL).filter((name) => name === "onBehalfOf" || draft.detail[name] === undefined));
  const own = (detail: Detail): Detail => Object.fromEntries(Object.entries(detail).filter(([name]) => !passedOver.has(name)));
  return sameAs({ ...old, detail: own(old.detail) }, { ...draft, detail: own(draft.detail) });
}

const sorted = (detail: object): readonly (readonly [string, unknown])[] =>
  Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
