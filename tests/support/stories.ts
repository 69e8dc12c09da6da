import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { HARROWMERE, type StoryChild, TIDEWELL } from "./site.ts";

/** Invented children for the browser’s tests, told against 20 November 2026. */

const child = (authority: string, localId: string, entries: readonly SampleEntry[]): StoryChild => ({ authority, localId, entries });

const placementOrder = (worker: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2024-10-14" },
  { kind: "particulars", on: "2025-04-01", detail: { givenName: "Bramblewick", familyName: "Thistledown" } },
  { kind: "looked-after", on: "2025-04-01" },
  { kind: "legal-status", on: "2025-04-01", until: "2025-10-08", detail: { status: "C1" } },
  { kind: "legal-status", on: "2025-10-08", detail: { status: "E1" } },
  { kind: "placement", on: "2025-04-01", until: "2025-06-20", detail: { type: "U6" } },
  { kind: "placement", on: "2025-06-20", detail: { type: "U6" } },
  { kind: "allocated-worker", on: "2025-04-02", detail: { worker } },
  { kind: "review", on: "2025-04-25" },
  { kind: "review", on: "2025-07-20" },
  { kind: "primary-plan", on: "2025-07-20", detail: { plan: "ADOPTION" } },
  { kind: "plan-decision", on: "2025-09-02" },
  { kind: "placement-order", on: "2025-10-08" },
  { kind: "family-finding-started", on: "2025-09-15" },
  { kind: "matching-panel", on: "2027-01-14", certainty: "planned", recordedOn: "2026-11-02" },
];

/** Waiting since an order thirteen months ago, with reviews that stopped: late, and something planned. */
export const WAITING = child(HARROWMERE.code, "HM-0001", placementOrder("SW01001"));

/** The same, of another authority. */
export const ELSEWHERE = child(TIDEWELL.code, "TW-0001", placementOrder("SW01001"));

/** In care under section 20, before any stage that the agency sees; not allocated to the social worker of the tests. */
export const EARLY = child(HARROWMERE.code, "HM-0002", [
  { kind: "birth", on: "2019-05-02" },
  { kind: "looked-after", on: "2026-10-05" },
  { kind: "legal-status", on: "2026-10-05", detail: { status: "V2" } },
  { kind: "placement", on: "2026-10-05", detail: { type: "U3" } },
  { kind: "allocated-worker", on: "2026-10-05", detail: { worker: "SW01009" } },
  { kind: "review", on: "2026-10-28" },
]);

/** A return says when this child came into care, and carries no visit: those clocks are not recorded. */
export const FROM_RETURN = child(HARROWMERE.code, "HM-0003", [
  { kind: "birth", on: "2015-02-11", source: { type: "ssda903", file: "header.csv", row: 7, tables: "Header Episodes", upTo: "2026-03-31" as never } },
  { kind: "looked-after", on: "2024-02-01", source: { type: "ssda903", file: "episodes.csv", row: 12, tables: "Header Episodes", upTo: "2026-03-31" as never } },
  { kind: "legal-status", on: "2024-02-01", detail: { status: "C2" }, source: { type: "ssda903", file: "episodes.csv", row: 12, tables: "Header Episodes", upTo: "2026-03-31" as never } },
]);

/** Adopted in 2025-26: in care, order, match, moved in, adopted. */
const adopted = (localId: string, [care, order, match, moved, adoption]: readonly [string, string, string, string, string]): StoryChild =>
  child(HARROWMERE.code, localId, [
    { kind: "birth", on: "2022-06-01" },
    { kind: "looked-after", on: care, until: adoption, detail: { endReason: "E11" } },
    { kind: "legal-status", on: care, until: order, detail: { status: "C1" } },
    { kind: "legal-status", on: order, until: adoption, detail: { status: "E1" } },
    { kind: "placement", on: care, until: moved, detail: { type: "U6" } },
    { kind: "placement", on: moved, until: adoption, detail: { type: "A6" } },
    { kind: "plan-decision", on: order },
    { kind: "placement-order", on: order },
    { kind: "match-decision", on: match },
    { kind: "placed-for-adoption", on: moved },
    { kind: "adoption-application", on: moved },
    { kind: "adoption-order", on: adoption },
  ]);

/** 400 days to moving in and 100 to the match; 500 and 200: averages 450 and 150. */
export const ADOPTED: readonly StoryChild[] = [
  adopted("HM-0101", ["2024-01-01", "2024-06-01", "2024-09-09", "2025-02-04", "2025-09-01"]),
  adopted("HM-0102", ["2024-01-01", "2024-06-01", "2024-12-18", "2025-05-15", "2025-12-01"]),
];

/** The same as children of the team manager’s own team: to other managers their records are restricted. */
export const ADOPTED_OF_TEAM: readonly StoryChild[] = ADOPTED.map((story) => ({
  ...story, entries: [...story.entries, { kind: "responsible-team", on: "2024-01-01", detail: { team: "Permanence North" } }],
}));

export const EVERYBODY: readonly StoryChild[] = [WAITING, ELSEWHERE, EARLY, FROM_RETURN, ...ADOPTED];
