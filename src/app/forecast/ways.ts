import type { Day } from "../../domain/dates/day.ts";
import { type Learnt, learn } from "../../domain/scorecard/forecast/learn.ts";
import { asKnownOn, type Way } from "../../domain/scorecard/forecast/way.ts";
import { wayOf } from "../../domain/scorecard/forecast/way-of.ts";
import type { Traveller } from "../../domain/scorecard/indicators.ts";
import { homesByChild } from "../../domain/siblings/homes.ts";
import type { App } from "../app.ts";
import { journeysByChoice } from "../scorecard-choices.ts";

/** An authority's children on the way to adoption or through it, by record id. */
export interface AuthorityWays {
  readonly ways: readonly Way[];
  readonly travellers: readonly Traveller[];
  readonly localIds: ReadonlyMap<string, string>;
}

/** Of every child of the authority, behind a wall too: for figures and for learning. Whoever shows any of it keeps to what their viewer may open. */
export async function waysOf(app: App, authority: string): Promise<AuthorityWays> {
  return app.store.reading({ type: "operator", authority }, async (reader) => {
    const rows = await journeysByChoice(reader, authority);
    const homes = homesByChild(await reader.siblings(authority));
    return {
      ways: rows.flatMap(({ recordId, journey }) => {
        const home = homes.get(recordId) ?? [recordId];
        return wayOf({ child: recordId, authority, household: home[0]!, together: home.length }, journey) ?? [];
      }),
      travellers: rows.map(({ recordId, journey }) => ({ child: recordId, journey })),
      localIds: new Map(rows.map(({ recordId, localId }) => [recordId, localId])),
    };
  });
}

/** The authorities that share an agency with this one, itself among them; it alone where it has none. */
export async function regionOf(app: App, authority: string): Promise<readonly string[]> {
  const agency = (await app.store.reader({ type: "operator", authority }).agreementOf(authority))?.agency;
  if (agency === undefined) return [authority];
  const others = (await app.store.directory.organisations()).filter(({ type, code }) => type === "local-authority" && code !== authority);
  const sharing = await Promise.all(others.map(async ({ code }) => ((await app.store.reader({ type: "operator", authority: code }).agreementOf(code))?.agency === agency ? [code] : [])));
  return [authority, ...sharing.flat()].sort();
}

/** What a region’s history comes to: no child is in it. */
export interface RegionLearnt {
  readonly on: Day;
  readonly authorities: readonly string[];
  readonly learnt: Learnt;
  readonly ways: readonly Way[];
}

const kept = new WeakMap<App, Map<string, Promise<RegionLearnt>>>();

/** Learnt once a day for each region, and kept in this process. */
export function learntFor(app: App, authority: string): Promise<RegionLearnt> {
  const today = app.clock.today();
  const byAuthority = kept.get(app) ?? new Map<string, Promise<RegionLearnt>>();
  kept.set(app, byAuthority);
  const key = `${today} ${authority}`;
  const had = byAuthority.get(key);
  if (had !== undefined) return had;
  for (const old of byAuthority.keys()) if (!old.startsWith(today)) byAuthority.delete(old);
  const made = learnRegion(app, authority, today);
  byAuthority.set(key, made);
  made.catch(() => byAuthority.delete(key));
  return made;
}

async function learnRegion(app: App, authority: string, today: Day): Promise<RegionLearnt> {
  const authorities = await regionOf(app, authority);
  const ways: Way[] = [];
  for (const code of authorities) ways.push(...(await waysOf(app, code)).ways);
  return { on: today, authorities, ways, learnt: learn(ways.flatMap((way) => asKnownOn(way, today) ?? []), today) };
}
