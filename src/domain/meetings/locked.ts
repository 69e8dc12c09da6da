import type { MeetingState } from "./meeting.ts";

/** States in which what is typed in the room goes into the minutes; before the meeting too, where it is prepared, and after it, until the minutes are confirmed. */
export const TYPED_IN = ["planned", "agenda-sent", "open", "held"] as const satisfies readonly MeetingState[];

/** Whether words may still go into a meeting’s minutes, or why not. What is typed all the same is kept beside them. Pure; total. */
export function mayType({ state }: { readonly state: MeetingState }): true | { readonly because: string } {
  switch (state) {
    case "confirmed": return { because: "The minutes were confirmed and are locked. What you type is kept, and can be made a correction that stands beside them" };
    case "cancelled": return { because: "The meeting was cancelled. What you type is kept, but is in nobody’s minutes" };
    default: return true;
  }
}

/** Whether what was typed of a child is not, or no longer, on the child’s record as it stands. Instants as they are kept. Pure. */
export const isUnwritten = (texts: readonly { readonly text: string; readonly savedAt: string }[], concludedAt: string | null): boolean =>
  concludedAt === null ? texts.some(({ text }) => text.trim() !== "") : texts.some(({ savedAt }) => savedAt > concludedAt);
