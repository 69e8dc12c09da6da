/** Where a command speaks: answers on `out`, everything said beside them on `err`. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Draws over one line of standard error; nothing where that is no terminal. */
  readonly redraw: ((line: string) => void) | undefined;
}

/** The process’s own. A reader that closes early, as `head` does, ends the answer without a fault. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    redraw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r${line}\u001B[K`) : undefined,
  };
}

export const printJson = (terminal: Terminal, value: unknown): void => terminal.out(JSON.stringify(value, null, 2));
