import type { Role } from "../../src/domain/access/role.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";

/** Something that happens of itself, and starts what the standards ask. */
export interface Happens {
  readonly kind: string;
  readonly on: string;
  readonly certainty: "actual" | "provisional" | "planned";
  readonly detail: Readonly<Record<string, string>>;
}
/** An answer to one clock: by the usual kind of entry unless told, on the day of the sitting unless told. */
export interface Answers extends Omit<Happens, "kind"> {
  readonly standard: string;
  readonly kind?: string;
}
export interface Declines {
  readonly standard: string;
  readonly why: string;
}
/** What one person writes down on one day: first what happened, then one form of answers. */
export interface Sitting {
  readonly on: string;
  readonly as: Role;
  readonly happens: readonly Happens[];
  readonly answers: readonly Answers[];
  readonly declines: readonly Declines[];
}

type Said = Record<string, string>;
type Part = { readonly happens: Happens } | { readonly answers: Answers } | { readonly declines: Declines };
type Ahead = { readonly on: string; readonly certainty: "provisional" | "planned" };

const sitting = (on: string, as: Role, ...parts: readonly ((on: string) => Part)[]): Sitting => {
  const all = parts.map((part) => part(on));
  return {
    on, as,
    happens: all.flatMap((part) => ("happens" in part ? [part.happens] : [])),
    answers: all.flatMap((part) => ("answers" in part ? [part.answers] : [])),
    declines: all.flatMap((part) => ("declines" in part ? [part.declines] : [])),
  };
};
const happens = (kind: string, detail: Said = {}, when: Ahead | { readonly on?: string } = {}) => (on: string): Part => ({ happens: { kind, detail, on, certainty: "actual", ...when } });
/** The proof is in the case system unless told. */
const answers = (standard: string, detail: Said = {}, when: Ahead | { readonly on?: string; readonly kind?: string } = {}) => (on: string): Part =>
  ({ answers: { standard, on, certainty: "actual", detail: { evidenceSystem: "Case system", ...detail }, ...when } });
const declines = (standard: string, why: string) => (): Part => ({ declines: { standard, why } });
const planned = (on: string): Ahead => ({ on, certainty: "planned" });

/** The child before the decision. All invented. */
export const BEFORE_THE_DECISION: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-11-04" }, { kind: "looked-after", on: "2025-03-03" }, { kind: "legal-status", on: "2025-03-03", detail: { status: "C1" } },
  { kind: "placement", on: "2025-03-03", detail: { type: "U6" } }, { kind: "allocated-worker", on: "2025-03-03", detail: { worker: "SW01001" } },
  { kind: "responsible-team", on: "2025-03-03", detail: { team: "Permanence team" } }, { kind: "reviewing-officer-appointed", on: "2025-03-04" }, { kind: "primary-plan", on: "2025-05-12", detail: { plan: "ADOPTION" } },
];

