import { instantInWords } from "../../../app/london-time.ts";
import type { ProofPage } from "../../../app/proof/open-proof.ts";
import { counted } from "../../../domain/words.ts";

type Run = NonNullable<ProofPage["latest"]>;
type Result = NonNullable<Run["result"]>;

/** What each book is called. */
export const BOOKS = { entry: "Chronology", audit: "Commands", access: "Access log" } as const;

const PLACES = { entry: "chronology, entry", audit: "commands, number", access: "access log, batch", projection: "lists, of the record whose latest entry is" } as const;

/** How it went, in a few words; the colour behind them says no more. */
export function outcomeOf({ result, failure }: Run): { readonly words: string; readonly isBad: boolean } {
  if (failure !== null) return { words: failure === "stopped" ? "Cut short: the program was stopped" : `Could not be finished (${failure})`, isBad: true };
  if (result?.firstBroken === null && !result.ok) return { words: "Not as it was published", isBad: true };
  return result?.ok === true ? { words: "As it was written", isBad: false } : { words: "Not as it was written", isBad: true };
}

/** Where the record is first not as it was written. */
export const placeInWords = ({ authority, book, number }: NonNullable<Result["firstBroken"]>): string =>
  (book === "projection" && number === 0 ? `${authority}, lists: something of no record` : `${authority}, ${PLACES[book]} ${number.toLocaleString("en-GB")}`);

const MISTYPED = "Or the head itself is mistyped, or of another system: compare it with the copy it was taken from";

/** What came of comparing with published heads. */
export function headsInWords({ checked, leftOut, firstBroken }: NonNullable<Result["heads"]>): string {
  const others = leftOut === 0 ? "" : `; ${counted(leftOut, "head")} of other organisations left out`;
  if (firstBroken === null) return `The chains go through ${checked === 1 ? "the head" : `all ${checked} heads`} given${others}`;
  const { book, number, at, after } = firstBroken;
  if (number === 0) return `The head of ${instantInWords(at)} does not hold: no chain of ${BOOKS[book].toLowerCase()} begins so. ${MISTYPED}${others}`;
  return `The head of ${instantInWords(at)} does not hold: in ${BOOKS[book].toLowerCase()}, something numbered from ${(after + 1).toLocaleString("en-GB")} to ${number.toLocaleString("en-GB")} was changed, removed or added since. ${MISTYPED}${others}`;
}

export const progressInWords = ({ done, total }: Run): string => `Proving: ${total === 0 ? 0 : Math.floor((done / total) * 100)}%`;
