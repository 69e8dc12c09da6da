import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import type { ReadOptions } from "./read-return.ts";

/** Reads folders, each a year of the return, in any order; or one folder that holds a folder for each year. Never throws on what is in them. */
export function readFolders(folders: readonly string[], options: ReadOptions): ParsedReturn {
  void folders;
  void options;
  return { years: [], children: new Map(), problems: [] };
}
