import type { ParseArgsOptionsConfig } from "node:util";
import type { Composition } from "./composition.ts";
import type { Terminal } from "./terminal.ts";

/** Values of the options as given: text, text given several times, or a flag. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

export interface Call {
  readonly options: OptionValues;
  /** The words after the command’s name. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
  readonly composition: Composition;
}

/** One command: what it takes, how it is taught, and what it does. Resolves to the exit status, 0 or 1. */
export interface Command {
  readonly usage: string;
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (call: Call) => Promise<number>;
}

/** Done, warnings included. */
export const DONE = 0;
/** Understood, and not done: the reason has been said. */
export const REFUSED = 1;
/** Not understood. */
export const WRONG_USAGE = 2;

/** Thrown where the call itself is wrong: exit 2, with this sentence. */
export class WrongUsage extends Error {
  override name = "WrongUsage";
}

/** Thrown where a good call cannot be done: exit 1, with this sentence. */
export class Refused extends Error {
  override name = "Refused";
}
