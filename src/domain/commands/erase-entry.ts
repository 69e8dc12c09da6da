import type { Role } from "../access/role.ts";
import type { Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { type Erasing, erasing, neverErased } from "../records/erasing.ts";
import { retentionOf } from "../records/retention.ts";
import { said } from "./challenge-input.ts";
import type { Refusal } from "./command.ts";

export interface EraseInput {
  readonly number: number;
  readonly why: string;
  /** On whose authority: a name and office, or a decision. */
  readonly authority: string;
  /** The account of the colleague whom whoever erases says they asked: nothing here asks them. */
  readonly askedOf: string;
  /** The number of the entry, typed again. */
  readonly again: string;
}

/** Characters of a reason: what is longer repeats what is to go. */
export const LONGEST_WHY = 2_000;

/** Of whom it may be asked: those who answer for the service, and the adoption records officer. */
export const ASKED_ROLES: ReadonlySet<Role> = new Set<Role>(["team-manager", "service-manager", "assistant-director", "adoption-records"]);

/** A colleague who may be named as asked. */
export interface MayBeAsked {
  readonly account: string;
}

export type EraseDecision = { readonly accepted: true; readonly erasing: Erasing } | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** Why an entry of a record cannot be erased at all; nothing where it can. `all`: everything the record holds. */
export function cannotErase(all: readonly Entry[], { together }: Erasing, today: Day): string | undefined {
  const c = fold(all);
  if (retentionOf(c, today).holds.length > 0) return "This record is on legal hold: nothing of it is erased while the hold runs. End the hold first, if you may";
  const sealed = c.entries.findLast((e) => e.kind === "record-sealed" || e.kind === "seal-undone")?.kind === "record-sealed";
  if (sealed && together.some((e) => e.kind === "adoption-order")) return "This record is sealed because of this adoption order. Undo the seal first";
  if (together.some((e) => e.kind === "restriction" && c.entries.includes(e) && (e.until === undefined || e.until > today))) return "This restriction still keeps people out of the record. End it first";
  return neverErased(together);
}

/** Decides that an entry entered on the wrong child is erased, with all that goes with it. It is not undone. */
export function eraseEntry(all: readonly Entry[], input: EraseInput, colleagues: readonly MayBeAsked[], today: Day): EraseDecision {
  const found = erasing(all, input.number);
  if (found === undefined) return { accepted: false, refusals: [{ field: "again", message: "This entry has been erased since, or was never here. Nothing has been changed" }] };
  const refusals: Refusal[] = [];
  const never = cannotErase(all, found, today);
  if (never !== undefined) refusals.push({ field: "again", message: never });
  said(input.why, "why", "Say why it is erased, without repeating what it says", refusals);
  said(input.authority, "authority", "Say on whose authority it is erased, such as an office and the day they decided", refusals);
  for (const field of ["why", "authority"] as const) if (input[field].length > LONGEST_WHY) refusals.push({ field, message: `Use at most ${LONGEST_WHY} characters` });
  if (!colleagues.some(({ account }) => account === input.askedOf)) refusals.push({ field: "askedOf", message: "Choose the colleague whom you asked. It cannot be yourself" });
  if (input.again.trim() !== String(input.number)) refusals.push({ field: "again", message: `Type the number of the entry again, ${input.number}, to show that it is this one` });
  return refusals.length > 0 ? { accepted: false, refusals } : { accepted: true, erasing: found };
}
