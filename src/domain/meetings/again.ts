import { type Draft, type Entry, isWithdrawal } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { sameAs } from "../commands/correct-entry.ts";

/** What a line of the meeting is told from others by, where a meeting writes several of one kind: first of all, and failing that. */
const TOLD_BY: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  "meeting-decision": ["what", "sort"], "action-agreed": ["what", "who"], "individual-target": ["standard", "standard"], "barrier": ["barrier", "barrier"],
};

const AGAIN = "Confirmed again after a change in what the meeting wrote";
const TAKEN_OUT = "Taken out of what the meeting wrote";

/**
 * What is left to write where a meeting confirms a child a second time. `ours`: the entries that it wrote before. What is as it
 * was stays, whatever others have done with it since; what differs takes the place of what it was; what is no longer
 * there is withdrawn, but for what `kept` says must stay. Pure.
 */
export function overWritten(c: Case, ours: readonly number[], drafts: readonly Draft[], kept: (e: Entry) => boolean = () => false): readonly Draft[] {
  const isOurs = new Set(ours);
  const before = lastSaid(c, isOurs);
  const out: Draft[] = [];
  const take = (draft: Draft, is: (was: Entry) => boolean): Entry | undefined => {
    const at = before.findIndex(({ was }) => was.kind === draft.kind && is(was));
    return at === -1 ? undefined : before.splice(at, 1)[0]?.was;
  };
  const paired = (waiting: readonly Draft[], is: (draft: Draft, was: Entry) => boolean, then: (draft: Draft, was: Entry) => void): readonly Draft[] =>
    waiting.filter((draft) => {
      const was = take(draft, (e) => is(draft, e));
      if (was !== undefined) then(draft, was);
      return was === undefined;
    });
  const replace = (draft: Draft, was: Entry): void => {
    const now = standing(c, was.number);
    if (now === undefined) out.push(draft);
    else if (isOurs.has(now.number) || !isOvertaken(now, draft)) out.push({ ...draft, supersedes: now.number, cause: "corrected", reason: AGAIN });
  };
  const same = (place: 0 | 1) => (draft: Draft, was: Entry): boolean => {
    const key = TOLD_BY[draft.kind]?.[place];
    return key === undefined || was.detail[key] === draft.detail[key];
  };
  const changed = paired(drafts, (draft, was) => sameAs(was, draft), () => undefined);
  const reworded = paired(changed, same(0), replace);
  out.push(...paired(reworded, (draft, was) => same(1)(draft, was) && !kept(was), replace));
  for (const { was } of before) {
    const now = standing(c, was.number);
    if (now !== undefined && isOurs.has(now.number) && !kept(now)) out.push(withdrawal(now));
  }
  return out;
}

/** Has somebody said since that it ended, or that what was only meant has happened? */
const isOvertaken = (now: Entry, draft: Draft): boolean => now.until !== undefined || (now.certainty === "actual" && draft.certainty !== "actual");

/** What a meeting wrote last of each thing, as it wrote it: not what others have put in its place. */
function lastSaid(c: Case, ours: ReadonlySet<number>): { readonly was: Entry }[] {
  const all = [...c.entries, ...c.withdrawn, ...[...c.history.values()].flat()];
  const byNumber = new Map(all.map((e) => [e.number, e]));
  const replaced = new Set(all.flatMap((e) => (e.supersedes !== undefined && ours.has(e.number) ? earlier(byNumber, e) : [])));
  return all.filter((e) => ours.has(e.number) && !replaced.has(e.number) && !isWithdrawal(e.cause)).sort((a, b) => a.number - b.number).map((was) => ({ was }));
}

/** The numbers of all that an entry stands in the place of. */
function earlier(byNumber: ReadonlyMap<number, Entry>, e: Entry): readonly number[] {
  const numbers: number[] = [];
  for (let at = e.supersedes; at !== undefined; at = byNumber.get(at)?.supersedes) numbers.push(at);
  return numbers;
}

/** The entry in force that a number now stands for; none where it was withdrawn. */
export function standing(c: Case, number: number): Entry | undefined {
  return c.entries.find((e) => e.number === number) ?? c.entries.find((e) => c.history.get(e.number)?.some((was) => was.number === number) === true);
}

function withdrawal({ kind, happenedOn, until, certainty, detail, number }: Entry): Draft {
  return { kind, happenedOn, ...(until === undefined ? {} : { until }), certainty, detail, source: { type: "person" }, supersedes: number, cause: "entered-in-error", reason: TAKEN_OUT };
}
