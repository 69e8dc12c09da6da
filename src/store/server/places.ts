import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, DatabaseUnavailable, messageOf } from "./unavailable.ts";

/** Where a private server keeps what. */
export interface Places {
  readonly folder: string;
  /** Cluster and password together: they appear at once, whole, or not at all. */
  readonly home: string;
  readonly cluster: string;
  readonly password: string;
  readonly lock: string;
  readonly log: string;
}

export function placesIn(folder: string): Places {
  const home = join(folder, "postgres");
  return {
    folder,
    home,
    cluster: join(home, "cluster"),
    password: join(home, "password"),
    lock: join(folder, "postgres.lock"),
    log: join(folder, "postgres.log"),
  };
}

export async function makeFolder(places: Places): Promise<void> {
  try {
    await mkdir(places.folder, { recursive: true });
  } catch (error) {
    throw new DatabaseUnavailable(
      `The folder ${places.folder} for the private database cannot be made: ${messageOf(error)}. ` +
        "Set PERMANENCE_DATA to a folder that you may write in, or set DATABASE_URL to a PostgreSQL 18 server.",
      { cause: error },
    );
  }
}

/** What a server says of itself in its cluster while it runs; zero where it has not said yet. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that says it runs this cluster; a killed one still says so. */
export async function readPostmaster(places: Places): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(postmasterFile(places), "utf8")).split("\n");
    return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new DatabaseUnavailable(
      `The private database in ${places.home} cannot be read: ${messageOf(error)}. Run this as its owner, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

export const forgetPostmaster = (places: Places): Promise<void> => rm(postmasterFile(places), { force: true });

const postmasterFile = (places: Places): string => join(places.cluster, "postmaster.pid");
