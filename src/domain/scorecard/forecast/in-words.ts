import { type Day, dayInWords, daysBetween } from "../../dates/day.ts";
import { counted } from "../../words.ts";
import { EFFECT_NAMES, EFFECTS, type Learnt, type LearntStep } from "./learn.ts";
import { type KnownWay, type Step, STEPS, waitsFrom } from "./way.ts";

export const STEP_LABELS: Readonly<Record<Step, string>> = { ordered: "Placement order", matched: "Match decision", placed: "Moving in", adopted: "Adoption order" };

/** Fewest waits that ended, in the region, for anything to be said of a step. */
export const FEWEST_WAITS = 20;

/** Steps of which too little is known to say when they come. */
export const tooFew = (learnt: Learnt): readonly Step[] => STEPS.filter((step) => learnt[step].ended < FEWEST_WAITS);

/** The step that a child waits for next, and since when. */
export function nextOf(way: KnownWay): { readonly step: Step; readonly since: Day } | undefined {
  for (const step of STEPS) {
    const since = way.steps[step] === null ? waitsFrom(way, step) : null;
    if (since !== null && !(step === "ordered" && way.steps.placed !== null)) return { step, since };
  }
  return undefined;
}

/** How many times as quick or slow: nothing where it makes little difference. */
function pace(times: number): string | undefined {
  if (times > 0.9 && times < 1.1) return undefined;
  const by = Math.round(Math.abs(times - 1) * 100);
  return times > 1 ? `${by}% likelier each week` : `${by}% less likely each week`;
}

/** Why a child’s forecast is as it is: what is waited for, and how children like this one have fared, in sentences. */
export function reasonsOf(way: KnownWay, learnt: Learnt, today: Day): readonly string[] {
  const next = nextOf(way);
  if (next === undefined) return [];
  const of = learnt[next.step];
  const label = STEP_LABELS[next.step].toLowerCase();
  return [
    `Waiting for the ${label} since ${dayInWords(next.since)}, ${counted(daysBetween(next.since, today), "day", "days")}.`,
    ...(way.traits.earlyPermanence ? [`Placed early, under fostering for adoption or with the carer who is to adopt: such children are counted among themselves.`] : []),
    ...EFFECT_NAMES.flatMap((effect) => groupInWords(of, effect, way, label)),
    ...ownPace(of, way.authority, label),
  ];
}

function groupInWords(of: LearntStep, effect: (typeof EFFECT_NAMES)[number], { traits }: KnownWay, label: string): readonly string[] {
  const group = EFFECTS[effect].groupOf(traits);
  const multiplier = of.effects[effect][group];
  const said = multiplier === undefined ? undefined : pace(multiplier.times);
  return multiplier === undefined || said === undefined ? [] : [`${EFFECTS[effect].label}: ${EFFECTS[effect].groups[group]}. The ${label} is ${said} than for all (from ${counted(multiplier.ended, "child", "children")}).`];
}

function ownPace(of: LearntStep, authority: string, label: string): readonly string[] {
  const multiplier = of.authorities.get(authority);
  const said = multiplier === undefined ? undefined : pace(multiplier.times);
  return multiplier === undefined || said === undefined ? [] : [`In this authority the ${label} is ${said} than in the region (from ${counted(multiplier.ended, "child", "children")}).`];
}
