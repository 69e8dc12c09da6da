import type { Draft, Entry } from "../../chronology/entry.ts";
import { KINDS } from "../../chronology/kinds.ts";
import type { Day } from "../../dates/day.ts";
import { isFromReturn } from "./by-hand.ts";
import { endedByNext, isFollowedBy, spokenUpTo } from "./edges.ts";
import { meet } from "./same-thing.ts";
import type { ReturnYear } from "./tables.ts";

export interface Fitted {
  readonly drafts: readonly Draft[];
  /** Not to be written: a period that stays in the record covers some of the same days. */
  readonly clashes: readonly (readonly [Draft, Entry])[];
  /** Gone from the files, and in the way of what they say instead: they go without being asked. */
  readonly replaced: readonly Entry[];
}

const onTrack = (e: Draft): boolean => KINDS[e.kind].track !== undefined && e.certainty === "actual";
const sameTrack = (a: Draft, b: Draft): boolean => KINDS[a.kind].track === KINDS[b.kind].track;

/**
 * Sees to it that no two periods on one track cover the same days once the drafts are
 * written. What was running when these files begin, and is not in them, ended when what
 * they hold began. What they should tell of and no longer do gives way. What a person
 * said, and what other years’ files said, stands, and the draft does not. A draft that
 * falls leaves what it would have superseded standing, which may be in the way of others.
 */
export function fitTracks(drafts: readonly Draft[], live: readonly Entry[], vanished: ReadonlySet<Entry>, years: readonly ReturnYear[]): Fitted {
  const clashes: (readonly [Draft, Entry])[] = [];
  const replaced = new Set<Entry>();
  let standing = drafts;
  for (;;) {
    const superseded = new Set(standing.map((d) => d.supersedes));
    const fixed = live.filter((e) => onTrack(e) && !superseded.has(e.number) && !replaced.has(e));
    standing = standing.map((d) => endingBefore(d, fixed, years));
    const clash = firstClash(standing, fixed);
    if (clash === undefined) return { drafts: standing, clashes, replaced: [...replaced] };
    const [draft, e] = clash;
    if (isFromReturn(e) && isFollowedBy(e, draft, years)) standing = [...standing, endedByNext(e, draft)];
    else if (vanished.has(e)) replaced.add(e);
    else {
      clashes.push(clash);
      standing = standing.filter((d) => d !== draft);
    }
  }
}

function firstClash(drafts: readonly Draft[], fixed: readonly Entry[]): readonly [Draft, Entry] | undefined {
  for (const draft of drafts.filter(onTrack)) {
    const e = fixed.find((f) => sameTrack(f, draft) && meet(f, draft));
    if (e !== undefined) return [draft, e];
  }
  return undefined;
}

/** What was running on the last day that the files speak of ended by the day on which something in the record, begun after that, took its place. */
function endingBefore(draft: Draft, fixed: readonly Entry[], years: readonly ReturnYear[]): Draft {
  const upTo = spokenUpTo(draft.kind, years);
  if (!onTrack(draft) || draft.until !== undefined || upTo === undefined) return draft;
  const next = fixed.filter((e) => sameTrack(e, draft) && e.happenedOn > upTo && e.happenedOn > draft.happenedOn).map((e): Day => e.happenedOn).sort()[0];
  return next === undefined ? draft : { ...draft, until: next };
}
