import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { STANDARD_VIEW } from "../../../domain/tracker/view.ts";

/** For tests: a line of an invented child, on track since a placement order. */
export const SAMPLE_LINE: TrackerLine = {
  recordId: "r", authority: "a", localId: "HM-1", version: 3, name: "Bramblewick Thistledown", bornOn: null, expectedOn: null,
  stage: "placement-order", legalStatus: "E1", plan: null, placementType: null, orderOn: null, socialWorker: null, familyFinder: null, team: null, reviewingOfficer: null,
  barriers: [], earlyPermanence: false, careStartedOn: null, bands: [], marks: [], agencyDates: {}, differs: [], profile: null, dates: {}, next: null,
  status: "on-track", statusInWords: "On track", late: 0, dueSoon: 0, counted: [], daysSinceOrder: null, siblings: [],
};

/** For tests: a tracker of one line, with parts of it changed. */
export const sampleTracker = (change: Partial<TrackerPage> = {}): TrackerPage => ({
  today: day("2026-11-20"), query: { view: STANDARD_VIEW, page: 1 }, asAt: {}, river: [], lines: [SAMPLE_LINE], total: 1, pages: 1,
  anyChildren: true, authorities: [], workerNames: new Map(), showsNames: false,
  choices: { workers: [], teams: [], plans: [], legals: [], placements: [], barriers: [] }, ...change,
});
