import type { Kind } from "../chronology/kinds.ts";
import { fold } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { happened } from "../permanence/moments.ts";
import { sharedFrom, type Stage } from "../permanence/stage.ts";
import { type ChildEntries, COUNT_KINDS, type EventCode, EVENTS, happeningsOf, inSpan } from "../scorecard/counts.ts";
import type { Journey } from "../scorecard/journey.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { PIPELINE, type PipelineStage, stageInPipeline } from "../scorecard/pipeline.ts";

/** A child who is shared with the agency, or was until the adoption order. */
export interface RegionChild extends ChildEntries {
  /** The authority’s own id; nothing where whoever asks may not open the record. */
  readonly localId: string | null;
  readonly journey: Journey;
}

/** An authority of the region with the children who are counted. */
export interface RegionAuthority {
  readonly code: string;
  readonly name: string;
  readonly children: readonly RegionChild[];
}

/** The quarterly table of a region: what happened on the way, in its order. Source: Trafford’s table. */
export const REGION_EVENTS = ["A15", "A16", "matched", "placed", "A4"] as const satisfies readonly EventCode[];

/** What is counted of families: what a child’s record tells of them. */
export const FAMILY_EVENTS = {
  interest: { label: "Expressions of interest in a child", kind: "expression-of-interest" },
  linked: { label: "Children linked with a family", kind: "link" },
  unlinked: { label: "Links ended", kind: "link-ended" },
  interagency: { label: "Searches opened to families of other agencies", kind: "profile-opened-nationally" },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly kind: Kind }>>;
export type FamilyEvent = keyof typeof FAMILY_EVENTS;
export const FAMILY_CODES = Object.keys(FAMILY_EVENTS) as FamilyEvent[];

export type RegionEvent = (typeof REGION_EVENTS)[number] | FamilyEvent;
export const regionEventLabel = (code: RegionEvent): string => (Object.hasOwn(FAMILY_EVENTS, code) ? FAMILY_EVENTS[code as FamilyEvent].label : EVENTS[code as EventCode]);

/** What is read of each child. */
export const REGION_KINDS: readonly Kind[] = [...COUNT_KINDS, ...FAMILY_CODES.map((code) => FAMILY_EVENTS[code].kind)];

/**
 * Whether a child is counted for the agency: at a stage that the agreement shares, and not kept from it by hand. The order itself
 * closes a record to an agency that has no function; a child adopted is counted still, for the figures are of the adopted.
 */
export const isCounted = (fromStage: Stage, { stage, wall }: { readonly stage: Stage; readonly wall: number }): boolean =>
  sharedFrom(fromStage).includes(stage) && (wall < 2 || stage === "adopted");

/** What happened to an authority’s children, by what it was: a line for each time. */
export type RegionHappenings = Readonly<Record<RegionEvent, readonly { readonly child: string; readonly on: Day }[]>>;

export function regionHappenings(children: readonly ChildEntries[]): RegionHappenings {
  const events = happeningsOf(children);
  const families = Object.fromEntries(FAMILY_CODES.map((code) => [code, [] as { child: string; on: Day }[]])) as Record<FamilyEvent, { child: string; on: Day }[]>;
  for (const { child, entries } of children) {
    if (!entries.some(({ kind }) => FAMILY_CODES.some((code) => FAMILY_EVENTS[code].kind === kind))) continue;
    const c = fold(entries);
    for (const code of FAMILY_CODES) for (const { happenedOn } of happened(c, FAMILY_EVENTS[code].kind)) families[code].push({ child, on: happenedOn });
  }
  return { ...Object.fromEntries(REGION_EVENTS.map((code) => [code, events[code]])) as unknown as Record<(typeof REGION_EVENTS)[number], RegionHappenings["A4"]>, ...families };
}

/** To whom it happened in a span, once for each time. */
export const happenedIn = (happenings: RegionHappenings, code: RegionEvent, span: { readonly from: Day; readonly to: Day }): readonly string[] => inSpan(happenings[code], span);

export const PIPELINE_STAGES = Object.keys(PIPELINE).toReversed() as PipelineStage[];

/** A child on the way to adoption: where they stand and since when. */
export interface OnTheWay {
  readonly child: string;
  readonly localId: string | null;
  readonly stage: PipelineStage;
  readonly since: Day;
}

/** Who stood where at the end of a day, by what is known now; those who have stood there longest first. */
export function onTheWay(children: readonly RegionChild[], on: Day, isNow: boolean): readonly OnTheWay[] {
  return children.flatMap(({ child, localId, journey, entries }): OnTheWay[] => {
    const stage = stageInPipeline(isNow ? journey : journeyOf(fold(entries, { stoodOn: on })), on);
    return stage === undefined ? [] : [{ child, localId, ...stage }];
  }).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.child < b.child ? -1 : 1));
}
