import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { type CompiledPack, stopsOf } from "../../domain/standards/compile.ts";
import { kindsOf } from "../../domain/standards/occasions.ts";
import { isPresent, keysOf } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import type { WorkerRow } from "../../store/rows.ts";
import type { Present, TeamScope } from "../../store/team.ts";
import { type App, forbids } from "../app.ts";
import type { TeamShown } from "./views.ts";

/** What a manager’s page knows before it asks what is due. */
export interface Looking {
  readonly today: Day;
  readonly authority: string;
  readonly scope: TeamScope;
  readonly label: string;
  readonly asked: string | undefined;
  /** Everybody of the manager’s organisation, and those of them who are still here. */
  readonly everyone: readonly WorkerRow[];
  readonly here: readonly WorkerRow[];
  readonly present: Present;
  readonly mayReassign: boolean;
}

/** The team that the address asks for where it means every one, or children of none. */
export const ALL_TEAMS = "all";
export const NO_TEAM = "none";

/** Whether somebody has a team or a service to manage: then its pages are theirs to see. */
export const manages = (person: Person): boolean => forbids(person, "reassign") === undefined || forbids(person, "sign-off") === undefined;

/**
 * Which children a manager looks at: those of the team asked for; else those of their own team and of teams that nobody else
 * manages, as on their desk; else all.
 */
export async function lookingAt(app: App, reader: Reader, person: Person, asked: string | undefined): Promise<Looking> {
  const today = app.clock.today();
  const authority = person.organisation.code;
  const everyone = (await reader.workers()).filter(({ organisation }) => organisation === authority);
  const here = everyone.filter((one) => isPresent(one, today));
  const own = everyone.find(({ account }) => account === person.account)?.team ?? null;
  return {
    today, authority, asked, everyone, here,
    ...scopeOf(person, own, here, asked),
    present: here.flatMap((one) => keysOf(one).map((key) => ({ key, account: one.account }))),
    mayReassign: forbids(person, "reassign") === undefined,
  };
}

function scopeOf(person: Person, own: string | null, here: readonly WorkerRow[], asked: string | undefined): Pick<Looking, "scope" | "label"> {
  const authority = person.organisation.code;
  if (asked === NO_TEAM) return { scope: { authority, team: null }, label: "Children of no team" };
  if (asked !== undefined && asked !== ALL_TEAMS) return { scope: { authority, team: asked }, label: asked };
  if (asked === ALL_TEAMS || person.role !== "team-manager") return { scope: { authority }, label: "Every team" };
  const otherTeams = [...new Set(here.flatMap(({ role, team }) => (role === "team-manager" && team !== null && team !== own ? [team] : [])))];
  return { scope: { authority, otherTeams }, label: own ?? "Teams that nobody else manages" };
}

export const shownOf = ({ asked, label, mayReassign }: Looking, teams: readonly string[]): TeamShown => ({ asked, label, mayReassign, teams });

/** “Ash Rowan”; where several share a name or somebody has left, who of them. */
export function nameOf({ everyone, here }: Pick<Looking, "everyone" | "here">, key: string): string {
  const one = everyone.find((other) => keysOf(other).includes(key));
  if (one === undefined) return key;
  const name = everyone.filter((other) => other.name === one.name).length > 1 ? `${one.name} (${ROLES[one.role].toLowerCase()})` : one.name;
  return here.includes(one) ? name : `${name}, who has left`;
}

/** The standards that wait for something of these kinds, whichever version. */
export const standardsFor = (pack: CompiledPack, kinds: readonly Kind[]): readonly string[] =>
  [...pack.versions].flatMap(([id, versions]) => (versions.some((s) => stopsOf(s).some((o) => kindsOf(o).some((kind) => kinds.includes(kind)))) ? [id] : []));
