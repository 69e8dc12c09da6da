import type { Case } from "../chronology/fold.ts";
import type { Refusal } from "../commands/command.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { type Block, facts, heading, paragraph, type WordDocument } from "../documents/word.ts";
import { counted, listed } from "../words.ts";
import { type MeetingState, MEETING_STATES, type Part } from "./meeting.ts";
import { meetingFacts, type MeetingOfPapers, thereTable } from "./record.ts";
import { sinceBlocks, withRaised } from "./since.ts";
import { type Names, type WrittenItem, writtenBlocks } from "./written.ts";

/** A meeting that may confirm the minutes of an earlier one. */
export interface LaterMeeting {
  readonly id: string;
  readonly heldOn: Day;
  readonly state: MeetingState;
}

/** Those of the same series that can: after it, and open or held. One that is only planned, or was cancelled, has confirmed nothing. */
export const confirmingMeetings = (heldOn: Day, today: Day, series: readonly LaterMeeting[]): readonly LaterMeeting[] =>
  series.filter((later) => later.heldOn > heldOn && later.heldOn <= today && (later.state === "open" || later.state === "held" || later.state === "confirmed"));

export interface Confirming {
  readonly state: MeetingState;
  readonly isConfirmer: boolean;
  /** Those that could confirm them, and which was chosen. */
  readonly later: readonly LaterMeeting[];
  readonly chosen: string;
  /** What children’s items are called of whom words were written that are not, or no longer, on their record as they stand. */
  readonly unwritten: readonly string[];
}

/** Why minutes cannot be confirmed; none where they can. Pure; total. */
export function refusesToConfirm({ state, isConfirmer, later, chosen, unwritten }: Confirming): readonly Refusal[] {
  const no = (message: string, field = "confirmedIn"): readonly Refusal[] => [{ field, message }];
  if (state === "confirmed") return no("Somebody has confirmed these minutes already");
  if (state !== "held") return no(state === "open" ? "The meeting is still in session. Close it first" : `${MEETING_STATES[state]}: there are no minutes to confirm`);
  if (!isConfirmer) return no("Minutes are confirmed by the chair or the minute taker of the series, or whoever stands in for them. Ask one of them");
  if (later.length === 0) return no("Minutes are confirmed at the next meeting of the series, once it is open: it has not come yet, or nobody has opened it");
  if (!later.some(({ id }) => id === chosen)) return no("Choose the meeting that confirmed these minutes");
  if (unwritten.length > 0) return no(`What was agreed is not on the record as it stands for ${listed(unwritten)}. Confirm it for each first: once the minutes are locked, it can only be corrected`, "unwritten");
  return [];
}

/** What one item of whole minutes is called, with what was written of it. */
export interface MinuteItem extends WrittenItem {
  /** Local id, with the name where it is shown; or the title of business. */
  readonly called: string;
  readonly part: string;
  /** The child’s own, as whoever reads may see it; none of business. */
  readonly case?: Case | undefined;
}

export interface MinutesInput {
  readonly meeting: MeetingOfPapers;
  readonly meetingId: string;
  readonly today: Day;
  readonly state: MeetingState;
  readonly parts: readonly Part[];
  readonly items: readonly MinuteItem[];
  readonly names: Names;
  readonly madeBy: string;
  readonly madeOn: string;
}

/** Said to everybody alike, whether anything is left out or not. */
export const ONLY_WHOM_ONE_MAY_OPEN = "This copy holds the children whose records whoever made it may open. There may have been others.";

/** The minutes of a whole meeting in the order it was held, as whoever asks may see them. Pure. */
export function minutesOf({ meeting, meetingId, today, state, parts, items, names, madeBy, madeOn }: MinutesInput): WordDocument {
  return {
    title: `Minutes: ${meeting.series}`, subtitle: dayInWords(meeting.heldOn), subject: "Minutes of a tracking meeting", organisation: meeting.organisation,
    header: `${meeting.organisation}. Confidential: several children. Not for a child’s record`, footer: `${meeting.series}, ${dayInWords(meeting.heldOn)}`,
    blocks: [
      facts([...meetingFacts(meeting), ["Minutes", stateInWords(state, meeting.confirmedOn)], ["Made by", `${madeBy}, on ${madeOn}`]]),
      paragraph(`${ONLY_WHOM_ONE_MAY_OPEN} The record of one child is a document of its own.`),
      heading(1, "Who was there"), thereTable(meeting.attended),
      ...inParts(parts, items).flatMap(({ name, items: of }): readonly Block[] => [
        heading(1, name), paragraph(of.length === 0 ? "Nothing in this part." : `${counted(of.length, "item")}.`),
        ...of.flatMap((item) => [heading(2, item.called), ...(item.case === undefined ? [] : sinceBlocks(item.case, { heldOn: meeting.heldOn, organisation: meeting.organisation, today }, names, 3)), ...writtenBlocks(item.case === undefined ? item : withRaised(item, item.case, meetingId), names, 3)]),
      ]),
    ],
  };
}

/** Items by the part they are in, in the order of the parts; a part that the series no longer has comes last. */
export function inParts<T extends { readonly part: string }>(parts: readonly Part[], items: readonly T[]): readonly (Part & { readonly items: readonly T[] })[] {
  const known = new Set(parts.map(({ id }) => id));
  const others = [...new Set(items.map(({ part }) => part))].filter((id) => !known.has(id)).map((id): Part => ({ id, name: id, minutes: 0 }));
  return [...parts, ...others].map((part) => ({ ...part, items: items.filter((item) => item.part === part.id) }));
}

/** “Draft”, “Held, minutes not confirmed”, “Confirmed on 2 December 2026”. */
export function stateInWords(state: MeetingState, confirmedOn: Day | null): string {
  switch (state) {
    case "confirmed": return confirmedOn === null ? MEETING_STATES.confirmed : `Confirmed on ${dayInWords(confirmedOn)}`;
    case "held": return "Draft: the meeting was held, and its minutes are not yet confirmed";
    case "cancelled": return MEETING_STATES.cancelled;
    default: return `Draft: ${MEETING_STATES[state].toLowerCase()}`;
  }
}
