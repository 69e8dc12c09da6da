import type { Source } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, type EntryInput, refuse } from "./command.ts";
import { parseEntryInput } from "./entry-input.ts";
import { broken, makeRoom, type RecordType } from "./rules.ts";

const BY_HAND: Source = { type: "person" };

/** Adds one entry to a record; a new period ends the one open on its track. */
export function recordEntry(c: Case, input: EntryInput, today: Day, recordType: RecordType): Decision {
  const parsed = parseEntryInput(input);
  if ("refusals" in parsed) return refuse(...parsed.refusals);
  const { draft } = parsed;
  const room = makeRoom(c, draft);
  const refusals = [...broken(c, draft, today, recordType), ...room.refusals];
  if (refusals.length > 0) return refuse(...refusals);
  const ended = room.ends === undefined ? [] : [{ ...room.ends, source: BY_HAND }];
  return accept(...ended, { ...draft, source: BY_HAND });
}
