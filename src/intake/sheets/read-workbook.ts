import { Worker } from "node:worker_threads";
import type { SheetProblem } from "../../domain/sheets/facts.ts";
import type { Workbook } from "../../domain/sheets/grid.ts";
import { type Limits, LIMITS, Refused } from "./limits.ts";
import { lookAtBytes } from "./look-at-bytes.ts";
import type { Answer, Task } from "./read-bytes.ts";

export interface GivenSheet {
  /** As it was given. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type WorkbookRead =
  | { readonly workbook: Workbook; readonly problems: readonly SheetProblem[] }
  /** Nothing of it can be used; each says why and what to do. */
  | { readonly refused: readonly SheetProblem[] };

/**
 * Reads an Excel, Open Document or CSV file, whatever its name, in a thread with limits of memory
 * and time; one at a time. Every sheet is read, hidden ones too. Never throws on what is in the
 * file, and never runs anything that is.
 */
export async function readWorkbook({ name, bytes }: GivenSheet, options: Partial<Limits> = {}): Promise<WorkbookRead> {
  const limits = { ...LIMITS, ...options };
  const about = (severity: SheetProblem["severity"], sheet: string | null, message: string): SheetProblem => ({ severity, file: name, sheet, row: null, column: null, message });
  try {
    lookAtBytes(bytes, limits);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    return { refused: [about("error", null, cause.message)] };
  }
  const answer = await inTurn(() => ask({ name, bytes, limits }));
  if ("refused" in answer) return { refused: [about("error", null, answer.refused)] };
  return { workbook: answer.workbook, problems: answer.remarks.map(({ sheet, message }) => about("warning", sheet, message)) };
}

let last: Promise<unknown> = Promise.resolve();

/** Two big workbooks at once would need the memory of both. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

const TOO_BIG = "This workbook is too big to read. Copy the tracker’s own cells into a new workbook and give that.";
const TOO_LONG = "This workbook takes too long to read. Copy the tracker’s own cells into a new workbook and give that.";

function ask(task: Task): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: task,
    // The loader that runs tests is not wanted here: the runtime reads these files as they are.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  // What the library has to say of a damaged file is nobody’s to read.
  worker.stdout.resume();
  worker.stderr.resume();
  const tooLong = setTimeout(() => resolve({ refused: TOO_LONG }), task.limits.milliseconds);
  worker.once("message", resolve);
  worker.once("error", (error: NodeJS.ErrnoException) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ refused: TOO_BIG }) : reject(error)));
  worker.once("exit", () => resolve({ refused: TOO_BIG }));
  return promise.finally(async () => {
    clearTimeout(tooLong);
    await worker.terminate();
  });
}
