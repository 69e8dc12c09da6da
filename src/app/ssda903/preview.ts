import { KINDS } from "../../domain/chronology/kinds.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import type { ImportPlan } from "../../domain/returns/ssda903/plan.ts";
import { UNUSED_TABLES } from "../../domain/returns/ssda903/tables.ts";
import type { ImportPreview } from "../views.ts";

/** A plan as a person is shown it before they agree to it. */
export function previewOf(given: ParsedReturn, plan: ImportPlan): ImportPreview {
  return {
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
    stopped: plan.refused,
  };
}
