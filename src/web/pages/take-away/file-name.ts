import type { AsAt } from "../../../domain/chronology/fold.ts";
import type { Day } from "../../../domain/dates/day.ts";

/** “harrowmere-tracker-2026-11-22.xlsx”; of another day, which question it answers: “harrowmere-tracker-as-known-2026-03-03.csv”. No child is in it. */
export function fileName(of: string, { knownOn, stoodOn }: AsAt, today: Day, ending: "xlsx" | "csv"): string {
  const plain = of.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  const which = stoodOn !== undefined ? "as-stood-" : knownOn !== undefined ? "as-known-" : "";
  return `${plain === "" ? "" : `${plain}-`}tracker-${which}${stoodOn ?? knownOn ?? today}.${ending}`;
}
