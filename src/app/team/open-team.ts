import { OWNERS } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { CompiledPack } from "../../domain/standards/evaluate.ts";
import { type Holder, parseHolder } from "../../domain/work/holders.ts";
import type { AwaitingRow, TeamWork, WantingFinderRow } from "../../store/team.ts";
import type { App } from "../app.ts";
import { requestsWaiting } from "../extensions/waiting.ts";
import { standardsFor } from "../standards-for.ts";
import { type Looking, lookingAt, manages, nameOf, shownOf, standardsFor as standardsOn } from "./looking.ts";
import type { Amounts, Awaiting, HolderLine, StandardLine, TeamPage, WantingFinder } from "./views.ts";

/** What is due and late of a team’s children, and what waits for its manager; nothing for those who manage nobody. */
export async function openTeam(app: App, person: Person, team?: string): Promise<TeamPage | undefined> {
  if (!manages(person)) return undefined;
  return app.store.reading(person, async (reader) => {
    const looking = await lookingAt(app, reader, person, team);
    const { today, authority, scope, present } = looking;
    const { pack } = await standardsFor(reader, authority);
    const work = await reader.teamWork({ scope, present, today });
    const wanting = await reader.wantingFinder({ scope, present, today, standards: standardsOn(pack, ["family-finder"]) });
    const awaiting = await reader.awaitingManagers(scope);
    const showsNames = await reader.showsNames();
    const of = (kind: AwaitingRow["kind"]): readonly Awaiting[] => awaiting.filter((row) => row.kind === kind).map((row) => awaitingOf(row, looking));
    const asked = awaiting.filter(({ kind }) => kind === "extension-requested");
    return {
      ...shownOf(looking, work.teams), today,
      totals: totalsOf(work), holders: holdersOf(work, looking), standards: standardLines(work, pack),
      wanting: wanting.map((row) => wantingOf(row, looking, showsNames)),
      papers: of("papers-to-manager"), summaries: of("closure-summary"),
      extensions: await requestsWaiting(app, reader, person, authority, asked.map(({ localId }) => localId)),
    };
  });
}

function totalsOf({ work }: TeamWork): TeamPage["totals"] {
  const all = work.find(({ holder, standard }) => holder === null && standard === null);
  return { children: all?.children ?? 0, late: all?.late ?? 0, week: all?.week ?? 0, later: all?.later ?? 0 };
}

const ORDER = { nobody: 0, worker: 1, role: 2 } as const;
const mostLate = (a: Amounts, b: Amounts): number => b.late - a.late || b.week - a.week || b.later - a.later;

/** What nobody has, then everybody who has children, whether anything of theirs is due or not, then what roles do. */
function holdersOf({ work, held }: TeamWork, looking: Looking): readonly HolderLine[] {
  const due = new Map(work.flatMap((row) => (row.holder === null ? [] : [[row.holder, row] as const])));
  const children = new Map(held.map((row) => [row.holder, row.children]));
  return [...new Set([...due.keys(), ...children.keys()])].flatMap((code): HolderLine[] => {
    const holder = parseHolder(code);
    if (holder === undefined) return [];
    const { late = 0, week = 0, later = 0, children: about = 0 } = due.get(code) ?? {};
    return [{ holder: code, type: holder.type, name: holderName(holder, looking), children: holder.type === "role" ? about : (children.get(code) ?? 0), late, week, later }];
  }).sort((a, b) => ORDER[a.type] - ORDER[b.type] || mostLate(a, b) || a.name.localeCompare(b.name));
}

/** Whose it is, in words. */
export function holderName(holder: Holder, looking: Pick<Looking, "everyone" | "here">): string {
  switch (holder.type) {
    case "worker": return nameOf(looking, holder.account);
    case "nobody": return holder.as === "social-worker" ? "Nobody: no social worker who is here" : "Nobody: no family finder who is here";
    case "role": return OWNERS[holder.owner];
  }
}

/** A standard’s title now; its versions share one id. */
export const titleOf = (pack: CompiledPack, standard: string): string => pack.versions.get(standard)?.at(-1)?.title ?? standard;

const standardLines = ({ work }: TeamWork, pack: CompiledPack): readonly StandardLine[] =>
  work.flatMap(({ standard, children, late, week, later }) => (standard === null ? [] : [{ standard, title: titleOf(pack, standard), children, late, week, later }]))
    .sort((a, b) => mostLate(a, b) || (a.standard < b.standard ? -1 : 1));

export const awaitingOf = ({ recordId, localId, number, happenedOn, recordedBy, note }: AwaitingRow, looking: Looking): Awaiting =>
  ({ recordId, localId, number, since: happenedOn, by: nameOf(looking, recordedBy), note });

function wantingOf({ recordId, localId, name, decidedOn, standard, occurrence, dueOn, was }: WantingFinderRow, looking: Looking, showsNames: boolean): WantingFinder {
  return {
    recordId, localId, name: showsNames ? name : null, decidedOn, was: was === null ? null : nameOf(looking, was),
    clock: standard === null || occurrence === null || dueOn === null ? null : { standard, occurrence, dueOn, late: dueOn < looking.today },
  };
}
