import { LEGAL_STATUSES, PERMANENCE_PLANS } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { type Block, facts, heading, type WordDocument } from "../documents/word.ts";
import { birthOf, holding } from "../permanence/moments.ts";
import { nameOf } from "../permanence/summarise.ts";
import { identifiable } from "../profile/identifiable.ts";
import { counted } from "../words.ts";
import type { Attended } from "./attended.ts";
import { sinceBlocks, withRaised } from "./since.ts";
import { type Names, type WrittenItem, writtenBlocks } from "./written.ts";

const NOT_NAMED = "Name and date of birth, because no placement order or parent’s consent stands: until then neither leaves in a file";

/** A meeting, as its papers name it. */
export interface MeetingOfPapers {
  /** The name of whoever holds it. */
  readonly organisation: string;
  /** What the series is called. */
  readonly series: string;
  readonly heldOn: Day;
  /** HH:MM */
  readonly startsAt: string;
  readonly place: string;
  /** Offices. */
  readonly chair: string;
  readonly minuteTaker: string;
  readonly attended: readonly Attended[];
  /** That too few members were there to decide; nothing where there were enough. */
  readonly noQuorum?: string | null;
  readonly extraordinary: string | null;
  readonly chairsAction: boolean;
  /** The day the minutes were confirmed; null: not yet. */
  readonly confirmedOn: Day | null;
}

export interface RecordInput {
  readonly meeting: MeetingOfPapers;
  readonly meetingId: string;
  readonly today: Day;
  /** The part of the meeting that the child was considered in. */
  readonly part: string;
  readonly item: WrittenItem;
  /** Whether what was agreed is on the child’s record. */
  readonly concluded: boolean;
  readonly localId: string;
  readonly case: Case;
  readonly names: Names;
  /** “Asha Bell, tracking administrator” and when. */
  readonly madeBy: string;
  readonly madeOn: string;
}

/** How far a record has come: a draft until what was agreed is on the child’s record; each correction makes a new version. */
export function versionOf({ concluded, item, meeting }: Pick<RecordInput, "concluded" | "item" | "meeting">): string {
  const { corrections } = item;
  if (!concluded) return "Draft: what was agreed is not yet confirmed for this child";
  const with_ = corrections.length === 0 ? "" : `, with ${counted(corrections.length, "correction")}`;
  return `Version ${corrections.length + 1}${with_}. ${meeting.confirmedOn === null ? "The minutes of the meeting are not yet confirmed" : `Minutes confirmed on ${dayInWords(meeting.confirmedOn)}`}`;
}

/**
 * The record of one child at one meeting, ready to file on the child’s record: made from that child’s case and that child’s item,
 * and from nothing else of the meeting but when, where and by which offices it was held. Source: CBED-19, SHEF-T01 to T11. Pure.
 */
export function recordOf(input: RecordInput): WordDocument {
  const { meeting, meetingId, part, item, localId, case: c, names, madeBy, madeOn, today } = input;
  const name = nameOf(c);
  const birth = birthOf(c);
  const named = identifiable(c);
  return {
    title: `Tracking meeting record: ${localId}`,
    subtitle: `${meeting.series}, ${dayInWords(meeting.heldOn)}`,
    subject: "Record of one child at a tracking meeting, for the child’s record", organisation: meeting.organisation,
    header: `${meeting.organisation}. Confidential: one child’s record`, footer: `${localId}. ${dayInWords(meeting.heldOn)}`,
    blocks: [
      facts([
        ["Child", name === null || !named ? localId : `${name}, ${localId}`],
        ...(birth === undefined || !named ? [] : [[birth.expected ? "Expected" : "Born", dayInWords(birth.on)] as const]),
        ...(named ? [] : [["Left out", NOT_NAMED] as const]),
        ...meetingFacts(meeting), ["Part of the meeting", part], ...(item.presenter === null ? [] : [["Presented by", names.person(item.presenter)] as const]),
        ["This record", versionOf(input)], ["Made by", `${madeBy}, on ${madeOn}`],
      ]),
      heading(1, "Who was there"), thereTable(meeting.attended),
      heading(1, "On the record on the day of the meeting"), facts(knownOn(c, meeting.heldOn)),
      ...sinceBlocks(c, { heldOn: meeting.heldOn, organisation: meeting.organisation, today }, names, 1), ...writtenBlocks(withRaised(item, c, meetingId), names, 1),
    ],
  };
}

export const meetingFacts = ({ series, heldOn, startsAt, place, chair, minuteTaker, extraordinary, chairsAction, organisation, noQuorum }: MeetingOfPapers): readonly (readonly [string, string])[] => [
  ["Meeting", `${series}, ${organisation}`], [chairsAction ? "Chair’s action on" : "Held on", chairsAction ? dayInWords(heldOn) : `${dayInWords(heldOn)} at ${startsAt}`],
  ...(place === "" || chairsAction ? [] : [["Place", place] as const]), ["Chair", chair], ["Minute taker", minuteTaker], ...(noQuorum == null ? [] : [["Quorum", noQuorum] as const]),
  ...(extraordinary === null ? [] : [["Extraordinary meeting", extraordinary] as const]),
];

export const thereTable = (attended: readonly Attended[]): Block => ({
  type: "table", caption: "Who was there, by office", rowHeadings: true, none: "Nobody is noted.",
  columns: [{ heading: "Office", share: 4 }, { heading: "As", share: 2 }, { heading: "Attendance", share: 3 }], rows: attended.map(({ office, as, attendance }) => [office, as, attendance]),
});

/** What the record says of the child on a day, beside what the meeting confirmed. */
function knownOn(c: Case, on: Day): readonly (readonly [string, string])[] {
  const coded = (kind: Kind, field: string, codes: Readonly<Record<string, string>>): string => {
    const entry = holding(c, kind, on);
    const code = String(entry?.detail[field] ?? "");
    return entry === undefined ? "Not recorded" : `${codes[code] ?? code}, since ${dayInWords(entry.happenedOn)}`;
  };
  return [
    ["Legal status", coded("legal-status", "status", LEGAL_STATUSES)], ["Permanence plan", coded("primary-plan", "plan", PERMANENCE_PLANS)],
    ...(holding(c, "contingency-plan", on) === undefined ? [] : [["Contingency plan", coded("contingency-plan", "plan", PERMANENCE_PLANS)] as const]),
  ];
}
