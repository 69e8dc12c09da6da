import type { Entry } from "../chronology/entry.ts";
import type { AsAt, Case } from "../chronology/fold.ts";
import { daysInWords, detailsInWords, NOT_SHOWN, whenInWords } from "../chronology/in-words.ts";
import { type Chapter, type Kind, KINDS } from "../chronology/kinds.ts";
import { type Day, dayInWords, partsOf } from "../dates/day.ts";
import { birthOf } from "../permanence/moments.ts";
import { ageInWords, standingInWords } from "../permanence/standing.ts";
import { identifiable } from "../profile/identifiable.ts";
import { type Block, facts, heading, inset, paragraph, type Words, type WordDocument } from "./word.ts";

/** A child as a chronology tells of them: the case as whoever asks may read it. */
export interface ChronologyOf {
  readonly localId: string;
  readonly name: string | null;
  readonly case: Case;
  readonly today: Day;
  readonly asAt: AsAt;
  readonly organisation: string;
  /** By account and by worker code. */
  readonly names: ReadonlyMap<string, string>;
  readonly madeBy: string;
  readonly madeOn: string;
}

/** Not of the child’s life, but of who may open the record, whose work it is and how far the work on it is. */
const LEFT_OUT_CHAPTERS: ReadonlySet<Chapter> = new Set<Chapter>(["records"]);
const LEFT_OUT: ReadonlySet<Kind> = new Set<Kind>([
  "particulars", "milestones-form", "responsible-team", "declined", "extension-requested", "extension-signed-off", "extension", "individual-target", "care-plan-submitted",
  "tracking-record-uploaded", "agency-date", "agency-note", "difference-settled", "action-done", "action-escalated", "action-said", "meeting-outcome", "supervision", "visit",
]);
const isTold = ({ kind }: Entry): boolean => !LEFT_OUT.has(kind) && !LEFT_OUT_CHAPTERS.has(KINDS[kind].chapter);

/**
 * A child’s chronology to start from, in plain words, earliest first: what is in force, without what was corrected or withdrawn,
 * and without what whoever asks may not see. Name and day of birth only of a child who may be identified in a file.
 */
export function chronologyOf(child: ChronologyOf): WordDocument {
  const { localId, case: c, today, asAt, organisation, madeBy, madeOn } = child;
  const told = c.entries.filter((e) => isTold(e) && (e.kind !== "birth" || identifiable(c)));
  const past = told.filter((e) => e.certainty === "actual");
  const ahead = told.filter((e) => e.certainty !== "actual");
  const hides = told.some((e) => detailsInWords(e).some(([, text]) => text === NOT_SHOWN));
  return {
    title: `Chronology of ${localId}`, subject: "Chronology made from the record", organisation, subtitle: asAtInWords(asAt, today),
    header: `${organisation} · ${localId} · Confidential`, footer: `Chronology made from the record by ${madeBy} on ${madeOn}`,
    blocks: [
      inset("This is what the record says, to start from. Check it against the case file, and add what only the case file tells. Visits, and who had which task, are left out."),
      facts(about(child)),
      ...(hides ? [paragraph("Some details are left out: whoever made this may not see them.")] : []),
      heading(1, "What has happened"),
      ...(past.length === 0 ? [paragraph("Nothing is on the record by then.")] : years(past, child)),
      heading(1, "What is to come"),
      table(ahead, child, "Dates planned or provisional", whenInWords),
    ],
  };
}

function about({ localId, name, case: c, today }: ChronologyOf): readonly (readonly [string, string])[] {
  const birth = birthOf(c);
  const named = identifiable(c);
  return [
    ["Local id", localId],
    ...(named && name !== null ? [["Name", name] as const] : []),
    ...(birth === undefined ? [] : named && !birth.expected ? [["Date of birth", `${dayInWords(birth.on)} (${ageInWords(birth, today)})`] as const] : [["Age", birth.expected ? "Not born yet" : ageInWords(birth, today)] as const]),
    ["Where the child stands", standingInWords(c).join(". ")],
    ...(named ? [] : [["Left out", "Name and date of birth, because no placement order or parent’s consent stands: until then neither leaves in a file"] as const]),
  ];
}

const asAtInWords = ({ knownOn, stoodOn }: AsAt, today: Day): string =>
  [knownOn === undefined ? "" : `as it was known on ${dayInWords(knownOn)}`, stoodOn === undefined ? "" : `as it stood on ${dayInWords(stoodOn)}`].filter((part) => part !== "").join(", ") || `As at ${dayInWords(today)}`;

/** A heading and a table for each year in which anything happened. */
function years(entries: readonly Entry[], child: ChronologyOf): readonly Block[] {
  return [...Map.groupBy(entries, (e) => partsOf(e.happenedOn).year)].flatMap(([year, own]) => [heading(2, String(year)), table(own, child, `What happened in ${year}`, daysInWords)]);
}

const table = (entries: readonly Entry[], child: ChronologyOf, caption: string, when: (e: Entry) => string): Block => ({
  type: "table", caption, rowHeadings: true, none: "None is on the record.",
  columns: [{ heading: "When", share: 2 }, { heading: "What", share: 3 }, { heading: "Details", share: 5 }],
  rows: entries.map((e): readonly Words[] => [when(e), KINDS[e.kind].label, detailsOf(e, child)]),
});

/** Ids of meetings and accounts tell a reader nothing; a worker is told by name. */
const NOT_FOR_READERS: ReadonlySet<string> = new Set(["Meeting", "Held by", "Account", "Actions and decisions", "Decision (number of the entry)", "Evidence kept in", "Where in it", "Date of the evidence", "Evidence written by", "Answered on behalf of"]);

const detailsOf = (e: Entry, { names }: ChronologyOf): string =>
  detailsInWords(e).filter(([label, text]) => text !== NOT_SHOWN && !NOT_FOR_READERS.has(label)).map(([label, text]) => `${label}: ${names.get(text) ?? text}`).join("\n");
