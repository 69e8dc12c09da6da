import type { Entry } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";

/** What goes when one entry is erased. */
export interface Erasing {
  readonly entry: Entry;
  /** It, every entry that it stands in the place of or that stands in its place, and every one that says the very same; by number. */
  readonly together: readonly Entry[];
  /** Entries that speak of one of these by its number, and stay. */
  readonly speakOfIt: readonly Entry[];
  /** Earlier periods that recording one of these ended, and that stay ended on its day. */
  readonly ended: readonly Entry[];
}

/** What goes with an entry of a record, by its number; nothing where there is none such. `all`: superseded and withdrawn entries too. */
export function erasing(all: readonly Entry[], number: number): Erasing | undefined {
  const entry = all.find((e) => e.number === number);
  if (entry === undefined) return undefined;
  const going = new Set([number]);
  const saying = new Set([sayingOf(entry)]);
  for (let before = 0; before < going.size; ) {
    before = going.size;
    for (const e of all) {
      const linked = e.supersedes !== undefined && (going.has(e.number) || going.has(e.supersedes));
      if (!linked && !going.has(e.number) && !saying.has(sayingOf(e))) continue;
      for (const one of linked ? [e.number, e.supersedes as number] : [e.number]) going.add(one);
      saying.add(sayingOf(e));
    }
  }
  const together = all.filter((e) => going.has(e.number)).toSorted((a, b) => a.number - b.number);
  const speakOfIt = all.filter((e) => !going.has(e.number) && REFERRING.some((field) => going.has(Number(e.detail[field] ?? 0))));
  const began = new Set(together.map((e) => `${e.kind} ${e.happenedOn}`));
  const ended = all.filter((e) => !going.has(e.number) && e.cause === "ended" && e.until !== undefined && began.has(`${e.kind} ${e.until}`));
  return { entry, together, speakOfIt, ended };
}

/** The details that hold the number of another entry. */
const REFERRING = ["request", "challenge"] as const;

const sayingOf = ({ kind, happenedOn, until, detail }: Entry): string =>
  JSON.stringify([kind, happenedOn, until ?? null, Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** What says how the record itself is kept is never erased, and what to do instead. */
const KEPT: Partial<Record<Kind, string>> = {
  "record-sealed": "A seal is undone on its own page",
  "seal-undone": "That a seal was undone stays on the record",
  "moved-authority": "A move between authorities stays on the record",
  "came-from-authority": "A move between authorities stays on the record",
  "document-released": "What was released to the birth family is part of the disclosure record, which is never destroyed",
  "legal-hold": "A legal hold is ended, and stays on the record",
};

/** Why these cannot be erased for what they are; nothing where they can. */
export function neverErased(together: readonly Entry[]): string | undefined {
  for (const { kind } of together) {
    const why = KEPT[kind];
    if (why !== undefined) return `${KINDS[kind].label}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
  }
  return undefined;
}

const SHORTEST = 4;

/** What of these might be found elsewhere, written by people or taken from files: their texts, as typed. */
export function textsOf(together: readonly Entry[]): readonly string[] {
  const texts = together.flatMap((e) => [...Object.values(e.detail), e.reason]).filter((text): text is string => typeof text === "string");
  const coded = new Set(together.flatMap((e) => Object.values(KINDS[e.kind].detail ?? {}).flatMap((field) => Object.keys(field.codes ?? {}))));
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text.length >= SHORTEST && !coded.has(text));
}

/** What stands in the place of words that were erased. */
export const ERASED = "Erased by law";

/**
 * A preview of an import, or what somebody has begun to type, without what was erased: lines about the child go, and any words
 * that hold one of the texts say so instead. Gives the very same value where nothing was found.
 */
export function withoutErased(value: unknown, localId: string, texts: readonly string[]): unknown {
  if (typeof value === "string") return texts.some((text) => value.includes(text)) ? ERASED : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const left = value.filter((one) => !isAbout(one, localId)).map((one) => withoutErased(one, localId, texts));
    return left.length === value.length && left.every((one, i) => one === value[i]) ? value : left;
  }
  const pairs = Object.entries(value).map(([key, one]) => [key, one, withoutErased(one, localId, texts)] as const);
  return pairs.every(([, before, after]) => before === after) ? value : Object.fromEntries(pairs.map(([key, , after]) => [key, after]));
}

const isAbout = (one: unknown, localId: string): boolean => typeof one === "object" && one !== null && "localId" in one && one.localId === localId;
