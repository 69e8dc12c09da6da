import type { Person } from "../../domain/access/viewer.ts";
import { parseHolder } from "../../domain/work/holders.ts";
import { keysOf } from "../../domain/work/seats.ts";
import type { App } from "../app.ts";
import { MOST_AT_ONCE } from "../several/chosen.ts";
import { lookingAt, manages, nameOf, shownOf } from "./looking.ts";
import { holderName } from "./open-team.ts";
import type { TeamChildrenPage } from "./views.ts";

/** The children of one worker, or whom nobody has, to be given to another: as many as can be given at once, those with most late first. */
export async function openTeamChildren(app: App, person: Person, who: string, team?: string): Promise<TeamChildrenPage | undefined> {
  const holder = parseHolder(who);
  if (!manages(person) || holder === undefined || holder.type === "role") return undefined;
  return app.store.reading(person, async (reader) => {
    const looking = await lookingAt(app, reader, person, team);
    const { today, scope, present, everyone } = looking;
    const as = holder.type === "worker" ? null : holder.as === "social-worker" ? "allocated-worker" as const : "family-finder" as const;
    const keys = holder.type === "worker" ? keysOf(everyone.find(({ account }) => account === holder.account) ?? { account: holder.account, worker: null }) : null;
    const { rows, total } = await reader.teamChildren({ scope, present, today, keys, track: as, limit: MOST_AT_ONCE });
    const showsNames = await reader.showsNames();
    const named = (key: string | null): string | null => (key === null ? null : nameOf(looking, key));
    return {
      ...shownOf(looking, []), today, who, as, total, whose: holderName(holder, looking),
      children: rows.map((row) => ({ ...row, name: showsNames ? row.name : null, socialWorker: named(row.socialWorker), familyFinder: named(row.familyFinder) })),
    };
  });
}
