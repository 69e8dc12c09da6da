import type { Certainty, Entry } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { type Day, dayInWords, daysBetween } from "../dates/day.ts";
import type { Fact } from "./facts.ts";
import { inputDetail, isFromSheet, isNewer, spokeOn, type Working } from "./reconcile-working.ts";

export type DateFact = Extract<Fact, { type: "date" }>;
/** Details of the same thing that stand in columns of their own. */
export type DetailsOfKind = Readonly<Record<string, string>>;

const SURENESS: Readonly<Record<Certainty, number>> = { planned: 0, provisional: 1, actual: 2 };
/** Within these days of each other two tellings are of one thing. */
const NEAR_DAYS = 183;
const NEAR_OFTEN: Readonly<Partial<Record<Kind, number>>> = { "review": 28, "visit": 7, "adoption-visit": 7, "support-visit": 7, "tracking-meeting": 14, "adoption-review": 28, "play-date": 3 };
/** So near its planned day a thing is what was planned, as `recordEntry` has it. */
const NEAR_PLAN_DAYS = 31;

const apart = (e: Entry, on: Day): number => Math.abs(daysBetween(e.happenedOn, on));
const isOnce = (kind: Kind): boolean => KINDS[kind].repeats !== true;
const nearDays = (kind: Kind): number => NEAR_OFTEN[kind] ?? NEAR_DAYS;

/** “planned 3 March 2027”, “3 March 2026”. */
export const dateInWords = (certainty: Certainty, on: Day): string => `${certainty === "actual" ? "" : `${certainty} `}${dayInWords(on)}`;

/** Sets the dates a row gives of one kind against the record: what it has already is left as it is. */
export function reconcileDates(w: Working, kind: Kind, given: readonly DateFact[], detail: DetailsOfKind): void {
  const facts = eachDayOnce(given);
  const claimed = new Set<number>();
  const of = ({ family }: DateFact): DetailsOfKind => (family === undefined ? detail : { ...detail, family });
  const free = (): Entry[] => w.case.of(kind).filter((e) => !claimed.has(e.number));
  const rest = facts.filter((fact) => {
    const had = free().filter((e) => e.happenedOn === fact.on && SURENESS[e.certainty] >= SURENESS[fact.certainty]).sort((a, b) => SURENESS[a.certainty] - SURENESS[b.certainty])[0];
    if (had === undefined) return true;
    claimed.add(had.number);
    addDetail(w, had, of(fact), fact.column);
    return false;
  });
  const planned = facts.filter((f) => f.certainty !== "actual").length;
  for (const fact of rest.toSorted((a, b) => SURENESS[b.certainty] - SURENESS[a.certainty] || (a.on < b.on ? -1 : 1))) {
    const same = nearest(free().filter((e) => isSame(e, fact, fact.certainty === "actual" ? facts.length === 1 : planned === 1, w.today)), fact.on);
    if (same === undefined) addNew(w, fact, of(fact));
    else change(w, same, fact, of(fact));
    // What this fact has come to is no other fact’s.
    for (const e of free()) if (e === same || e.happenedOn === fact.on) claimed.add(e.number);
  }
}

/** Two columns that say the same day say one thing: the surer of the two. */
const eachDayOnce = (facts: readonly DateFact[]): readonly DateFact[] =>
  [...Map.groupBy(facts, (f) => f.on).values()].map((same) => same.reduce((surest, f) => (SURENESS[f.certainty] > SURENESS[surest.certainty] ? f : surest)));

const nearest = (entries: readonly Entry[], on: Day): Entry | undefined =>
  entries.reduce<Entry | undefined>((best, e) => (best === undefined || apart(e, on) < apart(best, on) ? e : best), undefined);

