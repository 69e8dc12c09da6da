import { LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../../../domain/chronology/codes.ts";
import { type Duration, durationInWords } from "../../../domain/dates/duration.ts";
import { officeInWords } from "../../../domain/access/office.ts";
import { needsOf } from "../../../domain/standards/extensions.ts";
import { AGAIN, type Condition, type ExtensionNeeds, type Occasion, REPORT_WHEN, type Standard, type Step } from "../../../domain/standards/standard.ts";
import { conditionInWords } from "../../../domain/standards/conditions.ts";
import { occasionInWords } from "../../../domain/standards/occasions.ts";
import { capital } from "../../../domain/words.ts";

/** A rule as rows of a page: what starts its clock, when it is due, what stops it. */
export function ruleInWords(s: Standard): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [];
  const say = (label: string, text: string): void => void (text === "" ? undefined : rows.push([label, text]));
  say("Applies where", s.applies.map(inWords).join("; and "));
  say(s.shape === "lead-time" || s.shape === "order" ? "Goes by" : "Starts with", list(s.starts));
  say("Due", dueInWords(s));
  if ("stops" in s) say(s.shape === "not-before" ? "Concerns" : "Stopped by", list(s.stops));
  if ("of" in s) say("Each met by", list(s.of));
  if ("also" in s) say("Also stopped by", list(s.also));
  if ("moot" in s) say("No longer applies after", list(s.moot));
  if ("again" in s) say("If it starts again", `While the first still runs: ${AGAIN[s.again]}`);
  if (s.counting.beginningWith === true) say("Counting", "The starting day is day one");
  const extension = needsOf(s);
  say("More time", typeof extension === "string" ? (s.shape === "not-before" ? "" : "Nobody here can agree to it: this is law") : extensionInWords(extension));
  return rows;
}

const extensionInWords = ({ needs, reportWhen }: ExtensionNeeds): string =>
  `Needs the sign-off of ${needs.map(officeInWords).join(" and ")}${needs.length > 1 ? ", each their own" : ""}, never of whoever asks${reportWhen === null ? "" : `; and ${REPORT_WHEN[reportWhen]}`}`;

/** When a standard is due: “Within 5 working days”. */
export function dueInWords(s: Standard): string {
  switch (s.shape) {
    case "deadline": return s.within === null ? "On the day the starting entry gives" : `Within ${durationInWords(s.within)}`;
    case "lead-time": return `At least ${durationInWords(s.within)} before`;
    case "not-before": return `Not before ${hasPassed(s.within)}`;
    case "limit": return `Must not last longer than ${durationInWords(s.within)}`;
    case "order": return "By that day";
    case "duty": return "No number of days is given";
    case "by-event": return `By the ${nth(s.by.nth)} of: ${occasionInWords(s.by.occasion)}`;
    case "chain": case "rhythm": return capital(s.steps.map(stepInWords).join("; "));
    case "cap": return [s.atLeast === null ? "" : `at least ${s.atLeast}`, s.atMost === null ? "" : `at most ${s.atMost}`].filter((part) => part !== "").join(", ");
    case "rolling-sum": return `At most ${s.atMost} days in any ${durationInWords(s.window)}`;
  }
}

function stepInWords({ links, within, until, after, when }: Step): string {
  const which = links.to === links.from ? `the ${nth(links.from)}` : links.to === null ? (links.from === 1 ? "each" : `each from the ${nth(links.from)}`) : `the ${nth(links.from)} to the ${nth(links.to)}`;
  const limits = [until === null ? "" : `until ${occasionInWords(until)}`, after === null ? "" : `once ${hasPassed(after)}`, ...when.map((condition) => `where ${inWords(condition)}`)].filter((part) => part !== "");
  return `${which} within ${durationInWords(within)}${limits.length === 0 ? "" : `, ${limits.join(", ")}`}`;
}

const hasPassed = (time: Duration): string => `${durationInWords(time)} ${time.count === 1 ? "has" : "have"} passed`;

const CODES: Readonly<Partial<Record<Condition["test"], Readonly<Record<string, string>>>>> = {
  plan: PERMANENCE_PLANS, "legal-status": LEGAL_STATUSES, "placement-type": PLACEMENT_TYPES,
};

/** A condition with its codes in words: “legal status is not Placement order”. */
function inWords(condition: Condition): string {
  const labels = CODES[condition.test];
  if (labels === undefined || !("values" in condition)) return conditionInWords(condition);
  return conditionInWords({ ...condition, values: condition.values.map((code) => labels[code] ?? code) });
}

const NTH = ["", "first", "second", "third", "fourth", "fifth", "sixth"];
const nth = (n: number): string => NTH[n] ?? `${n}th`;

const list = (occasions: readonly Occasion[]): string => occasions.map(occasionInWords).join("; or ");
