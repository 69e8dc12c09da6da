import type { Day } from "../../dates/day.ts";
import type { Episode } from "./episodes.ts";

/** Episodes that follow each other and have something in common. Never empty. */
export interface Run {
  readonly episodes: readonly [Episode, ...Episode[]];
  readonly on: Day;
  readonly until: Day | null;
  /** An episode not given came before it, in which it may have begun. */
  readonly startUnknown: boolean;
}

/**
 * Divides episodes into runs. `begins` says whether an episode that follows another begins
 * a new run; `beganWith` are the reasons for a new episode (RNE) that say the thing began
 * on that very day, so that where nothing goes before, its start is known all the same.
 * Runs that end on the day they begin are nothing, and left out.
 */
export function runsOf(
  episodes: readonly Episode[], begins: (episode: Episode, before: Episode) => boolean, beganWith: ReadonlySet<string>,
): Run[] {
  const runs: [Episode, ...Episode[]][] = [];
  for (const episode of episodes) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined || !episode.follows || begins(episode, before)) runs.push([episode]);
    else run.push(episode);
  }
  return runs.map((run) => ({
    episodes: run,
    on: run[0].decom,
    until: run.at(-1)?.until ?? null,
    startUnknown: !run[0].follows && !beganWith.has(run[0].rne ?? ""),
  })).filter((run) => run.until === null || run.until > run.on);
}

export const lastOfRun = ({ episodes }: Run): Episode => episodes.at(-1) ?? episodes[0];
