import type { Source } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, type EntryInput, refuse, type Refusal } from "./command.ts";
import { sameAs } from "./correct-entry.ts";
import { parseEntryInput } from "./entry-input.ts";
import { broken, makeRoom, type RecordType } from "./rules.ts";

/** A form sent twice, by going back to it, says what is on record already. */
const TWICE: Refusal = { field: "happenedOn", message: "This is already recorded, with the same day and the same details. Change what differs, or go back to the child" };
const BY_HAND: Source = { type: "person" };

/** Adds one entry to a record; a new period ends the one open on its track. */
export function recordEntry(c: Case, input: EntryInput, today: Day, recordType: RecordType): Decision {
  const parsed = parseEntryInput(input);
  if ("refusals" in parsed) return refuse(...parsed.refusals);
  const { draft } = parsed;
  if (c.of(draft.kind).some((e) => sameAs(e, draft))) return refuse(TWICE);
  const room = makeRoom(c, draft);
  const refusals = [...broken(c, draft, today, recordType), ...room.refusals];
  if (refusals.length > 0) return refuse(...refusals);
  const ended = room.ends === undefined ? [] : [{ ...room.ends, source: BY_HAND }];
  return accept(...ended, { ...draft, source: BY_HAND });
}
