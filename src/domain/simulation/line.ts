import type { Detail } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";

/**
 * Something that happens in an invented life. Lives are imagined whole, past today and
 * on; `chronicle` then keeps what had happened, and what was by then planned.
 */
export interface Happening {
  readonly kind: Kind;
  on: Day;
  detail: Detail;
  /** Periods: when it ended, and what was learnt then. */
  until?: Day;
  endDetail?: Detail;
  /** Since when the day was fixed; absent where nobody planned it. */
  readonly knownFrom?: Day;
  /** The day first fixed, where it then moved. */
  readonly firstMeantFor?: Day;
  /** It was planned and never came to be: the day somebody called it off. */
  readonly calledOffOn?: Day;
}

export interface Plan {
  readonly knownFrom?: Day;
  readonly firstMeantFor?: Day | undefined;
  readonly calledOffOn?: Day;
}

/** An invented life while it is being imagined. */
export interface Line {
  readonly happenings: readonly Happening[];
  /** Something that happens on a day; `plan` where it was fixed beforehand. */
  readonly point: (kind: Kind, on: Day, detail?: Detail, plan?: Plan) => void;
  /** A period begins; the one of its kind still open ends that day. */
  readonly begin: (kind: Kind, on: Day, detail: Detail, endOfLast?: Detail) => void;
  /** The open period of the kind ends, if there is one. */
  readonly end: (kind: Kind, on: Day, endDetail?: Detail) => void;
  /** A period with both its ends, beside any others of its kind. */
  readonly span: (kind: Kind, on: Day, until: Day, detail?: Detail) => void;
  /** A period that begins beside others of its kind, and has not ended. */
  readonly join: (kind: Kind, on: Day, detail: Detail) => void;
  readonly open: (kind: Kind) => Happening | undefined;
  readonly all: (kind: Kind) => readonly Happening[];
}

export function newLine(): Line {
  const happenings: Happening[] = [];
  const running = new Map<Kind, Happening>();

  const end: Line["end"] = (kind, on, endDetail) => {
    const open = running.get(kind);
    if (open === undefined) return;
    if (on < open.on) throw new RangeError(`${kind} that began on ${open.on} cannot end on ${on}`);
    running.delete(kind);
    // What ended the day it began never was: one placement a day, one legal status a day.
    if (open.on === on) happenings.splice(happenings.indexOf(open), 1);
    else Object.assign(open, { until: on }, endDetail === undefined ? {} : { endDetail });
  };

  return {
    happenings,
    end,
    open: (kind) => running.get(kind),
    all: (kind) => happenings.filter((h) => h.kind === kind),
    point: (kind, on, detail = {}, { knownFrom, firstMeantFor, calledOffOn } = {}) => {
      happenings.push({
        kind, on, detail,
        ...(knownFrom === undefined ? {} : { knownFrom }),
        ...(firstMeantFor === undefined ? {} : { firstMeantFor }),
        ...(calledOffOn === undefined ? {} : { calledOffOn }),
      });
    },
    begin: (kind, on, detail, endOfLast) => {
      end(kind, on, endOfLast);
      const begun = { kind, on, detail };
      running.set(kind, begun);
      happenings.push(begun);
    },
    join: (kind, on, detail) => {
      happenings.push({ kind, on, detail });
    },
    span: (kind, on, until, detail = {}) => {
      if (until > on) happenings.push({ kind, on, until, detail });
    },
  };
}
