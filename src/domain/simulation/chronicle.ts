import type { Role } from "../access/role.ts";
import type { Cause, Certainty, Detail, Draft, WithdrawalCause } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { STANDING_KINDS } from "../chronology/standing-kinds.ts";
import { type Day, addDays, daysBetween, earliest, latest, weekday } from "../dates/day.ts";
import type { Happening } from "./line.ts";
import type { Random } from "./random.ts";
import type { SimulatedEntry } from "./simulated.ts";

/** Kinds whose planned days are worth keeping as history once the thing has happened. */
const REMEMBERED: ReadonlySet<Kind> = new Set<Kind>(["birth", "final-hearing", "matching-panel", "placed-for-adoption", "plan-decision"]);

/** Kinds whose day is agreed, and hangs on how things go until it comes. */
const PROVISIONAL: ReadonlySet<Kind> = new Set<Kind>(["introductions-start", "placed-for-adoption"]);

/** An entry before its place among the others is known. */
export interface Written {
  readonly draft: Draft;
  readonly recordedOn: Day;
  readonly replaces?: Written;
  readonly refers?: { readonly field: string; readonly to: Written };
  readonly by?: Role;
}

interface Why {
  readonly replaces?: Written | undefined;
  readonly cause?: Cause | WithdrawalCause;
  readonly reason?: string;
}

const DEMONSTRATION = { type: "demonstration" } as const;

/**
 * Writes an imagined life down as a record kept by hand would hold it on `to`: what had
 * happened, some days after it did; periods written when they began and again when they
 * ended; dates that were planned, moved and then confirmed; a few mistakes put right. A record begins
 * when the child becomes the service's concern: a birth long before that is written down then.
 */
export function chronicle(happenings: readonly Happening[], to: Day, pen: Random, mistakes: number): SimulatedEntry[] {
  const written: Written[] = [];
  const begunOn = recordBegun(happenings, to);
  const lag = (on: Day): Day => earliest(to, addDays(on, pen.chance(0.45) ? 0 : pen.around(3, 0.9)));
  // One period ending and the next beginning is one thing to write down.
  const changes = new Map<string, Day>();
  const changed = (kind: Kind, on: Day): Day => {
    const known = changes.get(`${kind} ${on}`) ?? lag(on);
    changes.set(`${kind} ${on}`, known);
    return known;
  };
  const write = (h: Happening, on: Day, certainty: Certainty, recordedOn: Day, extra: { until?: Day; detail?: Detail } & Why = {}): Written => {
    const { until, detail = h.detail, replaces, cause, reason } = extra;
    const draft: Draft = {
      kind: h.kind, happenedOn: on, certainty, detail, source: DEMONSTRATION,
      ...(until === undefined ? {} : { until }),
      ...(cause === undefined ? {} : { cause }),
      ...(reason === undefined ? {} : { reason }),
    };
    const entry: Written = { draft, recordedOn, ...(replaces === undefined ? {} : { replaces }) };
    written.push(entry);
    return entry;
  };

  const planned = (h: Happening): Written | undefined => {
    const { knownFrom, firstMeantFor } = h;
    if (knownFrom === undefined || knownFrom > to || knownFrom >= h.on) return undefined;
    const certainty = PROVISIONAL.has(h.kind) ? "provisional" : "planned";
    const heardOn = STANDING_KINDS.has(h.kind) ? latest(knownFrom, begunOn) : knownFrom;
    if (firstMeantFor === undefined || firstMeantFor <= heardOn) return write(h, h.on, certainty, heardOn);
    return movedTo(h, daysMeant(firstMeantFor, h.on), write(h, firstMeantFor, certainty, heardOn));
  };
  /** The day moved, once or again, each time some days before it would have come. */
  const movedTo = (h: Happening, days: readonly Day[], first: Written): Written => {
    let last = first;
    for (const on of days) {
      const movedOn = addDays(earliest(last.draft.happenedOn, on), -pen.whole(2, 12));
      if (movedOn <= last.recordedOn || movedOn > to) return last;
      last = write(h, on, first.draft.certainty, movedOn, { replaces: last, cause: "moved", reason: pen.pick(MOVED) });
    }
    return last;
  };
  const daysMeant = (from: Day, on: Day): readonly Day[] => {
    const half = addDays(from, Math.floor(daysBetween(from, on) / 2));
    return daysBetween(from, on) >= 14 && weekday(half) <= 5 && pen.chance(0.5) ? [half, on] : [on];
  };

  for (const h of happenings) {
    if (h.calledOffOn !== undefined) {
      const meant = planned(h);
      if (meant !== undefined && meant.recordedOn < h.calledOffOn && h.calledOffOn <= to) {
        write(h, h.on, meant.draft.certainty, h.calledOffOn, { replaces: meant, cause: "not-going-ahead", reason: "Called off" });
      }
      continue;
    }
    if (h.on > to) {
      if (KINDS[h.kind].ahead === true) planned(h);
      continue;
    }
    if (KINDS[h.kind].shape === "point") {
      const before = REMEMBERED.has(h.kind) ? planned(h) : undefined;
      const known = lag(h.on);
      const recordedOn = !STANDING_KINDS.has(h.kind) ? known : h.on <= begunOn ? begunOn : known;
      write(h, h.on, "actual", recordedOn, before === undefined ? {} : { replaces: before, cause: "confirmed" });
      continue;
    }
    const writtenOn = changed(h.kind, h.on);
    const over = h.until !== undefined && h.until <= to ? h.until : undefined;
    const whole: Detail = { ...h.detail, ...h.endDetail };
    if (over === undefined) write(h, h.on, "actual", writtenOn);
    else if (over <= writtenOn) write(h, h.on, "actual", writtenOn, { until: over, detail: whole });
    else {
      const begun = write(h, h.on, "actual", writtenOn);
      write(h, h.on, "actual", changed(h.kind, over), { until: over, detail: whole, replaces: begun, cause: "ended", reason: "Ended" });
    }
  }
  if (pen.chance(mistakes)) makeMistake(written, to, pen);
  return inOrder(written);
}

