import { closeSync, openSync } from "node:fs";
import { join } from "node:path";

const had = new Set<string>();

/**
 * Whether nobody in this run, in any of its processes, has called with this mark before: only the
 * first is told so. A mark is a file name. Where there is no run, within this process.
 */
export function isFirst(mark: string): boolean {
  const folder = process.env["RUN_FOLDER"];
  if (folder === undefined) return had.size !== had.add(mark).size;
  try {
    closeSync(openSync(join(folder, mark), "wx"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
