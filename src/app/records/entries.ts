import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { cannotErase } from "../../domain/commands/erase-entry.ts";
import { erasing } from "../../domain/records/erasing.ts";
import type { App } from "../app.ts";
import { namesOf, readingRecord } from "./kept-record.ts";
import type { ListedEntry, RecordEntries, ShownEntry } from "./views.ts";

/** Every entry of a record by what it is of, without its words, and which were erased. */
export const recordEntries = (app: App, person: Person, recordId: string): Promise<RecordEntries | undefined> =>
  readingRecord(app, person, recordId, "records-entries", async (reader, { kept, entries }) => {
    const c = fold(entries);
    const inForce = new Set(c.entries.map((e) => e.number));
    const withdrawn = new Set(c.withdrawn.map((e) => e.number));
    const state = (number: number): ListedEntry["state"] => (inForce.has(number) ? "in-force" : withdrawn.has(number) ? "withdrawn" : "replaced");
    return {
      ...kept,
      entries: entries.map((entry) => ({ entry, state: state(entry.number) })).toReversed(),
      erased: await reader.erasedOf(recordId), names: await namesOf(reader),
    };
  });

/** The words of one entry, and what erasing it would take with it. Written down each time. Nothing where there is none such. */
export async function showEntry(app: App, person: Person, recordId: string, number: number): Promise<ShownEntry | undefined> {
  const shown = await readingRecord(app, person, recordId, "records-entry", async (reader, { kept, entries }) => {
    const found = erasing(entries, number);
    return found === undefined ? null : { ...kept, erasing: found, cannot: cannotErase(entries, found, app.clock.today()) ?? null, names: await namesOf(reader) };
  });
  return shown ?? undefined;
}
