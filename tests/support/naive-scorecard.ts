import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ScorecardJson } from "../../src/domain/scorecard/scorecard.ts";

/**
 * The scorecard worked out a second way, straight from the rows of simulated files and with
 * nothing of the product: so that a fault in reading, in the chronology or in the
 * definitions cannot hide in both. It takes the files as good and unquoted, as the simulator's are.
 */
export interface Naive {
  /** Days by child. */
  readonly A1: Map<string, number>;
  readonly A2: Map<string, number>;
  /** Whether within fourteen months. */
  readonly A3: Map<string, boolean>;
  readonly A10: Map<string, number>;
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): Row[] => {
  const [head = "", ...lines] = readFileSync(file, "utf8").replace("\uFEFF", "").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
};

/** `31/03/2026` as milliseconds at midnight UTC. */
const at = (text = ""): number => {
  const [date, month, year] = text.split("/").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1);
};
const days = (from: number, to: number): number => Math.round((to - from) / 86_400_000);

const fourteenMonthsAfter = (from: number): number => {
  const d = new Date(from);
  const to = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 14, 1));
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  return to.setUTCDate(Math.min(d.getUTCDate(), last));
};

const has = (codes: string, code = ""): boolean => codes.split(" ").includes(code);

export function naiveScorecard(folder: string, yearEnding: number, years: number): Naive {
  const episodes = new Map<string, Map<number, Row>>();
  const adopted = new Map<string, Row>();
  for (const year of readdirSync(folder).sort()) {
    for (const row of rowsOf(join(folder, year, "episodes.csv"))) {
      const child = row["CHILD"] ?? "";
      episodes.set(child, (episodes.get(child) ?? new Map<number, Row>()).set(at(row["DECOM"]), row));
    }
    for (const row of rowsOf(join(folder, year, "ad1.csv"))) adopted.set(row["CHILD"] ?? "", row);
  }
  const card: Naive = { A1: new Map(), A2: new Map(), A3: new Map(), A10: new Map() };
  for (const [child, byStart] of episodes) {
    const all = [...byStart].sort(([a], [b]) => a - b).map(([, row]) => row);
    const end = all.findLastIndex((r) => has("E11 E12", r["REC"]));
    const ordered = at(all[end]?.["DEC"]);
    if (end < 0 || ordered < Date.UTC(yearEnding - years, 3, 1) || ordered > Date.UTC(yearEnding, 2, 31)) continue;
    const start = all.slice(0, end + 1).findLastIndex((r) => r["RNE"] === "S");
    score(child, all.slice(Math.max(0, start), end + 1), start >= 0, adopted.get(child), card);
  }
  return card;
}

function score(child: string, period: readonly Row[], startKnown: boolean, adopted: Row | undefined, card: Naive): void {
  const startOf = (i: number): number => at(period[i]?.["DECOM"]);
  const order = period.findIndex((r) => r["LS"] === "E1");
  if (order > 0 || (order === 0 && has("S L B U", period[0]?.["RNE"]))) {
    card.A2.set(child, Math.max(0, days(startOf(order), at(adopted?.["DATE_MATCH"]))));
  }
  if (!startKnown) return;
  let placed = period.length - 1;
  while (placed > 0 && !has("P B S", period[placed]?.["RNE"]) && has("A3 A4 A5 A6", period[placed - 1]?.["PLACE"])) placed--;
  card.A1.set(child, days(startOf(0), startOf(placed)));
  card.A3.set(child, startOf(placed) < fourteenMonthsAfter(startOf(0)));
  card.A10.set(child, days(startOf(0), startOf(has("A3 A5", period[placed]?.["PLACE"]) ? withCarerSince(period, placed) : placed)));
}

/** Back through rows with the same carer, over temporary stays that came back to the same place. */
function withCarerSince(period: readonly Row[], from: number): number {
  let row = from;
  for (;;) {
    let before = row - 1;
    while (has("T0 T1 T2 T3 T4", period[before]?.["PLACE"])) before--;
    const away = before < row - 1;
    const same = ["PLACE", "PLACE_PROVIDER", "URN"].every((c) => period[before]?.[c] === period[row]?.[c]);
    if (before < 0 || !(has("L T U", period[row]?.["RNE"]) || (away && same))) return row;
    row = before;
  }
}

const mean = (values: readonly number[]): number => Math.floor((2000 * values.reduce((a, b) => a + b, 0) + values.length) / (2 * values.length)) / 1000;

/** Asserts that a scorecard says what the rows come to. */
export function assertSame(card: ScorecardJson, naive: Naive): void {
  for (const code of ["A1", "A2", "A10"] as const) {
    const values = [...naive[code].values()];
    const meanDays = values.length === 0 ? null : mean(values);
    assert.deepEqual({ children: card.indicators[code].children, meanDays: card.indicators[code].meanDays }, { children: values.length, meanDays }, code);
    if (meanDays !== null) assert.ok(Math.abs((card.indicators[code].days ?? 0) - meanDays) <= 0.5, code);
  }
  const { children, within } = card.indicators.A3;
  assert.deepEqual({ children, within }, { children: naive.A3.size, within: [...naive.A3.values()].filter(Boolean).length });
}
