import { type Day, dayInWords } from "../dates/day.ts";
import { counted } from "../words.ts";
import { type AgendaItem, byRank, type Rank, rankOf } from "./agenda.ts";
import type { Part, SeriesRule } from "./meeting.ts";

/** What the rules say of putting off. */
export interface PuttingOff {
  readonly must: (rule: string) => boolean;
  readonly notable: (rule: string) => boolean;
}

/** What is proposed of an item that does not fit. */
export interface Proposal {
  readonly item: string;
  readonly to: "deferred" | "note";
  readonly because: string;
}

/** A part of the meeting with its time. */
export interface PartFit {
  readonly part: string;
  /** Minutes that it has, and that the items to be discussed take. */
  readonly minutes: number;
  readonly taken: number;
  readonly proposals: readonly Proposal[];
  /** Minutes that it takes once the proposals are accepted, and how many of them what must be considered takes by itself. */
  readonly afterwards: number;
  readonly mustTake: number;
}

/** A child noted without discussion takes no time of its own. */
export const takesTime = ({ mode }: AgendaItem): boolean => mode === "discuss";

/**
 * For each part what does not fit, and what to do with it: the lowest priority first, then what is least late, then what comes
 * last. What must be considered is never put off, nor what people said to discuss; brothers and sisters stay together.
 */
export function fit(items: readonly AgendaItem[], parts: readonly Part[], rules: readonly SeriesRule[], heldOn: Day, off: PuttingOff): readonly PartFit[] {
  return parts.map((part) => fitOf(part, items.filter((item) => item.part === part.id && takesTime(item)), rules, heldOn, off));
}

interface Block {
  readonly items: readonly AgendaItem[];
  readonly minutes: number;
  readonly rank: Rank;
  readonly at: number;
  readonly fixed: boolean;
}

const minutesOf = (items: readonly { readonly minutes: number }[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

function fitOf({ id, minutes }: Part, items: readonly AgendaItem[], rules: readonly SeriesRule[], heldOn: Day, off: PuttingOff): PartFit {
  const blocks = [...Map.groupBy(items, (item) => item.family ?? item.id).values()].map((own, at): Block => ({
    items: own, at, minutes: minutesOf(own),
    rank: own.map(({ reasons }) => rankOf(reasons, rules, heldOn)).toSorted(byRank)[0]!,
    fixed: own.some((item) => item.child === null || item.concluded || item.byHand.includes("mode") || item.byHand.includes("added") || item.reasons.some(({ rule }) => off.must(rule))),
  }));
  const taken = minutesOf(blocks);
  const worstFirst = blocks.filter(({ fixed }) => !fixed).toSorted((a, b) => byRank(b.rank, a.rank) || b.at - a.at);
  const dropped: Block[] = [];
  let left = taken;
  for (const block of worstFirst) {
    if (left <= minutes) break;
    dropped.push(block);
    left -= block.minutes;
  }
  // What comes first of those dropped comes back where there is still room.
  for (const block of dropped.toReversed()) {
    if (left + block.minutes > minutes) continue;
    dropped.splice(dropped.indexOf(block), 1);
    left += block.minutes;
  }
  return {
    part: id, minutes, taken, afterwards: left, mustTake: minutesOf(blocks.filter(({ fixed }) => fixed)),
    proposals: dropped.toReversed().flatMap((block) => block.items.map((item): Proposal => ({ item: item.id, ...proposed(block, minutes, taken, off) }))),
  };
}

function proposed({ items, rank }: Block, minutes: number, taken: number, { notable }: PuttingOff): Pick<Proposal, "to" | "because"> {
  const reasons = items.flatMap((item) => item.reasons);
  const to = reasons.length > 0 && reasons.every(({ rule, limitOn }) => notable(rule) && limitOn === null) ? "note" : "deferred";
  const limit = reasons.map(({ limitOn }) => limitOn).filter((on) => on !== null).toSorted()[0];
  return {
    to,
    because: `There are ${counted(minutes, "minute")} and ${taken} are taken. Priority ${rank.priority}${limit === undefined ? ", and no limit is passed" : rank.late > 0 ? `, past its limit of ${dayInWords(limit)}` : `, its limit is ${dayInWords(limit)}`}${items.length > 1 ? "; brothers and sisters stay together" : ""}.`,
  };
}
