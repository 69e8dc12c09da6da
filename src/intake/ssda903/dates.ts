import { type Day, dayFrom } from "../../domain/dates/day.ts";

const SHAPE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: 00:00(?::00)?)?$/;
const ISO_SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/;

function read(text: string): Day | null {
  const [, date, month, year] = SHAPE.exec(text) ?? [];
  if (year !== undefined) return dayFrom(Number(year), Number(month), Number(date)) ?? null;
  const [, isoYear, isoMonth, isoDate] = ISO_SHAPE.exec(text) ?? [];
  return dayFrom(Number(isoYear), Number(isoMonth), Number(isoDate)) ?? null;
}

/**
 * Reads days as the return writes them, DD/MM/YYYY, and as exports around it do: without
 * leading noughts, as YYYY-MM-DD, with midnight behind. Null where there is no such day.
 * A return has few different days among many cells, so each text is read once.
 */
export function dayReader(): (text: string) => Day | null {
  const known = new Map<string, Day | null>();
  return (text) => {
    const had = known.get(text);
    if (had !== undefined) return had;
    const made = read(text);
    known.set(text, made);
    return made;
  };
}
