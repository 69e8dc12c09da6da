import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, statSync } from "node:fs";
import type { Places } from "./places.ts";
import type { Programs } from "./programs.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, and root is who a
 * container or a fresh machine often gives us.
 */
export type Runner =
  | { readonly as: "self" }
  /** In a user namespace where root is called by another number: its files stay root's own. */
  | { readonly as: "namespace"; readonly uid: number }
  /** As another user of the machine, who owns the data. */
  | { readonly as: "user"; readonly uid: number; readonly gid: number };

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** The command that runs a program so. A namespace's own process is replaced by the program, so its id is the program's. */
export function commandFor(runner: Runner, program: string, args: readonly string[]): Command {
  switch (runner.as) {
    case "self":
      return { program, args, ids: {} };
    case "namespace":
      return {
        program: "unshare",
        args: ["--user", `--map-user=${runner.uid}`, `--map-group=${runner.uid}`, program, ...args],
        ids: {},
      };
    case "user":
      return { program, args, ids: { uid: runner.uid, gid: runner.gid } };
  }
}

/** Gives a folder or file to whoever the programs run as. */
export function handOver(runner: Runner, path: string): void {
  if (runner.as === "user") chownSync(path, runner.uid, runner.gid);
}

/** Settles whom to run as: as the owner of data that exists, else in the first way that works here. */
export function chooseRunner(programs: Programs, places: Places): Runner {
  const me = process.getuid?.();
  const owner = existsSync(places.cluster) ? statSync(places.cluster) : undefined;
  if (me === undefined) return { as: "self" };
  if (me !== 0) {
    if (owner === undefined || owner.uid === me) return { as: "self" };
    throw new DatabaseUnavailable(
      `The private database in ${places.home} belongs to another user of this machine (number ${owner.uid}). Run this as that user, or set DATABASE_URL.`,
    );
  }
  const ways: readonly Runner[] =
    owner !== undefined && owner.uid !== 0
      ? [{ as: "user", uid: owner.uid, gid: owner.gid }]
      : [{ as: "namespace", uid: someUser().uid }, ...(owner === undefined ? [{ as: "user", ...plainUser() } as const] : [])];
  const way = ways.find((candidate) => works(candidate, programs, places));
  if (way !== undefined) return way;
  throw new DatabaseUnavailable(
    "PostgreSQL will not run as root, and here root can neither start it in a user namespace (unshare --user) nor as another user who may read this folder. " +
      "Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server.",
  );
}

function works(runner: Runner, programs: Programs, places: Places): boolean {
  const succeeds = (name: string, ...given: readonly string[]): boolean => {
    const { program, args, ids } = commandFor(runner, name, given);
    return spawnSync(program, args, { ...ids, stdio: "ignore" }).status === 0;
  };
  return succeeds(programs.postgres, "--version") && (runner.as !== "user" || succeeds("test", "-x", places.folder));
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** initdb asks the machine for its user's name, so the number must be one that the machine knows. */
const someUser = (): User => users().find((user) => user.uid >= 1000 && user.uid < 65534) ?? plainUser();

const plainUser = (): User =>
  users().find((user) => user.name === "postgres") ??
  users().find((user) => user.uid !== 0) ?? { name: "nobody", uid: 65534, gid: 65534 };

function users(): readonly User[] {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  return lines
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
}
