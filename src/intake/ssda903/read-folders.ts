import { type Dirent, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { type GivenFile, type ReadOptions, readGroups } from "./read-return.ts";
import { aboutFile, refuseSize } from "./refuse.ts";

/** What often lies in a folder beside the tables, and says nothing of children. */
const BESIDE = new Set([".md", ".json", ".pdf", ".doc", ".docx", ".log", ".ini", ".db", ".png", ".jpg", ".html"]);

interface Folder {
  readonly path: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Reads folders, each a year of the return, in any order; or a folder that holds only
 * folders, a year in each. Never throws on what is in them. Files are named in problems as
 * briefly as tells them apart.
 */
export function readFolders(folders: readonly string[], options: ReadOptions): ParsedReturn {
  const problems: Problem[] = [];
  const found = foldersOf(folders, problems);
  const nameOf = namer(found.map((f) => f.path));
  const groups = (function* () {
    for (const folder of found) yield filesOf(folder, nameOf(folder.path), problems);
  })();
  const read = readGroups(groups, options);
  // A folder or file that cannot be opened, or is too large, has said so; that there are no files need not be said too.
  const rest = problems.length > 0 ? read.problems.filter((p) => p.file !== null) : read.problems;
  return { ...read, problems: [...problems, ...rest] };
}

/** The paths of the files that `readFolders` would read. Folders that cannot be opened give none. */
export const listFiles = (folders: readonly string[]): string[] =>
  foldersOf(folders, []).flatMap((f) => f.files.map((name) => join(f.path, name)));

function foldersOf(paths: readonly string[], problems: Problem[]): Folder[] {
  return paths.flatMap((path) => {
    const folder = open(path, problems);
    if (folder === undefined) return [];
    if (folder.files.length > 0 || folder.folders.length === 0) return [folder];
    return folder.folders.map((name) => open(join(path, name), problems)).filter((f) => f !== undefined);
  });
}

function open(path: string, problems: Problem[]): Folder | undefined {
  let inside: Dirent[];
  try {
    inside = readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    const why = code === "ENOENT" ? "There is no such folder." : code === "ENOTDIR" ? "This is a file, not a folder. Give the folder that it is in." : "This folder cannot be opened.";
    problems.push(aboutFile(path, why));
    return undefined;
  }
  const seen = inside.filter((e) => !e.name.startsWith(".") && !BESIDE.has(extname(e.name).toLowerCase())).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isFolder = (e: Dirent): boolean => e.isDirectory() || (e.isSymbolicLink() && statSync(join(path, e.name), { throwIfNoEntry: false })?.isDirectory() === true);
  return { path, files: seen.filter((e) => !isFolder(e)).map((e) => e.name), folders: seen.filter(isFolder).map((e) => e.name) };
}

function* filesOf(folder: Folder, called: string, problems: Problem[]): Generator<GivenFile> {
  for (const file of folder.files) {
    const name = called + file;
    const path = join(folder.path, file);
    try {
      const tooLarge = refuseSize(name, statSync(path).size);
      if (tooLarge === undefined) yield { name, bytes: readFileSync(path) };
      else problems.push(tooLarge);
    } catch {
      problems.push(aboutFile(name, "This file cannot be opened."));
    }
  }
}

/** Names for files: nothing before them where there is one folder, else as many of its folders as tell it from the others. */
function namer(paths: readonly string[]): (path: string) => string {
  if (paths.length < 2) return () => "";
  const whole = paths.map((p) => resolve(p));
  const short = whole.map((p) => basename(p));
  const apart = new Set(short).size === short.length;
  return (path) => `${apart ? basename(resolve(path)) : path}/`;
}
