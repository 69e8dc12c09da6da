import { type Limits, Refused } from "./limits.ts";
import { lookAtBytes } from "./look-at-bytes.ts";
import { readExcel, type WorkbookReading } from "./read-excel.ts";
import { readText } from "./read-text.ts";

export interface Task {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

export type Answer = WorkbookReading | { readonly refused: string };

/** The workbook in a file’s bytes, or why it cannot be read. Takes the memory and time it takes: a thread with limits calls it. */
export function readBytes({ name, bytes, limits }: Task): Answer {
  try {
    return lookAtBytes(bytes, limits) === "workbook" ? readExcel(name, bytes, limits) : readText(name, bytes, limits);
  } catch (cause) {
    if (cause instanceof Refused) return { refused: cause.message };
    throw cause;
  }
}
