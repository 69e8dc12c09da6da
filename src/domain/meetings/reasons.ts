import { BARRIERS } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Day, dayInWords, daysBetween, parseDay } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import { BeyondCalendar, countingInWords, type WorkingCalendar } from "../dates/working-days.ts";
import { latestCare } from "../permanence/moments.ts";
import { ENDED_STAGES, stageOf } from "../permanence/stage.ts";
import { type Clock, judge } from "../standards/clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "../standards/compile.ts";
import { hold } from "../standards/conditions.ts";
import { dueOrNone } from "../standards/due-table.ts";
import { kindsOf, momentsOf } from "../standards/occasions.ts";
import type { Occasion } from "../standards/standard.ts";
import { entryName } from "../standards/words.ts";
import { counted } from "../words.ts";
import type { AgendaRule } from "./agenda-rule.ts";
import { type Before, beforeOf, type ChildFacts, isLastBefore, type MeetingDays } from "./facts.ts";
import type { Reason } from "./meeting.ts";

/** A rule as a series goes by it: with the limit that it set in the place of the rule’s own, where it did. */
export interface RuleInForce {
  readonly rule: AgendaRule;
  readonly limit?: Duration | undefined;
}

/** What reasons are worked out by, beside the child. */
export interface Law {
  readonly pack: CompiledPack;
  readonly calendar: WorkingCalendar;
}

/** Why a child is on the agenda of a meeting, by these rules, in their order; none for a child who was adopted or left care. */
export function reasonsFor(facts: ChildFacts, rules: readonly RuleInForce[], days: MeetingDays, law: Law): readonly Reason[] {
  if (ENDED_STAGES.includes(stageOf(facts.c))) return [];
  const before = beforeOf(facts.c, days);
  const waiting = before.returnBy !== undefined && !isLastBefore(days, before.returnBy.on);
  return rules.flatMap((inForce) => (waiting && inForce.rule.waits ? [] : reasonOf(facts, inForce, days, before, law) ?? []));
}

type Found = Omit<Reason, "rule" | "source">;

function reasonOf(facts: ChildFacts, { rule, limit }: RuleInForce, days: MeetingDays, before: Before, law: Law): Reason | undefined {
  const found = find(facts, rule, limit ?? rule.limit, days, before, law, limit !== undefined);
  return found === undefined ? undefined : { rule: rule.id, ...found, source: `${rule.citation.provision} (${rule.citation.source})` };
}

function find(facts: ChildFacts, { ground }: AgendaRule, limit: Duration | null, days: MeetingDays, before: Before, law: Law, isOwn: boolean): Found | undefined {
  switch (ground.by) {
    case "first": return limit === null ? undefined : firstTime(facts, ground.starts, limit, days, law);
    case "review": return beforeReview(facts, ground.nth, ground.standard, days, before);
    case "new": return since(facts, ground, days, before);
    case "clock": return pastLimit(facts, ground, isOwn ? limit : null, days, law);
    case "state": return inState(facts, ground, limit, days, law);
    case "late": return late(facts, days, law);
    case "barrier": return barriersOpen(facts, days);
    case "action": return actionsLeft(facts, days);
    case "return": return toldToReturn(days, before);
  }
}

const on = (day: Day): string => dayInWords(day);
const startOf = (e: Entry, what: string = entryName(e).slice(1, -1)) => ({ on: e.happenedOn, what });

/** The last day of a limit and its arithmetic in words; no day where bank holidays are not known so far ahead. */
function limitFrom(start: Day, limit: Duration, { calendar }: Law): Pick<Found, "arithmetic" | "limitOn"> {
  const limitOn = dueOrNone(calendar, start, limit);
  try {
    return { limitOn, arithmetic: `${limitOn === null ? "" : `${on(limitOn)}: `}${countingInWords(calendar, start, limit)}` };
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    return { limitOn, arithmetic: null };
  }
}

