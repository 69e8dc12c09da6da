import type { Draft, Entry } from "../../chronology/entry.ts";
import { type Kind, KINDS } from "../../chronology/kinds.ts";
import { isFromReturn } from "./by-hand.ts";
import { meet } from "./same-thing.ts";

export interface Clash {
  readonly draft: Draft;
  readonly entry: Entry;
}

export interface Fitted {
  readonly drafts: readonly Draft[];
  /** Not to be written: a period that stays in the record covers some of the same days. */
  readonly clashes: readonly Clash[];
  /** Gone from the files, and in the way of what they say instead: they go without being asked. */
  readonly replaced: readonly Entry[];
}

/**
 * Sees to it that no two periods on one track cover the same days once the drafts are
 * written. What the files no longer say gives way; what a person said, and what other
 * years’ files said, stands, and the draft does not. A draft that falls leaves what it
 * would have superseded standing, which may be in the way of others in turn.
 */
export function fitTracks(drafts: readonly Draft[], live: readonly Entry[], vanished: ReadonlySet<Entry>): Fitted {
  const onTrack = (e: Draft): boolean => KINDS[e.kind].track !== undefined && e.certainty === "actual";
  const clashes: Clash[] = [];
  const replaced = new Set<Entry>();
  let standing = [...drafts];
  for (let settled = false; !settled; ) {
    settled = true;
    const superseded = new Set(standing.map((d) => d.supersedes));
    const fixed = live.filter((e) => onTrack(e) && !superseded.has(e.number) && !replaced.has(e));
    for (const draft of standing.filter(onTrack)) {
      const inTheWay = fixed.filter((e) => sameTrack(e.kind, draft.kind) && meet(e, draft));
      const stays = inTheWay.find((e) => !isFromReturn(e) || !vanished.has(e));
      if (stays === undefined) for (const e of inTheWay) replaced.add(e);
      else {
        clashes.push({ draft, entry: stays });
        standing = standing.filter((d) => d !== draft);
        settled = false;
        break;
      }
    }
  }
  return { drafts: standing, clashes, replaced: [...replaced] };
}

const sameTrack = (a: Kind, b: Kind): boolean => KINDS[a].track === KINDS[b].track;
