import { OWNERS } from "../access/role.ts";
import { CERTAINTIES, type Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { dayInWords } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "./compile.ts";
import { dueInWords } from "./explain-due.ts";
import { endInWords } from "./explain-end.ts";
import { dueWithoutExtension, extensionInWords } from "./explain-extension.ts";
import { occasionInWords } from "./occasions.ts";
import { LEGAL_FORCES, type Standard } from "./standard.ts";
import { anyOf, entryName, entryOnInWords } from "./words.ts";

/**
 * Why a clock says what it says, in sentences: what started it, the arithmetic with the
 * days it skipped, what stopped or would stop it, what stands in its way, whose it is,
 * where the evidence should be, and the source. The case is the one the clock came from.
 */
export function explain(clock: Clock, c: Case, pack: CompiledPack, calendar: WorkingCalendar): string {
  const standard = versionFor(pack, clock);
  if (standard === undefined) return `${clock.standard} is not among the standards in use.`;
  const start = c.entries.find((e) => e.number === clock.startedBy);
  const isExtended = clock.flags.includes("extended");
  const ownDue = isExtended ? dueWithoutExtension(clock, c, pack, calendar) : clock.dueOn;
  return [
    start === undefined ? "" : startInWords(clock, standard, start),
    start === undefined ? "" : dueInWords(clock, ownDue, standard, start, c, calendar),
    isExtended ? extensionInWords(clock, standard, c) : "",
    endInWords(clock, standard, c),
    recordedInWords(clock, standard, start),
    clock.flags.includes("provisional") ? "Provisional: the date it runs from is not yet confirmed." : "",
    clock.flags.includes("advisory") ? "Advisory: the wording of its source has not been confirmed, so it never makes a child late." : "",
    `Owner: ${OWNERS[standard.owner]}. Evidence: ${standard.evidence}.`,
    `Source: ${standard.citation.provision} (${standard.citation.source}). ${LEGAL_FORCES[standard.legalForce]}.`,
  ].filter((sentence) => sentence !== "").join(" ");
}

function startInWords(clock: Clock, s: Standard, start: Entry): string {
  if (clock.startedOn === null) {
    return `It runs from ${entryName(start)}, on record from ${dayInWords(start.happenedOn)} (${CERTAINTIES[start.certainty].toLowerCase()}).`;
  }
  const moment = entryOnInWords(start, clock.startedOn === start.until ? clock.startedOn : start.happenedOn);
  return s.shape === "lead-time" || s.shape === "order" ? `It goes by ${moment}.` : `It runs from ${moment}.`;
}

function recordedInWords(clock: Clock, standard: Standard, start: Entry | undefined): string {
  const file = fileInWords(start);
  if (clock.notRecorded && clock.startedOn !== null) {
    const more = clock.stoppedOn === null ? "and nobody has written one down" : "so what came between is not known";
    return `Not recorded: it started in a ${file} ${notCarriedInWords(standard)}, ${more}. It is never late.`;
  }
  if (clock.notRecorded) return "Not recorded. It is never late.";
  if (clock.knownUpTo === null) return "";
  return `The ${file} it came from speaks of days up to ${dayInWords(clock.knownUpTo)}; nothing on record after that means not recorded, never late.`;
}

const fileInWords = (start: Entry | undefined): string =>
  start?.source.type === "ssda903" ? `return (${start.source.file})` : start?.source.type === "sheet" ? `tracking sheet (${start.source.file})` : "file";

/** What the file does not carry; and, of what would stop the clock as well, that its absence says nothing. */
function notCarriedInWords(standard: Standard): string {
  const also = "also" in standard ? standard.also : [];
  if (also.length === 0) return "that carries none of these";
  return `that carries no ${anyOf(stopsOf(standard).map(occasionInWords))} (${anyOf(also.map(occasionInWords))} would also count)`;
}
