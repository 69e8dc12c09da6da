import { isAgencyKind, isMeetingKind } from "../agency/shown.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { dayInWords } from "../dates/day.ts";
import type { Case } from "../chronology/fold.ts";
import type { Refusal } from "./command.ts";

/** What is written by a command of its own is neither recorded nor corrected by hand. */
export function notByHand(kind: Kind): readonly Refusal[] {
  const { notByHand: why } = KINDS[kind];
  return why === undefined ? [] : [{ field: "kind", message: why }];
}

/**
 * A sign-off is recorded once: it is not taken back, nor is a request that somebody has signed. So with a challenge. Who may
 * open a record, its seal and its holds end by commands of their own; who sees a profile may have been said in error.
 */
export function notTakenBack(c: Case, old: Entry): readonly Refusal[] {
  if (KINDS[old.kind].chapter === "records" && old.kind !== "profile-moved") return [{ field: "reason", message: "Who may open this record, its seal and its holds are changed on pages of their own. They are not withdrawn by hand" }];
  if (old.kind === "difference-settled") return [{ field: "reason", message: "What was said of a difference stands. Settle it anew on the page of agency and authority" }];
  if (isMeetingKind(old.kind) || old.kind === "agency-meeting") return [{ field: "reason", message: "This comes of a tracking meeting. It is put right in the minutes of that meeting, on its own pages" }];
  if (isAgencyKind(old.kind)) return [{ field: "reason", message: "This is the regional agency’s own. They change and withdraw it on the page of agency and authority" }];
  if (old.kind === "challenge-answered" || old.kind === "challenge-escalated" || old.kind === "challenge-resolved") {
    return [{ field: "reason", message: "What was said of a challenge stands. Answer it, take it further or resolve it on the child’s challenges page" }];
  }
  const followed = old.kind === "challenge-raised" && c.entries.some((e) => e.detail["challenge"] === old.number);
  if (followed) return [{ field: "reason", message: "This challenge has been answered, taken further or resolved, so it can no longer be withdrawn. Say on the child’s challenges page how it was resolved" }];
  if (old.kind === "extension-signed-off") {
    return [{ field: "reason", message: "A sign-off is recorded once and cannot be withdrawn. If more or less time is needed, ask for another extension" }];
  }
  const signed = old.kind === "extension-requested" ? c.of("extension-signed-off").find((e) => e.detail["request"] === old.number) : undefined;
  return signed === undefined ? [] : [{ field: "reason", message: `This request was signed on ${dayInWords(signed.happenedOn)}, so it can no longer be withdrawn` }];
}
