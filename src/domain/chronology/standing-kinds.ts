import type { Kind } from "./kinds.ts";

/** What is true of a child without anything having happened to it: known of somebody who is nobody's concern yet. */
export const STANDING_KINDS: ReadonlySet<Kind> = new Set<Kind>(["birth", "particulars", "previous-permanence"]);
