import { OWNERS } from "../access/role.ts";
import { NOT_SHARED } from "../agency/agreement.ts";
import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { listedInWords } from "../profile/in-list.ts";
import { STAGES } from "../permanence/stage.ts";
import { ageInWords } from "../permanence/standing.ts";
import { overInWords } from "../scorecard/counted-so-far.ts";
import type { IndicatorCode } from "../scorecard/window.ts";
import { TARGETS } from "../sheets/facts.ts";
import { AGENCY_DATED_KINDS, columnLabel, type FixedColumn, FIXED_COLUMNS } from "./columns.ts";
import type { SheetCell, SheetColumn, SheetLine } from "./sheet.ts";

const EMPTY: SheetCell = { type: "empty" };
const text = (said: string | null | undefined): SheetCell => (said === null || said === undefined || said === "" ? EMPTY : { type: "text", text: said });
const number = (n: number | null | undefined): SheetCell => (n === null || n === undefined ? EMPTY : { type: "number", number: n });
const day = (on: Day | null, mark: "actual" | "expected" | "due"): SheetCell => (on === null ? EMPTY : { type: "day", on, mark });
const coded = (codes: Readonly<Record<string, string>>, code: string | null): SheetCell => text(code === null ? null : codes[code] ?? code);

type Cell = SheetColumn["cell"];
/** A column that is read when the sheet comes back: its heading is the importer’s own. */
const fact = (heading: string, width: number, about: string, cell: Cell): SheetColumn => ({ heading, width, about, cell, readBack: true });
/** A column worked out from the rest. */
const worked = (heading: string, width: number, about: string, cell: Cell): SheetColumn => ({ heading, width, about, cell, readBack: false });

const BIRTH = fact(TARGETS.birth, 16, "The date of birth; for a child not born yet the day expected, which says so.",
  ({ bornOn, expectedOn }) => (bornOn === null ? day(expectedOn, "expected") : day(bornOn, "actual")));

/** What each fixed column of the tracker is in a sheet. */
export const FIXED_SHEET_COLUMNS: Readonly<Record<FixedColumn, readonly SheetColumn[]>> = {
  "child": [
    fact(TARGETS["local-id"], 14, "The authority’s own id for the child.", (line) => text(line.localId)),
    fact(TARGETS.name, 20, "The child’s name. It is here because whoever took the list had chosen to see names.", (line) => text(line.name)),
    BIRTH,
    worked("Age", 17, "How old the child was on the day of the list.", ({ bornOn, expectedOn, ageInstead }, { today }) =>
      ageInstead !== undefined ? text(ageInstead) : bornOn !== null ? text(ageInWords({ on: bornOn, expected: false }, today)) : text(expectedOn === null ? null : "Not born yet")),
  ],
  "where": [
    worked("Stage", 18, "The furthest point on the way to permanence that still stands.", (line) => text(STAGES[line.stage])),
    fact(TARGETS.plan, 22, "The permanence plan in force.", (line) => coded(PERMANENCE_PLANS, line.plan)),
    fact(TARGETS["legal-status"], 22, "The legal status in force.", (line) => coded(LEGAL_STATUSES, line.legalStatus)),
  ],
  "line": [],
  "a10": [
    ...counted("A10", "Days from coming into care to moving in with the adoptive family; for a child adopted by their foster carer, to moving in with that carer."),
  ],
  "a2": [...counted("A2", "Days from the placement order to the match decision.")],
  "next": [
    worked("Next", 34, "What is due first of all that is awaited.", (line) => text(line.next?.title)),
    worked("Whose", 22, "Whose that next thing is.", (line) => (line.next === null ? EMPTY : text(OWNERS[line.next.owner]))),
    worked("Due", 18, "The day by which that next thing is due: a deadline, not a plan.", (line) => day(line.next?.dueOn ?? null, "due")),
  ],
  "status": [
    worked("Status", 20, "Late, due within 14 days, on track (or nothing due late, where a count is over its threshold), not recorded: nothing that runs can be told, or ended: adopted or left care. The words say which; the colour only repeats them.", statusOf),
    worked("Late", 7, "How many things are overdue.", (line) => number(line.late)),
  ],
  "born": [BIRTH],
  "placement": [fact(TARGETS.placement, 30, "The placement the child is in.", (line) => coded(PLACEMENT_TYPES, line.placementType))],
  "social-worker": [fact(TARGETS["social-worker"], 22, "The social worker allocated now.", (line, { workers }) => worker(line.socialWorker, workers))],
  "family-finder": [fact(TARGETS["family-finder"], 22, "The family finder allocated now.", (line, { workers }) => worker(line.familyFinder, workers))],
  "team": [fact(TARGETS.team, 22, "The team responsible now.", (line) => text(line.team))],
  "siblings": [worked(FIXED_COLUMNS.siblings.label, 22, "Local ids of brothers and sisters in the same sibling group whom the person who took the list may see.", (line) => text(line.siblings.map((s) => s.localId).join(", ")))],
  "barriers": [fact(TARGETS.barrier, 30, "What stands in the way of permanence now; several are divided by semicolons.", (line) => text(line.barriersHidden === true ? NOT_SHARED : line.barriers.map((b) => (BARRIERS as Readonly<Record<string, string>>)[b] ?? b).join("; ")))],
  "profile": [worked(FIXED_COLUMNS.profile.label, 34, "Who may see the child’s profile and since when; first what is wrong, where it is shown further than it may be.", (line) => text(listedInWords(line.profile)))],
  "early-permanence": [worked(FIXED_COLUMNS["early-permanence"].label, 12, "Whether the child is, or was in this period of care, in fostering for adoption or concurrent planning.", (line) => text(line.earlyPermanence ? "Yes" : "No"))],
  "care-started": [fact(TARGETS["care-started"], 18, "The first day of the child’s latest period of care.", (line) => day(line.careStartedOn, "actual"))],
  "days-since-order": [worked(FIXED_COLUMNS["days-since-order"].label, 12, "Days since the placement order in force.", (line) => number(line.daysSinceOrder))],
  "authority": [worked(FIXED_COLUMNS.authority.label, 22, "The authority whose child it is.", (line, { authorities }) => text(authorities.get(line.authority) ?? line.authority))],
};

