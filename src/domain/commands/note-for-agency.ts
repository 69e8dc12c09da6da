import type { Draft } from "../chronology/entry.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, refuse } from "./command.ts";
import { LONGEST_NOTE } from "./record-agency-date.ts";

/** Puts down a note of the agency’s own, of today. */
export function noteForAgency(input: { readonly note: string }, agency: string, today: Day): Decision {
  const note = input.note.trim();
  if (note === "") return refuse({ field: "note", message: "Enter the note" });
  if (note.length > LONGEST_NOTE) return refuse({ field: "note", message: "Write the note in 2,000 characters or fewer" });
  const draft: Draft = { kind: "agency-note", happenedOn: today, certainty: "actual", detail: { agency, note }, source: { type: "person" } };
  return accept(draft);
}
