import { KINDS } from "../../domain/chronology/kinds.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import type { ImportPlan } from "../../domain/returns/ssda903/plan.ts";
import { UNUSED_TABLES } from "../../domain/returns/ssda903/tables.ts";
import type { ClosedChildren } from "../import-runs/closed.ts";
import type { ImportPreview } from "../views.ts";
import { changesInWords } from "./changes-in-words.ts";

/** As many as a person looks through; the counts say how many there are. */
const MOST_CHANGES = 200;
const MOST_NEW = 1000;
const MOST_OF_ONE_CHILD = 25;

const capped = (what: readonly string[]): string[] =>
  what.length <= MOST_OF_ONE_CHILD ? [...what] : [...what.slice(0, MOST_OF_ONE_CHILD), `and ${what.length - MOST_OF_ONE_CHILD} more`];

/** What somebody may not open is counted and not shown; what was left out of it before stays so. */
export function withoutClosed(preview: ImportPreview, closed: ClosedChildren): ImportPreview {
  const left = <T extends { readonly localId: string }>(lines: readonly T[]): T[] => lines.filter(({ localId }) => !closed.has(localId));
  const { conflicts, vanished, changes = [], closed: before = { changes: 0, conflicts: 0, vanished: 0 } } = preview;
  const shown = { conflicts: left(conflicts), vanished: left(vanished), changes: left(changes) };
  const counts = {
    changes: before.changes + changes.length - shown.changes.length, conflicts: before.conflicts + conflicts.length - shown.conflicts.length,
    vanished: before.vanished + vanished.length - shown.vanished.length,
  };
  return { ...preview, ...shown, ...(counts.changes + counts.conflicts + counts.vanished === 0 ? {} : { closed: counts }) };
}

/** A plan as a person is shown it before they agree to it. */
export function previewOf(given: ParsedReturn, plan: ImportPlan, closed: ClosedChildren): ImportPreview {
  const changing = plan.plans.filter((p) => p.change === "changed");
  const shown = changing.filter((p) => !closed.has(p.localId));
  const hidden = changing.length - shown.length;
  return withoutClosed({
    tables: given.years.flatMap((year) => year.files.map((file) => ({
      file: file.name, table: file.table, yearEnding: year.yearEnding, rows: file.rows, used: !UNUSED_TABLES.includes(file.table),
    }))),
    children: plan.children,
    entries: plan.entries,
    problems: plan.problems,
    conflicts: plan.plans.flatMap((p) => p.conflicts.map((c) => ({
      localId: p.localId,
      record: `${KINDS[c.kind].label}: ${c.recordSays}`,
      file: `${c.fileSays} (${c.file}, row ${c.row})`,
    }))),
    vanished: plan.plans.flatMap((p) => p.vanished.map((e) => ({ localId: p.localId, what: `${KINDS[e.kind].label}, ${dayInWords(e.happenedOn)}` }))),
    changes: shown.slice(0, MOST_CHANGES).map((p) => ({ localId: p.localId, what: capped(changesInWords(p)) })),
    newChildren: plan.plans.filter((p) => p.change === "new").slice(0, MOST_NEW).map((p) => p.localId),
    stopped: plan.refused,
    ...(hidden === 0 ? {} : { closed: { changes: hidden, conflicts: 0, vanished: 0 } }),
  }, closed);
}
