import { day } from "../../src/domain/dates/day.ts";
import type { ComparedTold, FigureTold, GroupTold, IndicatorTold, ScrutinyTold } from "../../src/domain/documents/scrutiny/told.ts";
import { type Typed, UNWRITTEN } from "../../src/domain/documents/scrutiny/typed.ts";
import { comparatorAverage } from "../../src/domain/scorecard/comparators.ts";

type Given = readonly [yearEnding: number, children: FigureTold["children"], value: FigureTold["value"], threshold?: number];

const figures = (years: number, all: readonly Given[]): readonly FigureTold[] => all.map(([yearEnding, children, value, threshold]) => ({ window: { yearEnding, years }, children, value, threshold: threshold ?? null }));

export function group(name: string, kind: GroupTold["kind"], members: Readonly<Record<string, number | "x">>, own = ""): GroupTold {
  const values = Object.values(members);
  return { name, kind, average: comparatorAverage(values), leftOut: values.filter((value) => value === "x").length, members: Object.entries(members).map(([area, value]) => ({ area, value, printedRank: null, note: "", isOwn: area === own })), beside: null };
}

const A1_CITIES = group("Core cities", "core-cities", { Brackford: 834, Millhaven: 796, Stanmere: 693, Harrowmere: 593, Ludworth: 564, Newhythe: 532, Bristow: 540, Notlow: 643 }, "Harrowmere");
const A2_CITIES = group("Core cities", "core-cities", { Brackford: 288, Millhaven: 168, Stanmere: 227, Harrowmere: 271, Ludworth: 239, Newhythe: 121, Bristow: 180, Notlow: 259 }, "Harrowmere");

export const COMPARED_A1: ComparedTold = {
  window: { yearEnding: 2025, years: 3 }, source: "the national tables", own: 593, rank: 64, ranked: 152, threshold: 568,
  groups: [A1_CITIES, group("Statistical neighbours", "neighbours", { Boltow: 546, Calder: 742, Ludworth: 564, Bedrow: 553, Derrow: 721, Portway: 666, Petersham: 593, Plymhaven: 525, Southway: 599, Telby: 340 })],
  wider: [{ name: "Northshire", isNational: false, value: 616 }, { name: "England", isNational: true, value: 628 }],
  trend: [{ name: "Core cities", isNational: false, values: [629, 659, 677, 649] }, { name: "Statistical neighbours", isNational: false, values: [595, 602, 630, 585] }, { name: "England", isNational: true, values: [626, 636, 647, 628] }],
};
export const COMPARED_A2: ComparedTold = {
  ...COMPARED_A1, own: 271, rank: 122, threshold: 182,
  groups: [A2_CITIES, group("Statistical neighbours", "neighbours", { Boltow: 170, Calder: 358, Ludworth: 239, Bedrow: "x", Telby: 45 })],
  wider: [{ name: "Northshire", isNational: false, value: 252 }, { name: "England", isNational: true, value: 217 }],
  trend: [{ name: "Core cities", isNational: false, values: [156, 190, 207, 219] }, { name: "England", isNational: true, values: [173, 195, 210, 217] }],
};

const indicator = (code: IndicatorTold["code"], windows: readonly Given[], years: readonly Given[], compared: ComparedTold | null): IndicatorTold =>
  ({ code, windows: figures(3, windows), years: figures(1, years), thresholdNote: "426 days: every source agrees", compared });

/** A report like those that committees have had, with figures like theirs. */
export const TOLD: ScrutinyTold = {
  authority: "Harrowmere", window: { yearEnding: 2026, years: 3 }, today: day("2026-11-22"),
  indicators: [
    indicator("A1", [[2023, 121, 607, 639], [2024, 126, 596, 568], [2025, 133, 593, 497], [2026, 139, 565, 426]], [[2021, 40, 604], [2022, 41, 612], [2023, 40, 604], [2024, 45, 575], [2025, 48, 601], [2026, 46, 535]], COMPARED_A1),
    indicator("A2", [[2023, 121, 284, 213], [2024, 126, 268, 182], [2025, 133, 271, 152], [2026, 139, 264, 121]], [[2021, 40, 289], [2022, 41, 279], [2023, 40, 284], [2024, 45, 242], [2025, 48, 288], [2026, 45, 293]], COMPARED_A2),
    indicator("A3", [[2023, 121, 32], [2024, 126, 34], [2025, 133, 33], [2026, 139, 38]], [], null),
    indicator("A10", [[2023, 121, 590], [2024, 126, 585], [2025, 133, 580], [2026, 139, 552]], [], null),
  ],
  adopted: ([[2021, 40], [2022, 41], [2023, 40], [2024, 45], [2025, 48], [2026, 46]] as const).map(([yearEnding, children]) => ({ window: { yearEnding, years: 1 }, children })),
  soFar: { until: day("2026-09-30"), children: 14 },
  pipeline: [{ label: "Placed, and not adopted", children: 22 }, { label: "Matched, and not placed", children: "x" }, { label: "Placement order, and not matched", children: 17 }, { label: "Decision, and no placement order or match", children: 9 }],
  placed: { children: 22, A1: 720, A2: 567 },
  forecast: [{ indicator: "A1", ranges: [{ window: { yearEnding: 2027, years: 3 }, likely: 560, low: 540, high: 590 }, { window: { yearEnding: 2028, years: 3 }, likely: 540, low: 500, high: 590 }] }, { indicator: "A2", ranges: [{ window: { yearEnding: 2027, years: 3 }, likely: 290, low: 270, high: 320 }] }],
  barriers: [{ label: "Sibling group", children: 11 }, { label: "Court process or an appeal", children: 8 }, { label: "Reports not ready", children: "x" }, { label: "A link failed", children: 0 }, { label: "Development or health uncertain", children: 7 }],
  plan: {
    actions: 3, done: 1, overdue: 1,
    objectives: [
      { objective: "Timescales are set for each child and watched", actions: [{ what: "Hold a tracking meeting every month", owners: "Service manager of adoption", by: "Goes on", state: "On course", progress: "October 2026: held each month since April" }, { what: "Send the life story book before the matching panel", owners: "Team managers and family finders", by: "30 September 2026", state: "Behind, overdue by 53 days", progress: "October 2026: two teams of five do" }] },
      { objective: "Managers at every level challenge delay", actions: [{ what: "Tell the service manager of each delay that a meeting finds", owners: "Reviewing officers", by: "31 March 2026", state: "Done", progress: "" }] },
    ],
  },
  readings: [],
};

export const TYPED: Typed = {
  ...UNWRITTEN,
  words: { ...UNWRITTEN.words, committee: "Children and families scrutiny committee, 8 December 2026", reportOf: "Asha Bell, director of children’s services", author: "Dev Rao, head of service, dev.rao@harrowmere.example", introduction: "In March the committee had the yearly report on adoption. It asked for a fuller paper on how long children wait, beside other authorities, and on what is being done.\n\nThis is that paper.", a1: "Numbers of children are small, and a sibling group that waits long moves the figure by itself.", monitoring: "One tracking meeting for the whole city has taken the place of the areas’ own. It looks at every child whose plan may be adoption, names what stands in the way, and agrees who does what by when.", region: "Four authorities of the south of the region share training, adopters and what they learn." },
};
