import { isKind, KINDS } from "../chronology/kinds.ts";
import { type ColumnContent, contentOf } from "./column-content.ts";
import type { ColumnMatch, Target } from "./facts.ts";
import type { SheetGrid } from "./grid.ts";
import type { Headings } from "./headings.ts";
import { core } from "./lexicon.ts";
import { byWords, DATES_OF, isDated, isEstimatedBirth, type Proposal } from "./propose-by-words.ts";
import { isNoChild, rowsBeneath } from "./rows-beneath.ts";
import { columnLetters, plain } from "./wording.ts";

/** By what a heading is remembered: its words, whatever its capitals, spaces and marks. */
export const headingKey = (heading: string): string => plain(heading);

interface Column {
  readonly column: number;
  readonly heading: string;
  readonly own: string;
  readonly content: ColumnContent;
  readonly samples: readonly string[];
  proposal: Proposal;
}

/**
 * What each column is taken to be: as an authority chose before, by the words of its heading,
 * by words near to them, or by what its cells hold. Only things that can happen several times
 * have more than one column. Whoever imports looks at it all before anything is read.
 * @param remembered what was chosen before, by heading as it stood or by its `headingKey`
 */
export function proposeMatches(grid: SheetGrid, headings: Headings, remembered: ReadonlyMap<string, Target> = new Map()): readonly ColumnMatch[] {
  const rows = rowsBeneath(grid, headings).filter((row) => !isNoChild(row, headings));
  const before = new Map([...remembered].map(([heading, target]) => [headingKey(heading), target]));
  const width = Math.max(headings.labels.length, ...rows.slice(0, 500).map((row) => row.cells.length));
  const columns: Column[] = [];
  for (let column = 0; column < width; column++) {
    const heading = headings.labels[column] ?? "";
    const own = headings.own[column] ?? heading;
    const cells = rows.flatMap((row) => row.cells[column] ?? []);
    const content = contentOf(cells);
    const samples = [...new Set(cells.filter((cell) => cell.type !== "empty").slice(0, 60).map((cell) => cell.shown.slice(0, 60)))].slice(0, 3);
    if (heading === "" && samples.length === 0) continue;
    const chosen = heading === "" ? undefined : before.get(headingKey(heading));
    const proposal: Proposal = chosen === undefined ? propose(heading, own, content) : { target: chosen, how: "remembered" };
    columns.push({ column, heading, own, content, samples, proposal });
  }
  tellDecisionsApart(columns);
  findAnId(columns);
  leaveOneOfEach(columns);
  leaveTheParts(columns);
  return columns.map(({ column, heading, samples, proposal }) => ({ column, heading, samples, ...proposal }));
}

const FEW = 3;
const MOST = 0.6;

function propose(heading: string, own: string, content: ColumnContent): Proposal {
  const words = byWords(heading, own);
  return words === undefined || words.how === "unknown" ? byContent(heading, content, words) : checked(words, content);
}

const unknown = (reason: string): Proposal => ({ target: "not-used", how: "unknown", reason });
const likely = (target: Target, reason: string): Proposal => ({ target, how: "likely", reason });

const CODED: ReadonlySet<Target> = new Set(["legal-status", "placement", "plan", "contingency-plan", "parallel-plan", "barrier"]);

/** Where the cells hold something else than the heading says. */
function checked(proposal: Proposal, { cells, dates, yesNo, names, ids }: ColumnContent): Proposal {
  const { target, how } = proposal;
  if (cells < FEW || target === "not-used") return proposal;
  if (isDated(target)) {
    if (dates >= 0.2 || yesNo >= MOST) return proposal;
    if (names >= MOST && (target === "on:link" || target === "on:match-decision")) return likely("family", "The cells hold names.");
    if (names >= MOST && target === "on:placed-for-adoption") return likely("placement", "The cells hold words, not dates.");
    return how === "exact" ? { ...proposal, how: "likely", reason: "Few of the cells hold dates." } : unknown("The cells do not hold dates.");
  }
  if (yesNo >= MOST && CODED.has(target)) return unknown("The cells say only yes or no.");
  if (dates >= MOST) {
    if (target === "placement") return likely("on:placed-for-adoption", "The cells hold dates.");
    const from = DATES_OF[target];
    return from === undefined ? unknown("The cells hold dates.") : likely(from, "The cells hold dates.");
  }
  if (target === "name" && ids >= MOST) return likely("local-id", "The cells hold ids.");
  if (target === "local-id" && names >= MOST) return likely("name", "The cells hold names.");
  if (target === "sibling-group" && yesNo >= MOST) return likely("not-used", "The cells say only whether there are any.");
  return proposal;
}

