import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DecisionsPage, PapersLine } from "../../../app/decisions/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { type Clock, type ClockFlag, judge } from "../../../domain/standards/clock.ts";
import { deskGroupOf } from "../../../domain/work/groups.ts";
import { DecisionsView } from "./desk-view.tsx";

const today = day("2026-11-22");

function line(localId: string, dueOn: string, ...flags: ClockFlag[]): PapersLine {
  const clock: Clock = {
    standard: "X", occurrence: 1, startedOn: day("2026-09-01"), dueOn: day(dueOn), stoppedOn: null, mootOn: null, startedBy: 1, stoppedBy: null,
    notRecorded: false, knownUpTo: null, flags, warnDays: 14, owner: "decision-maker",
  };
  return { recordId: "r", localId, name: null, kind: "match-decision", title: "Decide", papers: { sent: undefined, panel: undefined, minutes: undefined }, clock: judge(clock, today), group: deskGroupOf(clock, today) };
}
const said = (...papers: PapersLine[]): string => {
  const page: DecisionsPage = { today, deputyOf: null, papers, toConfirm: [], planned: [], feedback: [] };
  return String(<DecisionsView page={page} />);
};

describe("the decision-maker’s page", () => {
  it("calls late what is, and never an advisory clock or a line of a checklist", () => {
    assert.match(said(line("A-1", "2026-11-20")), /A-1, due 20 November 2026\. 1 is late\./);
    assert.match(said(line("A-1", "2026-11-20")), /pt-status--late/);
    for (const flag of ["advisory", "checklist"] as const) {
      const shown = said(line("A-2", "2026-10-12", flag));
      assert.match(shown, /for A-2\.</, "named, by no day");
      assert.doesNotMatch(shown, /late\.|pt-status--late|Overdue/);
    }
    assert.match(said(line("A-2", "2026-10-12", "advisory")), /Advisory, never late/);
  });
});
