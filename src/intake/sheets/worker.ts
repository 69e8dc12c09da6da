/** Runs in a thread of its own, so that no workbook, however made, stops the service that reads it. */
import { parentPort, workerData } from "node:worker_threads";
import { type Limits, Refused } from "./limits.ts";
import { lookAtBytes } from "./look-at-bytes.ts";
import { readExcel, type WorkbookReading } from "./read-excel.ts";
import { readText } from "./read-text.ts";

/** What the thread is given. */
export interface Task {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

export type Answer = WorkbookReading | { readonly refused: string };

function answer({ name, bytes, limits }: Task): Answer {
  try {
    return lookAtBytes(bytes, limits) === "workbook" ? readExcel(name, bytes, limits) : readText(name, bytes, limits);
  } catch (cause) {
    if (cause instanceof Refused) return { refused: cause.message };
    throw cause;
  }
}

parentPort?.postMessage(answer(workerData as Task), []);
