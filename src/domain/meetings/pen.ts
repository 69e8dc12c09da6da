/** Who writes, and to whom that was offered; accounts. */
export interface Pen {
  readonly holder: string | null;
  readonly offeredTo: string | null;
}

/** How long a holder must be gone before another takes the pen from them. */
export const GONE_MS = 120_000;

/** How long after they were last seen somebody still counts as in the room. */
export const HERE_MS = 50_000;

export type PenMove = "take" | "offer" | "accept" | "refuse" | "lay-down";
export const PEN_MOVES: ReadonlySet<string> = new Set<PenMove>(["take", "offer", "accept", "refuse", "lay-down"]);

export interface PenAsked {
  readonly by: string;
  /** Milliseconds since the holder was last seen in the room; nothing where they never were. */
  readonly holderSeenAgo: number | undefined;
  /** Whom it is offered to. */
  readonly to?: string;
  /** Who may hold it: whoever may hold meetings of the organisation. */
  readonly mayHold: (account: string) => boolean;
}

/** Whether somebody may take the pen as things are, without being offered it. */
export const mayTake = ({ holder }: Pen, { by, holderSeenAgo, mayHold }: PenAsked): boolean =>
  mayHold(by) && holder !== by && (holder === null || holderSeenAgo === undefined || holderSeenAgo >= GONE_MS);

/** The pen after a move, or why it cannot be. Pure. */
export function movePen(pen: Pen, move: PenMove, asked: PenAsked): Pen | { readonly refused: string } {
  const { by, to, mayHold } = asked;
  if (!mayHold(by)) return { refused: "Only somebody who may hold this meeting can hold the pen. What you type is kept as a suggestion" };
  switch (move) {
    case "take":
      return pen.holder === by ? pen : mayTake(pen, asked) ? { holder: by, offeredTo: null } : { refused: "Somebody else holds the pen and is here. Ask them to hand it to you" };
    case "offer":
      if (pen.holder !== by) return { refused: "Only whoever holds the pen can hand it on" };
      if (to === undefined || to === by || !mayHold(to)) return { refused: "Choose somebody else who is here and may hold the meeting" };
      return { holder: by, offeredTo: to };
    case "accept":
      return pen.offeredTo === by ? { holder: by, offeredTo: null } : { refused: "The pen is no longer offered to you" };
    case "refuse":
      return pen.offeredTo === by ? { holder: pen.holder, offeredTo: null } : pen;
    case "lay-down":
      return pen.holder === by ? { holder: null, offeredTo: null } : { refused: "Only whoever holds the pen can lay it down" };
  }
}
