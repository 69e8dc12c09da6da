import { isAdoptersReference } from "../access/side.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { latestCare, openOf, standingAdoptivePlacement, standingPlacementOrder } from "../permanence/moments.ts";
import type { Fact } from "./facts.ts";
import { detailByName } from "./recognise-workers.ts";
import { addDetail, olderThan, sameText } from "./reconcile-dates.ts";
import { inputDetail, isFromSheet, isNewer, spokeOn, type Working } from "./reconcile-working.ts";

export type StateFact = Extract<Fact, { type: "state" }>;

/** States of a child in care, which end with it. */
const IN_CARE: ReadonlySet<Kind> = new Set<Kind>(["legal-status", "placement", "primary-plan", "contingency-plan", "parallel-plan"]);
const ADOPTIVE: ReadonlySet<string> = new Set(["A3", "A4", "A5", "A6"]);
const WORKERS: Readonly<Partial<Record<Kind, "social-worker" | "family-finder">>> = { "allocated-worker": "social-worker", "family-finder": "family-finder" };

/** The days from which a row’s own states run, for a care period that no column dates. */
export const startsOf = (states: readonly StateFact[]): Day[] => states.flatMap((s) => (IN_CARE.has(s.kind) && s.from !== undefined ? [s.from] : []));

/** Sets a state that holds on the sheet’s day against the record: the same is left, another begins and ends what was. */
export function reconcileState(w: Working, given: StateFact): void {
  const fact = worded(w, given);
  const { kind, column } = fact;
  if (isCarerOnly(w, fact)) return w.remark(column, `The carer ${fact.detail["carer"]} was left out: no column says what type of placement it is.`);
  const care = latestCare(w.case);
  if (IN_CARE.has(kind) && care?.until !== undefined && care.until <= (fact.from ?? w.today)) {
    return w.remark(column, `${said(w, fact)} was left out: the record says that care ended on ${dayInWords(care.until)}.`);
  }
  const open = openOf(w.case, kind);
  const last = open ?? w.case.of(kind).findLast((e) => e.certainty === "actual");
  if (last === undefined) return begin(w, fact, true);
  if (open !== undefined && agrees(w, open, fact)) return sameState(w, open, fact);
  if (isNewer(last, w.today) || last.happenedOn > w.today || (last.until !== undefined && last.until > (fact.from ?? w.today))) return olderThan(w, last, said(w, fact), inRecord(w, last), column);
  if (open === undefined) return begin(w, fact, false);
  if (keepsWorker(w, open, fact)) return;
  const from = fact.from ?? w.today;
  if (from > open.happenedOn && !(open.source.type === "person" && spokeOn(open) >= w.today)) return begin(w, fact, false);
  if (isFromSheet(open)) w.correct(open, { cause: "corrected", happenedOn: fact.from ?? open.happenedOn, detail: { ...keptDetail(open, fact), ...fact.detail } }, column);
  else w.conflict(KINDS[kind].label, inRecord(w, open), said(w, fact), column);
}

/** A name that is nobody’s here never takes the place of a worker, unless that one, too, is only a name from a sheet. Gives whether it was kept out. */
function keepsWorker(w: Working, open: Entry, { kind, detail, column }: StateFact): boolean {
  const role = WORKERS[kind];
  if (role === undefined) return false;
  const { how, value } = w.context.worker(detail["worker"] ?? "", role);
  if (how === "known" || how === "likely") return false;
  const there = String(open.detail["worker"]);
  if (isFromSheet(open) && w.context.worker(there, role).how === "nobody") return false;
  w.workersKept.push({ column, kind, said: value, several: how === "several", recordSays: w.context.workerName(there) });
  return true;
}