const isUnknownStart = (e: Entry): boolean => e.detail["startUnknown"] === true;

function firstTime({ c }: ChildFacts, starts: readonly Occasion[], limit: Duration, days: MeetingDays, law: Law): Found | undefined {
  const start = momentsOf(c, starts, "actual").findLast((m) => m.on <= days.heldOn)?.entry;
  if (start === undefined || start.until !== undefined) return undefined;
  const taken = c.of(days.considered).some((e) => e.certainty === "actual" && e.happenedOn >= start.happenedOn && e.happenedOn < days.heldOn);
  if (taken) return undefined;
  const counted = isUnknownStart(start) ? { limitOn: null, arithmetic: null } : limitFrom(start.happenedOn, limit, law);
  const by = counted.limitOn === null ? ""
    : counted.limitOn < days.heldOn ? ` That was due by ${on(counted.limitOn)}.`
    : isLastBefore(days, counted.limitOn) ? ` That is due by ${on(counted.limitOn)}, and no later meeting before it is planned.` : ` That is due by ${on(counted.limitOn)}.`;
  return { because: `${entryName(start)} since ${on(start.happenedOn)}${isUnknownStart(start) ? " or before" : ""}, and no meeting has considered the child since.${by}`, start: startOf(start), ...counted, entries: [start.number] };
}

function beforeReview({ c, clocks }: ChildFacts, nth: number, standard: string, days: MeetingDays, before: Before): Found | undefined {
  const care = latestCare(c);
  if (care === undefined) return undefined;
  const held = c.of("review").filter((e) => e.certainty === "actual" && e.happenedOn >= care.happenedOn);
  if (held.length !== nth - 1 || held.some((e) => e.happenedOn > days.heldOn)) return undefined;
  const planned = c.of("review").find((e) => e.certainty !== "actual" && e.happenedOn >= days.builtOn);
  const clock = clocks.find((k) => k.standard === standard && k.stoppedOn === null && k.mootOn === null);
  const reviewOn = planned?.happenedOn ?? clock?.dueOn ?? null;
  if (reviewOn === null || reviewOn < days.heldOn || !isLastBefore(days, reviewOn)) return undefined;
  const last = before.last;
  const start = last === undefined ? startOf(care) : startOf(last, "Last considered");
  const told = planned === undefined ? `is due by ${on(reviewOn)} under ${standard}` : `is planned for ${on(reviewOn)}`;
  return {
    because: `The ${NTH[nth] ?? `${nth}th`} review ${told}, and this is the last meeting before it${days.nextOn === null ? " that is planned" : ""}. ${last === undefined ? "No meeting has considered the child since coming into care." : `Last considered on ${on(last.happenedOn)}.`}`,
    start, arithmetic: null, limitOn: reviewOn, entries: [...(planned === undefined ? [] : [planned.number]), ...(clock?.startedBy == null || planned !== undefined ? [] : [clock.startedBy])],
  };
}

const NTH: Readonly<Record<number, string>> = { 2: "second (four-month)", 3: "third" };

function since({ c }: ChildFacts, { of, undone, first }: { readonly of: readonly Occasion[]; readonly undone: readonly Occasion[]; readonly first: boolean }, { heldOn }: MeetingDays, { last }: Before): Found | undefined {
  if (last === undefined && !first) return undefined;
  const made = momentsOf(c, of, "actual").findLast((m) => m.on <= heldOn);
  if (made === undefined || (last !== undefined && made.on <= last.happenedOn)) return undefined;
  if (momentsOf(c, undone, "actual").some((m) => m.on >= made.on && m.on <= heldOn && m.entry.number !== made.entry.number)) return undefined;
  const { entry } = made;
  return {
    because: `${entryName(entry)} on ${on(made.on)}, and no meeting has considered the child since${last === undefined ? "" : `: the last one was on ${on(last.happenedOn)}`}.`,
    start: { on: made.on, what: startOf(entry).what }, arithmetic: null, limitOn: null, entries: [entry.number],
  };
}

