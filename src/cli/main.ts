import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type Call, type Command, DONE, REFUSED, WRONG_USAGE, WrongUsage } from "./command.ts";
import { COMMANDS, isCommand } from "./commands.ts";
import type { Composition } from "./composition.ts";
import { helpOn, helpOnAll } from "./help.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/**
 * Runs one call of the command line; resolves to its exit status: 0 done, 1 refused, 2
 * wrong usage. Whatever goes wrong is one sentence on standard error, never a stack,
 * unless DEBUG is set.
 */
export async function runCli(argv: readonly string[], composition: Composition, terminal: Terminal = processTerminal()): Promise<number> {
  const [name = "--help", ...rest] = argv;
  if (name === "--help" || name === "-h" || (name === "help" && rest[0] === undefined)) {
    terminal.out(helpOnAll());
    return DONE;
  }
  const asked = name === "help" ? (rest[0] ?? "") : name;
  if (!isCommand(asked)) {
    terminal.err(`There is no command “${asked}”. To see those there are: bin/permanence --help`);
    return WRONG_USAGE;
  }
  const command = await COMMANDS[asked].load();
  try {
    if (name === "help" || wantsHelp(rest)) {
      terminal.out(helpOn(command));
      return DONE;
    }
    return await command.run(callOf(command, rest, terminal, composition));
  } catch (error) {
    return explainFailure(error, asked, terminal);
  }
}

const wantsHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((a) => a === "--help" || a === "-h");
};

function callOf(command: Command, args: readonly string[], terminal: Terminal, composition: Composition): Call {
  const { values, positionals } = parsed(args, command.options);
  return { options: values, words: positionals, terminal, composition };
}

function parsed(args: readonly string[], options: ParseArgsOptionsConfig): { readonly values: Call["options"]; readonly positionals: readonly string[] } {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (option === undefined) throw new WrongUsage(`There is no option ${token.rawName} here`);
    if (option.type === "boolean" && token.value !== undefined) throw new WrongUsage(`${token.rawName} takes no value`);
    if (option.type === "string" && (token.value === undefined || (token.inlineValue === false && token.value.startsWith("--")))) {
      throw new WrongUsage(`${token.rawName} wants a value after it`);
    }
    if (option.multiple !== true && tokens.some((t) => t.kind === "option" && t.name === token.name && t.index > token.index)) {
      throw new WrongUsage(`${token.rawName} is given twice`);
    }
  }
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  return { values, positionals };
}

function explainFailure(error: unknown, name: string, terminal: Terminal): number {
  if (process.env["DEBUG"]) terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WrongUsage) {
    terminal.err(`${message}. To see how: bin/permanence ${name} --help`);
    return WRONG_USAGE;
  }
  terminal.err(isOurs(error) ? (error instanceof Error && error.name === "NotConfigured" ? message : firstLine(message)) : `Something went wrong${message === "" ? "" : `: ${firstLine(message)}`}. DEBUG=1 before the command shows where`);
  return REFUSED;
}

const firstLine = (message: string): string => message.split("\n", 1)[0] ?? message;

/** Errors with a name of their own were written for a person; the language’s and the system’s were not. */
const isOurs = (error: unknown): boolean =>
  error instanceof Error && !("code" in error) && !["Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "AggregateError"].includes(error.name);