/** The dates of one kind: what is still to come, or else what last happened. */
export const dateColumn = (kind: Kind): SheetColumn => fact(KINDS[kind].label, 20,
  `${KINDS[kind].label}: the date still to come, or else the last one that happened.`,
  (line) => {
    const shown = line.dates[kind];
    return shown === undefined ? EMPTY : { type: "day", on: shown.on, mark: shown.certainty };
  });

/** The regional agency’s own dates of one kind. Bringing a sheet back leaves them to the agency. */
export const agencyColumn = (kind: Kind): SheetColumn => worked(columnLabel(`agency:${kind}`), 20,
  `${KINDS[kind].label}: the day that the regional agency keeps of its own.`,
  (line) => {
    const shown = line.agencyDates[kind];
    return shown === undefined ? EMPTY : { type: "day", on: shown.on, mark: shown.certainty };
  });

function counted(indicator: "A10" | "A2", about: string): readonly SheetColumn[] {
  const of = (line: SheetLine, code: IndicatorCode) => line.counted.find((c) => c.indicator === code);
  const counting = (line: SheetLine): string | undefined => {
    const count = of(line, indicator);
    if (count === undefined) return undefined;
    const beside = indicator === "A10" ? of(line, "A1")?.days : undefined;
    const state = count.missing ?? (count.running ? "still counting" : "finished");
    return `${state.charAt(0).toUpperCase()}${state.slice(1)}${beside === undefined ? "" : `; A1 ${beside} days`}`;
  };
  return [
    worked(`${indicator} days`, 9, about, (line) => {
      const { days, threshold } = of(line, indicator) ?? {};
      return days === undefined ? EMPTY : { type: "number", number: days, ...(threshold != null && days > threshold ? { over: true } : {}) };
    }),
    worked(`${indicator} threshold`, 11, `The threshold in days that ${indicator} is set beside.`, (line) => number(of(line, indicator)?.threshold)),
    worked(`${indicator} counting`, 18, `Whether ${indicator} still counts, has finished, or lacks the day that ended it.`, (line) => text(counting(line))),
  ];
}

const worker = (code: string | null, names: ReadonlyMap<string, string>): SheetCell => text(code === null ? null : names.get(code) ?? code);

/** In the words of the page; and beside a child of whom nothing is due late, which count is over its threshold. */
function statusOf({ status, statusInWords, counted: counts }: SheetLine): SheetCell {
  return { type: "status", status, words: [statusInWords, ...(status === "on-track" ? overInWords(counts) : [])].join("; ") };
}

/** Headings that a sheet of ours has and that are not read when it comes back: everything worked out, and who took the list when. */
export const HEADINGS_NOT_READ_BACK: readonly string[] = [
  ...Object.values(FIXED_SHEET_COLUMNS).flat().filter((c) => !c.readBack).map((c) => c.heading),
  ...AGENCY_DATED_KINDS.map((kind) => columnLabel(`agency:${kind}`)),
  "As at", "Taken by", "Taken on", "Names left out",
];
