import { CERTAINTIES, type Draft, isWithdrawal } from "../../domain/chronology/entry.ts";
import { KINDS } from "../../domain/chronology/kinds.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { ChildPlan } from "../../domain/returns/ssda903/plan.ts";
import { inWords } from "../../domain/returns/ssda903/same-thing.ts";
import { detailByName } from "../../domain/sheets/recognise-workers.ts";

/**
 * What an import would change in one child's record, a phrase for each change: “Match decision:
 * 20 January 2025, instead of 29 January 2025”, “Review 3 May 2025: new”, “Review 3 May 2025: withdrawn”.
 */
export function changesInWords({ drafts, replaced, conflicts, vanished }: ChildPlan): string[] {
  const before = new Map(replaced.map((e) => [e.number, e]));
  const withdrawn = new Set(drafts.filter((d) => isWithdrawal(d.cause)).map((d) => d.supersedes));
  const stays = vanished.filter((e) => !withdrawn.has(e.number)).length;
  return [
    ...drafts.map((d) => changeInWords(d, d.supersedes === undefined ? undefined : before.get(d.supersedes))),
    ...(conflicts.length === 0 ? [] : [`${conflicts.length} ${conflicts.length === 1 ? "difference" : "differences"} from what people entered: not changed`]),
    ...(stays === 0 ? [] : [`${stays} ${stays === 1 ? "entry" : "entries"} no longer in the files`]),
  ];
}

/** One change: what is written, and what it takes the place of. `nameOf`: a worker’s name by code or account, where it is known. */
export function changeInWords(d: Draft, before: Draft | undefined, nameOf: (worker: string) => string = (worker) => worker): string {
  const { label } = KINDS[d.kind];
  const said = (e: Draft): string => inWords({ ...e, detail: detailByName(e.detail, nameOf) });
  if (isWithdrawal(d.cause)) return `${label} ${said(d)}: withdrawn`;
  if (before === undefined) return `${label} ${d.certainty === "actual" ? "" : `${CERTAINTIES[d.certainty].toLowerCase()} `}${said(d)}: new`;
  if (d.cause === "ended" && d.until !== undefined) return `${label} ${said(before)}: ended ${dayInWords(d.until)}`;
  const certainty = (e: Draft): string => (d.certainty === before.certainty ? "" : ` (${CERTAINTIES[e.certainty].toLowerCase()})`);
  return `${label}: ${said(d)}${certainty(d)}, instead of ${said(before)}${certainty(before)}`;
}
