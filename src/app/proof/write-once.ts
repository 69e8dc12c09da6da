import { open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readHeadLines } from "./head-lines.ts";

/**
 * Writes a new file, through to the disk. One that is there is never written over: the error says so (EEXIST). Nothing is
 * renamed or removed, so that the folder may be one that can only be added to; killed in the middle it leaves a part.
 */
export async function writeOnce(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  // Some systems cannot sync a folder; the file itself is on the disk.
  const folder = await open(dirname(path), "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

const MOST_FILES = 9;

/**
 * Writes the heads of a day into a folder: heads-DAY.jsonl. What is there stays, whoever wrote it; where it is only a part,
 * of one who was killed, the heads go into a file beside it, heads-DAY-2.jsonl.
 */
export async function writeHeads(folder: string, day: string, lines: string): Promise<void> {
  for (let nth = 1; nth <= MOST_FILES; nth++) {
    const path = join(folder, `heads-${day}${nth === 1 ? "" : `-${nth}`}.jsonl`);
    try {
      return await writeOnce(path, lines);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if ("heads" in readHeadLines(await readFile(path, "utf8"))) return;
  }
}
