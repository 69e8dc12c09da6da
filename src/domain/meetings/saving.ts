/** A box as it stands: its words, and from which window they were last saved. */
export interface BoxStands {
  readonly text: string;
  /** Rises with each save. */
  readonly revision: number;
  /** The window whose words these are, and how many it had sent by then; null where they came from a form or from beside. */
  readonly typedIn: string | null;
  readonly nth: number | null;
}

/** What somebody sends of a box. */
export interface Typing {
  readonly text: string;
  /** The revision that they had before them; 0: an empty box. */
  readonly basedOn: number;
  /** The window it was typed in, and which of its sends this is, from 1; none of a form without scripts. */
  readonly from?: { readonly window: string; readonly nth: number };
}

/** Why words are kept beside a box and not in it. */
export const BESIDE_BECAUSE = { "same-time": "Typed at the same time", "without-pen": "Suggested", "correction": "Correction" } as const;
export type BesideBecause = keyof typeof BESIDE_BECAUSE;

export type SaveDecision =
  /** The box says so already, or says what was typed after it. */
  | { readonly do: "nothing" }
  | { readonly do: "save"; readonly over: number }
  | { readonly do: "beside"; readonly because: BesideBecause };

/** Words as they are kept: line ends as one character, whatever sent them. */
export const asKept = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

/**
 * What becomes of words that were typed: nothing is ever thrown away. The pen holder’s go into the box; anybody else’s are a
 * suggestion beside it; of the locked, a correction. Where somebody else’s words came into the box meanwhile, both are kept. A
 * window that goes on typing after the answer to its last save was lost goes on with its own words. Pure; total.
 */
export function decideSave(stands: BoxStands | undefined, typing: Typing, { holdsPen, locked }: { readonly holdsPen: boolean; readonly locked: boolean }): SaveDecision {
  if (typing.text === (stands?.text ?? "")) return { do: "nothing" };
  const own = typing.from !== undefined && stands !== undefined && stands.typedIn === typing.from.window;
  if (own && typing.from.nth <= (stands.nth ?? 0)) return { do: "nothing" };
  if (locked) return { do: "beside", because: "correction" };
  if (!holdsPen) return { do: "beside", because: "without-pen" };
  const over = stands?.revision ?? 0;
  return own || over <= typing.basedOn ? { do: "save", over } : { do: "beside", because: "same-time" };
}

/** What is made of words beside a box: put in its place, put after it, or left as they are. */
export const SETTLINGS = { taken: "Taken", joined: "Joined", left: "Left out" } as const;
export type Settling = keyof typeof SETTLINGS;

/** What a box says once words beside it were settled. */
export function settled(stands: string, beside: string, as: Settling): string {
  if (as === "left") return stands;
  if (as === "taken" || stands.trim() === "") return beside;
  return stands.includes(beside) ? stands : `${stands.trimEnd()}\n${beside}`;
}
