import type { Problem } from "../../domain/returns/ssda903/problem.ts";

/** A return of the largest authority is about 10 MB a table. */
export const MAX_BYTES = 100 * 1024 * 1024;

export const aboutFile = (file: string, message: string): Problem =>
  ({ severity: "error", file, row: null, column: null, message });

/** Refuses a file by its size alone, so that nobody need read it first; nothing where it will do. */
export const refuseSize = (file: string, size: number): Problem | undefined =>
  size > MAX_BYTES
    ? aboutFile(file, `This file is ${Math.ceil(size / 1024 / 1024)} MB. Files over ${MAX_BYTES / 1024 / 1024} MB are not read: give one table of one year in each file.`)
    : undefined;

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

const ZIP_STARTS = [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8]];
const OLE_STARTS = [0xd0, 0xcf, 0x11, 0xe0];
const UTF16_STARTS = [[0xff, 0xfe], [0xfe, 0xff]];

/** Refuses what cannot be a CSV table, saying what it is and what to do; nothing where it may be one. */
export function refuseBytes(file: string, bytes: Uint8Array): Problem | undefined {
  const size = refuseSize(file, bytes.length);
  if (size !== undefined) return size;
  if (bytes.length === 0) return aboutFile(file, "This file is empty. Export the table again.");
  if (ZIP_STARTS.some((magic) => starts(bytes, magic))) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("xl/")
      ? aboutFile(file, "This is an Excel workbook, not a CSV file, whatever its name says. Open it and save each table as CSV.")
      : aboutFile(file, "This is a zip file. Unzip it and give the CSV files that are in it.");
  }
  if (starts(bytes, OLE_STARTS)) return aboutFile(file, "This is an old Excel workbook (xls), not a CSV file. Open it and save each table as CSV.");
  if (starts(bytes, [0x1f, 0x8b])) return aboutFile(file, "This is a compressed file. Decompress it and give the CSV file that is in it.");
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return aboutFile(file, "This is a PDF. Export the table as CSV.");
  if (!UTF16_STARTS.some((magic) => starts(bytes, magic)) && bytes.includes(0)) {
    return aboutFile(file, "This is not a text file. Export the table as CSV.");
  }
  return undefined;
}

/** Refuses text that is no table at all: nothing but space, or the XML form of the return. */
export function refuseText(file: string, text: string): Problem | undefined {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) return aboutFile(file, "This file is empty. Export the table again.");
  if (start === "<") return aboutFile(file, "This is XML. Export the return as CSV files, one for each table.");
  return undefined;
}
