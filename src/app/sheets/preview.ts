import { createHash } from "node:crypto";
import type { Draft, Entry } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { KINDS } from "../../domain/chronology/kinds.ts";
import { lowerFirst } from "../../domain/commands/entry-input.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { RowChild } from "../../domain/sheets/facts.ts";
import { knownChildOf } from "../../domain/sheets/plan-known.ts";
import type { AskedRow, GivenSheet, KnownRecord, SheetChildPlan, SheetPlan } from "../../domain/sheets/plan.ts";
import { withReasons } from "../../domain/sheets/plan-understood.ts";
import { nameOfChild } from "../../domain/sheets/recognise.ts";
import { workerNamer } from "../../domain/sheets/recognise-workers.ts";
import { columnName } from "../../domain/sheets/wording.ts";
import type { ClosedChildren } from "../import-runs/closed.ts";
import { changeInWords } from "../ssda903/changes-in-words.ts";
import type { AskedView, SheetPreview } from "./views.ts";

/** As many as a person looks through; the counts say how many there are. */
const MOST_CHANGES = 300;
const MOST_OF_ONE_CHILD = 25;
const MOST_LISTED = 2000;

/** A plan as a person is shown it before they agree to it. */
export function previewOf({ read, matches, answers }: GivenSheet, plan: SheetPlan, known: KnownRecord): SheetPreview {
  const column = (n: number | null): string | null => (n === null ? null : columnName(n, matches.find((m) => m.column === n)?.heading ?? ""));
  const conflicts = plan.plans.flatMap((p) => p.conflicts.map((c) => ({
    localId: p.localId, record: `${c.what}: ${c.recordSays}`, file: `${c.sheetSays} (row ${c.row}${c.column === null ? "" : `, column ${column(c.column)}`})`,
  })));
  const asked = (a: AskedRow): AskedView => {
    const answer = answers.get(a.row.row);
    return {
      row: a.row.row, says: whoInWords(a.row.child), why: a.why, suggestedId: a.suggestedId,
      candidates: a.candidates.map((localId) => ({ localId, who: whoInWords(knownChildOf(localId, fold(known.children.get(localId)?.entries ?? []))) })),
      ...(answer === undefined ? {} : { answer }), ...(a.wrong === undefined ? {} : { wrong: a.wrong }),
    };
  };
  const { problems, understood } = withReasons(plan.problems, plan.understood.map((u) => ({ ...u, column: column(u.column) })));
  const nameOf = workerNamer(known.workers);
  const writes = plan.plans.filter((p) => p.drafts.length > 0);
  return {
    sheet: read.sheet, children: plan.children, entries: plan.entries,
    problems: problems.slice(0, MOST_LISTED), problemCount: problems.length,
    conflicts: conflicts.slice(0, MOST_LISTED), conflictCount: conflicts.length,
    changes: writes.slice(0, MOST_CHANGES).map((p) => ({ localId: p.localId, isNew: p.change === "new", what: capped(changesOf(p, nameOf)) })),
    siblings: plan.siblings.map(({ localId, recordId, joining }) => ({ localId, isNew: recordId === undefined, joining })),
    understood: understood.slice(0, MOST_LISTED),
    asked: plan.asked.map(asked), answered: plan.answered.map(asked),
    stopped: plan.refused, fingerprint: fingerprintOf(plan),
  };
}

/** A preview as somebody sees it who may not open these children’s records; what it counts stays counted. */
export function withoutClosed(preview: SheetPreview, closed: ClosedChildren): SheetPreview {
  if (closed.size === 0) return preview;
  const left = <T extends { readonly localId: string }>(lines: readonly T[]): T[] => lines.filter(({ localId }) => !closed.has(localId));
  const asked = (rows: SheetPreview["asked"]): AskedView[] => rows.map((row) => ({ ...row, candidates: left(row.candidates) }));
  return {
    ...preview, conflicts: left(preview.conflicts), changes: left(preview.changes), asked: asked(preview.asked), answered: asked(preview.answered),
    siblings: preview.siblings.map((group) => ({ ...group, joining: group.joining.filter((localId) => !closed.has(localId)) })),
  };
}

/** “Mia Rowan, born 5 January 2024”. */
function whoInWords(child: Pick<RowChild, "givenName" | "familyName" | "bornOn" | "expectedOn">): string {
  const name = nameOfChild(child);
  const birth = child.bornOn !== undefined ? `born ${dayInWords(child.bornOn)}` : child.expectedOn !== undefined ? `expected ${dayInWords(child.expectedOn)}` : "no date of birth";
  return `${name === "" ? "no name" : name}, ${birth}`;
}

const capped = (what: readonly string[]): string[] =>
  what.length <= MOST_OF_ONE_CHILD ? [...what] : [...what.slice(0, MOST_OF_ONE_CHILD), `and ${what.length - MOST_OF_ONE_CHILD} more`];

function changesOf({ drafts, replaced, conflicts }: SheetChildPlan, nameOf: (worker: string) => string): string[] {
  const before = new Map(replaced.map((e) => [e.number, e]));
  return [
    ...drafts.map((d) => said(d, d.supersedes === undefined ? undefined : before.get(d.supersedes), nameOf)),
    ...(conflicts.length === 0 ? [] : [`${conflicts.length} ${conflicts.length === 1 ? "difference" : "differences"} from the record: not changed`]),
  ];
}

/** A change in words. Of names only that they are added: this list may be read over a shoulder. */
function said(d: Draft, before: Entry | undefined, nameOf: (worker: string) => string): string {
  if (d.kind !== "particulars") return changeInWords(d, before, nameOf);
  const added = Object.keys(d.detail).filter((name) => before?.detail[name] === undefined).map((name) => lowerFirst(KINDS.particulars.detail?.[name]?.label ?? name));
  return `${added.join(", ").replace(/^./, (first) => first.toUpperCase())}: new`;
}

/** Two plans with one fingerprint would write the very same, in the place of the very same. */
function fingerprintOf({ plans, siblings }: SheetPlan): string {
  const hash = createHash("sha256");
  const add = (id: string, drafts: readonly Draft[]): void => {
    for (const { source: _source, reason: _reason, ...d } of drafts) hash.update(JSON.stringify([id, d.kind, d.happenedOn, d.until, d.certainty, Object.entries(d.detail).sort(), d.supersedes, d.cause]));
  };
  for (const p of plans) add(p.localId, p.drafts);
  for (const s of siblings) add(s.localId, s.drafts);
  return hash.digest("hex");
}
