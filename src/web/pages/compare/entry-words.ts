import type { Entry } from "../../../domain/chronology/entry.ts";
import { detailsInWords, whenInWords } from "../child/words.ts";

/** Details that are written freely, or are a child’s name: no list tells them. */
const FREE: ReadonlySet<string> = new Set(["Note", "Given name", "Family name"]);

/** When an entry is of, and those of its details that another does not share. A name that changed is not told. */
export function saidDifferently(entry: Entry, other: Entry | undefined): string {
  const others = new Set(other === undefined ? [] : detailsInWords(other).map(([label, text]) => `${label}: ${text}`));
  const details = other === undefined ? [] : detailsInWords(entry).filter(([label]) => !FREE.has(label)).map(([label, text]) => `${label}: ${text}`).filter((said) => !others.has(said));
  return [whenInWords(entry), ...details].join("; ");
}

/** What a period is of, such as the placement’s type or the worker; nothing of what happens on a day. */
export function valueInWords(entry: Entry, workerNames: ReadonlyMap<string, string>): string | undefined {
  const worker = entry.detail["worker"];
  if (typeof worker === "string") return workerNames.get(worker) ?? worker;
  return detailsInWords(entry).find(([label]) => VALUES.has(label))?.[1];
}
const VALUES: ReadonlySet<string> = new Set(["Legal status", "Type", "Plan", "Team", "Barrier", "Outcome"]);
