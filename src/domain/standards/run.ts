import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import type { CompiledPack, CompiledStandard } from "./compile.ts";
import { hold } from "./conditions.ts";
import type { Moment } from "./occasions.ts";
import { RECORDED, recordedFor } from "./recorded.ts";
import { Moments } from "./slots.ts";

/** What came of one running of a standard. */
export interface Outcome {
  readonly dueOn: Day | null;
  readonly stop: Moment | undefined;
  readonly moot: Day | undefined;
  /** The due day was moved by an extension. */
  readonly extended: boolean;
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
    const { inForceFrom, inForceUntil, lapsesOn } = version;
    if ((inForceFrom !== null && startedOn < inForceFrom) || (inForceUntil !== null && startedOn >= inForceUntil)) return;
    const endsOn = lapsesOn !== null && (moot === undefined || lapsesOn < moot) ? lapsesOn : moot;
    const stopped = stop !== undefined && (endsOn === undefined || stop.on <= endsOn) ? stop : undefined;
    const isMoot = stopped === undefined && endsOn !== undefined;
    const recorded = isMoot ? RECORDED : recordedFor(this.c, version, start.entry, due, stopped?.on ?? null);
    const flags = start.entry.certainty === "provisional" ? version.provisionalFlags : version.sureFlags;
    this.clocks.push({
      standard: version.id,
      occurrence: this.#next(version.id),
      startedOn,
      dueOn: due,
      stoppedOn: stopped?.on ?? null,
      mootOn: isMoot ? endsOn : null,
      startedBy: start.entry.number,
      stoppedBy: stopped?.entry.number ?? null,
      notRecorded: recorded.notRecorded,
      knownUpTo: recorded.knownUpTo,
      flags: extended ? [...flags, "extended"] : flags,
      warnDays: version.standard.warnDays,
      owner: version.standard.owner,
    });
  }

  /** Adds the clock of a thing that began on a day that nobody knows: nothing can be counted from it. */
  addUnknown(version: CompiledStandard, start: Moment, atLatest: Pick<Outcome, "dueOn" | "stop" | "moot"> | null): void {
    this.clocks.push({
      standard: version.id,
      occurrence: this.#next(version.id),
      startedOn: null,
      dueOn: atLatest?.dueOn ?? null,
      stoppedOn: atLatest?.stop?.on ?? null,
      mootOn: atLatest?.stop === undefined ? (atLatest?.moot ?? null) : null,
      startedBy: start.entry.number,
      stoppedBy: atLatest?.stop?.entry.number ?? null,
      notRecorded: atLatest === null,
      knownUpTo: null,
      flags: version.sureFlags,
      warnDays: version.standard.warnDays,
      owner: version.standard.owner,
    });
  }

  #next(standard: string): number {
    if (this.#standard !== standard) {
      this.#standard = standard;
      this.#occurrence = 0;
    }
    return ++this.#occurrence;
  }

  applies({ applies }: CompiledStandard, start: Moment): boolean {
    return applies.length === 0 || hold(applies, this.c, start.on, start.entry);
  }
}

export const startUnknown = ({ entry }: Moment): boolean => entry.detail["startUnknown"] === true;
