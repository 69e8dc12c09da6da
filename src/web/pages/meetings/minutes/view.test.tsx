import assert from "node:assert/strict";
import { it } from "node:test";
import { seriesOf } from "../../../../../tests/support/meeting-room.ts";
import type { ReadItem, ReadMinutes } from "../../../../app/meetings/minutes-read.ts";
import { fold } from "../../../../domain/chronology/fold.ts";
import { sampleEntries } from "../../../../domain/chronology/sample.ts";
import { day } from "../../../../domain/dates/day.ts";
import { MinutesView } from "./view.tsx";

const OF = { meeting: "m1", series: "Tracking meeting", organisation: "North" };
const CASE = fold(sampleEntries([
  { kind: "action-agreed", on: "2026-05-13", detail: { ...OF, what: "Ask the second family", who: "ash", dueOn: "2026-05-20", shownBy: "A letter" } },
  { kind: "action-said", on: "2026-05-22", detail: { action: 1, about: "in-the-way", said: "They are away" } },
]));
const MEETING: ReadMinutes["meeting"] = {
  organisation: "E1", id: "m2", series: "s", heldOn: day("2026-06-10"), state: "held", detail: {}, revision: 1, agendaBuiltAt: null, agendaSentAt: null, agendaSentBy: null, openedAt: null, closedAt: null,
  confirmedAt: null, confirmedBy: null, confirmedIn: null, pen: null, currentItem: null, currentSince: null,
};
const item = (more: Partial<ReadItem> = {}): ReadItem => ({
  row: {
    organisation: "E1", meeting: "m2", id: "i1", authority: "E1", recordId: "c1", localId: "HM-1", title: null, part: "adoption", position: 1, minutes: 5, mode: "discuss", reasons: [], presenter: null, byHand: [],
    changedBy: null, why: null, concludedAt: "2026-06-10T12:00:00.000Z", concludedBy: "min", entries: [],
  },
  written: { mode: "discuss", reasons: [], why: null, presenter: null, typed: new Map([["discussion", "Two families"]]), corrections: [], asked: { adoption: true, early: false }, ofChild: true },
  called: "HM-1", case: CASE, name: null, version: 2, filedOn: null, changedOn: null, waiting: [], unwritten: false, ...more,
});
const shown = (of: ReadItem): string => MinutesView({
  minutes: {
    meeting: MEETING, series: { organisation: "E1", id: "s", definition: seriesOf([]), revision: 1, endedOn: null }, organisation: { code: "E1", name: "North", type: "local-authority" }, items: [of], toldApart: new Map(),
    names: { person: (account) => ({ ash: "Ash Rowe" })[account] ?? account, standard: (id) => id }, colleagues: [],
    paper: { organisation: "North", series: "Tracking meeting", heldOn: MEETING.heldOn, startsAt: "09:30", place: "", chair: "", minuteTaker: "", attended: [], noQuorum: null, extraordinary: null, chairsAction: false, confirmedOn: null },
  },
  today: day("2026-06-11"), later: [], confirmedAtMeeting: null, isConfirmer: false, mayHold: true,
}).toString().replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

it("shows how earlier actions stand, as the child’s record does", () => {
  assert.match(shown(item()), /Actions from before, and how they stand.*Ask the second family Ash Rowe 20 May 2026 Late\. What is in the way, said on 22 May 2026: They are away.*Notes of the discussion Two families/);
});

it("flags what is filed and was corrected since, and takes that it was filed anew", () => {
  assert.match(shown(item()), /Note that it is on the case record/);
  const filed = shown(item({ filedOn: day("2026-06-11") }));
  assert.match(filed, /On the case record since 11 June 2026/);
  assert.doesNotMatch(filed, /Note that it is|Warning/);
  assert.match(shown(item({ filedOn: day("2026-06-11"), changedOn: day("2026-06-14") })), /Warning What is on the case record since 11 June 2026 is not what this record says now: it was corrected on 14 June 2026\..*Note that it is there anew/);
});
