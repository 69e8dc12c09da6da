import { type RawBuilder, sql } from "kysely";
import { may, type Permission, type Reach } from "../domain/access/policy.ts";
import { notFor, type Purpose } from "../domain/access/purpose.ts";
import { knowingReach } from "../domain/access/side.ts";
import { actorOf, type Person, type Viewer } from "../domain/access/viewer.ts";
import { DEFAULT_RESTRICTION } from "../domain/access/wall.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Db } from "./database.ts";
import { NotPermitted } from "./errors.ts";

/** What the policies of db/migrations/0005-access.sql and 0012-walls.sql read, by setting; those left out are empty. */
export type Settings = Readonly<Record<string, string>>;

const reachOf = (person: Person, permission: Permission): Reach => {
  const answer = may(person.role, permission);
  return answer.allowed ? answer.reach : "none";
};

/** Any of these lets one write at all, of the children within its reach. */
export const WRITING = [
  "record", "correct", "import", "request-extension", "sign-off", "challenge", "answer-challenge", "set-access", "seal", "agree-release", "agree-disclosure", "hold-meetings",
] as const satisfies readonly Permission[];

/** The viewer's reach, as the domain's policy has it, in the database's words. */
export function settingsOf(viewer: Viewer): Settings {
  const account = actorOf(viewer);
  if (viewer.type === "operator") {
    const { authority } = viewer;
    return plain({ account, authorities: authority, writes: authority, imports: authority, standards: authority, operator: "on", reads_access_log: authority, verifies: authority, past_walls: authority, knows: "authority", meets: authority, holds: authority, plans: authority, publishes: authority });
  }
  const code = viewer.organisation.code;
  const read = reachOf(viewer, "open-child");
  const ofOwn = (permission: Permission, setting: string): Settings => (reachOf(viewer, permission) === "authority" ? { [setting]: code } : {});
  const anywhere: Settings = {
    account, role: viewer.role, knows: knowingReach(viewer),
    ...ofOwn("manage-standards", "standards"), ...ofOwn("see-access-log", "reads_access_log"), ...ofOwn("verify", "verifies"), ...ofOwn("administer", "administers"),
    ...ofOwn("keep-action-plan", "plans"), ...ofOwn("publish", "publishes"),
    ...ofOwn("see-adoptive-identity", "discloses"), ...ofOwn("agree-disclosure", "agrees"),
    ...(read !== "none" && reachOf(viewer, "release") !== "none" ? { releases: "on" } : {}), ...(reachOf(viewer, "agree-release") !== "none" ? { agrees_release: "on" } : {}),
    ...(read === "none" ? {} : { named: "on" }),
    ...(reachOf(viewer, "follow-meetings") === "none" ? {} : { meets: code }), ...(reachOf(viewer, "hold-meetings") === "none" ? {} : { holds: code }),
    ...(DEFAULT_RESTRICTION.roles.includes(viewer.role) ? { admitted: "on" } : {}),
  };
  if (viewer.organisation.type !== "local-authority") {
    return plain({ ...anywhere, ...(read === "agreement" ? { agency: code } : {}), ...(reachOf(viewer, "keep-agency-record") === "agreement" ? { writes_agency: "on" } : {}) });
  }
  const writes = new Set(WRITING.map((permission) => reachOf(viewer, permission)));
  return plain({
    ...anywhere,
    ...(read === "authority" ? { authorities: code, workers: account } : {}),
    ...(read === "allocated" ? { allocated_in: code, workers: account } : {}),
    ...(writes.has("authority") ? { writes: code } : writes.has("allocated") ? { writes_allocated: "on" } : {}),
    ...ofOwn("import", "imports"),
    ...ofOwn("move-child", "moves"),
  });
}

/** What a purpose adds: every child of the viewer’s own authority, behind a wall too. Throws NotPermitted where it is not the viewer’s. */
export function settingsFor(viewer: Viewer, purpose: Purpose, how: "read" | "write"): Settings {
  const reason = notFor(viewer, purpose, how);
  if (reason !== undefined) throw new NotPermitted(reason);
  if (viewer.type === "operator") return {};
  const { code } = viewer.organisation;
  return { past_walls: code, authorities: code, ...(how === "write" ? { writes: code } : {}) };
}

/** The settings are lists divided by commas: a value with one in it would be two. */
function plain(settings: Settings): Settings {
  for (const value of Object.values(settings)) {
    if (value.includes(",")) throw new RangeError(`“${value}” cannot be an account or an authority: it has a comma in it`);
  }
  return settings;
}

/** For what, where it goes past the walls, and whether anything is written. */
export interface Doing {
  readonly how: "read" | "write";
  readonly purpose?: Purpose | undefined;
}

/**
 * Sets who the viewer is, until the transaction ends. Everything else the transaction asks comes after. Who covers for
 * whom, and who is named on a record, is asked on the day given, or on the day that it is in England.
 */
export async function setViewer(db: Db, viewer: Viewer, today?: Day, { how, purpose }: Doing = { how: "read" }): Promise<void> {
  const settings: Settings = { ...settingsOf(viewer), ...(today === undefined ? {} : { today }), ...(purpose === undefined ? {} : settingsFor(viewer, purpose, how)) };
  await set(db, settings);
  await settle(db);
}

/** Works out from the tables whom the viewer sees (db/migrations/0021-settled.sql): again where what they say may have changed. */
export async function settle(db: Db): Promise<void> {
  await sql`select viewer_settle()`.execute(db);
}

/** The day given, or the day that it is in England. */
export const onDay = (today: Day | undefined): RawBuilder<unknown> => (today === undefined ? sql`(now() at time zone 'Europe/London')::date` : sql`${today}::date`);

/** Sets some of the viewer's settings, until the transaction ends. */
export async function set(db: Db, settings: Settings): Promise<void> {
  const each = Object.entries(settings).map(([name, value]) => sql`set_config(${`viewer.${name}`}, ${value}, true)`);
  await sql`select ${sql.join(each)}`.execute(db);
}
