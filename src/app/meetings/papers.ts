import type { Person } from "../../domain/access/viewer.ts";
import { missingPapers, type Paper, type PaperName, PAPER_NAMES, type PaperRefusal, papersEntry, type Papers, type PaperTyped, readPaper } from "../../domain/meetings/papers.ts";
import type { App } from "../app.ts";
import { runCommand } from "../run-command.ts";
import { type UpdatePage, updateOf } from "./updates.ts";

/** What was typed of the papers, by paper; `use`: the entry on record that is still up to date. */
export interface PapersTyped {
  readonly papers: Readonly<Partial<Record<PaperName, PaperTyped & { readonly touched: boolean }>>>;
  readonly use?: number;
}

export type PapersOutcome =
  /** `missing`: what is still to come. */
  | { readonly outcome: "saved"; readonly missing: readonly PaperName[] }
  | { readonly outcome: "refused"; readonly page: UpdatePage; readonly refusals: readonly PaperRefusal[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** How often somebody else’s save may come between reading and writing before we give up. */
const TRIES = 3;

/**
 * Notes where the care plan and the chronology are. Once both are there the record says that they were submitted, with where
 * they are as its proof; one that the record has already is used again.
 */
export async function receivePapers(app: App, person: Person, itemId: string, typed: PapersTyped): Promise<PapersOutcome> {
  for (let tries = 1; ; tries++) {
    const page = await updateOf(app, person, itemId);
    if (page?.update == null) return { outcome: "not-found" };
    if (!page.may.papers) return { outcome: "forbidden", reason: "Papers are noted down by those who record on the child’s own case, before the meeting" };
    const { papers, refusals } = read(page, typed);
    if (refusals.length > 0) return { outcome: "refused", page, refusals };
    const entry = papers.entry ?? await onRecord(app, person, page, papers);
    if (entry === "again") {
      if (tries === TRIES) throw new Error("Others kept saving on this record");
      continue;
    }
    const saved: Papers = entry === undefined ? papers : { ...papers, entry };
    const { update } = page;
    const kept = await app.store.inTransaction(person, (writer) => writer.meetings.saveUpdate(itemId, update.revision, { papers: saved }, app.clock.now()));
    if (kept) return { outcome: "saved", missing: missingPapers(saved) };
    if (tries === TRIES) throw new Error("Others kept saving this update");
  }
}

function read({ update, onRecord, child }: UpdatePage, { papers, use }: PapersTyped): { readonly papers: Papers; readonly refusals: readonly PaperRefusal[] } {
  if (use !== undefined && use === onRecord?.entry.number) return { papers: { ...update?.papers, entry: use }, refusals: [] };
  const refusals: PaperRefusal[] = [];
  const found: Partial<Record<PaperName, Paper>> = {};
  for (const name of PAPER_NAMES) {
    const { touched = false, ...one } = papers[name] ?? { system: "", place: "", on: undefined };
    const noted = readPaper(name, one, touched, child.today);
    refusals.push(...noted.refusals);
    const paper = noted.paper ?? update?.papers[name];
    if (paper !== undefined) found[name] = paper;
  }
  if (refusals.length === 0 && missingPapers(found).length === PAPER_NAMES.length) {
    refusals.push({ field: "carePlan-system", message: "Say where the care plan or the chronology is kept" });
  }
  return { papers: found, refusals };
}

/** The entry that says both were submitted, written now or, the same, there already; nothing while one is missing. */
async function onRecord(app: App, person: Person, { child }: UpdatePage, papers: Papers): Promise<number | undefined | "again"> {
  const input = papersEntry(papers);
  if (input === undefined) return undefined;
  const same = child.case.of("care-plan-submitted").find((e) => e.happenedOn === input.happenedOn && e.detail["evidencePlace"] === input.detail["evidencePlace"]);
  if (same !== undefined) return same.number;
  const outcome = await runCommand(app, person, child.recordId, child.version, { name: "record-entry", input });
  switch (outcome.outcome) {
    case "done": return outcome.entries.at(-1)?.number;
    case "overtaken": return "again";
    case "refused": throw new Error(`The papers could not be put on record: ${outcome.refusals.map(({ message }) => message).join(". ")}`);
    case "forbidden": case "not-found": return undefined;
  }
}