function pastLimit({ c, clocks }: ChildFacts, { standard, at }: { readonly standard: string; readonly at: "reached" | "passed" }, own: Duration | null, { heldOn }: MeetingDays, law: Law): Found | undefined {
  for (const clock of clocks) {
    if (clock.standard !== standard || clock.stoppedOn !== null || clock.mootOn !== null) continue;
    const counted = own === null || clock.startedOn === null ? dueUnder(clock, law) : limitFrom(clock.startedOn, own, law);
    const { limitOn } = counted;
    if (limitOn === null || (at === "reached" ? limitOn > heldOn : limitOn >= heldOn)) continue;
    const start = c.entries.find((e) => e.number === clock.startedBy);
    const from = clock.startedOn ?? start?.happenedOn ?? limitOn;
    return {
      because: `${start === undefined ? versionFor(law.pack, clock)?.title ?? standard : entryName(start)} since ${on(from)}: ${daysIn(daysBetween(from, heldOn))} on the day of the meeting. The limit ${limitOn === heldOn ? "is that day" : `was ${on(limitOn)}`}, ${own === null ? `as ${standard} has it here` : "as this meeting has set it"}.`,
      start: { on: from, what: start === undefined ? standard : startOf(start).what }, ...counted, entries: start === undefined ? [] : [start.number],
    };
  }
  return undefined;
}

const daysIn = (days: number): string => counted(days, "day");

function dueUnder(clock: Clock, law: Law): Pick<Found, "arithmetic" | "limitOn"> {
  const version = versionFor(law.pack, clock);
  const within = version !== undefined && "within" in version ? version.within : null;
  const told = within === null || clock.startedOn === null ? null : limitFrom(clock.startedOn, within, law);
  // An extension agreed for this child, or a start not known, has another day than the arithmetic.
  return told?.limitOn === clock.dueOn ? told : { limitOn: clock.dueOn, arithmetic: null };
}

function inState({ c }: ChildFacts, { starts, ends, applies }: Extract<AgendaRule["ground"], { by: "state" }>, limit: Duration | null, { heldOn }: MeetingDays, law: Law): Found | undefined {
  const running = momentsOf(c, starts, "actual").filter((m) => m.on <= heldOn && (m.isEnd || m.entry.until === undefined || m.entry.until > heldOn));
  const ended = momentsOf(c, ends, "actual").findLast((m) => m.on <= heldOn);
  const open = running.filter((m) => ended === undefined || m.on > ended.on || (m.on === ended.on && m.entry.number > ended.entry.number));
  // What holds longest says since when; what holds now, what it is.
  const [first, now] = [open[0], open.at(-1)];
  if (first === undefined || now === undefined || !hold(applies, c, heldOn, now.entry)) return undefined;
  const told = limit === null || isUnknownStart(first.entry) ? { limitOn: null, arithmetic: null } : limitFrom(first.on, limit, law);
  if (limit !== null && (told.limitOn === null || told.limitOn >= heldOn)) return undefined;
  const lasted = `${daysIn(daysBetween(first.on, heldOn))} on the day of the meeting`;
  const limitTold = told.limitOn === null ? "" : ` The limit was ${on(told.limitOn)}.`;
  return {
    because: `${entryName(now.entry)} since ${on(now.on)}${first === now ? "" : `, and so since ${on(first.on)} in all`}${isUnknownStart(first.entry) ? " or before" : `: ${lasted}`}.${limitTold}`,
    start: { on: first.on, what: startOf(first.entry).what }, ...told, entries: first === now ? [now.entry.number] : [first.entry.number, now.entry.number],
  };
}

