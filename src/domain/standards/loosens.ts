import { type Office, officeInWords } from "../access/office.ts";
import { isNeverLonger } from "../dates/compare-durations.ts";
import { type Duration, durationInWords } from "../dates/duration.ts";
import { needsOf } from "./extensions.ts";
import { LEGAL_FORCES, type LegalForce, type Lookback, REPORT_WHEN, SHAPES, type Standard, type Step, TIERS } from "./standard.ts";

/** An authority may do with its local standards what it likes; the others it may only tighten. */
export const isProtected = ({ legalForce }: Standard): boolean => legalForce !== "local";

/**
 * How a version of a standard asks less than the one before it, in words; nothing where it asks as much or
 * more, or the one before is local. What cannot be shown to ask as much is taken to ask less.
 */
export function loosens(before: Standard, after: Standard): string | undefined {
  if (!isProtected(before)) return undefined;
  const what = standing(before, after) ?? agreement(before, after) ?? scope(before, after) ?? time(before, after) ?? occasions(before, after);
  return what === undefined ? undefined : `${before.id} is ${FORCE_WORDS[before.legalForce]}: it may be tightened, and not loosened. ${what}`;
}

const FORCE_WORDS: Readonly<Record<LegalForce, string>> = {
  statute: "law", guidance: "statutory guidance", nms: "a national minimum standard", local: "local",
};

const STRENGTH: readonly LegalForce[] = ["local", "nms", "guidance", "statute"];

/** What hangs on it. */
function standing(before: Standard, after: Standard): string | undefined {
  if (STRENGTH.indexOf(after.legalForce) < STRENGTH.indexOf(before.legalForce)) return `It cannot be made “${LEGAL_FORCES[after.legalForce]}”.`;
  if (after.shape !== before.shape) return `It cannot be made another shape of standard: it is “${SHAPES[before.shape]}”.`;
  if (before.legalForce === "statute" && after.tier !== before.tier && before.tier === "statutory") return `Its tier stays “${TIERS.statutory}”.`;
  if (before.confirmed && !after.confirmed) return "Its text is confirmed, and cannot be made advisory: it would no longer make a child late.";
  // An authority may make a checklist of what is not law: that is answered one way or the other.
  if (!before.mayDecline && after.mayDecline && after.tier === before.tier) return "It could be answered “not appropriate”, and cannot be now.";
  if (!before.lapses && after.lapses) return "Its clocks would lapse when it goes out of force.";
  return undefined;
}

/** Whose agreement a longer time takes. */
function agreement(before: Standard, after: Standard): string | undefined {
  const [was, is] = [needsOf(before), needsOf(after)];
  if (typeof is === "string") return undefined;
  if (typeof was === "string") return "More time could be agreed, where nobody can agree to any now.";
  const dropped = was.needs.find((office) => !is.needs.some((other) => stands(other, office)));
  if (dropped !== undefined) return `More time would no longer take the agreement of ${officeInWords(dropped)}.`;
  if (was.reportWhen !== null && is.reportWhen !== was.reportWhen) return `More time would no longer take, ${REPORT_WHEN[was.reportWhen]}.`;
  return undefined;
}

/** The service manager of a service is a service manager. */
const stands = (office: Office, forOffice: Office): boolean => office === forOffice || (forOffice === "service-manager" && office.startsWith("service-manager-"));

/** Which children, and counted how. */
function scope(before: Standard, after: Standard): string | undefined {
  const had = new Set(before.applies.map(text));
  if (after.applies.some((condition) => !had.has(text(condition)))) return "It would not apply to some children to whom it applies: a condition was added or altered.";
  const back = before.shape === "lead-time";
  const [was, is] = [before.counting.beginningWith === true, after.counting.beginningWith === true];
  // “Beginning with” ends a day sooner counted forwards, and asks a day less counted back or as a first day.
  const isEasier = back || before.shape === "not-before" ? !was && is : was && !is;
  if (isEasier) return "Counting from another day gives a day more.";
  return undefined;
}

