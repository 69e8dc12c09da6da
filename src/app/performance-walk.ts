import { setImmediate } from "node:timers/promises";
import type { Organisation } from "../domain/access/viewer.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { holding } from "../domain/permanence/moments.ts";
import type { Clock } from "../domain/standards/clock.ts";
import { toNearest5 } from "../domain/scorecard/suppression.ts";
import { evaluate } from "../domain/standards/evaluate.ts";
import { measure, type Measured, type Month, monthAfter, monthOf, spanOf } from "../domain/standards/performance.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { NONE } from "../domain/tracker/view.ts";
import type { Reader } from "../store/reader.ts";
import type { App } from "./app.ts";
import type { CountedFor } from "./figures-for.ts";
import { type StandardsInForce, standardsFor } from "./standards-for.ts";

export interface PerformanceQuery {
  readonly authority?: string | undefined;
  /** The team responsible on the day a clock finished, or today where it has not; NONE: no team recorded. */
  readonly team?: string | undefined;
  /** The first and the last month; the last twelve unless told. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

/** What was asked for, with what was left open filled in. */
export interface Asked {
  readonly today: Day;
  readonly from: Month;
  readonly to: Month;
  readonly authority: string | undefined;
  readonly authorities: readonly Organisation[];
  readonly team: string | undefined;
}

/** Clocks that weigh in no figure. */
export interface LeftOut {
  readonly advisory: number;
  readonly notRecorded: number;
  /** To the nearest 5: children are among them whose records the viewer may not open. */
  readonly about?: boolean;
}

/** Counts of what is left out, as the viewer is told them. */
export class LeftOutTally {
  readonly #n = { advisory: 0, "not-recorded": 0 };
  #closed = false;

  add(type: "advisory" | "not-recorded", opens: boolean): void {
    this.#n[type]++;
    if (!opens) this.#closed = true;
  }

  told({ knows }: Pick<CountedFor, "knows">): LeftOut {
    const { advisory, "not-recorded": notRecorded } = this.#n;
    return knows || !this.#closed ? { advisory, notRecorded } : { advisory: toNearest5(advisory), notRecorded: toNearest5(notRecorded), about: true };
  }
}

const MOST_MONTHS = 60;

/** What was asked for, with what was left open filled in; no more than five years. */
export async function askedOf(app: App, reader: Reader, query: PerformanceQuery): Promise<Asked> {
  const today = app.clock.today();
  const authorities = await reader.authorities();
  const now = monthOf(today);
  const to = query.to === undefined || query.to > now ? now : query.to;
  const from = query.from ?? monthAfter(to, -11);
  const earliest = monthAfter(to, 1 - MOST_MONTHS);
  return {
    today, authorities, to, team: query.team,
    from: from > to ? to : from < earliest ? earliest : from,
    authority: authorities.find(({ code }) => code === query.authority)?.code,
  };
}

/** The authorities asked for. */
export const within = ({ authorities, authority }: Asked): readonly Organisation[] => authorities.filter(({ code }) => authority === undefined || code === authority);

/** Is a clock of this team’s among those asked for? */
export const isOfTeam = (team: string | null, { team: asked }: Asked): boolean => asked === undefined || (asked === NONE ? team === null : team === asked);

/** One clock that weighs, or would. */
export interface Seen {
  readonly who: { readonly recordId: string; readonly authority: string; readonly localId: string };
  readonly clock: Clock;
  readonly standard: Standard;
  readonly measured: Measured;
  readonly team: string | null;
}

/** Children judged between two breaths, so that other requests are answered meanwhile. */
const SLICE = 50;

/** Goes through every clock that weighs, or would; gives how many children there were. Only of one standard where it is named. */
export async function walk(app: App, reader: Reader, asked: Asked, only: string | undefined, see: (seen: Seen) => void): Promise<number> {
  const span = spanOf(asked.from, asked.to);
  let children = 0;
  for (const { code } of within(asked)) {
    const inForce = await standardsFor(reader, code);
    for await (const batch of reader.recordsWithEntries(code)) {
      for (const { id, localId, type, entries } of batch) {
        if (type !== "child") continue;
        if (++children % SLICE === 0) await setImmediate();
        const c = fold(entries);
        const who = { recordId: id, authority: code, localId };
        for (const clock of clocksOf(app, c, inForce, only)) {
          const measured = measure(clock, span, asked.today);
          const standard = inForce.standards.get(clock.standard);
          if (measured === undefined || standard === undefined) continue;
          see({ who, clock, standard, measured, team: teamOn(c, clock.stoppedOn ?? asked.today) });
        }
      }
    }
  }
  return children;
}

const clocksOf = (app: App, c: Case, { pack }: StandardsInForce, only: string | undefined): readonly Clock[] => {
  const clocks = evaluate(c, pack, app.calendar);
  return only === undefined ? clocks : clocks.filter(({ standard }) => standard === only);
};

function teamOn(c: Case, on: Day): string | null {
  const team = holding(c, "responsible-team", on)?.detail["team"];
  return typeof team === "string" ? team : null;
}
