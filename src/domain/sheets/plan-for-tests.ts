import { type Draft, type Entry } from "../chronology/entry.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Day, day } from "../dates/day.ts";
import type { ColumnMatch, Fact, FixedTarget, ReadSheet, RowChild, SheetRow, Target } from "./facts.ts";
import { type KnownRecord, planSheet, type SheetPlan } from "./plan.ts";
import { newChildNamed } from "./plan-siblings.ts";
import type { RowAnswer } from "./recognise.ts";
import type { Kind } from "../chronology/kinds.ts";

/** Made-up sheets as if they had been read, and a record that they are landed on, for tests. */

export const AS_ON = day("2026-11-20");
const COLUMNS: readonly Target[] = ["local-id", "given-name", "family-name", "birth", "sex", "ethnicity", "sibling-group", "legal-status", "placement", "plan", "social-worker", "family-finder", "team", "barrier", "care-started"];
export const MATCHES: readonly ColumnMatch[] = COLUMNS.map((target, column) => ({ column, heading: target, target, how: "exact", samples: [] }));
export const column = (target: FixedTarget): number => COLUMNS.indexOf(target);

export const state = (kind: Kind, detail: Readonly<Record<string, string>>, from?: string): Fact =>
  ({ type: "state", kind, detail, column: 7, said: Object.values(detail).join(" "), ...(from === undefined ? {} : { from: day(from) }) });
export const date = (kind: Kind, on: string, certainty: "planned" | "provisional" | "actual" = "actual", said = on): Fact => ({ type: "date", kind, on: day(on), certainty, column: 20, said });

export const rowOf = (row: number, child: Omit<RowChild, "bornOn" | "expectedOn"> & { readonly bornOn?: string; readonly expectedOn?: string }, ...facts: readonly Fact[]): SheetRow =>
  ({ row, child: child as RowChild, facts });

export const sheetOf = (rows: readonly SheetRow[], asOn: Day = AS_ON): ReadSheet =>
  ({ file: "tracker.xlsx", sheet: "Tracker", asOn, kinds: [...new Set(rows.flatMap((r) => r.facts.map((f) => f.kind)))], rows, problems: [] });

export const recordOf = (children: Readonly<Record<string, readonly SampleEntry[]>>, workers: KnownRecord["workers"] = [], groups: KnownRecord["groups"] = []): KnownRecord => ({
  children: new Map(Object.entries(children).map(([localId, rows]) => [localId, { recordId: `id-${localId}`, entries: sampleEntries(rows) }])), workers, groups,
});

export const planOf = (rows: readonly SheetRow[], known: KnownRecord, asOn: Day = AS_ON, answers: ReadonlyMap<number, RowAnswer> = new Map()): SheetPlan =>
  planSheet({ read: sheetOf(rows, asOn), matches: MATCHES, answers }, known);

/** The record as it is after a plan has landed. */
export function landed(plan: SheetPlan, known: KnownRecord, asOn: Day = AS_ON): KnownRecord {
  const children = new Map(known.children);
  for (const { localId, drafts } of plan.plans) {
    const had = children.get(localId) ?? { recordId: `id-${localId}`, entries: [] };
    children.set(localId, { ...had, entries: [...had.entries, ...numbered(drafts, had.entries, asOn)] });
  }
  const groups = new Map(known.groups.map((g) => [g.localId, g]));
  for (const { localId, drafts } of plan.siblings) {
    const had = groups.get(localId) ?? { recordId: `group-${localId}`, localId, entries: [] };
    const named = drafts.map((d) => ({ ...d, detail: { child: `${children.get(newChildNamed(d.detail["child"]) ?? "")?.recordId ?? d.detail["child"]}` } }));
    groups.set(localId, { ...had, entries: [...had.entries, ...numbered(named, had.entries, asOn)] });
  }
  return { ...known, children, groups: [...groups.values()] };
}

function numbered(drafts: readonly Draft[], before: readonly Entry[], asOn: Day): Entry[] {
  const last = before.reduce((n, e) => Math.max(n, e.number), 0);
  return drafts.map((d, i) => ({ ...d, number: last + 1 + i, recordedAt: `${asOn}T12:00:00.000Z`, recordedBy: "sheet" }));
}

/** What a plan would write for a child, short: “placement-order 2026-03-03”, “corrected review 2026-03-03”. */
export const writes = (plan: SheetPlan, localId: string): string[] =>
  (plan.plans.find((p) => p.localId === localId)?.drafts ?? []).map((d) => [
    d.cause ?? "", d.certainty === "actual" ? "" : d.certainty, d.kind, d.happenedOn, d.until === undefined ? "" : `to ${d.until}`, ...Object.values(d.detail).map(String),
  ].filter((part) => part !== "").join(" "));