/** How long. */
function time(before: Standard, after: Standard): string | undefined {
  if (before.shape === "lead-time" || before.shape === "not-before") {
    return "within" in after && after.within !== null && !isNeverLonger(before.within, after.within) ? shorter(before.within, after.within) : undefined;
  }
  if (before.shape === "deadline" && after.shape === "deadline") {
    if (before.dueField !== after.dueField) return "The day it is due would be taken from elsewhere.";
    const { extendedBy } = after;
    if (extendedBy !== null) {
      const had = before.extendedBy;
      if (had === null || had.kind !== extendedBy.kind || had.field !== extendedBy.field) return "It could be extended by something that does not extend it now.";
      if (had.atMost !== null && (extendedBy.atMost === null || !isNeverLonger(extendedBy.atMost, had.atMost))) return "It could be extended for longer.";
    }
  }
  if ("steps" in before && "steps" in after) return stepsOf(before.steps, after.steps);
  if (before.shape === "rolling-sum" && after.shape === "rolling-sum") {
    if (after.atMost > before.atMost) return `More days (${after.atMost} in place of ${before.atMost}).`;
    return isNeverLonger(before.window, after.window) ? undefined : shorter(before.window, after.window);
  }
  if (before.shape === "cap" && after.shape === "cap") {
    if (before.atMost !== null && (after.atMost === null || after.atMost > before.atMost)) return "It would allow more.";
    if (before.atLeast !== null && (after.atLeast === null || after.atLeast < before.atLeast)) return "It would ask for fewer.";
    return undefined;
  }
  if (before.shape === "by-event" && after.shape === "by-event") {
    if (text({ ...before.by, nth: 0 }) !== text({ ...after.by, nth: 0 })) return "It would be due by something else.";
    return after.by.nth > before.by.nth ? "It would be due by a later one." : undefined;
  }
  const [was, is] = [withinOf(before), withinOf(after)];
  if (was === null) return is === null || before.shape !== "deadline" ? undefined : "It is due on a day that the record gives, and not by a length of time.";
  if (is === null) return "It would have no length of time.";
  return isNeverLonger(is, was) ? undefined : longer(was, is);
}

const withinOf = (s: Standard): Duration | null => ("within" in s ? s.within : null);
const longer = (was: Duration, is: Duration): string => `A longer time: ${durationInWords(is)} in place of ${durationInWords(was)}.`;
const shorter = (was: Duration, is: Duration): string => `A shorter time: ${durationInWords(is)} in place of ${durationInWords(was)}.`;

function stepsOf(before: readonly Step[], after: readonly Step[]): string | undefined {
  if (before.length !== after.length) return "Its steps would be others.";
  for (const [i, was] of before.entries()) {
    const is = after[i]!;
    if (text({ ...was, within: null }) !== text({ ...is, within: null })) return `Its ${i === 0 ? "first" : `${i + 1}th`} step would be meant for something else.`;
    if (!isNeverLonger(is.within, was.within)) return longer(was.within, is.within);
  }
  return undefined;
}

const LOOKBACKS: readonly Lookback[] = ["none", "previous", "ever"];

/** What starts it, what stops it, and after what it no longer applies. */
function occasions(before: Standard, after: Standard): string | undefined {
  const part = (s: Standard, name: string): readonly unknown[] => ((s as unknown as Readonly<Record<string, unknown>>)[name] as readonly unknown[] | undefined) ?? [];
  const within = (name: string, all: Standard, some: Standard): boolean => isWithin(part(some, name), part(all, name));
  const same = (name: string): boolean => within(name, before, after) && within(name, after, before);
  const alongside = !("again" in before) || before.again === "alongside";
  if (!within("starts", after, before) || (!alongside && !same("starts"))) return "It would not start with everything that starts it now.";
  if ("again" in before && "again" in after && before.again !== after.again) return "A second start would count otherwise.";
  if ("lookback" in before && "lookback" in after && LOOKBACKS.indexOf(after.lookback) > LOOKBACKS.indexOf(before.lookback)) return "It could be met by something that came before it.";
  if (before.shape === "not-before") {
    if (!within("stops", after, before)) return "It would not hold back everything that it holds back now.";
    if (after.shape === "not-before" && before.countFrom !== after.countFrom) return "It would be counted from elsewhere.";
  } else {
    if (!within("stops", before, after)) return "It could be met by something that does not meet it now.";
    if (part(before, "stops").length > 0 && part(after, "stops").length === 0) return "Nothing would meet it.";
  }
  if (!isWithin(part(after, "also"), [...part(before, "also"), ...part(before, "stops")])) return "It could be met by something that does not meet it now.";
  if (!within("moot", before, after)) return "It would no longer apply after something after which it applies now.";
  if (!same("of") || (before.shape === "cap" && !same("by"))) return "It would count something else.";
  if ("sum" in before && "sum" in after && before.sum !== after.sum) return "It would count otherwise.";
  return undefined;
}

function isWithin(some: readonly unknown[], all: readonly unknown[]): boolean {
  const texts = new Set((Array.isArray(all) ? all : [all]).map(text));
  return (Array.isArray(some) ? some : [some]).every((each) => texts.has(text(each)));
}

const text = (value: unknown): string => JSON.stringify(value);
