import { CHALLENGE_LEVELS } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { actionsIn, decisionsIn, isUnanswered, type MeetingAction } from "./actions.ts";
import type { OfMeeting } from "./of-meeting.ts";
import type { Period } from "./worth.ts";

/** How a thing that went further came to it. */
export const FURTHER = {
  action: "Late action taken further",
  delay: "Delay raised with the service manager",
  "to-review": "Recommended to the child’s review",
  "to-decision-maker": "Recommended to the agency decision-maker",
  challenge: "Challenge by the reviewing officer",
} as const;
export type FurtherSort = keyof typeof FURTHER;

/** One thing of one child that went further in a quarter, and whether it was answered by its end. */
export interface Further {
  readonly sort: FurtherSort;
  readonly on: Day;
  readonly answeredOn: Day | null;
  /** To whom, where a challenge says so. */
  readonly level: string | null;
}

/** Whose report it is: what its own meetings raised and, of an authority, what its reviewing officers challenged. */
export interface ReportOf {
  /** The name of the organisation. */
  readonly organisation: string;
  readonly challenges: boolean;
}

/** Everything of a child that was escalated in a period, by the case as it is known at its end; of its own meetings alone. Pure; total. */
export function furtherIn(c: Case, period: Period, asOf: Day, own: ReportOf): readonly Further[] {
  const isOwn = ({ of }: { readonly of: OfMeeting }): boolean => of.organisation === own.organisation;
  const within = (on: Day): boolean => period.from <= on && on <= period.to;
  const actions = actionsIn(c, asOf).filter(isOwn).flatMap((action): readonly Further[] => fromAction(action, within));
  const decisions = decisionsIn(c).filter(isOwn).flatMap((decision): readonly Further[] => {
    const { sort, entry, answered } = decision;
    return sort === "decided" || !within(entry.happenedOn) ? [] : [{ sort, on: entry.happenedOn, answeredOn: isUnanswered(decision) ? null : answered?.happenedOn ?? null, level: null }];
  });
  return [...actions, ...decisions, ...(own.challenges ? challenges(c, within) : [])];
}

/** What was taken further is answered once somebody says what is to happen with it, or it ends. */
function fromAction(action: MeetingAction, within: (on: Day) => boolean): readonly Further[] {
  const { escalated, ended } = action;
  if (escalated === null || !within(escalated.happenedOn)) return [];
  const said = action.said.find(({ number, detail }) => detail["about"] === "to-happen" && number > escalated.number);
  return [{ sort: "action", on: escalated.happenedOn, answeredOn: said?.happenedOn ?? ended?.happenedOn ?? null, level: null }];
}

function challenges(c: Case, within: (on: Day) => boolean): readonly Further[] {
  const of = (kind: "challenge-answered" | "challenge-escalated" | "challenge-resolved", raised: Entry): readonly Entry[] => c.of(kind).filter((e) => Number(e.detail["challenge"]) === raised.number);
  return c.of("challenge-raised").filter((raised) => within(raised.happenedOn) || of("challenge-escalated", raised).some((e) => within(e.happenedOn))).map((raised) => {
    const level = String(of("challenge-escalated", raised).at(-1)?.detail["level"] ?? raised.detail["level"] ?? "");
    return {
      sort: "challenge", on: raised.happenedOn, answeredOn: (of("challenge-resolved", raised).at(-1) ?? of("challenge-answered", raised).at(-1))?.happenedOn ?? null,
      level: (CHALLENGE_LEVELS as Readonly<Record<string, string>>)[level] ?? null,
    };
  });
}