function byContent(heading: string, { cells, dates, sexes, legal, plans, placements, names }: ColumnContent, words: Proposal | undefined): Proposal {
  const nothing = words ?? unknown(heading === "" ? "This column has no heading." : "The heading is not known here.");
  if (cells < FEW) return nothing;
  if (dates >= MOST) return words ?? unknown("The cells hold dates; of what, the heading does not say.");
  if (sexes >= 0.9) return likely("sex", "The cells say male or female.");
  if (legal >= 0.8) return likely("legal-status", "The cells hold legal statuses.");
  if (plans >= 0.8 && plans > placements) return likely("plan", "The cells hold plans.");
  if (placements >= 0.8) return likely("placement", "The cells hold types of placement.");
  return names >= 0.9 && words === undefined && heading !== "" ? unknown("The cells hold names; whose, the heading does not say.") : nothing;
}

/** “ADM” is a decision on the plan, unless it stands after the panel that considered a match. */
function tellDecisionsApart(columns: readonly Column[]): void {
  for (const [i, column] of columns.entries()) {
    if (column.proposal.how !== "likely" || core(plain(column.own)) !== "adm") continue;
    const before = columns.slice(0, i).findLast((c) => c.proposal.target.startsWith("on:"));
    if (before?.proposal.target === "on:matching-panel") column.proposal = likely("on:match-decision", "It stands after the matching panel.");
  }
}

/** Without a heading for it, the column of ids is the one that holds a different id in each row. */
function findAnId(columns: readonly Column[]): void {
  if (columns.some((c) => c.proposal.target === "local-id")) return;
  const found = columns.find(({ proposal, content }) => proposal.how === "unknown" && content.cells >= FEW && content.ids >= 0.8 && content.distinct >= 0.9);
  if (found !== undefined) found.proposal = likely("local-id", "The cells hold a different id in each row.");
}

const HOW_SURE: Readonly<Record<ColumnMatch["how"], number>> = { remembered: 3, exact: 2, likely: 1, unknown: 0 };

function mayRepeat(target: Target): boolean {
  if (target === "not-used" || target === "barrier") return true;
  const kind = target.startsWith("on:") ? target.slice(3) : "";
  return isKind(kind) && KINDS[kind].repeats === true;
}

/** Of several columns for one thing that happens once, the surest stays, and the fullest of those; an expected birth may stand beside the birth. */
function leaveOneOfEach(columns: readonly Column[]): void {
  const groups = Map.groupBy(columns, ({ proposal, heading }) => (proposal.target === "birth" && isEstimatedBirth(heading) ? "edd" : proposal.target));
  for (const [target, all] of groups) {
    if (all.length === 1 || target === "not-used") continue;
    if (target !== "edd" && mayRepeat(target)) leaveThoseWithDates(all);
    else leaveTheSurest(all);
  }
}

function leaveTheSurest(all: readonly Column[]): void {
  const full = ({ content }: Column): number => content.cells * content.distinct;
  const [best] = all.toSorted((a, b) => HOW_SURE[b.proposal.how] - HOW_SURE[a.proposal.how] || full(b) - full(a) || a.column - b.column);
  for (const column of all) {
    if (column !== best) column.proposal = unknown(`Column ${columnLetters(best!.column)} was taken for the same thing.`);
  }
}

/** “Linked? Y” beside “Date linked”: the dates say it. */
function leaveThoseWithDates(all: readonly Column[]): void {
  const dated = all.find(({ content }) => content.dates >= 0.2);
  if (dated === undefined) return;
  for (const column of all) {
    const { proposal, content } = column;
    if (proposal.how === "remembered" || content.cells < FEW || content.yesNo < MOST || content.dates >= 0.2) continue;
    column.proposal = likely("not-used", `It says yes or no; column ${columnLetters(dated.column)} has the dates.`);
  }
}

/** Beside columns of given and family names, one of whole names says nothing more. */
function leaveTheParts(columns: readonly Column[]): void {
  const of = (target: Target): Column | undefined => columns.find((c) => c.proposal.target === target);
  const [whole, given, family] = [of("name"), of("given-name"), of("family-name")];
  if (whole === undefined || whole.proposal.how === "remembered" || (given ?? family) === undefined) return;
  if (given !== undefined && family !== undefined) whole.proposal = unknown("The given and the family name have columns of their own.");
  else (given ?? family)!.proposal = unknown(`Column ${columnLetters(whole.column)} has the whole name.`);
}
