import { dayInWords } from "../dates/day.ts";
import { bullets, type Block, facts, heading, paragraph, type WordDocument, type WordTable } from "../documents/word.ts";
import { counted } from "../words.ts";
import type { ItemMode, Part } from "./meeting.ts";
import { inParts, ONLY_WHOM_ONE_MAY_OPEN } from "./minutes.ts";
import { meetingFacts, type MeetingOfPapers } from "./record.ts";

/** One line of an agenda on paper. */
export interface AgendaLine {
  readonly part: string;
  /** Local id, with the name where it is shown; or the title of business. */
  readonly called: string;
  readonly minutes: number;
  readonly mode: ItemMode;
  readonly because: readonly string[];
  /** The name of whoever presents. */
  readonly presenter: string | null;
  /** “Care plan and chronology received”, “Waiting for the chronology”. */
  readonly papers: string;
  readonly why: string | null;
}

export interface AgendaInput {
  readonly meeting: MeetingOfPapers;
  readonly parts: readonly Part[];
  readonly lines: readonly AgendaLine[];
  readonly madeOn: string;
  /** Whoever asks sees all of it. Of a part of the items there are no times: what comes between is not theirs to know. */
  readonly whole: boolean;
}

const MINUTES_A_DAY = 1440;

/** HH:MM so many minutes after another. */
export function later(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(":").map(Number);
  const sum = (((hours * 60 + past + Math.round(minutes)) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${String(Math.floor(sum / 60)).padStart(2, "0")}:${String(sum % 60).padStart(2, "0")}`;
}

/** The agenda of a meeting as whoever asks may see it: what is discussed when, why, and who presents. Its file and its first lines name no child. Pure. */
export function agendaOf({ meeting, parts, lines, madeOn, whole }: AgendaInput): WordDocument {
  const on = (mode: ItemMode): readonly AgendaLine[] => lines.filter((line) => line.mode === mode);
  let at = meeting.startsAt;
  const timed = inParts(parts, on("discuss")).map(({ name, minutes, items }): readonly Block[] => {
    if (!whole) return [heading(1, name), items.length === 0 ? paragraph("None of yours.") : timetable(null, minutes, items)];
    const starts = at;
    at = later(at, minutes);
    const over = items.reduce((sum, item) => sum + item.minutes, 0) - minutes;
    return [
      heading(1, `${name}, ${starts} to ${at}`),
      ...(over > 0 ? [paragraph(`It does not fit: ${counted(over, "minute")} too many.`)] : []),
      items.length === 0 ? paragraph("Nothing in this part.") : timetable(starts, minutes, items),
    ];
  });
  return {
    title: `Agenda: ${meeting.series}`, subtitle: dayInWords(meeting.heldOn), subject: "Agenda of a tracking meeting", organisation: meeting.organisation,
    header: `${meeting.organisation}. Confidential`, footer: `${meeting.series}, ${dayInWords(meeting.heldOn)}`, across: true,
    blocks: [
      facts([...meetingFacts(meeting), ["This agenda", `As it stood on ${madeOn}. ${whole ? "" : "Of those whom you may open: "}${counted(on("discuss").length, "item")} to discuss, ${on("note").length} to note`]]),
      paragraph(ONLY_WHOM_ONE_MAY_OPEN),
      ...timed.flat(),
      ...without("To note without discussion", on("note")),
      ...without("Deferred", on("deferred")),
    ],
  };
}

const why = ({ because, why: byHand }: AgendaLine): string => [...because, ...(byHand === null ? [] : [byHand])].join("\n");

/** Items with their times, up to the end of the part; `starts`: none where times are not told. */
function timetable(starts: string | null, minutes: number, items: readonly AgendaLine[]): WordTable {
  let taken = 0;
  return {
    type: "table", caption: "Items and their times", rowHeadings: true, none: "Nothing in this part.",
    columns: [{ heading: "Item", share: 3 }, { heading: "Time", share: 2 }, { heading: "Why", share: 7 }, { heading: "Presented by", share: 3 }, { heading: "Papers", share: 3 }],
    rows: items.map((line) => {
      const from = taken;
      taken += line.minutes;
      const time = starts === null ? `${line.minutes} min` : taken > minutes ? `Does not fit (${line.minutes} min)` : `${later(starts, from)} (${line.minutes} min)`;
      return [line.called, time, why(line), line.presenter ?? "Not said", line.papers];
    }),
  };
}

const without = (title: string, lines: readonly AgendaLine[]): readonly Block[] =>
  lines.length === 0 ? [] : [heading(1, title), bullets(lines.map((line) => [{ text: line.called, bold: true }, { text: why(line) === "" ? "" : `: ${why(line).replaceAll("\n", " ")}` }]))];
