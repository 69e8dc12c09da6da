import { EARLY_PERMANENCE_PLACEMENTS } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { happened, standingPlacementOrder } from "../permanence/moments.ts";
import { journeyOf } from "./journey-of.ts";
import { stageInPipeline } from "./pipeline.ts";

/** What is counted as it happens: events of a span of days, not a cohort. Orders granted are not some of the decisions made. */
export const EVENTS = {
  A15: "Decisions that a child should be placed for adoption",
  A16: "Placement orders granted",
  matched: "Matches decided",
  placed: "Moved in with an adoptive family",
  A4: "Adoption orders",
  A5: "Decisions changed away from adoption",
  early: "Early permanence placements begun",
  disrupted: "Adoptive placements that ended before the order",
  supported: "Support recorded after the adoption order",
  left: "Left care, for whatever reason",
} as const;
export type EventCode = keyof typeof EVENTS;
export const EVENT_CODES = Object.keys(EVENTS) as EventCode[];

/** Who stands at a point on a day. */
export const STANDING = {
  A9: "Waiting to be placed: a decision stands, and not moved in",
  A14: "Of them, with a placement order",
} as const;
export type StandingCode = keyof typeof STANDING;

/** What support after the order is known by. */
const SUPPORT = ["support-visit", "post-adoption-support-visit", "support-plan-reviewed", "support-groups-invited"] as const satisfies readonly Kind[];

/** What is read of each child to count. */
export const COUNT_KINDS = [
  "looked-after", "legal-status", "placement", "plan-decision", "plan-decision-reversed", "placement-order", "placement-order-revoked", "match-decision",
  "placed-for-adoption", "disruption", "adoption-order", ...SUPPORT,
] as const satisfies readonly Kind[];

/** A child by whatever id the figures go by, and their entries of COUNT_KINDS. */
export interface ChildEntries {
  readonly child: string;
  readonly entries: readonly Entry[];
}

export interface Happening {
  readonly child: string;
  readonly on: Day;
}
export type Happenings = Readonly<Record<EventCode, readonly Happening[]>>;

/** Everything that happened to these children and is counted, whenever it was. */
export function happeningsOf(children: readonly ChildEntries[]): Happenings {
  const all = Object.fromEntries(EVENT_CODES.map((code) => [code, [] as Happening[]])) as Record<EventCode, Happening[]>;
  for (const { child, entries } of children) {
    const days = daysOfEvents(fold(entries));
    for (const code of EVENT_CODES) for (const on of days[code]) all[code].push({ child, on });
  }
  return all;
}

function daysOfEvents(c: Case): Readonly<Record<EventCode, readonly Day[]>> {
  const on = (kind: Kind): readonly Day[] => happened(c, kind).map((e) => e.happenedOn);
  const adoptedOn = on("adoption-order");
  const first = adoptedOn[0];
  return {
    // A decision made again while it stands is no new one.
    A15: journeyOf(c).decisions.map(({ from }) => from),
    A16: on("placement-order"), matched: on("match-decision"), placed: on("placed-for-adoption"), A4: adoptedOn, A5: on("plan-decision-reversed"),
    early: earlyPermanence(c), disrupted: on("disruption"),
    supported: first === undefined ? [] : SUPPORT.flatMap(on).filter((day) => day >= first).sort(),
    left: c.of("looked-after").flatMap((e) => (e.certainty === "actual" && e.until !== undefined ? [e.until] : [])),
  };
}

/** Each run of fostering for adoption or concurrent planning, by its first day: a move within it begins no other. */
function earlyPermanence(c: Case): readonly Day[] {
  const runs = c.of("placement").filter((e) => e.certainty === "actual" && EARLY_PERMANENCE_PLACEMENTS.has(String(e.detail["type"])));
  return runs.filter((e) => !runs.some((before) => before !== e && before.until === e.happenedOn)).map((e) => e.happenedOn);
}

/** The children to whom it happened from one day to another, both among them: once for each time. */
export const inSpan = (happenings: readonly Happening[], { from, to }: { readonly from: Day; readonly to: Day }): readonly string[] =>
  happenings.filter(({ on }) => from <= on && on <= to).map(({ child }) => child);

/** Who was waiting to be placed at the end of a day, and which of them had a placement order that stood. */
export function standingOn(children: readonly ChildEntries[], on: Day): Readonly<Record<StandingCode, readonly string[]>> {
  const all: Record<StandingCode, string[]> = { A9: [], A14: [] };
  for (const { child, entries } of children) {
    if (!entries.some((e) => e.kind === "plan-decision" && e.happenedOn <= on)) continue;
    const c = fold(entries, { stoodOn: on });
    const stage = stageInPipeline(journeyOf(c), on)?.stage;
    if (stage === undefined || stage === "placed") continue;
    all.A9.push(child);
    if (standingPlacementOrder(c) !== undefined) all.A14.push(child);
  }
  return all;
}

/** A point about the counts that no source settles, and what is done here. */
export const COUNTS_OPEN: readonly { readonly codes: string; readonly assumed: string; readonly open: string }[] = [
  { codes: "A4", assumed: "The share is of all children who left care in the same days.", open: "Only the title was seen; what it is divided by is remembered, and not confirmed." },
  { codes: "A5", assumed: "The share is of those adopted and those changed away, together.", open: "The usual form; not confirmed." },
  { codes: "A9", assumed: "Counted on the last day of each span; matched children who have not moved in are waiting.", open: "The published count is of 31 March." },
  { codes: "A14", assumed: "Those of A9 whose placement order stands.", open: "The end of the title was not seen." },
  { codes: "A6, A7, A8, A11, A12, A13", assumed: "Not counted here.", open: "What would say them is not in a child’s record, or no exact rule was found." },
  { codes: "A17 to A20", assumed: "Not counted.", open: "Unknown: no definition was found in any source." },
];