/** From the best interest decision to the closure summary: one child for whom everything that Leicestershire asks was done, or was not appropriate. */
export const LEICESTERSHIRE_JOURNEY: readonly Sitting[] = [
  sitting("2026-01-12", "decision-maker", happens("plan-decision", { outcome: "made", note: "No placement in the wider family meets this child’s needs" })),
  sitting("2026-01-14", "team-manager", answers("LEIC-01a", { worker: "FF01001" }), answers("LEIC-01b", { evidencePlace: "Permanence plan" })),
  sitting("2026-01-16", "family-finder", answers("LEIC-03")),
  sitting("2026-01-20", "social-worker", happens("final-hearing", {}, planned("2026-03-30"))),
  sitting("2026-02-05", "family-finder", answers("LEIC-04", { evidenceSystem: "" }, planned("2026-02-16"))),
  sitting("2026-02-09", "family-finder", answers("LEIC-06", { evidencePlace: "Visits, 9 February" })),
  sitting("2026-02-16", "family-finder", answers("LEIC-04", { visibility: "own-region-anonymous", evidenceSystem: "LinkMaker", evidencePlace: "Profile" })),
  sitting("2026-02-17", "family-finder", answers("LEIC-07")),
  sitting("2026-03-10", "family-finder", answers("LEIC-08", { actions: "Early links in our own region first" })),
  sitting("2026-03-30", "social-worker", happens("final-hearing"), happens("placement-order", { outcome: "made" }), happens("legal-status", { status: "E1" })),
  sitting("2026-03-30", "team-manager", answers("LEIC-12a"), answers("LEIC-12b", { worker: "FF01001" })),
  sitting("2026-04-01", "family-finder", answers("LEIC-10", { evidenceSystem: "LinkMaker", evidencePlace: "Profile" })),
  sitting("2026-04-07", "team-manager", answers("LEIC-13", { evidencePlace: "Supervision, 7 April" })),
  sitting("2026-04-10", "service-manager", answers("LEIC-14", { outcome: "made", note: "Nobody in our own region" })),
  sitting("2026-04-13", "family-finder", answers("LEIC-17a", { evidenceSystem: "LinkMaker" })),
  sitting("2026-04-14", "family-finder", answers("LEIC-15", { evidenceSystem: "" }, planned("2026-04-25"))),
  sitting("2026-04-20", "family-finder", answers("LEIC-16a"), answers("LEIC-11")),
  sitting("2026-04-22", "family-finder", answers("LEIC-16b", { recordings: "yes", guidance: "yes" })),
  sitting("2026-04-27", "family-finder", answers("LEIC-15", {}, { on: "2026-04-25" })),
  sitting("2026-05-11", "family-finder", happens("shortlist", { families: "2" })),
  sitting("2026-05-12", "family-finder", answers("LEIC-20a"), answers("LEIC-20b", { evidenceSystem: "" }, planned("2026-05-22"))),
  sitting("2026-05-14", "family-finder", happens("permanence-report-updated", {}, { on: "2026-05-13" }), answers("LEIC-18b")),
  sitting("2026-05-18", "family-finder", answers("LEIC-11")),
  sitting("2026-05-22", "family-finder", answers("LEIC-20b", { evidencePlace: "Minutes" })),
  sitting("2026-05-25", "family-finder", answers("LEIC-22"), answers("LEIC-23", { evidenceSystem: "", family: "F-12" }, planned("2026-05-27"))),
  sitting("2026-05-27", "family-finder", answers("LEIC-23", { family: "F-12" })),
  sitting("2026-05-28", "team-manager", answers("LEIC-24a", { outcome: "made", family: "F-12", inHouse: "yes" })),
  sitting("2026-05-28", "family-finder", answers("LEIC-32")),
  sitting("2026-06-02", "business-support", answers("LEIC-26", { evidencePlace: "Minutes" })),
  sitting("2026-06-08", "family-finder", answers("LEIC-27"), answers("LEIC-28", { evidenceSystem: "" }, planned("2026-06-22"))),
  sitting("2026-06-12", "family-finder", answers("LEIC-29"), answers("LEIC-30"), answers("LEIC-31", {}, { on: "2026-06-11" })),
  sitting("2026-06-18", "family-finder", answers("LEIC-31"), answers("LEIC-33", { visitOn: "2026-08-05" }), answers("LEIC-34")),
  sitting("2026-06-22", "family-finder", answers("LEIC-28", { evidencePlace: "Adviser’s letter" }), happens("panel-papers", {}, planned("2026-07-06"))),
  sitting("2026-06-26", "family-finder", happens("support-planning-meeting", {}, { on: "2026-06-25" }), answers("LEIC-35a"), answers("LEIC-35b"), answers("LEIC-37b")),
  sitting("2026-06-29", "family-finder", answers("LEIC-35c")),
  sitting("2026-07-06", "family-finder", happens("panel-papers")),
  sitting("2026-07-15", "family-finder", happens("matching-panel", { inPerson: "yes" }), answers("LEIC-40")),
  sitting("2026-07-20", "decision-maker", answers("LEIC-41a", { outcome: "made", family: "F-12", note: "They can meet all of this child’s needs" })),
  sitting("2026-07-20", "family-finder", answers("LEIC-42a"), answers("LEIC-42b"), declines("LEIC-46", "Both families live in the same town")),
  sitting("2026-07-21", "family-finder", answers("LEIC-43", { evidenceSystem: "" }, planned("2026-07-28")), answers("LEIC-48a", { appropriate: "yes", evidenceSystem: "" }, planned("2026-08-05"))),
  sitting("2026-07-28", "family-finder", answers("LEIC-43", { evidencePlace: "Plan and minutes" }), answers("LEIC-47", {}, { on: "2026-07-27" })),
  sitting("2026-07-30", "family-finder", answers("LEIC-48b"), happens("introductions-start", {}, planned("2026-08-10"))),
  sitting("2026-08-03", "family-finder", answers("LEIC-49b", {}, { on: "2026-08-01" })),
  sitting("2026-08-04", "family-finder", answers("LEIC-45"), answers("LEIC-49b")),
  sitting("2026-08-05", "family-finder", answers("LEIC-48a", { appropriate: "yes", evidencePlace: "Record and photographs" })),
  sitting("2026-08-10", "family-finder", happens("introductions-start"), happens("placed-for-adoption", { family: "F-12" }, { on: "2026-08-17", certainty: "provisional" }), answers("LEIC-49a"), answers("LEIC-49c", {}, { on: "2026-08-10" })),
  ...["2026-08-11", "2026-08-12", "2026-08-13", "2026-08-14", "2026-08-15", "2026-08-16"].map((on) => sitting(on, "family-finder", answers("LEIC-49c"), ...(on === "2026-08-13" ? [answers("LEIC-50a", { moveConfirmed: "yes", datesSet: "yes", evidencePlace: "Minutes" })] : []))),
  sitting("2026-08-17", "family-finder", happens("placed-for-adoption", { family: "F-12" })),
  sitting("2026-08-18", "family-finder", answers("LEIC-53", {}, { on: "2026-08-17" }), answers("LEIC-55")),
  sitting("2026-08-19", "family-finder", answers("LEIC-56"), answers("LEIC-57a"), answers("LEIC-60")),
  sitting("2026-08-25", "family-finder", answers("LEIC-61a"), answers("LEIC-58b")),
  sitting("2026-08-26", "family-finder", answers("LEIC-61b"), answers("LEIC-61c"), answers("LEIC-58a")),
  sitting("2026-09-02", "family-finder", answers("LEIC-58a")),
  sitting("2026-09-08", "family-finder", answers("LEIC-58a")),
  sitting("2026-09-14", "reviewing-officer", answers("LEIC-63", { note: "At the adopters’ home" })),
  sitting("2026-09-25", "family-finder", answers("LEIC-57b", { signsOfSafety: "yes" })),
  ...["2026-10-12", "2026-11-09"].map((on) => sitting(on, "family-finder", answers("LEIC-66"))),
  sitting("2026-12-07", "reviewing-officer", happens("adoption-review"), answers("LEIC-64")),
  sitting("2026-12-14", "family-finder", answers("LEIC-65a"), answers("LEIC-66")),
  sitting("2026-12-16", "business-support", answers("LEIC-65b")),
  sitting("2026-12-21", "business-support", answers("LEIC-65c")),
  ...["2027-01-18", "2027-02-15"].map((on) => sitting(on, "family-finder", answers("LEIC-66"))),
  sitting("2027-03-01", "business-support", happens("adoption-order", { outcome: "made" })),
  sitting("2027-03-08", "family-finder", answers("LEIC-68a"), answers("LEIC-68b")),
  sitting("2027-03-15", "family-finder", answers("LEIC-69")),
  sitting("2027-03-25", "family-finder", answers("LEIC-67")),
  sitting("2027-03-31", "family-finder", answers("LEIC-70a"), answers("LEIC-70b"), answers("TC-36b")),
  sitting("2027-04-12", "team-manager", answers("LEIC-71")),
];