/** Whether an entry of another day, or less sure, tells of the thing that the fact tells of. `alone`: the only one of which the sheet says so much. */
function isSame(e: Entry, { kind, on, certainty, family }: DateFact, alone: boolean, asOn: Day): boolean {
  if (family !== undefined && e.detail["family"] !== undefined && !sameText(e.detail["family"], family)) return false;
  if (isOnce(kind) || e.happenedOn === on) return true;
  if (e.certainty === "actual") {
    // Held before the day spoken of and then on a later one is held twice; and a sheet of before it knew nothing of it.
    return certainty === "actual" ? apart(e, on) <= nearDays(kind) && on <= spokeOn(e) : e.happenedOn > asOn && apart(e, on) <= nearDays(kind);
  }
  if (alone && isFromSheet(e)) return true;
  return apart(e, on) <= (certainty === "actual" ? NEAR_PLAN_DAYS : nearDays(kind));
}

function change(w: Working, e: Entry, fact: DateFact, detail: DetailsOfKind): void {
  const { label } = KINDS[e.kind];
  const says = dateInWords(fact.certainty, fact.on);
  const had = dateInWords(e.certainty, e.happenedOn);
  const movesOn = SURENESS[fact.certainty] > SURENESS[e.certainty];
  if (isNewer(e, w.today)) return olderThan(w, e, `${label}: ${says}`, had, fact.column);
  if (movesOn && (e.happenedOn === fact.on || isFromSheet(e) || (fact.certainty === "actual" && apart(e, fact.on) <= NEAR_PLAN_DAYS))) {
    w.correct(e, { cause: "confirmed", happenedOn: fact.on, certainty: fact.certainty, detail: { ...inputDetail(e), ...detail } }, fact.column);
  } else if (isFromSheet(e)) {
    const cause = e.certainty === "actual" ? "corrected" : "moved";
    w.correct(e, { cause, happenedOn: fact.on, certainty: fact.certainty, detail: { ...inputDetail(e), ...detail } }, fact.column);
  } else w.conflict(label, had, says, fact.column);
}

/** What somebody has withdrawn, or put another day in the place of, does not come back with the next sheet. */
function addNew(w: Working, fact: DateFact, detail: DetailsOfKind): void {
  const c = w.case;
  const said = (e: Entry): boolean => e.kind === fact.kind && e.happenedOn === fact.on;
  const { label } = KINDS[fact.kind];
  const withdrawn = c.withdrawn.find((e) => said(e) && !isFromSheet(e));
  if (withdrawn !== undefined) return w.conflict(label, `withdrawn, ${dayInWords(fact.on)}`, dateInWords(fact.certainty, fact.on), fact.column);
  const instead = c.of(fact.kind).find((e) => !isFromSheet(e) && (c.history.get(e.number) ?? []).some(said));
  if (instead !== undefined) return w.conflict(label, `${dateInWords(instead.certainty, instead.happenedOn)}, in place of ${dayInWords(fact.on)}`, dateInWords(fact.certainty, fact.on), fact.column);
  w.record(fact.kind, fact.on, fact.certainty, detail, fact.column);
}

/** Details that the entry has not, added; those that differ, a conflict unless a sheet said them. */
export function addDetail(w: Working, e: Entry, detail: DetailsOfKind, column: number | null): void {
  const fields = Object.entries(detail).filter(([name, value]) => value !== "" && !sameText(e.detail[name], value));
  if (fields.length === 0) return;
  const differing = fields.find(([name]) => e.detail[name] !== undefined);
  if (differing !== undefined && (isNewer(e, w.today) || !isFromSheet(e))) {
    const [ours, theirs] = [e.detail[differing[0]], differing[1]].map((value) => KINDS[e.kind].detail?.[differing[0]]?.codes?.[String(value)] ?? String(value)) as [string, string];
    return isNewer(e, w.today) ? olderThan(w, e, theirs, ours, column) : w.conflict(KINDS[e.kind].label, ours, theirs, column);
  }
  w.correct(e, { cause: "corrected", detail: { ...inputDetail(e), ...Object.fromEntries(fields) } }, column);
}

export const sameText = (a: unknown, b: string): boolean => a !== undefined && String(a).trim().toLowerCase() === b.trim().toLowerCase();

/** The sheet is of before what the record knows: nothing is undone by it. */
export function olderThan(w: Working, e: Entry, sheetSays: string, recordSays: string, column: number | null): void {
  w.remark(column, `${sheetSays} was left out: the record says ${recordSays}, from ${dayInWords(spokeOn(e))}, which is later than this sheet’s day.`);
}
