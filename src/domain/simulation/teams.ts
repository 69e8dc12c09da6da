import { type Day, addDays, weekday } from "../dates/day.ts";
import type { Happening, Line } from "./line.ts";
import type { Random } from "./random.ts";

/** A team of an authority: whose children it is responsible for, and the codes of its workers. */
export interface Team {
  readonly name: string;
  readonly workers: readonly string[];
  /** Takes the children for whom adoption is decided; the others take children as they come. */
  readonly afterDecision: boolean;
}

/** Which team has a child in each of the periods of its workers. */
export type TeamOf = (period: Happening) => Team | undefined;

/** A change of worker so near the hand-over is the hand-over. */
const NEAR = 30;

/**
 * The teams responsible for the children of one family: the one they came to, and from some
 * days after the decision for adoption the one that takes such children, where the authority
 * has one. The worker's period in which that falls is split: a new team is a new worker.
 * Nothing where the authority has no teams.
 */
export function responsibleTeams(lines: readonly Line[], teams: readonly Team[], luck: Random): ReadonlyMap<Line, TeamOf> {
  const atFirst = teams.filter((team) => !team.afterDecision);
  if (atFirst.length === 0) return new Map();
  const first = luck.pick(atFirst);
  const then = teams.find((team) => team.afterDecision);
  const days = luck.whole(8, 24);
  return new Map(lines.map((line) => {
    const decision = line.all("plan-decision").find((h) => h.detail["outcome"] === "made" && h.calledOffOn === undefined);
    const movedOn = then === undefined || decision === undefined ? undefined : handOver(line, offTheWeekend(addDays(decision.on, days)));
    const teamOf: TeamOf = (period) => (movedOn !== undefined && period.on >= movedOn ? then : first);
    return [line, teamOf];
  }));
}

const offTheWeekend = (on: Day): Day => (weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on);

/** The day from which another worker has the child, or nothing where nobody has by then. */
function handOver(line: Line, on: Day): Day | undefined {
  const period = line.all("allocated-worker").find((p) => p.on <= on && (p.until === undefined || p.until > on));
  if (period === undefined) return undefined;
  if (addDays(period.on, NEAR) >= on) return period.on;
  const { until } = period;
  if (until !== undefined && addDays(on, NEAR) >= until) return until;
  period.until = on;
  const detail = { reason: "TSPROC" };
  if (until === undefined) line.join("allocated-worker", on, detail);
  else line.span("allocated-worker", on, until, detail);
  return on;
}

/** Writes the teams down: one period as long as the workers who follow each other are of one team. */
export function recordTeams(line: Line, teamOf: TeamOf): void {
  let run: { team: Team; on: Day; until: Day | undefined } | undefined;
  const write = (): void => {
    if (run === undefined) return;
    if (run.until === undefined) line.join("responsible-team", run.on, { team: run.team.name });
    else line.span("responsible-team", run.on, run.until, { team: run.team.name });
  };
  for (const period of line.all("allocated-worker").toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const team = teamOf(period);
    if (team === undefined) continue;
    if (run?.team === team && run.until === period.on) run.until = period.until;
    else {
      write();
      run = { team, on: period.on, until: period.until };
    }
  }
  write();
}
