import type { Day } from "../dates/day.ts";
import { isPresent, keysOf, type Worker } from "../work/seats.ts";

/** Why somebody is asked who is not the child’s own worker. */
export const ASKED_BECAUSE = {
  "worker": "The child’s social worker",
  "covers": "Covers for the child’s social worker",
  "no-worker": "Nobody has the child",
  "left": "The child’s social worker has left",
  "holds": "Follows the child for the agency",
} as const;
export type AskedBecause = keyof typeof ASKED_BECAUSE;

export interface Asked {
  readonly account: string;
  readonly because: AskedBecause;
}

/** Who has a child, as its record says: accounts or worker codes. */
export interface HeldBy {
  readonly socialWorker: string | null;
  readonly team: string | null;
}

/** Who does whose work, the first and the last day included. */
export interface CoverOn {
  readonly account: string;
  readonly coveredBy: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/**
 * Who is asked about a child: the allocated worker; whoever covers for them today; where nobody who is here has the child, the
 * manager of its team, or another team manager, or whoever covers for that manager. Nothing where there is nobody at all.
 * `people`: of the child’s authority, those who have left too.
 */
export function whomToAsk({ socialWorker, team }: HeldBy, people: readonly Worker[], covers: readonly CoverOn[], today: Day): Asked | undefined {
  const here = (account: string): boolean => people.some((one) => one.account === account && isPresent(one, today));
  const coverOf = (account: string): string | undefined => covers.find((c) => c.account === account && c.fromOn <= today && today <= c.untilOn && here(c.coveredBy))?.coveredBy;
  const worker = socialWorker === null ? undefined : people.find((one) => keysOf(one).includes(socialWorker));
  if (worker !== undefined) {
    const cover = coverOf(worker.account);
    if (cover !== undefined) return { account: cover, because: "covers" };
    if (isPresent(worker, today)) return { account: worker.account, because: "worker" };
  }
  const managers = people.filter((one) => one.role === "team-manager" && isPresent(one, today)).toSorted((a, b) => (a.account < b.account ? -1 : 1));
  const manager = managers.find((one) => team !== null && one.team === team) ?? managers.find((one) => one.team === null) ?? managers[0];
  return manager === undefined ? undefined : { account: coverOf(manager.account) ?? manager.account, because: worker === undefined ? "no-worker" : "left" };
}
