import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { durationInWords } from "../dates/duration.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import type { CompiledPack } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Standard } from "./standard.ts";
import { entryOnInWords } from "./words.ts";

/** The due day before any extension: what the same clock says of a record in which none was agreed. */
export function dueWithoutExtension(clock: Clock, c: Case, pack: CompiledPack, calendar: WorkingCalendar): Day | null {
  const kinds = new Set<string>(["extension", ...(pack.versions.get(clock.standard) ?? []).flatMap(extensionKind)]);
  const without: Case = { ...c, entries: c.entries.filter((e) => !kinds.has(e.kind)), of: (kind) => (kinds.has(kind) ? [] : c.of(kind)) };
  return evaluate(without, pack, calendar).find((k) => k.standard === clock.standard && k.occurrence === clock.occurrence)?.dueOn ?? clock.dueOn;
}

const extensionKind = (s: Standard): readonly string[] => (s.shape === "deadline" && s.extendedBy !== null ? [s.extendedBy.kind] : []);

/** Until when it was extended, and by whom, why or what. */
export function extensionInWords(clock: Clock, s: Standard, c: Case): string {
  const to = clock.dueOn === null ? "" : dayInWords(clock.dueOn);
  const agreed = c.of("extension").findLast((e) => e.detail["standard"] === clock.standard && e.detail["dueOn"] === clock.dueOn);
  if (agreed !== undefined) {
    const { agreedBy, note, request } = agreed.detail;
    if (request !== undefined) return `Extended to ${to}, agreed by ${String(agreedBy)}${note === undefined ? "" : `, because: ${String(note)}`}.`;
    const by = `${entryOnInWords(agreed, agreed.happenedOn)}, by ${String(agreedBy ?? "a person not recorded")}`;
    return `Extended to ${to}: ${by}${note === undefined ? "" : `, because: ${String(note)}`}.`;
  }
  if (s.shape !== "deadline" || s.extendedBy === null) return `Extended to ${to}.`;
  const { kind, atMost } = s.extendedBy;
  const last = c.of(kind).at(-1);
  const most = atMost === null ? "" : ` Each extension counts for ${durationInWords(atMost)} at most.`;
  return `Extended to ${to}${last === undefined ? "" : ` by ${entryOnInWords(last, last.happenedOn)}`}.${most}`;
}
