import { type Day, dayInWords } from "../dates/day.ts";
import { ownersInWords } from "../scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, isOverdue } from "../scorecard/plan/plan.ts";
import { countsInWords, countsOf, dueInWords, mostPressingFirst, standingOf } from "../scorecard/plan/standing.ts";
import { counted } from "../words.ts";
import { type Block, heading, inset, paragraph, type Words, type WordDocument } from "./word.ts";

/** What a performance report to a meeting is made from, as whoever makes it is told it: words, with what would tell of a few left out. */
export interface PerformanceTold {
  readonly organisation: string;
  readonly meeting: string;
  /** “October 2026”. */
  readonly period: string;
  readonly today: Day;
  readonly figures: readonly { readonly indicator: string; readonly window: string; readonly figure: string; readonly children: string; readonly verdict: string }[];
  /** Nothing where there is none to tell: of standards whose clocks finished in the period or are open. */
  readonly standards: readonly { readonly title: string; readonly finished: string; readonly inTime: string; readonly median: string; readonly open: string; readonly overdue: string }[];
  readonly drift: readonly { readonly title: string; readonly past: number; readonly near: number }[];
  /** Children looked at for drift, and how many of them are past or near a limit. */
  readonly children: number;
  readonly drifting: number;
  readonly meetingActions: { readonly open: number; readonly late: number };
  readonly plan: ActionPlan;
  /** By account. */
  readonly names: ReadonlyMap<string, string>;
  readonly madeBy: string;
  readonly madeOn: string;
}

/** The performance report that a meeting gets every month or quarter, as a Word document: figures, standards, drift and actions. No child is in it. */
export function performanceReportOf(told: PerformanceTold): WordDocument {
  const { organisation, meeting, period, today, drifting, children, madeBy, madeOn, plan } = told;
  return {
    title: "Performance report", subtitle: `${meeting}, ${period}`, subject: "Figures, standards, drift and actions", organisation,
    header: `${organisation} · ${meeting} · ${period}`, footer: `Made by ${madeBy} on ${madeOn}`,
    blocks: [
      inset(`As it is known on ${dayInWords(today)}, and as whoever made this is told it. An x stands where a figure would tell of 1 to 5 children whose records they may not open. It is for the meeting, and not for publication.`),
      heading(1, "The scorecard’s figures"), figuresTable(told),
      heading(1, `Standards in ${period}`), standardsTable(told),
      heading(1, "What drifts"),
      paragraph(`${drifting === 0 ? "No child is" : counted(drifting, "child is", "children are")} past a limit of drift or near one, of the ${counted(children, "child", "children")} whose records whoever made this may open.`),
      driftTable(told),
      heading(1, "Actions"),
      heading(2, "From meetings"), paragraph(meetingActions(told)),
      heading(2, "From the action plan"), ...planBlocks(plan, told.names),
    ],
  };
}

const figuresTable = ({ figures }: PerformanceTold): Block => ({
  type: "table", caption: "The scorecard’s figures", rowHeadings: true, none: "There is no figure yet.",
  columns: [{ heading: "Indicator", share: 4 }, { heading: "Years", share: 2 }, { heading: "Figure", share: 2 }, { heading: "Children", share: 2 }, { heading: "Threshold", share: 3 }],
  rows: figures.map(({ indicator, window, figure, children, verdict }): readonly Words[] => [indicator, window, figure, children, verdict]),
});

const standardsTable = ({ standards, period }: PerformanceTold): Block => ({
  type: "table", caption: `How the standards were met in ${period}, the worst first`, rowHeadings: true, none: "No standard fell due, and none is open.",
  columns: [{ heading: "Standard", share: 5 }, { heading: "Finished", share: 2, number: true }, { heading: "In time", share: 2, number: true }, { heading: "In the middle", share: 2 }, { heading: "Open", share: 2, number: true }, { heading: "Overdue", share: 2, number: true }],
  rows: standards.map(({ title, finished, inTime, median, open, overdue }): readonly Words[] => [title, finished, inTime, median, open, overdue]),
});

const driftTable = ({ drift }: PerformanceTold): Block => ({
  type: "table", caption: "Children past each limit, and near it", rowHeadings: true, none: "No child is past a limit or near one.",
  columns: [{ heading: "Limit", share: 5 }, { heading: "Past", number: true }, { heading: "Near", number: true }],
  rows: drift.map(({ title, past, near }): readonly Words[] => [title, String(past), String(near)]),
});

const meetingActions = ({ meetingActions: { open, late } }: PerformanceTold): string =>
  open === 0 ? "No action from a tracking meeting is to be done." : `${counted(open, "action")} from tracking meetings ${open === 1 ? "is" : "are"} to be done; ${late === 0 ? "none is" : `${late} ${late === 1 ? "is" : "are"}`} past ${late === 1 ? "its" : "their"} day.`;

function planBlocks(plan: ActionPlan, names: ReadonlyMap<string, string>): readonly Block[] {
  const overdue = actionsOf(plan).filter(isOverdue).toSorted(mostPressingFirst);
  return [
    paragraph(countsInWords(countsOf(plan))),
    ...(overdue.length === 0 ? [] : [{
      type: "table", caption: "Overdue actions of the plan", rowHeadings: true, none: "",
      columns: [{ heading: "Action", share: 5 }, { heading: "Owners", share: 3 }, { heading: "By when", share: 2 }, { heading: "How it stands", share: 3 }],
      rows: overdue.map((action): readonly Words[] => [action.what, ownersInWords(action.owners, names), dueInWords(action), standingOf(action)]),
    } as const]),
  ];
}
