/** What reading one workbook may cost. A council’s tracker has some hundred kilobytes and some ten thousand cells. */
export interface Limits {
  readonly bytes: number;
  /** Of what is packed in a workbook, unpacked. */
  readonly unpackedBytes: number;
  /** Cells with anything in them, in all its sheets. */
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
  readonly heapMegabytes: number;
  readonly milliseconds: number;
}

export const LIMITS: Limits = {
  bytes: 30 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  cells: 1_000_000,
  rows: 100_000,
  columns: 500,
  heapMegabytes: 1_000,
  milliseconds: 60_000,
};

/** A workbook that is refused, with why and what to do. */
export class Refused extends Error {}

export const tooManyCells = (limit: number): Refused =>
  new Refused(`This workbook has more than ${limit.toLocaleString("en-GB")} filled cells. Keep the tracker’s own sheet and the rows of children, and save that as a workbook of its own.`);
