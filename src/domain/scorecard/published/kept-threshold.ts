import type { Refusal } from "../../commands/command.ts";
import type { ThresholdRow, ThresholdTable } from "../thresholds.ts";
import { windowName } from "../window.ts";

/** A threshold that an authority keeps beside those that come with the product. */
export interface KeptThreshold {
  readonly id: string;
  readonly indicator: "A1" | "A2";
  /** Whose threshold it is, by name. */
  readonly source: string;
  /** The March in which the first window ends, and the last; open without one. */
  readonly from: number;
  readonly until: number | null;
  readonly days: number;
  readonly note: string;
}

export type ThresholdDraft = Omit<KeptThreshold, "id">;

/** What a form gave, as it was typed. */
export type TypedThreshold = Readonly<Record<"indicator" | "source" | "from" | "until" | "days" | "note", string>>;

const [FIRST_YEAR, LAST_YEAR, MOST_DAYS, LONGEST_SOURCE, LONGEST_NOTE] = [1990, 2100, 5000, 120, 500];

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const lasts = (from: number, until: number | null | undefined): string =>
  until === null || until === undefined ? `from ${windowName({ yearEnding: from, years: 3 })} on` : from === until ? windowName({ yearEnding: from, years: 3 }) : `from ${windowName({ yearEnding: from, years: 3 })} to ${windowName({ yearEnding: until, years: 3 })}`;

/** In words: “A1, 426 days, from 2013-16 on”. */
export const thresholdInWords = ({ indicator, days, from, until }: Pick<KeptThreshold, "indicator" | "days" | "from"> & { readonly until?: number | null }): string => `${indicator}, ${days} days, ${lasts(from, until)}`;

/** Reads a threshold from a form; or all that is wrong with it, an overlap with another of the same source among it. `others`: those kept, without the one that is changed. */
export function readThreshold(typed: TypedThreshold, others: readonly KeptThreshold[], table: ThresholdTable): { readonly threshold: ThresholdDraft } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = (field: keyof TypedThreshold, message: string): undefined => {
    refusals.push({ field, message });
    return undefined;
  };
  const number = (field: "from" | "until" | "days", least: number, most: number): number | undefined => {
    const n = /^\d{1,4}$/.test(typed[field].trim()) ? Number(typed[field]) : Number.NaN;
    return n >= least && n <= most ? n : undefined;
  };
  const indicator = (["A1", "A2"] as const).find((known) => known === typed.indicator) ?? refuse("indicator", "Choose A1 or A2");
  const source = typed.source.trim().replaceAll(/\s+/g, " ");
  if (source === "") refuse("source", "Write whose threshold it is");
  else if (source.length > LONGEST_SOURCE) refuse("source", `Shorten the source to ${LONGEST_SOURCE} letters`);
  const from = number("from", FIRST_YEAR, LAST_YEAR) ?? refuse("from", `Write the year in whose March the first window ends, for example 2026`);
  const until = typed.until.trim() === "" ? null : number("until", FIRST_YEAR, LAST_YEAR) ?? refuse("until", "Write the year in whose March the last window ends, or leave it empty");
  const days = number("days", 1, MOST_DAYS) ?? refuse("days", `Write the threshold in whole days, from 1 to ${MOST_DAYS}`);
  if (typed.note.length > LONGEST_NOTE) refuse("note", `Shorten the note to ${LONGEST_NOTE} letters`);
  if (from !== undefined && until !== undefined && until !== null && until < from) refuse("until", "The last window must not end before the first");
  if (indicator !== undefined && from !== undefined && until !== undefined && days !== undefined && refusals.length === 0) {
    const ofSource = [...others.filter((one) => one.indicator === indicator && sameName(one.source, source)), ...reference(table, indicator, source)];
    const overlap = ofSource.find((one) => one.from <= (until ?? LAST_YEAR) && from <= (one.until ?? LAST_YEAR));
    if (overlap === undefined) return { threshold: { indicator, source, from, until, days, note: typed.note.trim() } };
    refuse("from", `${source} already has a threshold for some of these windows: ${thresholdInWords({ ...overlap, indicator })}. Change that one, or choose other windows`);
  }
  return { refusals };
}

/** The key under which a source of that name comes with the product. */
const keyOf = (table: ThresholdTable, name: string): string | undefined => Object.keys(table.sources).find((key) => sameName(key, name) || sameName(table.sources[key]?.name ?? "", name));

const reference = (table: ThresholdTable, indicator: "A1" | "A2", source: string): readonly ThresholdRow[] => {
  const key = keyOf(table, source);
  return key === undefined ? [] : (table.thresholds[indicator] ?? []).filter((row) => row.source === key);
};

/** The thresholds that come with the product, and beside them those that an authority keeps. */
export function withKept(table: ThresholdTable, kept: readonly KeptThreshold[]): ThresholdTable {
  if (kept.length === 0) return table;
  const sources = { ...table.sources };
  const thresholds: Partial<Record<"A1" | "A2", ThresholdRow[]>> = { A1: [...(table.thresholds.A1 ?? [])], A2: [...(table.thresholds.A2 ?? [])] };
  for (const { indicator, source, from, until, days, note } of kept) {
    const key = keyOf(table, source) ?? `kept-${source.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`;
    sources[key] ??= { name: source, cite: "Kept by the authority itself" };
    thresholds[indicator]?.push({ source: key, from, ...(until === null ? {} : { until }), days, confidence: "stated", ...(note === "" ? {} : { note }) });
  }
  return { sources, thresholds: { ...table.thresholds, ...thresholds } };
}
