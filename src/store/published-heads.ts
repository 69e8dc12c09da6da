import type { Book } from "./tables.ts";

/** Where a chain had got to at an instant, as it was written down outside the database. */
export interface PublishedHead {
  readonly authority: string;
  readonly book: Book;
  readonly number: number;
  /** SHA-256 in hexadecimal, lower case. */
  readonly hash: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What came of comparing the chains with published heads. */
export interface HeadsChecked {
  readonly checked: number;
  /** The chains still go through so many of them: nothing before those was changed, removed or added since. */
  readonly holding: number;
  /** Heads of other organisations, where one alone was looked at. */
  readonly leftOut: number;
  /** The earliest head that its chain no longer goes through. What was changed is numbered after `after`, and not after `number`. */
  readonly firstBroken: (PublishedHead & { readonly after: number }) | null;
}

export function headsChecked(published: readonly PublishedHead[], holding: ReadonlySet<PublishedHead>, only: string | undefined): HeadsChecked {
  const mine = published.filter(({ authority }) => only === undefined || authority === only);
  const inOrder = [...mine].sort((a, b) => compare(a.at, b.at) || compare(a.authority, b.authority) || compare(a.book, b.book) || a.number - b.number);
  const broken = inOrder.find((head) => !holding.has(head));
  const before = mine.filter((head) => holding.has(head) && head.authority === broken?.authority && head.book === broken.book && head.number < broken.number);
  return {
    checked: mine.length, holding: mine.filter((head) => holding.has(head)).length, leftOut: published.length - mine.length,
    firstBroken: broken === undefined ? null : { ...broken, after: Math.max(0, ...before.map(({ number }) => number)) },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
