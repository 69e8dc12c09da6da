import { OWNERS } from "../access/role.ts";
import { CERTAINTIES, type Entry, firstSource } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { dayInWords } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { anchorMoves, movesInWords } from "./anchor-moves.ts";
import type { Clock } from "./clock.ts";
import { type CompiledPack, inForce, stopsOf, versionFor } from "./compile.ts";
import { dueInWords } from "./explain-due.ts";
import { endInWords } from "./explain-end.ts";
import { dueWithoutExtension, extensionInWords } from "./explain-extension.ts";
import { occasionInWords } from "./occasions.ts";
import { LEGAL_FORCES, type Standard } from "./standard.ts";
import { anyOf, entryName, entryOnInWords } from "./words.ts";

/** The answers to “why this day?”, each in sentences. All are there, whatever the standard, but `known`. */
export interface Explanation {
  /** What started it, and the days that had before. */
  readonly started: string;
  /** The arithmetic with the days it skipped, and by what it was extended. */
  readonly arithmetic: string;
  /** What stopped it, or since when it no longer applies, or what would stop it. */
  readonly end: string;
  /** How far it is known, whether it is provisional or advisory; empty where there is nothing to say. */
  readonly known: string;
  /** The one in force on the day it started. */
  readonly version: string;
  readonly source: string;
  readonly owner: string;
  /** Where the evidence that it was done should be. */
  readonly evidence: string;
}

/** Why a clock says what it says, part by part; none where its standard is not among those in use. The case is the one the clock came from. */
export function explanationOf(clock: Clock, c: Case, pack: CompiledPack, calendar: WorkingCalendar): Explanation | undefined {
  const standard = versionFor(pack, clock);
  if (standard === undefined) return undefined;
  const start = c.entries.find((e) => e.number === clock.startedBy);
  const isExtended = clock.flags.includes("extended");
  const ownDue = isExtended ? dueWithoutExtension(clock, c, pack, calendar) : clock.dueOn;
  return {
    started: start === undefined ? "What started it is no longer on record." : sentences(startInWords(clock, standard, start), movesInWords(anchorMoves(clock, c, pack, calendar))),
    arithmetic: start === undefined ? "" : sentences(dueInWords(clock, ownDue, standard, start, c, calendar), isExtended ? extensionInWords(clock, standard, c) : ""),
    end: endInWords(clock, standard, c),
    known: sentences(
      recordedInWords(clock, standard, start),
      clock.flags.includes("provisional") ? "Provisional: the date it runs from is not yet confirmed." : "",
      clock.flags.includes("advisory") ? "Advisory: the wording of its source has not been confirmed, so it never makes a child late." : "",
      clock.flags.includes("checklist") ? "A line of a checklist: it never makes a child late." : "",
    ),
    version: versionInWords(clock, standard),
    source: `${standard.citation.provision} (${standard.citation.source}). ${LEGAL_FORCES[standard.legalForce]}.`,
    owner: OWNERS[standard.owner],
    evidence: standard.evidence,
  };
}

/**
 * Why a clock says what it says, in sentences: what started it, the arithmetic with the
 * days it skipped, what stopped or would stop it, what stands in its way, whose it is,
 * where the evidence should be, the version in force and the source.
 */
export function explain(clock: Clock, c: Case, pack: CompiledPack, calendar: WorkingCalendar): string {
  const told = explanationOf(clock, c, pack, calendar);
  return told === undefined ? `${clock.standard} is not among the standards in use.` : explanationInWords(told);
}

/** The parts of an explanation one after the other. */
export const explanationInWords = ({ started, arithmetic, end, known, version, source, owner, evidence }: Explanation): string =>
  sentences(started, arithmetic, end, known, `Owner: ${owner}.`, `Evidence: ${evidence}.`, `Version: ${version.charAt(0).toLowerCase()}${version.slice(1)}`, `Source: ${source}`);

const sentences = (...all: readonly string[]): string => all.filter((sentence) => sentence !== "").join(" ");

function startInWords(clock: Clock, s: Standard, start: Entry): string {
  if (clock.startedOn === null) {
    return `It runs from ${entryName(start)}, on record from ${dayInWords(start.happenedOn)} (${CERTAINTIES[start.certainty].toLowerCase()}).`;
  }
  const moment = entryOnInWords(start, clock.startedOn === start.until ? clock.startedOn : start.happenedOn);
  return s.shape === "lead-time" || s.shape === "order" ? `It goes by ${moment}.` : `It runs from ${moment}.`;
}

function versionInWords({ startedOn }: Clock, s: Standard): string {
  const { from, until } = s.effect;
  if (from === null && until === null) return `The only one of ${s.id}, in force on every day.`;
  const since = from === null ? "" : ` from ${dayInWords(from)}`;
  const to = until === null ? "" : ` until ${dayInWords(until)}`;
  const why = startedOn !== null && inForce(s, startedOn) ? `, and so on ${dayInWords(startedOn)}` : "";
  return `That of ${s.id} in force${since}${to}${why}.`;
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

function fileInWords(start: Entry | undefined): string {
  const source = start === undefined ? undefined : firstSource(start.source);
  return source?.type === "ssda903" ? `return (${source.file})` : source?.type === "sheet" ? `tracking sheet (${source.file})` : "file";
}

/** What the file does not carry; and, of what would stop the clock as well, that its absence says nothing. */
function notCarriedInWords(standard: Standard): string {
  const also = "also" in standard ? standard.also : [];
  if (also.length === 0) return "that carries none of these";
  return `that carries no ${anyOf(stopsOf(standard).map(occasionInWords))} (${anyOf(also.map(occasionInWords))} would also count)`;
}