/** The day the child became somebody's concern: the first on which anything but a birth happened. */
const recordBegun = (happenings: readonly Happening[], to: Day): Day =>
  happenings.reduce((first, h) => (STANDING_KINDS.has(h.kind) || h.calledOffOn !== undefined ? first : earliest(first, h.on)), to);

const MOVED = [
  "The court needed another day", "A report was not ready", "The panel was full", "A key person could not come",
] as const;
const CORRECTIONS = ["The day was misread from the minutes", "Put right after the record was checked in supervision", "The wrong day was typed"] as const;
/** Kinds that often get the wrong day, and that no other date hangs on. */
const SLIPS: ReadonlySet<Kind> = new Set<Kind>(["visit", "adoption-visit", "adoption-medical", "adoption-pack-received", "profiling-visit", "wishes-and-feelings"]);

/** One entry first written with the wrong day and later corrected, or written twice and the second withdrawn. */
function makeMistake(written: Written[], to: Day, pen: Random): void {
  const care = written.find((w) => w.draft.kind === "looked-after")?.draft.happenedOn;
  if (care === undefined) return;
  const settled = addDays(care, 30);
  const could = written.filter(({ draft, recordedOn }) =>
    SLIPS.has(draft.kind) && draft.certainty === "actual" && draft.happenedOn > settled && recordedOn <= addDays(to, -20));
  if (could.length === 0) return;
  const right = pen.pick(could);
  const at = written.indexOf(right);
  const noticedOn = earliest(to, addDays(right.recordedOn, pen.whole(6, 45)));
  if (pen.chance(0.7)) {
    const wrongDay = addDays(right.draft.happenedOn, -pen.whole(1, 3));
    const wrong: Written = { draft: { ...right.draft, happenedOn: wrongDay }, recordedOn: right.recordedOn };
    const draft: Draft = { ...right.draft, cause: "corrected", reason: pen.pick(CORRECTIONS) };
    written.splice(at, 1, wrong, { draft, recordedOn: noticedOn, replaces: wrong });
  } else {
    const twice: Written = { draft: right.draft, recordedOn: earliest(to, addDays(right.recordedOn, pen.whole(0, 5))) };
    const draft: Draft = { ...right.draft, cause: "duplicate", reason: "It was written down twice" };
    written.push(twice, { draft, recordedOn: noticedOn, replaces: twice });
  }
}

/** Entries in the order they were written down, each saying where the one it replaces is. */
export function inOrder(written: readonly Written[]): SimulatedEntry[] {
  const sorted = written.toSorted((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0));
  const places = new Map(sorted.map((w, at) => [w, at]));
  return sorted.map(({ draft, recordedOn, replaces, refers, by }) => {
    const supersedes = replaces === undefined ? undefined : places.get(replaces);
    const at = refers === undefined ? undefined : places.get(refers.to);
    return {
      draft, recordedOn,
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(refers === undefined || at === undefined ? {} : { refers: { field: refers.field, at } }),
      ...(by === undefined ? {} : { by }),
    };
  });
}

/** Entries as they were before their places were known, so that others can be written among them. */
export function asWritten(entries: readonly SimulatedEntry[]): Written[] {
  const written: Written[] = [];
  for (const { supersedes, refers, ...entry } of entries) {
    const [replaces, to] = [supersedes, refers?.at].map((at) => (at === undefined ? undefined : written[at]));
    written.push({ ...entry, ...(replaces === undefined ? {} : { replaces }), ...(refers === undefined || to === undefined ? {} : { refers: { field: refers.field, to } }) });
  }
  return written;
}
