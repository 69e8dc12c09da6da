import type { Draft, Entry, Source } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { Decision } from "../commands/command.ts";
import { type CorrectionInput, correctEntry } from "../commands/correct-entry.ts";
import { recordEntry } from "../commands/record-entry.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import type { RecogniseWorker } from "./recognise-workers.ts";

/** What every row of a sheet is read with. */
export interface SheetContext {
  /** The day the sheet speaks of: no command knows a later one. */
  readonly asOn: Day;
  readonly worker: RecogniseWorker;
  /** A worker of the record by name, where it is known. */
  readonly workerName: (value: string) => string;
  /** A team’s name as the authority writes it already. */
  readonly team: (said: string) => string;
}

export interface SheetConflict {
  /** The kind, or a part of the particulars: “Given name”. */
  readonly what: string;
  readonly recordSays: string;
  readonly sheetSays: string;
  readonly column: number | null;
}

/** Something of a row that was not written, or not quite as it stands, and why. */
export interface SheetRemark {
  readonly column: number | null;
  readonly message: string;
}

/** What a cell was taken to mean, where it does not say it in so many words. */
export interface Understood {
  readonly column: number | null;
  readonly said: string;
  readonly as: string;
}

/** A name of a sheet that is nobody’s here, or several people’s, and was not put in the place of the worker on record. */
export interface WorkerKept {
  readonly column: number;
  readonly kind: Kind;
  readonly said: string;
  readonly several: boolean;
  /** The worker on record, by name where there is one. */
  readonly recordSays: string;
}

/** Numbers that no entry of a chain has: of what this row has added so far. */
const PENDING = 1e15;

/** A child’s record while a row is set against it: what the row has added so far counts. */
export class Working {
  readonly drafts: Draft[] = [];
  readonly conflicts: SheetConflict[] = [];
  readonly remarks: SheetRemark[] = [];
  readonly understood: Understood[] = [];
  readonly workersKept: WorkerKept[] = [];
  readonly context: SheetContext;
  readonly source: Source;
  readonly #before: Case;
  #entries: readonly Entry[];
  #case: Case;

  constructor(before: Case, source: Source, context: SheetContext) {
    this.#before = before;
    this.#entries = before.entries;
    this.#case = before;
    this.source = source;
    this.context = context;
  }

  /** As the record is, with what the row adds. */
  get case(): Case {
    return this.#case;
  }

  get today(): Day {
    return this.context.asOn;
  }

  /** Records something, or remarks on why it cannot be. */
  record(kind: Kind, happenedOn: Day, certainty: string, detail: Readonly<Record<string, string>>, column: number | null): boolean {
    return this.#take(recordEntry(this.case, { kind, happenedOn, certainty, detail }, this.today, "child", this.source), kind, column);
  }

  /** Puts what the sheet says in the place of an entry, or remarks on why it cannot be. */
  correct(old: Entry, change: Partial<Omit<CorrectionInput, "number" | "kind" | "reason">> & Pick<CorrectionInput, "cause">, column: number | null): boolean {
    const input: CorrectionInput = {
      kind: old.kind, happenedOn: old.happenedOn, certainty: old.certainty, detail: inputDetail(old), ...(old.until === undefined ? {} : { until: old.until }),
      ...change, number: old.number, reason: `As in the sheet of ${dayInWords(this.today)}`,
    };
    return this.#take(correctEntry(this.case, input, this.today, "child", this.source), old.kind, column);
  }

  remark(column: number | null, message: string): void {
    this.remarks.push({ column, message });
  }

  conflict(what: string, recordSays: string, sheetSays: string, column: number | null): void {
    this.conflicts.push({ what, recordSays, sheetSays, column });
  }

  #take(decision: Decision, kind: Kind, column: number | null): boolean {
    if (decision.accepted) for (const draft of decision.drafts) this.#add(draft);
    else this.remark(column, `${KINDS[kind].label} was left out. ${decision.refusals.map((r) => `${r.message}.`).join(" ")}`);
    return decision.accepted;
  }

  #add(draft: Draft): void {
    const replaced = draft.supersedes;
    const pending = replaced === undefined || replaced < PENDING ? undefined : replaced - PENDING;
    const whole = pending === undefined ? draft : inPlaceOf(draft, this.drafts[pending]!);
    if (pending === undefined) this.drafts.push(whole);
    else this.drafts[pending] = whole;
    const number = PENDING + (pending ?? this.drafts.length - 1);
    const entry: Entry = { ...whole, number, recordedAt: `${this.today}T00:00:00.000Z`, recordedBy: "sheet" };
    const rest = this.#entries.filter((e) => e.number !== replaced);
    const at = rest.findIndex((e) => e.happenedOn > entry.happenedOn);
    const entries = at === -1 ? [...rest, entry] : [...rest.slice(0, at), entry, ...rest.slice(at)];
    this.#entries = entries;
    this.#case = { ...this.#before, entries, of: (kind: Kind) => entries.filter((e) => e.kind === kind) };
  }
}

/** What is not yet written is not superseded: one draft takes the other’s place, and stands for what that one stood for. */
function inPlaceOf(draft: Draft, before: Draft): Draft {
  const { supersedes: _supersedes, cause: _cause, reason: _reason, ...rest } = draft;
  const { supersedes, cause, reason } = before;
  return { ...rest, ...(supersedes === undefined ? {} : { supersedes }), ...(cause === undefined ? {} : { cause }), ...(reason === undefined ? {} : { reason }) };
}

/** An entry’s detail as a form would send it. */
export const inputDetail = ({ detail }: Pick<Entry, "detail">): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value === true ? "yes" : value === false ? "no" : String(value)]));

export const isFromSheet = (e: Entry): boolean => e.source.type === "sheet";

/** The last day of which whoever told of the entry could know. */
export const spokeOn = ({ source, recordedAt }: Entry): Day =>
  source.type === "sheet" || source.type === "ssda903" ? source.upTo : (recordedAt.slice(0, 10) as Day);

/** Whether the entry was told by something that knows more than this sheet. */
export const isNewer = (e: Entry, asOn: Day): boolean => spokeOn(e) > asOn;
