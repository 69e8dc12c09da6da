import type { DecidingRoles } from "../access/decides.ts";
import type { Draft, Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { KIND_CODES, type Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { EntryInput, Refusal } from "./command.ts";
import { correctEntry, type CorrectionInput } from "./correct-entry.ts";
import { onlyTheirOwn } from "./decided-by.ts";
import { parseEntryInput } from "./entry-input.ts";
import { recordEntry } from "./record-entry.ts";
import type { RecordType } from "./rules.ts";

/** A refusal of one of several inputs: `index` is its place among them, from 0. */
export interface RefusalOf extends Refusal {
  readonly index: number;
}

export type EntriesDecision =
  /** `after`: the case as it will be, with numbers of its own for what is not yet written. */
  | { readonly accepted: true; readonly drafts: readonly Draft[]; readonly after: Case }
  | { readonly accepted: false; readonly refusals: readonly RefusalOf[] };

/** One thing that a form says: something new, or of an entry in force by its number what it now says. No entry twice. */
export type EntryAnswer = EntryInput | CorrectionInput;
const isCorrection = (input: EntryAnswer): input is CorrectionInput => "number" in input;

/**
 * Adds several entries to one record, or puts them in the place of others: all of them or none. They are judged in the order of their days,
 * so that what must come first may be among them, in whatever order they were typed. `roles`: those in
 * which whoever asks may decide. A refusal says which input it is about.
 */
export function recordEntries(c: Case, inputs: readonly EntryAnswer[], today: Day, recordType: RecordType, roles: DecidingRoles): EntriesDecision {
  let known = c;
  const coming: Entry[] = [];
  const refusals: RefusalOf[] = [];
  for (const { input, index } of inOrder(inputs)) {
    const one = isCorrection(input) ? correctEntry(known, input, today, recordType) : recordEntry(known, input, today, recordType);
    const decision = onlyTheirOwn(one, known, roles);
    if (!decision.accepted) {
      refusals.push(...decision.refusals.map((refusal) => ({ ...refusal, index })));
      continue;
    }
    for (const draft of decision.drafts) join(coming, draft, numberAfter(c, coming));
    known = fold([...everWritten(c), ...coming]);
  }
  if (refusals.length > 0) return { accepted: false, refusals: refusals.sort((a, b) => a.index - b.index) };
  return { accepted: true, drafts: coming.map(draftOf), after: known };
}

/** Those by their days; of one day, as the line has their kinds. What cannot be read comes last, to be refused. */
function inOrder(inputs: readonly EntryAnswer[]): readonly { readonly input: EntryAnswer; readonly index: number }[] {
  const all = inputs.map((input, index) => {
    const parsed = parseEntryInput(input);
    const on = "draft" in parsed ? parsed.draft.happenedOn : "9999";
    return { input, index, by: `${on} ${String(KIND_CODES.indexOf(input.kind as Kind) + 1).padStart(4, "0")}` };
  });
  return all.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.index - b.index));
}

/** What takes the place of something that is itself only coming is that thing, as it will then be: a number not yet given cannot be superseded. */
function join(coming: Entry[], draft: Draft, number: number): void {
  const at = coming.findIndex((e) => e.number === draft.supersedes);
  if (at === -1) {
    coming.push({ ...draft, number, recordedAt: NOT_YET, recordedBy: "" });
    return;
  }
  const old = coming[at]!;
  const { supersedes: _coming, cause: _cause, ...said } = draft;
  coming[at] = {
    ...said, number: old.number, recordedAt: NOT_YET, recordedBy: "",
    ...(old.supersedes === undefined ? {} : { supersedes: old.supersedes }), ...(old.cause === undefined ? {} : { cause: old.cause }),
  };
}

/** After everything that is written: the last instant there is. */
const NOT_YET = "9999-12-31T00:00:00.000Z";

const everWritten = (c: Case): readonly Entry[] => [...c.entries, ...c.withdrawn, ...[...c.history.values()].flat()];

const numberAfter = (c: Case, coming: readonly Entry[]): number =>
  Math.max(0, ...everWritten(c).map((e) => e.number), ...coming.map((e) => e.number)) + 1;

function draftOf({ number: _number, recordedAt: _at, recordedBy: _by, ...draft }: Entry): Draft {
  return draft;
}
