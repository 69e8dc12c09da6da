import type { Cause, Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import { agencyDatesOf, isDated } from "../agency/differences.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, refuse } from "./command.ts";
import { sameAs } from "./correct-entry.ts";
import { parseEntryInput } from "./entry-input.ts";
import { alreadyPast, broken, type Proposed } from "./rules.ts";

/** The agency’s own date of something, as a form has it. */
export interface AgencyDateInput {
  /** The kind that it is of. */
  readonly of: string;
  readonly happenedOn: string;
  readonly certainty: string;
  readonly note: string;
}

/** In characters. */
export const LONGEST_NOTE = 2000;

/** Puts down the agency’s own date of a kind; one that it has already is replaced by it. The authority’s own entries are left as they are. */
export function recordAgencyDate(c: Case, input: AgencyDateInput, agency: string, today: Day): Decision {
  const { of, happenedOn, certainty, note } = input;
  if (!isDated(of)) return refuse({ field: "of", message: "Choose what the date is of" });
  const parsed = parseEntryInput({ kind: "agency-date", happenedOn, certainty, detail: { of, agency, note } });
  if ("refusals" in parsed) return refuse(...parsed.refusals.map(({ field, message }) => ({ field: field.replace("detail.", ""), message })));
  const { draft } = parsed;
  const had = agencyDatesOf(c).find(({ kind, entry }) => kind === of && entry.detail["agency"] === agency)?.entry;
  if (had !== undefined && sameAs(had, draft)) return refuse({ field: "happenedOn", message: "This is already recorded, with the same day and the same note. Change what differs, or go back to the child" });
  const past = alreadyPast(draft, today);
  const refusals = [
    ...broken(c, draft, today, "child"),
    ...(draft.certainty !== "actual" && KINDS[of].ahead !== true ? [{ field: "certainty", message: `${KINDS[of].label} can only be recorded once it has happened. Choose actual` }] : []),
    ...(past === undefined ? [] : [{ field: "happenedOn", message: past }]),
    ...(note.length > LONGEST_NOTE ? [{ field: "note", message: "Write the note in 2,000 characters or fewer" }] : []),
  ];
  if (refusals.length > 0) return refuse(...refusals);
  return accept({ ...draft, source: { type: "person" }, ...(had === undefined ? {} : replacing(had, draft, note)) });
}

/** What a new date of a thing does to the one it replaces. */
export const replacing = (old: Entry, { certainty, happenedOn }: Pick<Proposed, "certainty" | "happenedOn">, reason: string): { readonly supersedes: number; readonly cause: Cause; readonly reason: string } => ({
  supersedes: old.number,
  cause: old.certainty === "actual" ? "corrected" : certainty === "actual" ? "confirmed" : happenedOn === old.happenedOn ? "corrected" : "moved",
  reason: reason.trim(),
});
