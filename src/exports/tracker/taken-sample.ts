import { day } from "../../domain/dates/day.ts";
import { STANDARD_COLUMNS } from "../../domain/tracker/columns.ts";
import { type SheetLine, sheetColumns } from "../../domain/tracker/sheet.ts";
import type { Taken } from "../../domain/tracker/taken.ts";

/** A line for tests to change. */
export const SAMPLE_LINE: SheetLine = {
  authority: "harrowmere", localId: "HM-0412", stage: "placement-order", name: "Ash Rowan", bornOn: day("2024-10-01"), expectedOn: null, careStartedOn: day("2025-01-02"),
  legalStatus: "E1", plan: "ADOPTION", placementType: "U6", orderOn: day("2025-06-01"), socialWorker: "SW01", familyFinder: null, team: "North", reviewingOfficer: null, barriers: [],
  earlyPermanence: false, bands: [], marks: [],
  agencyDates: {}, differs: [], profile: null, dates: { "matching-panel": { on: day("2027-03-12"), certainty: "planned", entry: 7 }, "final-hearing": { on: day("2027-01-04"), certainty: "provisional", entry: 8 }, "placement-order": { on: day("2025-06-01"), certainty: "actual", entry: 9 } },
  counted: [{ indicator: "A10", days: 640, threshold: 426, running: true }], status: "late", statusInWords: "Overdue 11 days", late: 2, daysSinceOrder: 539, siblings: [],
  next: { title: "Visit", owner: "social-worker", dueOn: day("2026-11-11") },
};

/** A list for tests of how lists are written. */
export function sampleTaken(lines: readonly Partial<SheetLine>[] = [{}], showsNames = true): Taken {
  const columns = sheetColumns([...STANDARD_COLUMNS, "on:matching-panel", "on:final-hearing", "on:placement-order", "team"], { names: showsNames });
  const names = { today: day("2026-11-22"), workers: new Map<string, string>(), authorities: new Map<string, string>() };
  return {
    of: "Harrowmere Council", view: "All children that the person may see. Sorted by status.", asAt: "As at 22 November 2026",
    takenBy: "Asha Bell, team manager, Harrowmere Council", takenOn: "22 November 2026 at 00:40", columns, showsNames, withheld: "",
    rows: lines.map((line) => columns.map((c) => c.cell({ ...SAMPLE_LINE, ...line }, names))),
    thresholds: [{ indicator: "A10", days: 426, note: "426 days: every source agrees" }],
  };
}
