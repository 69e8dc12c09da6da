import type { Entry, Source } from "../chronology/entry.ts";
import { type Case, without } from "../chronology/fold.ts";
import { isPeriodKind, isSiblingGroupKind } from "../chronology/kinds.ts";
import { type Day, daysBetween } from "../dates/day.ts";
import { notByHand } from "./by-hand.ts";
import { accept, type Decision, type EntryInput, refuse, type Refusal } from "./command.ts";
import { saidAlready } from "./correct-entry.ts";
import { parseEntryInput } from "./entry-input.ts";
import { alreadyPast, broken, makeRoom, type Proposed, type RecordType } from "./rules.ts";

/** A form sent twice, by going back to it, says what is on record already. */
const TWICE: Refusal = { field: "happenedOn", message: "This is already recorded, with the same day and the same details. Change what differs, or go back to the child" };
const BY_HAND: Source = { type: "person" };

/** How far from its planned day a thing may happen and still be what was planned. */
const NEAR_DAYS = 31;

/**
 * Adds one entry to a record. A new period ends the one open on its track; what happened
 * takes the place of the nearest entry that planned it. `source`: whose word it is, a person’s unless told.
 */
export function recordEntry(c: Case, input: EntryInput, today: Day, recordType: RecordType, source: Source = BY_HAND): Decision {
  const parsed = parseEntryInput(input);
  if ("refusals" in parsed) return refuse(...parsed.refusals);
  const { draft } = parsed;
  if (c.of(draft.kind).some((e) => saidAlready(e, draft))) return refuse(TWICE);
  const plan = plannedBefore(c, draft);
  const room = makeRoom(c, draft);
  const refusals = [...notByHand(draft.kind), ...broken(plan === undefined ? c : without(c, plan.number), draft, today, recordType), ...room.refusals];
  const past = alreadyPast(draft, today);
  if (past !== undefined) refusals.push({ field: "happenedOn", message: past });
  if (refusals.length > 0) return refuse(...refusals);
  const ended = room.ends === undefined ? [] : [{ ...room.ends, source }];
  const met = plan === undefined ? {} : { supersedes: plan.number, cause: "confirmed" as const };
  return accept(...ended, { ...draft, source, ...met });
}

/** The planned or provisional entry that an actual one now meets: of its kind, not of another family, and the nearest. */
function plannedBefore(c: Case, draft: Proposed): Entry | undefined {
  if (draft.certainty !== "actual" || isPeriodKind(draft.kind) || isSiblingGroupKind(draft.kind)) return undefined;
  const away = (e: Entry): number => Math.abs(daysBetween(e.happenedOn, draft.happenedOn));
  const { family } = draft.detail;
  return c.of(draft.kind)
    .filter((e) => e.certainty !== "actual" && away(e) <= NEAR_DAYS)
    .filter((e) => family === undefined || e.detail["family"] === undefined || e.detail["family"] === family)
    .reduce<Entry | undefined>((nearest, e) => (nearest === undefined || away(e) < away(nearest) ? e : nearest), undefined);
}
