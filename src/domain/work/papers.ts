import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { happened } from "../permanence/moments.ts";

/** What a panel is sent, each with the kinds that say it is there. Our own list: what the source documents name among the papers. */
const PAPERS: readonly (readonly Kind[])[] = [
  ["permanence-report", "permanence-report-updated"], ["adopter-report-received"], ["support-plan"], ["placement-report"], ["medical-consultation", "permanence-report-to-adviser"], ["proceed-decision"],
];

export interface PapersToCheck {
  /** When they were last sent to the team manager. */
  readonly sent: Entry | undefined;
  /** The last check that was made of them since; or, where they were sent back, what is still to come. */
  readonly checked: Entry | undefined;
  readonly again: Entry | undefined;
  /** Each paper, with the last entry that says it is there; nothing where none does. */
  readonly papers: readonly { readonly kinds: readonly Kind[]; readonly there: Entry | undefined }[];
  /** The panel they are for, and the day they are to go. */
  readonly panel: Entry | undefined;
  readonly goOn: Entry | undefined;
}

/** The papers for panel as their manager checks them. Pure; total. */
export function papersToCheck(c: Case): PapersToCheck {
  const sent = happened(c, "papers-to-manager").at(-1);
  const since = (e: Entry): boolean => sent === undefined || e.happenedOn >= sent.happenedOn;
  const ahead = (kind: Kind): Entry | undefined => c.of(kind).find((e) => e.certainty !== "actual" && since(e));
  return {
    sent,
    checked: happened(c, "papers-checked").findLast(since),
    again: c.of("papers-checked").findLast((e) => e.certainty !== "actual" && since(e)),
    papers: PAPERS.map((kinds) => ({ kinds, there: kinds.flatMap((kind) => happened(c, kind)).toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)).at(-1) })),
    panel: ahead("matching-panel"), goOn: ahead("panel-papers"),
  };
}
