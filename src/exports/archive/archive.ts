import { createHash } from "node:crypto";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { causeInWords, detailsInWords, recorderInWords, sourceInWords, whenInWords } from "../../domain/chronology/in-words.ts";
import { CHAPTERS, KINDS } from "../../domain/chronology/kinds.ts";
import type { Day } from "../../domain/dates/day.ts";
import { csvOf } from "./csv.ts";
import { readMe } from "./read-me.ts";
import type { ArchiveFile } from "./zip.ts";

/** One child’s whole record, to be read by somebody who has nothing else. */
export interface ArchivedRecord {
  readonly authority: { readonly code: string; readonly name: string };
  readonly localId: string;
  readonly recordId: string;
  /** Everything ever written, by number. */
  readonly entries: readonly Entry[];
  readonly erased: readonly { readonly number: number; readonly erasedOn: string }[];
  /** Rows of text under these heads, ready to be written. */
  readonly audit: Sheet;
  readonly access: Sheet;
  readonly clocks: Sheet;
  readonly proof: Sheet;
  /** How long the record is kept, in a sentence. */
  readonly kept: string;
  readonly names: ReadonlyMap<string, string>;
  /** Who made the archive, in words, and when, in words of London and in ISO 8601. */
  readonly madeBy: string;
  readonly madeOn: string;
  readonly madeAt: string;
}

export interface Sheet {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The files of the archive, the manifest last: every other file’s SHA-256, as `sha256sum -c` reads it. Names are plain. */
export function archiveFiles(record: ArchivedRecord): readonly ArchiveFile[] {
  const c = fold(record.entries);
  const files: ArchiveFile[] = [
    { name: "README.txt", text: readMe(record) },
    { name: "chronology.txt", text: chronologyText(record, c) },
    { name: "chronology.csv", text: csvOf(chronologySheet(record, c)) },
    { name: "clocks.csv", text: csvOf(record.clocks) },
    { name: "audit.csv", text: csvOf(record.audit) },
    { name: "access.csv", text: csvOf(record.access) },
    { name: "proof.csv", text: csvOf(record.proof) },
  ];
  const manifest = files.map(({ name, text }) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`).join("");
  return [...files, { name: "manifest.sha256", text: manifest }];
}

type State = "in force" | "replaced" | "withdrawn";

const stateOf = (e: Entry, c: Case): State => (c.entries.includes(e) ? "in force" : c.withdrawn.includes(e) ? "withdrawn" : "replaced");

/** What is in force, chapter by chapter and day by day; then what was replaced, withdrawn or erased. */
function chronologyText({ authority, localId, entries, erased, names }: ArchivedRecord, c: Case): string {
  const told = (e: Entry): string => [
    `${whenInWords(e)}: ${KINDS[e.kind].label}`,
    ...detailsInWords(e).map(([label, text]) => `    ${label}: ${text.replaceAll("\n", "\n      ")}`),
    ...(e.cause === undefined ? [] : [`    ${causeInWords(e)}${e.supersedes === undefined ? "" : `, in the place of entry ${e.supersedes}`}${e.reason === undefined ? "" : `. Reason: ${e.reason}`}`]),
    `    Entry ${e.number}. ${sourceInWords(e.source)}. Written down by ${recorderInWords(e.recordedBy, names)} at ${e.recordedAt}`,
  ].join("\n");
  const chapters = Object.entries(CHAPTERS).flatMap(([chapter, title]) => {
    const own = c.entries.filter((e) => KINDS[e.kind].chapter === chapter);
    return own.length === 0 ? [] : [`${title}\n${"-".repeat(title.length)}\n\n${own.map(told).join("\n\n")}`];
  });
  const gone = entries.filter((e) => stateOf(e, c) !== "in force");
  const title = `Chronology of child ${localId}, ${authority.name}`;
  return `${[
    `${title}\n${"=".repeat(title.length)}`,
    chapters.length === 0 ? "Nothing is in force." : chapters.join("\n\n"),
    ...(gone.length === 0 ? [] : [`Replaced or withdrawn\n---------------------\n\n${gone.map((e) => `${told(e)}\n    Now: ${stateOf(e, c)}`).join("\n\n")}`]),
    ...(erased.length === 0 ? [] : [`Erased by law\n-------------\n\n${erased.map(({ number, erasedOn }) => `Entry ${number}: its words were erased on ${erasedOn}`).join("\n")}`]),
  ].join("\n\n")}\n`;
}

function chronologySheet({ entries, erased, names }: ArchivedRecord, c: Case): Sheet {
  const rows = [
    ...entries.map((e) => [
      String(e.number), stateOf(e, c), e.kind, KINDS[e.kind].label, e.happenedOn, e.until ?? "", e.certainty,
      detailsInWords(e).map(([label, text]) => `${label}: ${text}`).join("; "), JSON.stringify(e.detail), sourceInWords(e.source),
      e.recordedAt, recorderInWords(e.recordedBy, names), e.supersedes === undefined ? "" : String(e.supersedes), e.cause ?? "", e.reason ?? "",
    ]),
    ...erased.map(({ number, erasedOn }) => [String(number), `erased by law on ${erasedOn}`, ...Array.from({ length: 13 }, () => "")]),
  ];
  return {
    heads: ["Entry", "State", "Kind", "What happened", "On", "Until", "Certainty", "Details", "Details as JSON", "Source", "Written down at (UTC)", "By", "In the place of entry", "Cause", "Reason"],
    rows: rows.toSorted((a, b) => Number(a[0]) - Number(b[0])),
  };
}

/** A name for the archive’s folder or file. No child’s name is in it. */
export const archiveName = (localId: string, on: Day): string => `record-${localId.replaceAll(/[^A-Za-z0-9._-]+/g, "-")}-${on}`;
