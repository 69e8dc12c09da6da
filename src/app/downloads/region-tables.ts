import { dayInWords } from "../../domain/dates/day.ts";
import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { FAMILY_CODES, PIPELINE_STAGES, REGION_EVENTS, type RegionEvent, regionEventLabel } from "../../domain/region/region.ts";
import { PIPELINE } from "../../domain/scorecard/pipeline.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { RegionPage } from "../region/open-region.ts";
import { aboutCell, toldCell } from "./cells.ts";

const CODES = ["A1", "A10", "A2", "A3"] as const;

/** The region’s figures by authority, told as on its page; no child is told apart in them. */
export function regionTables({ scopes, spans, today }: RegionPage): readonly FigureTable[] {
  const events = (codes: readonly RegionEvent[]): Pick<FigureTable, "heads" | "rows"> => ({
    heads: ["Authority", "What happened", ...spans.map(({ name, to, state }) => (state === "running" ? `${name}, to ${dayInWords(to)}` : name))],
    rows: scopes.flatMap(({ name, events: of }) => codes.map((code): readonly FigureCell[] => [name, regionEventLabel(code), ...of[code].map((told) => (told === null ? "to come" : toldCell(told)))])),
  });
  return [
    { key: "waits", name: "Who waits where", heads: ["Authority", ...PIPELINE_STAGES.map((stage) => PIPELINE[stage])], note: `On ${dayInWords(today)}.`, rows: scopes.map(({ name, waits }) => [name, ...PIPELINE_STAGES.map((stage) => toldCell(waits[stage]))]) },
    { key: "quarters", name: "What happened by quarter", note: "Counts are of what happened in each quarter: orders granted are not some of the decisions made.", ...events(REGION_EVENTS) },
    {
      key: "figures", name: "Figures", heads: ["Years", "Authority", "Children in A1", ...CODES.map((code) => `${code}, ${code === "A3" ? "%" : "days"}`)], note: "By the usual readings of the definitions. Where children are counted whose records the person may not open, only of three years, and rounded.",
      rows: (scopes[0]?.figures ?? []).flatMap(({ window }, i) => scopes.map(({ name, figures }): readonly FigureCell[] => [windowName(window), name, toldCell(figures[i]!.children), ...CODES.map((code) => aboutCell(figures[i]!.told[code].value, figures[i]!.told[code].told))])),
    },
    { key: "families", name: "Families", note: "As children’s records tell of them. Approved families are not kept here.", ...events(FAMILY_CODES) },
  ];
}
