import type { Draft, Entry } from "../../../domain/chronology/entry.ts";
import { type Kind } from "../../../domain/chronology/kinds.ts";
import { detailsInWords, NOT_SHOWN, whenInWords } from "../child/words.ts";

/** What people do for several children most, in the words they ask for it by. */
export const COMMON: ReadonlyMap<Kind, string> = new Map<Kind, string>([
  ["matching-panel", "Matching panel: plan the date, or record it"],
  ["review", "Looked-after review: plan the date, or record it"],
  ["tracking-meeting", "Tracking meeting: plan the date, or record it"],
  ["allocated-worker", "Change of social worker"],
  ["family-finder", "Change of family finder"],
  ["responsible-team", "Change of team"],
]);

export type Names = ReadonlyMap<string, string>;

/** “Ash Rowan, 20 May 2026 to now (actual)”; “14 January 2027 (planned). Note: papers are late”. */
export function entryInWords(e: Entry | Draft, names: Names): string {
  const entry: Entry = { number: 0, recordedAt: "", recordedBy: "", ...e };
  const whose = entry.detail["worker"] ?? entry.detail["team"];
  const rest = detailsInWords(entry).filter(([, text]) => text !== whose && text !== NOT_SHOWN).map(([label, text]) => `. ${label}: ${text}`).join("");
  return `${whose === undefined ? "" : `${names.get(String(whose)) ?? String(whose)}, `}${whenInWords(entry)}${rest}`;
}
