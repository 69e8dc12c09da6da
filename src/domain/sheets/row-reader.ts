import { type Kind, isKind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { readBirth } from "./birth-in-words.ts";
import { readId, readName } from "./child-in-words.ts";
import { codeOf, SEX_WORDS } from "./codes-in-words.ts";
import { type DateReader, dateReader, sinceReader, type StateRead, stateReader } from "./column-reader.ts";
import type { ColumnMatch, Fact, RowChild, Target } from "./facts.ts";
import type { Cell, GridRow } from "./grid.ts";
import { isEstimatedBirth } from "./propose-by-words.ts";
import { saidWithoutDate } from "./words-around.ts";
import { quoted } from "./wording.ts";

/** The kind of a state, and the detail that its column gives. */
const STATES: Readonly<Partial<Record<Target, { readonly kind: Kind; readonly detail: string; readonly from?: Target }>>> = {
  "legal-status": { kind: "legal-status", detail: "status", from: "legal-status-from" },
  "placement": { kind: "placement", detail: "type", from: "placement-from" },
  "plan": { kind: "primary-plan", detail: "plan", from: "plan-from" },
  "contingency-plan": { kind: "contingency-plan", detail: "plan" },
  "parallel-plan": { kind: "parallel-plan", detail: "plan" },
  "social-worker": { kind: "allocated-worker", detail: "worker" },
  "family-finder": { kind: "family-finder", detail: "worker" },
  "team": { kind: "responsible-team", detail: "team" },
  "barrier": { kind: "barrier", detail: "barrier" },
};

const OTHER_KINDS: Readonly<Partial<Record<Target, Kind>>> = {
  "birth": "birth", "name": "particulars", "given-name": "particulars", "family-name": "particulars", "sex": "particulars", "ethnicity": "particulars",
  "care-started": "looked-after", "carer": "placement", "placement-from": "placement",
};

/** The kind that a column of this carries; nothing for what is no entry of its own. */
export function kindOfTarget(target: Target): Kind | undefined {
  const kind = target.startsWith("on:") ? target.slice(3) : "";
  return isKind(kind) ? kind : STATES[target]?.kind ?? OTHER_KINDS[target];
}

export interface RowRead {
  readonly child: RowChild;
  readonly facts: readonly Fact[];
  /** An adoptive family is named, and nothing of the row that could hold it. */
  readonly familyUnsaid: boolean;
}

export type Note = (column: number, message: string) => void;
type Since = (cell: Cell) => { readonly on?: Day; readonly notes: readonly string[] };

export interface RowReader {
  /** Who the row is about; the notes are of cells that could not be read. */
  readonly child: (row: GridRow, note: Note) => RowChild & { readonly several?: boolean };
  readonly facts: (row: GridRow, note: Note) => Omit<RowRead, "child">;
}

const EMPTY: Cell = { type: "empty", shown: "" };

/** Reads rows by their matched columns; `monthFirst` is, by column, a date that can only be read so. */
export function rowReader(matches: readonly ColumnMatch[], asOn: Day, monthFirst: ReadonlyMap<number, string>): RowReader {
  const used = matches.filter((m) => m.target !== "not-used");
  const of = (target: Target): ColumnMatch | undefined => used.find((m) => m.target === target);
  const dates: readonly DateReader[] = used.flatMap((match) => {
    const kind = match.target.startsWith("on:") ? kindOfTarget(match.target) : undefined;
    return kind === undefined ? [] : [dateReader(match, kind, asOn, monthFirst.get(match.column))];
  });
  const onceInSeveral = dates.filter(({ kind, match }) => KINDS[kind].repeats !== true && dates.some((d) => d.kind === kind && d.match !== match));
  const since = (match: ColumnMatch, label: string): Since => {
    const read = sinceReader(label, asOn, monthFirst.get(match.column));
    return (cell) => {
      const { dates: [date], notes } = read(cell);
      return { ...(date === undefined ? {} : { on: date.on }), notes };
    };
  };
  const states = used.flatMap((match) => {
    const state = STATES[match.target];
    if (state === undefined) return [];
    const from = state.from === undefined ? undefined : of(state.from);
    return [{ match, ...state, read: stateReader(match, asOn), since: from === undefined ? undefined : { match: from, read: since(from, from.heading) } }];
  });
  const [carer, family, careStarted] = [of("carer"), of("family"), of("care-started")];
  const readSince = careStarted === undefined ? undefined : since(careStarted, "The day a child came into care");
  const births = used.filter((m) => m.target === "birth");

  return {
    child: (row, note) => readChild(row, of, births, asOn, monthFirst, note),
    facts(row, note) {
      const cellOf = (match: ColumnMatch): Cell => row.cells[match.column] ?? EMPTY;
      const facts: Fact[] = [];
      const noteAll = ({ column }: ColumnMatch, notes: readonly string[]): void => notes.forEach((message) => note(column, message));

      const familyName = family === undefined ? undefined : wordsOf(cellOf(family));
      const reads = dates.map((reader) => ({ reader, read: reader.read(cellOf(reader.match)) }));
      const happened = new Set(reads.filter(({ read }) => read.dates.some((d) => d.certainty === "actual")).map(({ reader }) => reader.kind));
      const several = onceInSeveral.length === 0 ? NONE : saidDifferently(reads.flatMap(({ reader, read }) => read.dates.map((d) => ({ kind: reader.kind, ...d }))));
      for (const { reader: { kind, match, plans }, read } of reads) {
        // What was planned is of the past where another column says that it happened.
        if (plans && happened.has(kind) && (read.dates.length === 0 || KINDS[kind].repeats !== true)) continue;
        noteAll(match, read.notes);
        if (several.has(kind)) {
          if (read.dates.length > 0) note(match.column, `Another column has another date. ${KINDS[kind].label} happens once, so neither was used.`);
          continue;
        }
        const named = familyName !== undefined && KINDS[kind].detail?.["family"] !== undefined ? { family: familyName } : {};
        for (const { on, certainty } of read.dates) facts.push({ type: "date", kind, on, certainty, ...named, column: match.column, said: cellOf(match).shown });
      }

      for (const { match, kind, detail, read, since: from } of states) {
        const said = cellOf(match);
        const state = read(said);
        noteAll(match, state.notes);
        const began = from?.read(cellOf(from.match));
        if (from !== undefined && began !== undefined) noteAll(from.match, began.notes);
        const on = began?.on ?? state.from;
        const more = kind === "placement" && carer !== undefined ? detailOf("carer", wordsOf(cellOf(carer))) : {};
        for (const [i, value] of planned(match, state).entries()) {
          const asKind = i > 0 && kind === "primary-plan" ? "parallel-plan" as const : kind;
          facts.push({ type: "state", kind: asKind, detail: { [detail]: value, ...more }, ...(on === undefined || asKind !== kind ? {} : { from: on }), column: match.column, said: said.shown });
        }
        if (state.values.length > 1 && kind === "primary-plan") note(match.column, `${quoted(said.shown)} was taken as the plan first named, with the other as its parallel plan.`);
      }
      if (carer !== undefined && !facts.some((f) => f.kind === "placement")) {
        const name = wordsOf(cellOf(carer));
        if (name !== undefined) facts.push({ type: "state", kind: "placement", detail: { carer: name }, column: carer.column, said: cellOf(carer).shown });
      }
      if (careStarted !== undefined && readSince !== undefined) {
        const began = readSince(cellOf(careStarted));
        noteAll(careStarted, began.notes);
        if (began.on !== undefined) facts.push({ type: "state", kind: "looked-after", detail: {}, from: began.on, column: careStarted.column, said: cellOf(careStarted).shown });
      }
      return { facts, familyUnsaid: familyName !== undefined && !facts.some((f) => f.type === "date" && f.family !== undefined) };
    },
  };
}

const NONE: ReadonlySet<Kind> = new Set();

/** What happens once, and two columns say on different days: those of one certainty that do not agree. */
function saidDifferently(dates: readonly { readonly kind: Kind; readonly on: Day; readonly certainty: string }[]): ReadonlySet<Kind> {
  const once = dates.filter(({ kind }) => KINDS[kind].repeats !== true);
  return new Set(once.filter((a) => once.some((b) => a.kind === b.kind && a.on !== b.on && (a.certainty === "actual") === (b.certainty === "actual"))).map((d) => d.kind));
}

/** Of several plans in one cell, the plan and one beside it; of several barriers, all. */
const planned = ({ target }: ColumnMatch, { values }: StateRead): readonly string[] => (target === "barrier" ? values : values.slice(0, 2));

const detailOf = (name: string, value: string | undefined): Readonly<Record<string, string>> => (value === undefined ? {} : { [name]: value });

/** Words that name somebody or something; nothing for “n/a” and the like. */
function wordsOf(cell: Cell): string | undefined {
  if (cell.type === "empty" || cell.type === "error" || saidWithoutDate(cell.shown) !== "unknown") return undefined;
  return cell.shown.replaceAll(/\s+/g, " ");
}

function readChild(
  row: GridRow, of: (target: Target) => ColumnMatch | undefined, births: readonly ColumnMatch[], asOn: Day, monthFirst: ReadonlyMap<number, string>, note: Note,
): RowChild & { readonly several?: boolean } {
  const at = (target: Target): { readonly cell: Cell; readonly column: number } => {
    const column = of(target)?.column ?? -1;
    return { cell: row.cells[column] ?? EMPTY, column };
  };
  const child: { -readonly [K in keyof RowChild]: RowChild[K] } & { several?: boolean } = {};
  const id = at("local-id");
  const read = readId(id.cell);
  if (read.localId !== undefined) child.localId = read.localId;
  if (read.wrong !== undefined) {
    note(id.column, read.wrong);
    if (/more than one/.test(read.wrong)) child.several = true;
  }

  const name = at("name");
  const said = wordsOf(name.cell);
  if (said !== undefined) {
    const { givenName, familyName, beside, wrong } = readName(said);
    if (wrong !== undefined) {
      note(name.column, wrong);
      child.several = true;
    }
    const written = said.replace(/[([].*$/s, "").trim();
    if (wrong === undefined && written !== "") child.name = written;
    if (givenName !== undefined) child.givenName = givenName;
    if (familyName !== undefined) child.familyName = familyName;
    if (beside !== undefined) readBeside(beside, child, asOn);
  }
  const [given, family] = [wordsOf(at("given-name").cell), wordsOf(at("family-name").cell)];
  if (given !== undefined) child.givenName = readName(`${family ?? "X"}, ${given}`).givenName ?? given;
  if (family !== undefined) child.familyName = readName(`${family}, X`).familyName ?? family;

  for (const { column, heading } of births) {
    const { bornOn, expectedOn, notes } = readBirth(row.cells[column] ?? EMPTY, asOn, isEstimatedBirth(heading) && !/\bdob\b|birth/i.test(heading), monthFirst.get(column));
    for (const message of notes) note(column, message);
    if (bornOn !== undefined) child.bornOn = bornOn;
    if (expectedOn !== undefined) child.expectedOn = expectedOn;
  }

  const sex = at("sex");
  const code = codeOf(sex.cell.shown, SEX_WORDS);
  if (code !== undefined) child.sex = code;
  else if (wordsOf(sex.cell) !== undefined) note(sex.column, `${quoted(sex.cell.shown)} is not known here as a sex. Known are ${SEX_WORDS.known}, and the words for them.`);
  const [ethnicity, group] = [wordsOf(at("ethnicity").cell), at("sibling-group").cell];
  if (ethnicity !== undefined) child.ethnicity = ethnicity;
  if (wordsOf(group) !== undefined && !/^\d$/.test(group.shown)) child.siblingGroup = group.shown.replaceAll(/\s+/g, " ");
  return child;
}

/** “EDD 3/1/27” or an id, in brackets after a name. */
function readBeside(beside: string, child: { localId?: string; bornOn?: Day; expectedOn?: Day }, asOn: Day): void {
  if (/^[A-Z]{0,4}\d{3,}$/i.test(beside)) {
    child.localId ??= beside;
    return;
  }
  if (!/edd|due|dob|born|unborn/i.test(beside)) return;
  const { bornOn, expectedOn } = readBirth({ type: "text", shown: beside }, asOn, false);
  if (bornOn !== undefined) child.bornOn = bornOn;
  if (expectedOn !== undefined) child.expectedOn = expectedOn;
}
