import { type AsAt, type Case, fold } from "../domain/chronology/fold.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { STANDING_KINDS } from "../domain/chronology/standing-kinds.ts";
import { childOf, openMemberships } from "../domain/siblings/group.ts";
import type { Reader } from "../store/reader.ts";
import type { FoldedChild, FoldedLines } from "../store/tracker.ts";
import type { App } from "./app.ts";

/**
 * The tracker’s lines as they were at an earlier day, folded from every record the viewer may see (of
 * one authority, or of all): what `reader.listTracker` takes in place of the stored ones. Children of whom
 * nothing was known then, or to whom nothing had happened, are left out; of today they are those of today’s list.
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
          } else if (wasThere(entries, c, asAt)) {
            children.push({ authority: code, recordId: id, localId, version, summary: app.summarise(c, by) });
            cases.set(id, c);
          }
        }
      }
    }
  }
  return days.map(({ children, members, cases }) => ({ children, cases, members: members.filter(({ childId }) => cases.has(childId)) }));
}

/**
 * Was the child on the list by then? As known: once anything was written down, as today’s list has it. As it stood:
 * something had happened or was planned by then; or, where nothing is recorded that happens, who it is had been written down.
 */
function wasThere(entries: readonly Entry[], c: Case, { knownOn, stoodOn }: AsAt): boolean {
  const heard = knownOn === undefined ? entries : entries.filter((e) => writtenOn(e) <= knownOn);
  if (stoodOn === undefined) return heard.length > 0;
  const happens = c.entries.some((e) => !STANDING_KINDS.has(e.kind) && (e.certainty === "actual" || firstWrittenOn(e, c) <= stoodOn));
  if (happens) return true;
  const { entries: all } = fold(heard);
  return all.every((e) => STANDING_KINDS.has(e.kind)) && heard.some((e) => writtenOn(e) <= stoodOn);
}

const writtenOn = (e: Entry): string => e.recordedAt.slice(0, 10);
/** Of a plan that moved: when it was first made. */
const firstWrittenOn = (e: Entry, c: Case): string => writtenOn(c.history.get(e.number)?.at(-1) ?? e);
