import type { Day } from "../../domain/dates/day.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";

/** A file as it was given: by upload, or from a folder. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  readonly today: Day;
}

/** Reads the files of one or several years, in any order, and sorts them into years by their dates. Never throws on what is in them. */
export function readReturn(files: Iterable<GivenFile>, options: ReadOptions): ParsedReturn {
  void files;
  void options;
  return { years: [], children: new Map(), problems: [] };
}
