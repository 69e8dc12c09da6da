/** A length of time as the field writes it: “5 working days”, “8 weeks”, “3 months”. */
export type DurationUnit = "hour" | "day" | "working day" | "week" | "month" | "year";

export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

const SHAPE = /^(\d+) (hour|day|working day|week|month|year)s?$/;

/** Reads “5 working days” or “1 week”; nothing where the text is no length of time. */
export function parseDuration(text: string): Duration | undefined {
  const [, count, unit] = SHAPE.exec(text.trim().replace(/\s+/g, " ").toLowerCase()) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return { count: Number(count), unit: unit as DurationUnit };
}

export const durationInWords = ({ count, unit }: Duration): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
