import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the environment settles, read once at the start. */
export interface Config {
  /** The PostgreSQL server to use; without one, a private server is started in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** Where the private server and everything else of this installation is kept. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
}

/** A setting that cannot be meant. The message names it, what it holds and what it may hold. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The folder of the checkout, wherever the command was given. */
export const projectFolder: string = dirname(dirname(fileURLToPath(import.meta.url)));

const DEFAULT_PORT = 3000;

/** Reads the settings; an empty one counts as unset. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const setting = (name: string): string | undefined => environment[name]?.trim() || undefined;
  return {
    databaseUrl: databaseUrlOf(setting("DATABASE_URL")),
    dataFolder: resolve(projectFolder, setting("PERMANENCE_DATA") ?? "data"),
    host: setting("HOST") ?? "127.0.0.1",
    port: portOf(setting("PORT")),
  };
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // Never quoted back: it holds a password.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new ConfigError("DATABASE_URL is not an address like postgres://user:password@host:5432/database. Correct it, or unset it to use a private database.");
  }
  return text;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new ConfigError(`PORT is “${text}”. Set it to a whole number from 0 to 65535, where 0 picks a free port.`);
}
