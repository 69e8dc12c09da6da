/**
 * Opening what is behind the wall: asked by one person with a reason, agreed by another, begun by the first within a day,
 * and over after half an hour. The same agreement, asked for as `undo`, is what undoing a seal takes.
 */
export const DISCLOSURE_FOR = {
  open: "Open the adoptive identity",
  undo: "Undo the seal",
} as const;
export type DisclosureFor = keyof typeof DISCLOSURE_FOR;

export const DISCLOSURE_STATES = ["asked", "agreed", "refused", "opened", "ended"] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];

/** How long each step is good for, in minutes: to be agreed, to be begun once agreed, and to look. */
export const GOOD_FOR = { asked: 14 * 24 * 60, agreed: 24 * 60, opened: 30 } as const;

/** Instants are ISO 8601 in UTC, so that the earlier comes first in the alphabet. */
export interface Disclosure {
  readonly id: string;
  readonly authority: string;
  readonly recordId: string;
  /** The authority’s own id of the record before the adoption. */
  readonly localId: string;
  readonly wanted: DisclosureFor;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly why: string;
  readonly state: DisclosureState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusedBecause: string | null;
  readonly openedAt: string | null;
  /** Until when the step it is at is good. */
  readonly goodUntil: string;
}

/** Where it stands at an instant: what ran out of time has lapsed. */
export type DisclosureStanding = DisclosureState | "lapsed";
export const standingAt = ({ state, goodUntil }: Disclosure, now: string): DisclosureStanding =>
  state === "refused" || state === "ended" || now < goodUntil ? state : state === "opened" ? "ended" : "lapsed";

/** Why this person cannot agree to it or refuse it; nothing where they can. */
export function whyNotDecide(disclosure: Disclosure, account: string, now: string): string | undefined {
  if (disclosure.askedBy === account) return "You asked for this yourself. Somebody else has to agree";
  switch (standingAt(disclosure, now)) {
    case "asked": return undefined;
    case "lapsed": return "Nobody agreed in time, or it was not used in time. It can be asked for again";
    default: return "This has been decided already";
  }
}

/** Why this person cannot use it now; nothing where they can. */
export function whyNotUse(disclosure: Disclosure, account: string, now: string): string | undefined {
  if (disclosure.askedBy !== account) return "Somebody else asked for this, and it is agreed for them alone";
  switch (standingAt(disclosure, now)) {
    case "agreed": return undefined;
    case "opened": return disclosure.wanted === "open" ? undefined : "This has been used already";
    case "asked": return "Nobody has agreed to this yet";
    case "refused": return "This was refused";
    case "lapsed": return "The agreement was not used in time. Ask again";
    case "ended": return "The time to look is over. Ask again if you still need it";
  }
}
