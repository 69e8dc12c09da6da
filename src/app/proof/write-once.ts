import { link, open, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export const headsFileOf = (folder: string, day: string): string => join(folder, `heads-${day}.jsonl`);

/**
 * Writes a file whole or not at all, and through to the disk. One that is there is never written over: the error says so (EEXIST).
 * Killed in the middle it leaves a file whose name begins with a dot.
 */
export async function writeOnce(path: string, text: string): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const file = await open(unfinished, "w", 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(unfinished, path);
  } finally {
    await unlink(unfinished);
  }
  const folder = await open(dirname(path), "r");
  // Some systems cannot sync a folder; the file itself is on the disk.
  await folder.sync().catch(() => undefined);
  await folder.close();
}