/** Barriers stand side by side: those the cell names begin, and those that only a sheet had named end. A blank cell ends none. */
export function reconcileBarriers(w: Working, facts: readonly StateFact[]): void {
  const open = (): Entry[] => w.case.of("barrier").filter((e) => e.certainty === "actual" && e.until === undefined);
  const named = new Set(facts.map((f) => f.detail["barrier"]));
  for (const fact of facts) {
    if (open().some((e) => e.detail["barrier"] === fact.detail["barrier"])) continue;
    const ended = w.case.of("barrier").findLast((e) => e.detail["barrier"] === fact.detail["barrier"] && e.until !== undefined);
    if (ended?.until !== undefined && (ended.until > (fact.from ?? w.today) || isNewer(ended, w.today))) olderThan(w, ended, said(w, fact), inRecord(w, ended), fact.column);
    else w.record("barrier", fact.from ?? w.today, "actual", fact.detail, fact.column);
  }
  for (const e of open()) {
    if (named.size === 0 || named.has(String(e.detail["barrier"])) || !isFromSheet(e) || isNewer(e, w.today) || e.happenedOn >= w.today) continue;
    w.correct(e, { cause: "ended", until: w.today }, facts[0]?.column ?? null);
  }
}

/** Since when the child is looked after, where a column says; else, where the row speaks of care and the record does not, that it had begun by then. */
export function reconcileCare(w: Working, from: Day | undefined, column: number | null, implied: readonly Day[] | undefined): void {
  const care = latestCare(w.case);
  if (from !== undefined) return careFrom(w, care, from, column);
  if (implied === undefined || care !== undefined) return;
  const order = standingPlacementOrder(w.case)?.happenedOn;
  const earliest = [...implied, ...(order === undefined ? [] : [order])].reduce((a, b) => (a < b ? a : b), w.today);
  if (w.record("looked-after", earliest, "actual", { startUnknown: "yes" }, null)) {
    w.understood.push({ column: null, said: "nothing of when care began", as: `looked after, begun on or before ${dayInWords(earliest)}` });
  }
}

function careFrom(w: Working, care: Entry | undefined, from: Day, column: number | null): void {
  const says = `Looked after since ${dayInWords(from)}`;
  if (care === undefined || (care.until !== undefined && care.until <= from)) return void w.record("looked-after", from, "actual", {}, column);
  if (care.happenedOn === from || (care.until !== undefined && w.case.of("looked-after").some((e) => e.happenedOn === from))) return;
  if (isNewer(care, w.today) && !startUnknown(care)) return olderThan(w, care, says, inRecord(w, care), column);
  if (isFromSheet(care) || (startUnknown(care) && from < care.happenedOn)) w.correct(care, { cause: "corrected", happenedOn: from, detail: withoutUnknown(care) }, column);
  else w.conflict(KINDS["looked-after"].label, inRecord(w, care), `since ${dayInWords(from)}`, column);
}

function sameState(w: Working, open: Entry, fact: StateFact): void {
  const { from, column } = fact;
  if (from !== undefined && from !== open.happenedOn) {
    if (isNewer(open, w.today) && !startUnknown(open)) return olderThan(w, open, said(w, fact), inRecord(w, open), column);
    if (isFromSheet(open) || (startUnknown(open) && from < open.happenedOn)) {
      return void w.correct(open, { cause: "corrected", happenedOn: from, detail: { ...withoutUnknown(open), ...onlyNew(open, fact) } }, column);
    }
    return w.conflict(KINDS[open.kind].label, inRecord(w, open), said(w, fact), column);
  }
  addDetail(w, open, onlyNew(open, fact), column);
}

/** Begins a state, ending what was; of the first of its kind, where nothing says since when, that it had begun by the sheet’s day. */
function begin(w: Working, fact: StateFact, first: boolean): void {
  const follows = fact.from === undefined ? followedFrom(w, fact) : undefined;
  const from = fact.from ?? follows ?? w.today;
  const unknown = first && fact.from === undefined && follows === undefined && KINDS[fact.kind].detail?.["startUnknown"] !== undefined;
  const recorded = w.record(fact.kind, from, "actual", { ...fact.detail, ...(unknown ? { startUnknown: "yes" } : {}) }, fact.column);
  if (recorded && follows !== undefined) w.understood.push({ column: fact.column, said: fact.said, as: `${said(w, fact)}, since the day of ${fact.kind === "legal-status" ? "the placement order" : "moving in"}` });
}

