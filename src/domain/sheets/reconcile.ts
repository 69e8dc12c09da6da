import { SEXES } from "../chronology/codes.ts";
import type { Source } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { isPeriodKind, type Kind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { dayInWords, daysBetween } from "../dates/day.ts";
import type { FixedTarget, Fact, RowChild, SheetRow } from "./facts.ts";
import { nameOfChild } from "./recognise.ts";
import { nearName, sameName } from "./recognise-names.ts";
import { dateInWords, type DateFact, reconcileDates } from "./reconcile-dates.ts";
import { reconcileBarriers, reconcileCare, reconcileState, type StateFact, startsOf } from "./reconcile-states.ts";
import { inputDetail, isFromSheet, isNewer, type SheetContext, Working } from "./reconcile-working.ts";

/** The column that a part of the child’s own particulars stands in, where there is one. */
export type ColumnOf = (target: FixedTarget) => number | null;

/** Days by which a birth may differ from the day expected and still be the birth expected. */
const AROUND_BIRTH_DAYS = 120;

/** Sets one row against the record of the child it is about: what must be written so that the record says what the row says, and no more. */
export function reconcileRow(before: Case, row: SheetRow, source: Source, context: SheetContext, columnOf: ColumnOf): Working {
  const w = new Working(before, source, context);
  birth(w, row.child, columnOf("birth"));
  particulars(w, row.child, columnOf);
  const { dates, states, care, details } = sorted(row.facts);
  const inCare = states.some((s) => s.kind === "legal-status" || s.kind === "placement");
  reconcileCare(w, care?.from, care?.column ?? null, inCare ? [...startsOf(states), ...dates.filter(isOrder).map((d) => d.on)] : undefined);
  const kinds = [...Map.groupBy(dates, (d) => d.kind)].sort(([, a], [, b]) => (firstOf(a) < firstOf(b) ? -1 : 1));
  for (const [kind, facts] of kinds) reconcileDates(w, kind, facts, details.get(kind)?.detail ?? {});
  for (const [kind, { detail, column }] of details) if (!dates.some((d) => d.kind === kind)) detailAlone(w, kind, detail, column);
  const barriers = states.filter((s) => s.kind === "barrier");
  for (const state of states) if (state.kind !== "barrier") reconcileState(w, state);
  if (barriers.length > 0) reconcileBarriers(w, barriers);
  return w;
}

const isOrder = (d: DateFact): boolean => d.kind === "placement-order" && d.certainty === "actual";
/** What happened comes before what is planned: one thing must exist before another. */
const firstOf = (facts: readonly DateFact[]): string => facts.map((f) => `${f.certainty === "actual" ? 0 : 1}${f.on}`).reduce((a, b) => (a < b ? a : b));

interface Sorted {
  readonly dates: readonly DateFact[];
  readonly states: readonly StateFact[];
  readonly care: { readonly from?: Day; readonly column: number } | undefined;
  /** Details of things that happen on a day, from columns of their own. */
  readonly details: ReadonlyMap<Kind, { readonly detail: Readonly<Record<string, string>>; readonly column: number }>;
}

/** A row’s facts by how they are set against the record. Columns that tell of one state together are put together. */
function sorted(facts: readonly Fact[]): Sorted {
  const dates: DateFact[] = [];
  const states: StateFact[] = [];
  const details = new Map<Kind, { detail: Record<string, string>; column: number }>();
  let care: Sorted["care"];
  for (const fact of facts) {
    if (fact.kind === "looked-after") {
      const from = fact.type === "date" ? fact.on : fact.from;
      care = { column: fact.column, ...(from === undefined ? {} : { from }) };
    } else if (fact.type === "date" && !isPeriodKind(fact.kind)) dates.push(fact);
    else if (fact.type === "state" && !isPeriodKind(fact.kind)) {
      details.set(fact.kind, { detail: { ...details.get(fact.kind)?.detail, ...fact.detail }, column: fact.column });
    } else if (fact.type === "state") addState(states, fact);
  }
  return { dates, states, care, details };
}

function addState(states: StateFact[], fact: StateFact): void {
  const at = fact.kind === "barrier" ? -1 : states.findIndex((s) => s.kind === fact.kind);
  const before = states[at];
  if (before === undefined) states.push(fact);
  else states[at] = { ...before, detail: { ...before.detail, ...fact.detail }, ...(fact.from === undefined ? {} : { from: fact.from }) };
}

/** A detail of something that no column dates: added to the last such thing on record. */
function detailAlone(w: Working, kind: Kind, detail: Readonly<Record<string, string>>, column: number): void {
  const last = w.case.of(kind).at(-1);
  if (last === undefined) w.remark(column, `${KINDS[kind].label} was left out: no column says on what day.`);
  else reconcileDates(w, kind, [{ type: "date", kind, on: last.happenedOn, certainty: last.certainty, column, said: "" }], detail);
}

function birth(w: Working, child: RowChild, column: number | null): void {
  const on = child.bornOn ?? child.expectedOn;
  if (on === undefined) return;
  const certainty = child.bornOn === undefined ? "planned" : "actual";
  const old = w.case.of("birth").at(-1);
  if (old === undefined) return void w.record("birth", on, certainty, {}, column);
  if (old.happenedOn === on && (old.certainty === certainty || certainty === "planned")) return;
  if (old.certainty !== "actual" && certainty === "actual" && Math.abs(daysBetween(old.happenedOn, on)) <= AROUND_BIRTH_DAYS) {
    w.correct(old, { cause: "confirmed", happenedOn: on, certainty }, column);
  } else if (old.certainty === "actual" && certainty === "planned") w.conflict("Birth", dayInWords(old.happenedOn), `expected ${dayInWords(on)}`, column);
  else if (isFromSheet(old) && !isNewer(old, w.today)) w.correct(old, { cause: certainty === "planned" ? "moved" : "corrected", happenedOn: on, certainty }, column);
  else w.conflict("Birth", dateInWords(old.certainty, old.happenedOn), dateInWords(certainty, on), column);
}

const PARTICULARS = { givenName: "given-name", familyName: "family-name", sex: "sex", ethnicity: "ethnicity" } as const satisfies Record<string, FixedTarget>;

/** Names, sex and ethnicity: recorded where nothing is; a difference is a person’s to settle. */
function particulars(w: Working, child: RowChild, columnOf: ColumnOf): void {
  const old = w.case.of("particulars").at(-1);
  // Which of the words in one cell is the family’s is a judgement: the record’s own is not set against it.
  const whole = child.name !== undefined && old !== undefined && sameName([old.detail["givenName"], old.detail["familyName"]].filter((part) => part !== undefined).join(" "), nameOfChild(child));
  const given = Object.entries(PARTICULARS).flatMap(([name, target]) => {
    const value = child[name as keyof typeof PARTICULARS];
    return value === undefined || (whole && name.endsWith("Name")) ? [] : [{ name: name as keyof typeof PARTICULARS, value, column: columnOf(target) ?? columnOf("name") }];
  });
  if (given.length === 0) return;
  const added = given.filter(({ name }) => old?.detail[name] === undefined);
  for (const { name, value, column } of given) if (old?.detail[name] !== undefined) compare(w, name, String(old.detail[name]), value, column);
  if (added.length === 0) return;
  const detail = Object.fromEntries(added.map(({ name, value }) => [name, value]));
  const column = added[0]?.column ?? null;
  if (old !== undefined) return void w.correct(old, { cause: "corrected", detail: { ...inputDetail(old), ...detail } }, column);
  w.record("particulars", w.case.of("birth").find((e) => e.certainty === "actual")?.happenedOn ?? w.today, "actual", detail, column);
}

function compare(w: Working, name: keyof typeof PARTICULARS, recordSays: string, sheetSays: string, column: number | null): void {
  const label = KINDS["particulars"].detail?.[name]?.label ?? name;
  if (name === "sex") {
    if (recordSays !== sheetSays && sheetSays !== "U") w.conflict(label, sexInWords(recordSays), sexInWords(sheetSays), column);
  } else if (name === "ethnicity") {
    // The return’s code and the words of a sheet cannot be set against each other.
    if (!sameName(recordSays, sheetSays) && isCode(recordSays) === isCode(sheetSays)) w.conflict(label, recordSays, sheetSays, column);
  } else if (sameName(recordSays, sheetSays)) return;
  else if (nearName(recordSays, sheetSays)) w.remark(column, `${label}: the record has ${recordSays}, the sheet ${sheetSays}. The record was left as it is.`);
  else w.conflict(label, recordSays, sheetSays, column);
}

const isCode = (ethnicity: string): boolean => /^[A-Z]{4}$/.test(ethnicity);
const sexInWords = (sex: string): string => SEXES[sex as keyof typeof SEXES] ?? sex;
