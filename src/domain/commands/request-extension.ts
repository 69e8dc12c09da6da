import type { Case } from "../chronology/fold.ts";
import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import { type Clock, isOpen } from "../standards/clock.ts";
import { type CompiledPack, versionFor } from "../standards/compile.ts";
import { clockOf, needsOf, requestsOf } from "../standards/extensions.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

/** What a form sends: every field a text, empty where nothing was said. */
export interface ExtensionInput {
  readonly standard: string;
  readonly occurrence: string;
  readonly dueOn: string;
  readonly why: string;
  /** `yes`, `no` or nothing. */
  readonly adoptersNotReady: string;
  readonly support: string;
  readonly reportSystem: string;
  readonly reportPlace: string;
  readonly reportOn: string;
  readonly reportBy: string;
}

/** The furthest a new day may lie ahead: beyond it, the year is mistyped. */
const MONTHS_AHEAD = 24;

/** Asks for a longer time for one clock of a child. Who must agree is the standard’s to say. */
export function requestExtension(c: Case, input: ExtensionInput, clocks: readonly Clock[], pack: CompiledPack, today: Day): Decision {
  const clock = clockOf(clocks, input.standard, Number(input.occurrence || "1"));
  const version = clock === undefined ? undefined : versionFor(pack, clock);
  if (clock === undefined || version === undefined || !isOpen(clock)) {
    return refuse({ field: "standard", message: "Choose a clock that is running for this child. This one has stopped, or never started" });
  }
  const needed = needsOf(version);
  if (typeof needed === "string") return refuse({ field: "standard", message: needed });
  if (clock.dueOn === null) return refuse({ field: "standard", message: `${version.id} gives no day for this child yet, so there is nothing to extend` });
  const pending = requestsOf(c, clocks, pack).find((r) => r.standard === clock.standard && r.occurrence === clock.occurrence && r.state === "waiting");
  if (pending !== undefined) {
    return refuse({ field: "standard", message: `An extension to ${dayInWords(pending.dueOn)} was asked for on ${dayInWords(pending.entry.happenedOn)} and is waiting. Let it be signed, or withdraw it first` });
  }
  const refusals: Refusal[] = [];
  const dueOn = newDay(input.dueOn, clock.dueOn, today, refusals);
  const why = input.why.trim();
  if (why === "") refusals.push({ field: "why", message: "Say why more time is needed" });
  const report = needed.reportWhen === "adopters-not-ready" ? reportOf(input, today, refusals) : {};
  if (refusals.length > 0 || dueOn === undefined) return refuse(...refusals);
  return accept({
    kind: "extension-requested", happenedOn: today, certainty: "actual", source: { type: "person" },
    detail: { standard: clock.standard, occurrence: clock.occurrence, dueOn, why, ...report },
  });
}

function newDay(text: string, dueOn: Day, today: Day, refusals: Refusal[]): Day | undefined {
  const to = parseDay(text.trim());
  const wrong = to === undefined
    ? (text.trim() === "" ? "Enter the new day" : "Enter the new day as a real date, such as 27 3 2026")
    : to <= dueOn ? `It is due on ${dayInWords(dueOn)}: the new day must be later`
    : to < today ? "The new day is already past. Enter today or a day to come"
    : to > addMonths(today, MONTHS_AHEAD) ? `${dayInWords(to)} is more than two years ahead. Check the year` : undefined;
  if (wrong !== undefined) refusals.push({ field: "dueOn", message: wrong });
  return wrong === undefined ? to : undefined;
}

/** Where the adopters are not ready: the support proposed, and where the written report is. Not a copy of it. */
function reportOf(input: ExtensionInput, today: Day, refusals: Refusal[]): Readonly<Record<string, string | boolean>> {
  if (input.adoptersNotReady !== "yes" && input.adoptersNotReady !== "no") {
    refusals.push({ field: "adoptersNotReady", message: "Say whether it is because the adopters are not ready" });
    return {};
  }
  if (input.adoptersNotReady === "no") return { adoptersNotReady: false };
  const text = (field: "support" | "reportSystem" | "reportPlace" | "reportBy", message: string): string => {
    if (input[field].trim() === "") refusals.push({ field, message });
    return input[field].trim();
  };
  const support = text("support", "Say what support is proposed for the adopters");
  const reportSystem = text("reportSystem", "Say which system holds the written report");
  const reportPlace = text("reportPlace", "Say where in that system the report is");
  const reportBy = text("reportBy", "Say who wrote the report");
  const on = parseDay(input.reportOn.trim());
  if (on === undefined) refusals.push({ field: "reportOn", message: "Enter the date of the report" });
  else if (on > today) refusals.push({ field: "reportOn", message: "The report is dated in the future. Enter the day it was written" });
  return { adoptersNotReady: true, support, reportSystem, reportPlace, reportOn: on ?? "", reportBy };
}
