import { type Day, dayInWords } from "../dates/day.ts";
import { FURTHER, type Further, type FurtherSort } from "../meetings/report.ts";
import { type Quarter, quarterInWords } from "../dates/quarter.ts";
import type { InTime, Worth } from "../meetings/worth.ts";
import { counted } from "../words.ts";
import { type Block, facts, heading, paragraph, type Words, type WordDocument } from "./word.ts";

/** A quarter of an organisation’s meetings in counts alone. */
export interface ReportTold {
  readonly organisation: string;
  readonly quarter: Quarter;
  readonly asOf: Day;
  readonly running: boolean;
  readonly children: number;
  readonly series: readonly { readonly name: string; readonly accountableTo: string; readonly planned: number; readonly cancelled: number; readonly worth: Worth }[];
  readonly drift: readonly { readonly title: string; readonly past: number; readonly before: number }[];
  readonly drifting: number;
  readonly further: readonly Further[];
  readonly madeBy: string;
  readonly madeOn: string;
}

/** The report to senior management as a Word document: series by series what was seen, what drifts, what went further and was answered. No child is in it. */
export function reportOf(report: ReportTold): WordDocument {
  const { organisation, quarter, asOf, running, series, madeBy, madeOn } = report;
  return {
    title: "Tracking meetings: report to senior management", subtitle: `${quarterInWords(quarter)}${running ? `, up to ${dayInWords(asOf)}` : ""}`, subject: "Tracking meetings in a quarter", organisation,
    header: `${organisation} · Tracking meetings, ${quarterInWords(quarter)}`, footer: `Made by ${madeBy} on ${madeOn}`,
    blocks: [
      paragraph(`As it was known on ${dayInWords(asOf)}, of the ${counted(report.children, "child", "children")} whose records whoever made this may open. Children are counted and not named.`),
      heading(1, "What the meetings saw"),
      ...(series.length === 0 ? [paragraph("No series of meetings was set up.")] : series.flatMap(seriesBlocks)),
      heading(1, "What drifts"), ...driftBlocks(report),
      heading(1, "What was escalated, and what was answered"), furtherTable(report.further),
    ],
  };
}

function seriesBlocks({ name, accountableTo, planned, cancelled, worth }: ReportTold["series"][number]): readonly Block[] {
  return [heading(2, name), facts([["Accountable to", accountableTo], ...seriesFacts({ planned, cancelled, worth })])];
}

/** What a series saw and did in a quarter, line by line, for the page and for the document. */
export function seriesFacts({ planned, cancelled, worth }: { readonly planned: number; readonly cancelled: number; readonly worth: Worth }): readonly (readonly [string, string])[] {
  const { meetings, seen, first, review, decided, decisions, recommended, answered, actions, done, until } = worth;
  return [
    ["Meetings held", `${meetings} of ${planned} planned${cancelled === 0 ? "" : `, ${cancelled} cancelled`}`],
    ["Children considered", String(seen)],
    ["Came into care, and seen within the limit", share(first)],
    ["Seen between the first review and the second", share(review)],
    ["Seen at the next meeting after the decision", share(decided)],
    ["Decisions", `${decisions}${recommended === 0 ? "" : `; ${recommended} for others to decide, ${answered} of them answered`}`],
    ["Actions agreed", actions.agreed === 0 ? "None" : `${actions.agreed}: ${actions.inTime} done in time, ${actions.late} done late, ${actions.dropped} no longer needed, ${actions.open} to be done, ${actions.overdue} past their day`],
    ["Days from agreeing an action to its being done", done.days === null ? "None was done" : `${done.days} in the middle, of ${done.of}`],
    ["Tracked until", [["a match", until.match], ["an adoption order", until.order], ["the plan was to be revisited", until.revisited]].map(([what, median]) => `${(median as Worth["done"]).of} until ${what as string}`).join("; ")],
  ];
}

const share = ({ inTime, not }: InTime): string => (inTime + not === 0 ? "None was due" : `${inTime} of ${inTime + not}`);

function driftBlocks({ drift, drifting, children, asOf }: ReportTold): readonly Block[] {
  return [
    paragraph(`${drifting === 0 ? "No child was" : counted(drifting, "child was", "children were")} past a limit of drift on ${dayInWords(asOf)}, of ${counted(children, "child", "children")}.`),
    {
      type: "table", caption: "Children past each limit, at the quarter’s end and before it began", rowHeadings: true, none: "No child was past a limit, now or before.",
      columns: [{ heading: "Rule", share: 5 }, { heading: "At the end", number: true }, { heading: "Before", number: true }, { heading: "Change", number: true }],
      rows: drift.map(({ title, past, before }): readonly Words[] => [title, String(past), String(before), changeInWords(past - before)]),
    },
  ];
}

/** “+2”, “−1”, “none”. */
export const changeInWords = (change: number): string => (change === 0 ? "none" : change > 0 ? `+${change}` : `−${-change}`);

/** How much of each sort went further, and was answered. */
export const furtherCounts = (further: readonly Further[]): readonly { readonly sort: FurtherSort; readonly raised: number; readonly answered: number }[] =>
  (Object.keys(FURTHER) as FurtherSort[]).map((sort) => {
    const own = further.filter((one) => one.sort === sort);
    return { sort, raised: own.length, answered: own.filter(({ answeredOn }) => answeredOn !== null).length };
  }).filter(({ raised }) => raised > 0);

const furtherTable = (further: readonly Further[]): Block => ({
  type: "table", caption: "What went further in the quarter", rowHeadings: true, none: "Nothing was escalated in the quarter.",
  columns: [{ heading: "What", share: 5 }, { heading: "Raised", number: true }, { heading: "Answered", number: true }, { heading: "Waiting", number: true }],
  rows: furtherCounts(further).map(({ sort, raised, answered }): readonly Words[] => [FURTHER[sort], String(raised), String(answered), String(raised - answered)]),
});
