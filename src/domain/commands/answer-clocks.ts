import type { Case } from "../chronology/fold.ts";
import { detailOf } from "../chronology/kinds.ts";
import type { Draft } from "../chronology/entry.ts";
import { dayInWords } from "../dates/day.ts";
import { type Clock, isOpen } from "../standards/clock.ts";
import { versionFor } from "../standards/compile.ts";
import { evaluate } from "../standards/evaluate.ts";
import { clockOf } from "../standards/extensions.ts";
import type { Standard } from "../standards/standard.ts";
import { type AnswerWay, answersOf } from "../work/answers.ts";
import { type Answerer, isTheirs } from "../work/whose.ts";
import { answersTogether, type Judging, sameClock } from "./answers-together.ts";
import type { EntryInput, Refusal } from "./command.ts";
import type { DeclineInput } from "./decline-standard.ts";
import { lowerFirst } from "./entry-input.ts";
import { joined } from "./join-inputs.ts";

/** What somebody says of one clock: what was done or is meant to be, or why it is not appropriate. */
export interface ClockAnswer {
  readonly standard: string;
  readonly occurrence: string;
  readonly says: { readonly as: "entry"; readonly input: EntryInput } | { readonly as: "declined"; readonly why: string };
}

/** A refusal of one answer: `line` is its place among them, from 0. */
export interface LineRefusal extends Refusal {
  readonly line: number;
}
export type LinesDecision =
  | { readonly accepted: true; readonly drafts: readonly Draft[] }
  | { readonly accepted: false; readonly refusals: readonly LineRefusal[] };

export interface Answering extends Judging {
  readonly who: Answerer;
}

interface Line {
  readonly line: number;
  readonly clock: Clock;
  readonly version: Standard;
}
type EntryLine = Line & { readonly input: EntryInput };
type DeclinedLine = Line & { readonly input: DeclineInput };

/**
 * Answers clocks of one child, all or none. What a standard asks of the entry that answers it is filled in; what is
 * somebody else’s is recorded as on their behalf; one thing that answers several is recorded once. An answer that
 * would leave its clock running is refused.
 */
export function answerClocks(c: Case, lines: readonly ClockAnswer[], by: Answering): LinesDecision {
  const clocks = evaluate(c, by.pack, by.calendar);
  const refusals: LineRefusal[] = [];
  const entries: EntryLine[] = [];
  const declined: DeclinedLine[] = [];
  for (const [line, { standard, occurrence, says }] of lines.entries()) {
    const clock = clockOf(clocks, standard, Number(occurrence || "1"));
    const version = clock === undefined ? undefined : versionFor(by.pack, clock);
    if (clock === undefined || version === undefined || !isOpen(clock)) refusals.push({ line, field: "standard", message: `${standard} no longer waits for an answer for this child. Open the page again to see what does` });
    else if (says.as === "declined") declined.push({ line, clock, version, input: { standard, occurrence, why: says.why } });
    else {
      const read = asAsked(version, says.input, isTheirs(version.owner, by.who, c) ? undefined : version.owner);
      if ("refusal" in read) refusals.push({ line, ...read.refusal });
      else entries.push({ line, clock, version, input: read.input });
    }
  }
  const together = joined(entries.map(({ input }) => input));
  const decision = answersTogether(c, together.map(({ input }) => input), declined.map(({ input }) => input), by);
  if (!decision.accepted) {
    const lineOf = (of: "entry" | "declined", index: number): number => (of === "declined" ? declined[index]?.line : entries[together[index]?.of[0] ?? 0]?.line) ?? 0;
    // Where nothing else is said at all, that nothing is said is no news.
    const told = entries.length + declined.length === 0 && refusals.length > 0 ? [] : decision.refusals;
    return { accepted: false, refusals: inOrder([...refusals, ...told.map(({ of, index, field, message }) => ({ line: lineOf(of, index), field, message }))]) };
  }
  const then = evaluate(decision.after, by.pack, by.calendar);
  refusals.push(...entries.flatMap((entry) => unanswered(entry, then)));
  return refusals.length > 0 ? { accepted: false, refusals: inOrder(refusals) } : { accepted: true, drafts: decision.drafts };
}

const inOrder = (refusals: readonly LineRefusal[]): readonly LineRefusal[] => refusals.toSorted((a, b) => a.line - b.line);

/** The entry with what the standard asks of it. */
function asAsked(version: Standard, input: EntryInput, onBehalfOf: string | undefined): { readonly input: EntryInput } | { readonly refusal: Refusal } {
  const { ways, keptTo } = answersOf(version);
  const way = ways.find(({ kind }) => kind === input.kind);
  if (way === undefined) return { refusal: { field: "kind", message: keptTo ?? `Choose what answers ${version.id}` } };
  const wrong = notAmong(way, input);
  if (wrong !== undefined) return { refusal: wrong };
  return { input: { ...input, detail: { ...input.detail, ...way.preset, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } } };
}

function notAmong({ kind, among }: AnswerWay, { detail }: EntryInput): Refusal | undefined {
  for (const [name, values] of Object.entries(among)) {
    const { label = name, codes = {} } = detailOf(kind)[name] ?? {};
    if (!values.includes((detail[name] ?? "").trim())) return { field: `detail.${name}`, message: `Choose ${lowerFirst(label)}: ${values.map((v) => codes[v] ?? v).join(", ")}` };
  }
  return undefined;
}

/** Why its clock would still run, for something that has happened; a count may want several. */
function unanswered({ line, clock, version, input }: EntryLine, then: readonly Clock[]): readonly LineRefusal[] {
  const still = input.certainty === "actual" && version.shape !== "cap" ? sameClock(clock, then) : undefined;
  if (still === undefined || !isOpen(still)) return [];
  const from = still.startedOn === null ? "" : `: it runs from ${dayInWords(still.startedOn)}`;
  return [{ line, field: "happenedOn", message: `On that day it would not answer ${version.id}${from}. Check the day, or record it on the child’s own page if it was something else` }];
}
