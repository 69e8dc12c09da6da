import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import { BeyondCalendar, type Counting, dueOn, type WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import { type CompiledPack, type CompiledStandard, inForce } from "./compile.ts";
import { hold } from "./conditions.ts";
import type { Moment } from "./occasions.ts";
import { recordedFor } from "./recorded.ts";
import { Moments } from "./slots.ts";

/** What came of one running of a standard. */
export interface Outcome {
  readonly dueOn: Day | null;
  readonly stop: Moment | undefined;
  readonly moot: Day | undefined;
  /** The due day was moved by an extension. */
  readonly extended?: boolean;
}

/** One evaluation of one child: the clocks so far. */
export class Run {
  readonly c: Case;
  readonly calendar: WorkingCalendar;
  readonly moments: Moments;
  readonly clocks: Clock[] = [];
  #standard = "";
  #occurrence = 0;

  constructor(c: Case, pack: CompiledPack, calendar: WorkingCalendar) {
    this.c = c;
    this.calendar = calendar;
    this.moments = new Moments(c, pack.slots);
  }

  /** Adds a clock, unless the standard was not in force on the day it would start. */
  add(version: CompiledStandard, start: Moment, startedOn: Day, { dueOn: due, stop, moot, extended }: Outcome): void {
    const { standard } = version;
    if (!inForce(standard, startedOn)) return;
    const { until } = standard.effect;
    const lapsedOn = standard.lapses && until !== null && (moot === undefined || until < moot) ? until : moot;
    const stopped = stop !== undefined && (lapsedOn === undefined || stop.on <= lapsedOn) ? stop : undefined;
    const recorded = stopped === undefined && lapsedOn !== undefined
      ? EITHER_WAY
      : recordedFor(this.c, version, start.entry, due, stopped?.on ?? null);
    const flags = start.entry.certainty === "provisional" ? version.provisionalFlags : version.sureFlags;
    this.clocks.push({
      standard: standard.id,
      occurrence: this.#next(standard.id),
      startedOn,
      dueOn: due,
      stoppedOn: stopped?.on ?? null,
      mootOn: stopped === undefined ? (lapsedOn ?? null) : null,
      startedBy: start.entry.number,
      stoppedBy: stopped?.entry.number ?? null,
      notRecorded: recorded.notRecorded,
      knownUpTo: recorded.knownUpTo,
      flags: extended === true ? [...flags, "extended"] : flags,
    });
  }

  /** Adds the clock of a thing that began on a day that nobody knows: nothing can be counted from it. */
  addUnknown(version: CompiledStandard, start: Moment, atLatest: Pick<Outcome, "dueOn" | "stop" | "moot"> | null): void {
    const { standard } = version;
    this.clocks.push({
      standard: standard.id,
      occurrence: this.#next(standard.id),
      startedOn: null,
      dueOn: atLatest?.dueOn ?? null,
      stoppedOn: atLatest?.stop?.on ?? null,
      mootOn: atLatest?.stop === undefined ? (atLatest?.moot ?? null) : null,
      startedBy: start.entry.number,
      stoppedBy: atLatest?.stop?.entry.number ?? null,
      notRecorded: atLatest === null,
      knownUpTo: null,
      flags: version.sureFlags,
    });
  }

  #next(standard: string): number {
    if (this.#standard !== standard) {
      this.#standard = standard;
      this.#occurrence = 0;
    }
    return ++this.#occurrence;
  }

  applies({ standard }: CompiledStandard, start: Moment): boolean {
    return standard.applies.length === 0 || hold(standard.applies, this.c, start.on, start.entry);
  }

  /** The due day; none where its working days would need bank holidays that nobody has published. */
  due(from: Day, within: Duration, counting: Counting): Day | null {
    try {
      return dueOn(this.calendar, from, within, counting);
    } catch (error) {
      if (error instanceof BeyondCalendar) return null;
      throw error;
    }
  }
}

const EITHER_WAY = { notRecorded: false, knownUpTo: null } as const;

export const startUnknown = ({ entry }: Moment): boolean => entry.detail["startUnknown"] === true;
