import type { Day } from "../../dates/day.ts";
import type { WorkingCalendar } from "../../dates/working-days.ts";
import { asWritten, inOrder } from "../chronicle.ts";
import { random } from "../random.ts";
import type { SimulatedChild, SimulatedPopulation } from "../simulated.ts";
import { keepAgencyRecord } from "./agency.ts";
import { proveIt, supervise, talkOfInteragency } from "./around.ts";
import { challenge, CHALLENGE_STANDINGS } from "./challenges.ts";
import { tellFeedback, waitForDecision } from "./decisions.ts";
import { type Desk, running } from "./desk.ts";
import { chasePacks, keepForm } from "./forms.ts";

export interface DeskWork {
  /** The same seed gives the same work. */
  readonly seed: string;
  readonly calendar: WorkingCalendar;
  /** Today. */
  readonly to: Day;
  /** The regional agency with which the authority has an agreement. */
  readonly agency?: string;
}

const CHALLENGED = 0.08;

/**
 * The population with the work that people do around it, on top of the children’s own lives: forms opened and closed, decisions
 * that wait for whoever decides, supervision, feedback, challenges, and where the proof of things is. Pure.
 */
export function workAtDesks(population: SimulatedPopulation, { seed, calendar, to, agency }: DeskWork): SimulatedPopulation {
  let challenges = 0;
  const children = population.children.map((child): SimulatedChild => {
    const desk: Desk = { written: asWritten(child.entries), to, calendar, luck: random(`${seed}/desk ${child.localId}`) };
    waitForDecision(desk);
    chasePacks(desk);
    keepForm(desk);
    supervise(desk);
    tellFeedback(desk);
    talkOfInteragency(desk);
    if (running(desk, "looked-after") !== undefined && desk.luck.fork("challenged").chance(CHALLENGED)) {
      challenge(desk, CHALLENGE_STANDINGS[challenges % CHALLENGE_STANDINGS.length]!, challenges);
      challenges += 1;
    }
    proveIt(desk);
    if (agency !== undefined) keepAgencyRecord(desk, agency);
    return { ...child, entries: inOrder(desk.written) };
  });
  return { ...population, children };
}
