import type { Case } from "../chronology/fold.ts";
import { isPeriodKind } from "../chronology/kinds.ts";
import { type Day, dayInWords, daysBetween } from "../dates/day.ts";
import type { Clock } from "./clock.ts";
import { stopsOf } from "./compile.ts";
import { declinedBy } from "./declined.ts";
import { NAMED_OCCASIONS } from "./named.ts";
import { momentsOf, occasionInWords } from "./occasions.ts";
import type { Occasion, Standard } from "./standard.ts";
import { anyOf, daysInWords, entryOnInWords, momentInWords } from "./words.ts";

/** What stopped the clock and how early or late; or since when it no longer applies and why; or what would stop it. */
export function endInWords(clock: Clock, s: Standard, c: Case): string {
  const { stoppedOn, mootOn } = clock;
  if (stoppedOn !== null) {
    const entry = c.entries.find((e) => e.number === clock.stoppedBy);
    return `Stopped by ${entry === undefined ? dayInWords(stoppedOn) : entryOnInWords(entry, stoppedOn)}${marginInWords(clock, s, stoppedOn)}.`;
  }
  if (mootOn !== null) return `It no longer applies from ${dayInWords(mootOn)}: ${whyMoot(clock, mootOn, s, c)}.`;
  const stops = wouldStop(s).map(occasionInWords);
  return stops.length === 0 ? "" : `It would be stopped by ${anyOf(stops)}.`;
}

function wouldStop(s: Standard): readonly Occasion[] {
  const all = "also" in s ? [...stopsOf(s), ...s.also] : stopsOf(s);
  if (s.shape !== "limit") return all;
  const ends = s.starts.flatMap((o) => ("kind" in o && isPeriodKind(o.kind) ? [{ ...o, edge: "end" as const }] : []));
  return [...ends, ...all];
}

function marginInWords({ dueOn, flags }: Clock, s: Standard, stoppedOn: Day): string {
  if (dueOn === null) return "";
  const days = daysBetween(stoppedOn, dueOn);
  if (flags.includes("not-before")) return days > 0 ? `, ${daysInWords(days)} too soon` : "";
  if (days === 0) return ", on the last day";
  if (days > 0) return `, ${daysInWords(days)} early`;
  return `, ${daysInWords(-days)} ${s.shape === "limit" || s.shape === "rolling-sum" ? "too long" : "late"}`;
}

function whyMoot(clock: Clock, mootOn: Day, s: Standard, c: Case): string {
  const answer = clock.flags.includes("declined") ? declinedBy(clock, c) : undefined;
  if (answer !== undefined) return `it was answered “not appropriate for this child”, because: ${String(answer.detail["why"] ?? "").replace(/[.\s]+$/, "")}`;
  for (const occasion of "moot" in s ? s.moot : []) {
    const ending = momentsOf(c, [occasion], "actual").find((m) => m.on === mootOn);
    if (ending !== undefined) return `${"named" in occasion ? `${NAMED_OCCASIONS[occasion.named].says}, by ` : ""}${momentInWords(ending)}`;
  }
  if (s.lapses && s.effect.until === mootOn) return "the standard is no longer in force";
  const again = momentsOf(c, s.starts, "fixed").find((m) => m.on === mootOn && m.entry.number !== clock.startedBy);
  return again === undefined ? "what it ran from has ended" : `it began again with ${momentInWords(again)}`;
}
