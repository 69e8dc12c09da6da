import { type AsAt, type Case, fold } from "../domain/chronology/fold.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import { childOf, openMemberships } from "../domain/siblings/group.ts";
import type { Reader } from "../store/reader.ts";
import type { FoldedChild, FoldedLines } from "../store/tracker.ts";
import type { App } from "./app.ts";

/**
 * The tracker’s lines as they were at an earlier day, folded from every record the viewer may see (of
 * one authority, or of all): what `reader.listTracker` takes in place of the stored ones. Children of whom
 * nothing was known then, or to whom nothing had happened and who were not yet expected, are left out.
 */
export async function foldedLines(app: App, reader: Reader, asAt: AsAt, authority?: string): Promise<FoldedLines> {
  const [{ children, members } = { children: [], members: [] }] = await foldedDays(app, reader, [asAt], authority);
  return { children, members };
}

/** The lines of a day, with the case that each came of by record id. */
export interface FoldedDay extends FoldedLines {
  readonly cases: ReadonlyMap<string, Case>;
}

/** The lines of several days, each record read once. */
export async function foldedDays(app: App, reader: Reader, asAts: readonly AsAt[], authority?: string): Promise<readonly FoldedDay[]> {
  const codes = authority === undefined ? (await reader.authorities()).map(({ code }) => code) : [authority];
  const days = asAts.map((asAt) => ({ asAt, children: [] as FoldedChild[], members: [] as FoldedLines["members"][number][], cases: new Map<string, Case>() }));
  for (const code of codes) {
    const by = await reader.decided(code);
    for await (const batch of reader.recordsWithEntries(code)) {
      for (const { id, localId, version, type, entries } of batch) {
        for (const { asAt, children, members, cases } of days) {
          const c = fold(entries, asAt);
          if (type === "sibling-group") {
            for (const childId of new Set(openMemberships(c).map(childOf))) members.push({ authority: code, groupId: id, childId });
          } else if (wasThere(c, asAt)) {
            children.push({ authority: code, recordId: id, localId, version, summary: app.summarise(c, by) });
            cases.set(id, c);
          }
        }
      }
    }
  }
  return days.map(({ children, members, cases }) => ({ children, cases, members: members.filter(({ childId }) => cases.has(childId)) }));
}

/** What is true of a child without anything having happened to it. */
const STANDING: ReadonlySet<Kind> = new Set(["birth", "particulars", "previous-permanence"]);

/** Was the child somebody’s concern by then? As it stood: something had happened, or somebody had written down what was to come. */
function wasThere(c: Case, { stoodOn }: AsAt): boolean {
  if (stoodOn === undefined) return c.entries.length > 0;
  return c.entries.some((e) => (e.certainty === "actual" ? !STANDING.has(e.kind) : e.recordedAt.slice(0, 10) <= stoodOn));
}
