import { fold } from "../../chronology/fold.ts";
import { isFormChapter, type Kind, KINDS } from "../../chronology/kinds.ts";
import { addDays, type Day, earliest } from "../../dates/day.ts";
import type { WorkingCalendar } from "../../dates/working-days.ts";
import { type Clock, isOpen } from "../../standards/clock.ts";
import { type CompiledPack, versionFor } from "../../standards/compile.ts";
import { evaluate } from "../../standards/evaluate.ts";
import { needsOf } from "../../standards/extensions.ts";
import type { Standard } from "../../standards/standard.ts";
import { answersOf, type AnswerWay } from "../../work/answers.ts";
import { asWritten, inOrder } from "../chronicle.ts";
import { random, type Random } from "../random.ts";
import type { SimulatedChild, SimulatedEntry } from "../simulated.ts";
import { type Desk, weekdayBetween, writeDown } from "./desk.ts";

export interface Answering {
  readonly seed: string;
  readonly pack: CompiledPack;
  readonly calendar: WorkingCalendar;
  /** Today. */
  readonly to: Day;
  /** A story tells what is left open: all that an authority’s own standards ask by now beside it is done in time. */
  readonly told?: boolean;
}

/** Of what an authority’s own standards ask by now, so much is done in time, after its day, or found not appropriate; the rest is open. */
const BECOMES = { done: 84, late: 7, declined: 5, open: 4 } as const;
/** And of what is due later on, or has no day. */
const AHEAD = { done: 40, late: 0, declined: 8, open: 52 } as const;
const EXTENSIONS = 0.12;
/** Nobody is at work on a record to which nothing was added for so many days. */
const LATELY = 60;

/**
 * The child with what an authority’s own standards ask for answered as work goes: most of it in time, some late, some “not
 * appropriate, because”, some not at all; and now and then more time asked for. Pure.
 */
export function answerStandards(child: SimulatedChild, { seed, pack, calendar, to, told = false }: Answering): SimulatedChild {
  if ((child.entries.at(-1)?.recordedOn ?? "") < addDays(to, -LATELY)) return child;
  const desk: Desk = { written: asWritten(child.entries), to, calendar, luck: random(`${seed}/answers ${child.localId}`) };
  const answered = new Set<Kind>();
  for (const clock of evaluate(fold(numbered(child.entries)), pack, calendar)) {
    const version = isOpen(clock) ? versionFor(pack, clock) : undefined;
    if (version === undefined || clock.startedOn === null || clock.startedOn > to) continue;
    const luck = desk.luck.fork(`${clock.standard} ${clock.occurrence}`);
    if (told && (version.legalForce !== "local" || clock.dueOn === null || clock.dueOn > to)) continue;
    if (version.legalForce === "local") answer(desk, clock, version, answered, luck, told);
    else askForTime(desk, clock, version, luck);
  }
  return { ...child, entries: inOrder(desk.written) };
}

function answer(desk: Desk, clock: Clock, version: Standard, answered: Set<Kind>, luck: Random, told: boolean): void {
  const { to } = desk;
  const { startedOn, dueOn, standard, occurrence } = clock;
  if (startedOn === null) return;
  const way = answersOf(version).ways.find(({ kind }) => isPlain(kind));
  const dueNow = dueOn !== null && dueOn <= to;
  const becomes = told ? "done" : dueNow ? luck.weighted(BECOMES) : luck.weighted(AHEAD);
  if (becomes === "declined" && version.mayDecline) {
    writeDown(desk, "declined", weekdayBetween(luck, startedOn, to, 14), { standard, occurrence, why: luck.pick(WHY_NOT) });
  } else if (becomes === "open" || way === undefined || answered.has(way.kind)) {
    if (!told) askForTime(desk, clock, version, luck);
  } else {
    answered.add(way.kind);
    const on = becomes === "late" && dueOn !== null ? earliest(to, addDays(dueOn, luck.whole(1, 12))) : weekdayBetween(luck, startedOn, earliest(to, dueOn ?? to), 21);
    writeDown(desk, way.kind, on, detailOfWay(way), {});
  }
}

/** Kinds that nothing else in an invented life hangs on. */
const isPlain = (kind: Kind): boolean => {
  const row = KINDS[kind];
  const wanted = Object.values(row.detail ?? {}).some(({ required }) => required === true);
  return row.shape === "point" && isFormChapter(row.chapter) && row.chapter !== "court" && row.ssda903 === undefined && row.decidedBy === undefined
    && row.repeats === true && !wanted && !STEPS.has(kind);
};

/** Steps on the way, which come when the life says. */
const STEPS: ReadonlySet<Kind> = new Set<Kind>([
  "matching-panel", "matching-panel-minutes", "matching-meeting", "plan-panel", "plan-panel-minutes", "link", "link-ended", "introductions-start",
  "introduction-planning-meeting", "adoption-review", "disruption-meeting", "family-finding-started", "own-region-search-ended", "adoption-became-plan",
]);

const detailOfWay = ({ preset, among }: AnswerWay): Record<string, string | boolean> =>
  Object.fromEntries([...Object.entries(preset), ...Object.entries(among).map(([field, [first = ""]]) => [field, first] as const)]
    .map(([field, value]) => [field, value === "yes" ? true : value === "no" ? false : value]));

const WHY_NOT = [
  "The child is too young for it to mean anything yet",
  "The child already lives with the family, so nothing is to be introduced",
  "The adopters live next door to the carers and see them every day",
  "The birth parents have said that they do not want it",
] as const;

/** More time is asked for where a day is near or just gone, and somebody may agree to it. */
function askForTime(desk: Desk, { standard, occurrence, dueOn }: Clock, version: Standard, luck: Random): void {
  const { to } = desk;
  if (dueOn === null || dueOn < addDays(to, -20) || dueOn > addDays(to, 20) || !luck.chance(EXTENSIONS) || typeof needsOf(version) === "string") return;
  const askedOn = weekdayBetween(luck, addDays(to, -6), to, 5);
  writeDown(desk, "extension-requested", askedOn, { standard, occurrence, dueOn: addDays(to, luck.whole(15, 45)), why: luck.pick(WHY_LATER) });
}

const WHY_LATER = ["The paediatrician’s report is promised for next week", "A relative has come forward and is to be met first", "The family asked for more time to prepare"] as const;

const numbered = (entries: readonly SimulatedEntry[]) => entries.map(({ draft, recordedOn, supersedes, refers }, i) => ({
  ...draft, number: i + 1, recordedAt: `${recordedOn}T09:00:00.000Z`, recordedBy: "demonstration",
  ...(refers === undefined ? {} : { detail: { ...draft.detail, [refers.field]: refers.at + 1 } }),
  ...(supersedes === undefined ? {} : { supersedes: supersedes + 1 }),
}));
