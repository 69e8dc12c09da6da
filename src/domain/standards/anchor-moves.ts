import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, day, dayInWords } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import { type CompiledPack, versionFor } from "./compile.ts";
import { dueOrNone } from "./due-table.ts";
import { momentsOf } from "./occasions.ts";
import type { Standard } from "./standard.ts";
import { entryName } from "./words.ts";

/** One move of the day that a clock goes by. */
export interface AnchorMove {
  readonly from: Day;
  readonly to: Day;
  readonly writtenOn: Day;
  readonly reason: string | null;
  /** It was still ahead and was put off or brought forward; if not, it had been written down wrongly. */
  readonly wasAhead: boolean;
}

/** That the day a clock goes by was another before, and what the clock’s own day was then. */
export interface AnchorMoves {
  /** “Final hearing”, in quotation marks. */
  readonly what: string;
  /** The first move first; none where an earlier plan was called off and another made. */
  readonly moves: readonly AnchorMove[];
  /** An earlier plan of the same that did not go ahead. */
  readonly calledOff: { readonly on: Day; readonly reason: string | null } | null;
  /** The clock’s own day before the last of all this; none where it was not to be counted. */
  readonly dueWas: Day | null;
}

/** From which date a clock’s own day moved, where the day it goes by was moved, put right, or called off and planned anew. */
export function anchorMoves(clock: Clock, c: Case, pack: CompiledPack, calendar: WorkingCalendar): AnchorMoves | undefined {
  const s = versionFor(pack, clock);
  const anchor = s === undefined ? undefined : anchorOf(clock, s, c);
  if (s === undefined || anchor === undefined) return undefined;
  const { entry, isEnd } = anchor;
  const moves = movesOf(entry, isEnd, c);
  const calledOff = moves.length > 0 || entry.certainty === "actual" ? undefined : calledOffBefore(entry, c);
  const was = moves.at(-1)?.from ?? calledOff?.happenedOn;
  if (was === undefined) return undefined;
  const dueWas = dueFrom(was, s, calendar);
  return {
    what: entryName(entry), moves,
    calledOff: calledOff === undefined ? null : { on: calledOff.happenedOn, reason: calledOff.reason ?? null },
    dueWas: dueWas === clock.dueOn ? null : dueWas,
  };
}

interface Anchor {
  readonly entry: Entry;
  readonly isEnd: boolean;
}

/** The entry whose day a clock goes by: what it started from, or, of one that waits for another event, that event. */
function anchorOf(clock: Clock, s: Standard, c: Case): Anchor | undefined {
  if (s.shape === "by-event") {
    const nth = momentsOf(c, [s.by.occasion], "any").filter((m) => clock.startedOn !== null && m.on >= clock.startedOn && m.entry.number !== clock.startedBy)[s.by.nth - 1];
    return nth !== undefined && nth.on === clock.dueOn ? nth : undefined;
  }
  const entry = c.entries.find((e) => e.number === clock.startedBy);
  return entry === undefined || clock.startedOn === null ? undefined : { entry, isEnd: clock.startedOn === entry.until && clock.startedOn !== entry.happenedOn };
}

function movesOf(entry: Entry, isEnd: boolean, c: Case): readonly AnchorMove[] {
  const line = [...(c.history.get(entry.number) ?? []).toReversed(), entry];
  return line.flatMap((now, i): readonly AnchorMove[] => {
    const before = line[i - 1];
    const [from, to] = isEnd ? [before?.until, now.until] : [before?.happenedOn, now.happenedOn];
    if (before === undefined || from === undefined || to === undefined || from === to) return [];
    return [{ from, to, writtenOn: day(now.recordedAt.slice(0, 10)), reason: now.reason ?? null, wasAhead: before.certainty !== "actual" }];
  });
}

/** The last plan of the same that was called off, with nothing of its kind between then and the one that stands. */
function calledOffBefore(entry: Entry, c: Case): Entry | undefined {
  const between = (off: Entry): boolean => c.of(entry.kind).some((e) => e.number !== entry.number && e.happenedOn >= off.happenedOn && e.happenedOn <= entry.happenedOn);
  return c.withdrawn.findLast((off) =>
    off.cause === "not-going-ahead" && off.kind === entry.kind && entryName(off) === entryName(entry) && off.happenedOn !== entry.happenedOn
    && !between(off));
}

function dueFrom(was: Day, s: Standard, calendar: WorkingCalendar): Day | null {
  switch (s.shape) {
    case "order": case "by-event": return was;
    case "lead-time": return dueOrNone(calendar, was, s.within, { ...s.counting, before: true });
    case "deadline": return s.within === null ? null : dueOrNone(calendar, was, s.within, s.counting);
    default: return null;
  }
}

/** From which date it moved, in sentences; empty where it did not. */
export function movesInWords(moved: AnchorMoves | undefined): string {
  if (moved === undefined) return "";
  const { moves, calledOff, dueWas } = moved;
  const because = (reason: string | null): string => (reason === null || reason === "" ? "" : ` (${reason})`);
  const due = dueWas === null ? "" : ` Before that it was due ${dayInWords(dueWas)}.`;
  if (calledOff !== null) return `An earlier date for it, ${dayInWords(calledOff.on)}, did not go ahead${because(calledOff.reason)}.${due}`;
  const told = moves.map(({ from, to, writtenOn, reason }) => `from ${dayInWords(from)} to ${dayInWords(to)}, written down ${dayInWords(writtenOn)}${because(reason)}`);
  return `${moves.every(({ wasAhead }) => !wasAhead) ? "That date was put right" : "It moved with that date"}: ${told.join("; then ")}.${due}`;
}

/** The same in a few words, to stand beside the day: “moved from 10 February 2027, with “Final hearing”, which was 3 March 2027”. */
export function movedInShort({ what, moves, calledOff, dueWas }: AnchorMoves): string {
  const was = moves.at(-1)?.from ?? calledOff?.on;
  const own = dueWas === null ? "" : `moved from ${dayInWords(dueWas)}, `;
  return `${own}${dueWas === null ? "moved " : ""}with ${what}, which was ${was === undefined ? "another day" : dayInWords(was)}`;
}
