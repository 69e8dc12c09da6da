import type { Day } from "../../domain/dates/day.ts";
import { archiveName } from "../../exports/archive/archive.ts";
import { csvOf } from "../../exports/archive/csv.ts";
import type { DisclosureRecord } from "./views.ts";

/** The disclosure record as CSV: instants in UTC, and on each row, last, who made it and when. */
export const disclosureCsv = ({ lines, takenBy, takenOn }: DisclosureRecord): string => csvOf({
  heads: ["When (UTC)", "Who", "As what", "What", "More", "Made by", "Made on"],
  rows: lines.map((line) => [line.at, line.who, line.as, line.what, line.more, takenBy, takenOn]),
});

export const disclosureFileName = ({ localId }: DisclosureRecord, today: Day): string => `disclosure-${archiveName(localId, today)}.csv`;