/** A placement order as legal status runs from the order, and a placement for adoption from the day of moving in. */
function followedFrom(w: Working, { kind, detail }: StateFact): Day | undefined {
  const c = w.case;
  const event = kind === "legal-status" && detail["status"] === "E1" ? standingPlacementOrder(c)
    : kind === "placement" && ADOPTIVE.has(detail["type"] ?? "") ? standingAdoptivePlacement(c) : undefined;
  const open = openOf(c, kind);
  return event === undefined || event.happenedOn > w.today || (open !== undefined && event.happenedOn <= open.happenedOn) ? undefined : event.happenedOn;
}

const startUnknown = (e: Entry): boolean => e.detail["startUnknown"] === true;

function withoutUnknown(e: Entry): Record<string, string> {
  const { startUnknown: _unknown, ...detail } = inputDetail(e);
  return detail;
}

/** A carer with no type of placement says something of the placement on record that has no other carer, and begins none. */
function isCarerOnly(w: Working, fact: StateFact): boolean {
  if (fact.kind !== "placement" || fact.detail["type"] !== undefined) return false;
  const open = openOf(w.case, "placement");
  return open === undefined || !agrees(w, open, fact);
}

/** What of the old detail stays when a sheet says that it was another thing all along. */
const keptDetail = (open: Entry, fact: StateFact): Record<string, string> =>
  startUnknown(open) && fact.from === undefined ? { startUnknown: "yes" } : {};

/** The fact in the record’s own words: a worker’s code, a team as it is written already. */
function worded(w: Working, fact: StateFact): StateFact {
  const role = WORKERS[fact.kind];
  const { worker, team } = fact.detail;
  if (role !== undefined && worker !== undefined) return { ...fact, detail: { ...fact.detail, worker: w.context.worker(worker, role).value } };
  return team === undefined ? fact : { ...fact, detail: { ...fact.detail, team: w.context.team(team) } };
}

/** Whether what is open is the state that the sheet tells of. What either leaves out is no difference, but for what a placement is with whom. */
function agrees(w: Working, open: Entry, { kind, detail }: StateFact): boolean {
  const role = WORKERS[kind];
  if (role !== undefined) return w.context.worker(detail["worker"] ?? "", role).isSaid(String(open.detail["worker"]));
  return Object.entries(detail).every(([name, value]) => open.detail[name] === undefined || sameText(open.detail[name], value));
}

function onlyNew(open: Entry, { detail }: StateFact): Record<string, string> {
  return Object.fromEntries(Object.entries(detail).filter(([name]) => open.detail[name] === undefined));
}

/** “Legal status: full care order, since 3 March 2026”. */
function said(w: Working, { kind, detail, from }: StateFact): string {
  return `${KINDS[kind].label}: ${detailInWords(w, kind, detail)}${from === undefined ? "" : `, since ${dayInWords(from)}`}`;
}

/** What the record says, but for what tells of the adopters: not everybody who lands a sheet may know them. */
const inRecord = (w: Working, e: Entry): string =>
  [detailInWords(w, e.kind, Object.fromEntries(Object.entries(inputDetail(e)).filter(([name]) => !isAdoptersReference(e, name)))), `${startUnknown(e) ? "begun on or before" : "since"} ${dayInWords(e.happenedOn)}`, ...(e.until === undefined ? [] : [`until ${dayInWords(e.until)}`])].filter((part) => part !== "").join(", ");

function detailInWords(w: Working, kind: Kind, detail: Readonly<Record<string, string>>): string {
  const fields = KINDS[kind].detail ?? {};
  return Object.entries(detailByName(detail, w.context.workerName)).filter(([name]) => name !== "startUnknown" && fields[name]?.type !== "yes-no").map(([name, value]) => fields[name]?.codes?.[String(value)] ?? String(value)).join(", ");
}
