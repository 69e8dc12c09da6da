import { LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../../../../domain/chronology/codes.ts";
import type { Certainty, Entry } from "../../../../domain/chronology/entry.ts";
import type { Case } from "../../../../domain/chronology/fold.ts";
import { type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { type Day, daysBetween } from "../../../../domain/dates/day.ts";
import { SHORT_LABELS, TURNING } from "./short-labels.ts";
import { legalTone, placementTone, planTone, type Tone } from "./tones.ts";

export interface Band {
  readonly label: string;
  /** Where the label does not fit. */
  readonly code: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly certainty: Certainty;
  /** Began before the earliest file: the first day is only the first that is known. */
  readonly startUnknown: boolean;
  readonly tone: Tone;
}

export interface Lane {
  readonly title: string;
  readonly bands: readonly Band[];
}

export interface Mark {
  readonly on: Day;
  readonly state: Certainty | "late";
  readonly label: string;
  readonly full: string;
  /** A step on the way: drawn large and labelled. The rest are small, told by the table. */
  readonly step: boolean;
  /** A step that keeps its label however crowded the line is. */
  readonly turning: boolean;
  /** Of a late thing, the address of why. */
  readonly why?: string;
}

export interface Threshold {
  readonly on: Day;
  readonly label: string;
}

export interface LineModel {
  readonly today: Day;
  /** “today”, or which other day the picture is judged on. */
  readonly todayLabel: string;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly thresholds: readonly Threshold[];
}

export interface LateThing {
  readonly title: string;
  readonly dueOn: Day;
  /** The address of why. */
  readonly why?: string;
}

/** What the picture and its table show of a case. Pure. */
export function lineOf(c: Case, today: Day, late: readonly LateThing[], thresholds: readonly Threshold[]): LineModel {
  const lanes: Lane[] = [
    { title: "Legal status", bands: bandsOf(c, "legal-status", "status", LEGAL_STATUSES, legalTone) },
    { title: "Placement", bands: bandsOf(c, "placement", "type", PLACEMENT_TYPES, placementTone) },
    { title: "Plan", bands: bandsOf(c, "primary-plan", "plan", PERMANENCE_PLANS, planTone) },
    ...optional("Parallel plan", bandsOf(c, "parallel-plan", "plan", PERMANENCE_PLANS, planTone)),
    ...optional("Contingency", bandsOf(c, "contingency-plan", "plan", PERMANENCE_PLANS, planTone)),
  ];
  const marks = [
    ...c.entries.filter((e) => KINDS[e.kind].shape === "point" && !NOT_DRAWN.has(e.kind) && !longBefore(c, e)).map(markOf),
    ...careMarks(c),
    ...late.map(({ title, dueOn, why }): Mark => ({ ...(why === undefined ? {} : { why }), on: dueOn, state: "late", label: title, full: `Was due: ${title}`, step: true, turning: true })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { today, todayLabel: "today", lanes, marks, thresholds };
}

/** A birth years before care would push everything else into a corner. */
function longBefore(c: Case, e: Entry): boolean {
  if (e.kind !== "birth") return false;
  const next = c.entries.find((other) => other.kind !== "birth" && !NOT_DRAWN.has(other.kind));
  return next !== undefined && daysBetween(e.happenedOn, next.happenedOn) > 120;
}

/** Not things that happen on the line: a name, what came before, bookkeeping. */
const NOT_DRAWN: ReadonlySet<Kind> = new Set<Kind>(["particulars", "previous-permanence", "extension-requested", "extension-signed-off", "extension", "individual-target", "reviewing-officer-appointed"]);

const optional = (title: string, bands: readonly Band[]): Lane[] => (bands.length === 0 ? [] : [{ title, bands }]);

function bandsOf(c: Case, kind: Kind, field: string, labels: Readonly<Record<string, string>>, tone: (code: string) => Tone): Band[] {
  return c.of(kind).map((e) => {
    const code = String(e.detail[field] ?? "");
    return {
      label: labels[code] ?? code, code, from: e.happenedOn, until: e.until ?? null,
      certainty: e.certainty, startUnknown: e.detail["startUnknown"] === true, tone: tone(code),
    };
  });
}

function markOf(e: Entry): Mark {
  const { label } = KINDS[e.kind];
  const short = SHORT_LABELS[e.kind];
  const outcome = e.detail["outcome"];
  const said = outcome === undefined || outcome === "made" ? "" : ` ${String(outcome).replace("-", " ")}`;
  return {
    on: e.happenedOn, state: e.certainty, full: `${label}${said}`,
    label: `${short ?? label}${said}`,
    step: short !== undefined || e.certainty !== "actual",
    turning: TURNING.has(e.kind) || e.certainty !== "actual",
  };
}

const careMarks = (c: Case): Mark[] =>
  c.of("looked-after").flatMap((e): Mark[] => [
    ...(e.detail["startUnknown"] === true ? [] : [{ on: e.happenedOn, state: e.certainty, label: "Came into care", full: "Came into care", step: true, turning: true }]),
    ...(e.until === undefined || c.of("adoption-order").some((o) => o.happenedOn === e.until)
      ? [] : [{ on: e.until, state: e.certainty, label: "Left care", full: "Left care", step: true, turning: true }]),
  ]);
