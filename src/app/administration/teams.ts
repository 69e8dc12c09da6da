import type { Person } from "../../domain/access/viewer.ts";
import { readTeamName, renamedOn } from "../../domain/administration/rename-team.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { HAVE_CHILDREN } from "../../domain/commands/reassign.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { audit, changing, looking, versionOf } from "./administering.ts";
import type { Made, RenamePreview, TeamsPage } from "./views.ts";

/** The teams of the administrator’s organisation, as its people and its children have them. */
export const listTeams = (app: App, person: Person): Promise<TeamsPage> =>
  looking(app, person, async (reader) => {
    const { organisation } = person;
    const today = app.clock.today();
    const here = (await reader.administration.accountsOf(organisation.code)).filter((one) => isPresent(one, today));
    const managers = Map.groupBy(here.filter(({ role, team }) => role === "team-manager" && team !== null), ({ team }) => team ?? "");
    return {
      organisation, teams: await reader.administration.teamsOf(organisation.code, today),
      managers: new Map([...managers].map(([team, of]) => [team, of.map(({ name }) => name)])),
      without: here.filter(({ role, team }) => team === null && HAVE_CHILDREN.has(role)).length,
    };
  });

export type RenameLook = { readonly outcome: "preview"; readonly preview: RenamePreview } | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] } | { readonly outcome: "not-found" };

/** What another name for a team would change. Writes nothing. */
export const previewRename = (app: App, person: Person, was: string, typed: string): Promise<RenameLook> =>
  looking(app, person, (reader) => lookAt(app, reader, person, was, typed));

async function lookAt(app: App, reader: Reader, { organisation }: Person, was: string, typed: string): Promise<RenameLook> {
  const teams = await reader.administration.teamsOf(organisation.code, app.clock.today());
  const team = teams.find((one) => one.team === was);
  if (team === undefined) return { outcome: "not-found" };
  const read = readTeamName(typed, was);
  if ("message" in read) return { outcome: "refused", refusals: [read] };
  const joins = teams.find((one) => one.team === read.team);
  return { outcome: "preview", preview: { ...team, now: read.team, joins, version: versionOf([team, joins ?? null]) } };
}

const AT_ONCE = 100;

/** Calls a team otherwise for everybody in it: its people, its children and the views it shares. */
export const renameTeam = (app: App, person: Person, was: string, typed: string, basedOn: string): Promise<Made<RenamePreview>> =>
  changing(app, person, async (writer) => {
    const looked = await lookAt(app, writer, person, was, typed);
    if (looked.outcome !== "preview") return looked;
    const { preview } = looked;
    if (preview.version !== basedOn) return { outcome: "overtaken" };
    await writer.renameTeam(person.organisation.code, was, preview.now);
    const children = await renameOnRecords(app, writer, person.organisation.code, was, preview.now);
    await audit(app, writer, person, "set-account", { did: "rename-team", team: preview.now, was, people: preview.people, children });
    return { outcome: "done", done: preview };
  });

async function renameOnRecords(app: App, writer: Writer, authority: string, was: string, now: string): Promise<number> {
  const ids = await writer.administration.recordsOfTeam(authority, was);
  let renamed = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const before = await Promise.all(ids.slice(from, from + AT_ONCE).map(async (id) => ({ id, entries: await writer.entriesOf(id) })));
    const drafts = new Map(before.map(({ id, entries }) => [id, renamedOn(entries, was, now)] as const).filter(([, of]) => of.length > 0));
    if (drafts.size === 0) continue;
    const written = await writer.appendEntries(authority, drafts, app.clock.now());
    await writer.writeProjections(authority, before.filter(({ id }) => drafts.has(id)).map(({ id, entries }) => ({ recordId: id, type: "child" as const, entries: [...entries, ...written.get(id) ?? []] })), app.summarise);
    renamed += drafts.size;
  }
  return renamed;
}
