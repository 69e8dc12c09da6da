import type { Entry } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { type Day, dayInWords, partsOf } from "../../../domain/dates/day.ts";
import { detailsInWords, NOT_SHOWN, whenInWords } from "../child/words.ts";

/** Of what is written freely, only references are told in a list: a note may hold a name, and particulars do. */
const REFERENCES: ReadonlySet<string> = new Set(["worker", "team", "carer", "family", "urn", "provider"]);

function toldDetails(entry: Entry): readonly string[] {
  const told = new Set(Object.entries(KINDS[entry.kind].detail ?? {}).filter(([name, { type }]) => type !== "text" || REFERENCES.has(name)).map(([, { label }]) => label));
  return detailsInWords(entry).filter(([label, text]) => told.has(label) && text !== NOT_SHOWN).map(([label, text]) => `${label}: ${text}`);
}

/** When an entry is of, and those of its details that another does not share. */
export function saidDifferently(entry: Entry, other: Entry | undefined): string {
  if (other === undefined) return whenInWords(entry);
  const others = new Set(toldDetails(other));
  return [whenInWords(entry), ...toldDetails(entry).filter((said) => !others.has(said))].join("; ");
}

const VALUES: ReadonlySet<string> = new Set(["Legal status", "Type", "Plan", "Team", "Barrier", "Outcome"]);

/** What an entry is of, such as the placement’s type, the worker or the outcome, where its kind says so. */
export function valueInWords(entry: Entry, workerNames: ReadonlyMap<string, string>): readonly string[] {
  const worker = entry.detail["worker"];
  if (typeof worker === "string") return [workerNames.get(worker) ?? worker];
  return detailsInWords(entry).filter(([label]) => VALUES.has(label)).map(([, text]) => text).slice(0, 1);
}

/** “6 November”; with its year where that is not the year of `beside`. */
export const shortDay = (on: Day, beside: Day): string =>
  partsOf(on).year === partsOf(beside).year ? dayInWords(on).replace(/ \d{4}$/, "") : dayInWords(on);
