import type { SampleEntry } from "../src/domain/chronology/sample.ts";
import { addDays, type Day, day } from "../src/domain/dates/day.ts";

/** Numbers from 0 to 1 that are the same every time for the same seed. */
function numbers(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const END = day("2026-03-31");
const BY_A_PERSON = { source: { type: "person" }, detail: {} } as const;

/** An invented child’s line, fifteen to thirty entries, as far as it had come by 31 March 2026. */
export function syntheticChild(seed: number): readonly SampleEntry[] {
  const next = numbers(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const rows: SampleEntry[] = [];
  const put = (kind: SampleEntry["kind"], on: Day, more: Partial<SampleEntry> = {}): void => {
    if (on <= END) rows.push({ ...BY_A_PERSON, kind, on, ...(more.until !== undefined && more.until > END ? { detail: more.detail } : more) });
  };
  const care = addDays(day("2023-06-01"), between(0, 900));
  const wantsAdoption = next() < 0.7;
  put("birth", addDays(care, -between(1, 1500)));
  put("looked-after", care);
  const order = addDays(care, between(60, 120));
  put("legal-status", care, { until: order, detail: { status: "V2" } });
  const court = addDays(order, between(120, 240));
  put("legal-status", order, { until: court, detail: { status: "C1" } });
  put("legal-status", court, { detail: { status: wantsAdoption ? "E1" : "C2" } });
  const moved = addDays(care, between(20, 200));
  put("placement", care, { until: moved, detail: { type: next() < 0.2 ? "P1" : "U6" } });
  const placed = addDays(court, between(60, 300));
  put("placement", moved, wantsAdoption ? { until: placed, detail: { type: "U6" } } : { detail: { type: "U4" } });
  put("proceedings-issued", order);
  put("reviewing-officer-appointed", addDays(care, between(0, 9)));
  put("allocated-worker", care, { detail: { worker: "SW01001" } });
  let review = addDays(care, between(18, 32));
  for (let i = 0; i < 6 && review < (wantsAdoption ? placed : END); i++) {
    put("review", review);
    review = addDays(review, i === 0 ? between(80, 98) : between(150, 190));
  }
  let visit = addDays(care, between(2, 9));
  for (let i = 0; i < 4; i++) {
    put("visit", visit);
    visit = addDays(visit, between(30, 50));
  }
  put("primary-plan", addDays(care, between(60, 130)), { detail: { plan: wantsAdoption ? "ADOPTION" : "LTFOST18" } });
  put("proceedings-concluded", court);
  if (!wantsAdoption) return rows;
  const became = addDays(care, between(90, 130));
  put("adoption-became-plan", became);
  put("permanence-report", addDays(became, between(20, 50)));
  const decided = addDays(became, between(30, 80));
  put("plan-decision", decided);
  put("plan-decision-told", addDays(decided, between(0, 4)));
  put("placement-order", court);
  put("match-decision", addDays(placed, -between(14, 50)));
  put("placement", placed, { detail: { type: "A6" } });
  put("placed-for-adoption", placed);
  const adopted = addDays(placed, between(120, 400));
  for (let on = addDays(placed, between(20, 30)); on < adopted; on = addDays(on, between(70, 180))) put("adoption-review", on);
  put("adoption-application", addDays(placed, between(70, 110)));
  put("adoption-order", adopted);
  return rows;
}