/** Late clocks that count, the longest late first. What the standards ask of the meeting itself is no delay of the child’s. */
function late({ clocks }: ChildFacts, { builtOn }: MeetingDays, { pack }: Law): Found | undefined {
  const found = clocks.filter((clock) => isDelay(clock, pack, builtOn)).toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : a.standard < b.standard ? -1 : 1));
  const [worst] = found;
  if (worst?.dueOn == null) return undefined;
  const title = versionFor(pack, worst)?.title ?? worst.standard;
  return {
    because: `${counted(found.length, "thing")} ${found.length === 1 ? "is" : "are"} late: ${found.length === 1 ? "" : "the longest, "}“${title}”, was due ${on(worst.dueOn)}, ${daysIn(daysBetween(worst.dueOn, builtOn))} before the agenda was built.`,
    start: { on: worst.dueOn, what: title }, arithmetic: null, limitOn: worst.dueOn, entries: found.flatMap(({ startedBy }) => startedBy ?? []),
  };
}

function barriersOpen({ c }: ChildFacts, { heldOn }: MeetingDays): Found | undefined {
  const barriers = c.of("barrier").filter((e) => e.certainty === "actual" && e.until === undefined && e.happenedOn <= heldOn);
  const [first] = barriers;
  if (first === undefined) return undefined;
  const told = barriers.map((e) => `${(BARRIERS as Readonly<Record<string, string>>)[String(e.detail["barrier"])] ?? "A barrier"}, since ${on(e.happenedOn)}`);
  return { because: `${counted(barriers.length, "barrier")} open: ${told.join("; ")}.`, start: startOf(first), arithmetic: null, limitOn: null, entries: barriers.map(({ number }) => number) };
}

function isDelay(clock: Clock, pack: CompiledPack, today: Day): boolean {
  if (clock.dueOn === null || clock.dueOn >= today || clock.flags.some((flag) => flag === "advisory" || flag === "not-before" || flag === "checklist")) return false;
  const version = versionFor(pack, clock);
  if (version === undefined || version.shape === "limit" || stopsOf(version).some((o) => kindsOf(o).includes("tracking-meeting"))) return false;
  return judge(clock, today).state === "overdue";
}

/** Actions whose day has passed by the meeting, and of which nobody has said how they ended. */
function actionsLeft({ c }: ChildFacts, { heldOn }: MeetingDays): Found | undefined {
  const ended = new Set(c.of("action-done").map((e) => e.detail["action"]));
  const left = c.of("action-agreed").flatMap((e) => {
    const dueOn = parseDay(String(e.detail["dueOn"] ?? ""));
    return dueOn === undefined || dueOn >= heldOn || e.happenedOn >= heldOn || ended.has(e.number) ? [] : [{ e, dueOn }];
  }).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.e.number - b.e.number));
  const [oldest] = left;
  if (oldest === undefined) return undefined;
  return {
    because: `${counted(left.length, "action")} agreed ${left.length === 1 ? `on ${on(oldest.e.happenedOn)} ` : ""}${left.length === 1 ? "was" : "were"} to be done by then, ${left.length === 1 ? "" : "the oldest "}by ${on(oldest.dueOn)}, and nobody has said how ${left.length === 1 ? "it" : "they"} ended.`,
    start: { on: oldest.e.happenedOn, what: "Action agreed" }, arithmetic: null, limitOn: oldest.dueOn, entries: left.map(({ e }) => e.number),
  };
}

function toldToReturn(days: MeetingDays, { returnBy }: Before): Found | undefined {
  if (returnBy === undefined || !isLastBefore(days, returnBy.on)) return undefined;
  const { on: by, entry } = returnBy;
  return {
    because: `The meeting of ${on(entry.happenedOn)} said that the child comes back by ${on(by)}${by < days.heldOn ? ", which has passed" : days.nextOn === null ? "" : ", and the next meeting is later"}.`,
    start: { on: entry.happenedOn, what: "Outcome of the tracking meeting" }, arithmetic: null, limitOn: by, entries: [entry.number],
  };
}
