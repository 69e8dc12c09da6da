import type { Certainty } from "../chronology/entry.ts";

/** What the words beside a day say of it. */
export interface AroundDate {
  readonly certainty?: Certainty;
  /** The day is the Monday of a week, its end, a limit, or a guess. */
  readonly vague?: "week" | "week-end" | "by" | "about";
  /** Put off to this day from another. */
  readonly moved: boolean;
  /** It did not happen, or was refused. */
  readonly off: boolean;
  /** Words that are not understood, as written. */
  readonly unknown: readonly string[];
}

const MOVED = "moved|adjourned|adj|postponed|deferred|rescheduled|re-scheduled|relisted|re-listed|rebooked|re-booked|put back|put off|changed|slipped|brought forward|delayed";
const IS_MOVED_TO = new RegExp(`\\b(?:${MOVED})\\b[^.]*$|\\bnow\\b[^.]*$|(?:->|=>|→)\\s*$`, "i");
const HAS_MOVED = new RegExp(`\\b(?:${MOVED})\\b|->|=>|→`, "i");

/** Does the text between two days say that the second stands in place of the first? */
export const saysMoved = (between: string): boolean => HAS_MOVED.test(between) || /^\W*(?:now|changed to)\b/i.test(between);

const WEEK = /\bw\s*[/.]?\s*[cb]\b\.?|\bwk\.?\s*(?:comm?(?:encing)?|beg(?:inning)?)\b\.?|\bweek\s+(?:commencing|beginning|starting|of)\b/gi;
const WEEK_END = /\bw\s*\/\s*e\b|\bweek\s+ending\b/gi;
const BY = /\bby(?:\s+the)?(?:\s+end\s+of)?\b|\bbefore\b|\bno\s+later\s+than\b|\bat\s+the\s+latest\b|\bend\s+of\b/gi;
const ABOUT = /\b(?:about|around|approx(?:imately)?|circa|roughly|or\s+so|possibly|maybe|c)\b\.?|~|\?/gi;
const TIME = /\b\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|noon|hrs?)\b|\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?::\d{2})?\b/gi;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const PLANNED = set("planned plan proposed expected exp due anticipated hoped hope hoping aim aiming target will scheduled sched forecast intended potential possible next eta est estimated");
const PROVISIONAL = set("booked bkd provisional provisionally prov pencilled penciled listed tbc tba date-tbc");
const ACTUAL = set("held done completed complete granted made approved agreed actual actually occurred happened attended ratified received rec recd sent given started began signed confirmed linked matched placed yes y ok heard issued filed lodged submitted presented shared met updated revised visited finished ✓ ✔ moved-in supported recommended positive");
const OFF = set("cancelled canceled cancel vacated withdrawn refused dismissed declined unsuccessful not no never didnt failed ended abandoned disrupted revoked rejected wasnt isnt cant cannot without stopped aborted negative discharged rescinded reversed fell dna lapsed appealed appeal stayed suspended");
const HARMLESS = set(
  "on at the of for a an and in is was it its be to with via by date day dated time am pm panel adm po ao shobpa shopba bid mp court hearing meeting review roa lac cla cic adoption matching match link linking decision order final plan best interest start intros introductions placement application app visit cpr par teams virtual online monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun 1st 2nd 3rd 4th 5th first second third fourth initial celebration directions report family finding finder",
);

/** Does a text name the beginning of a week? */
export const saysWeek = (text: string): boolean => text.search(WEEK) >= 0;

/** What the words around one day say; `before` and `after` are what stands on either side of it. */
export function wordsAround(before: string, after: string): AroundDate {
  const both = `${before} \u2022 ${after}`;
  const week = both.search(WEEK) >= 0;
  const weekEnd = both.search(WEEK_END) >= 0;
  const by = before.search(BY) >= 0 || /\bat the latest\b|\blatest\b/i.test(after);
  const about = both.search(ABOUT) >= 0;
  const moved = IS_MOVED_TO.test(before.trim());
  const rest = both.replaceAll(WEEK, " ").replaceAll(WEEK_END, " ").replaceAll(BY, " ").replaceAll(ABOUT, " ").replaceAll(TIME, " ")
    .replaceAll(/\bto be (?:confirmed|advised|agreed|fixed)\b/gi, " tbc ").replaceAll(/\bmoved in\b/gi, " moved-in ").replaceAll(/\btook place\b/gi, " held ").replaceAll(/\bto be\b/gi, " planned ")
    .replaceAll(/\bfell through\b/gi, " failed ").replaceAll(/['’]/g, "");
  let words: readonly string[] = rest.toLowerCase().match(/[\p{L}\p{N}✓✔-]+/gu) ?? [];
  if (moved) words = words.filter((word) => !HAS_MOVED.test(word) && !["to", "until", "till", "now", "back", "put", "from", "brought", "forward"].includes(word));
  const has = (among: ReadonlySet<string>): boolean => words.some((word) => among.has(word));
  const certainty: Certainty | undefined = has(PROVISIONAL) ? "provisional" : has(PLANNED) ? "planned" : has(ACTUAL) ? "actual" : undefined;
  const vague = week ? "week" as const : weekEnd ? "week-end" as const : by ? "by" as const : about ? "about" as const : undefined;
  return {
    ...(certainty === undefined ? {} : { certainty }),
    ...(vague === undefined ? {} : { vague }),
    moved,
    off: has(OFF) || (!moved && HAS_MOVED.test(rest.replaceAll("moved-in", ""))),
    unknown: words.filter((word) => !/^-+$/.test(word) && ![PLANNED, PROVISIONAL, ACTUAL, OFF, HARMLESS].some((among) => among.has(word)) && !HAS_MOVED.test(word)),
  };
}

export type Said = "nothing" | "not-yet" | "yes" | "no" | "unknown";

const NOTHING = /^(?:[-–—_.*/\\\s]*|n\s*[/.\\]?\s*a\.?|not applicable|none|nil|null|nothing|0?0[/.-]0?1[/.-](?:19)?00|blank|no date)$/i;
const NOT_YET = /^[\s(]*(?:tb[ca]|to be (?:confirmed|advised|agreed|arranged|booked|fixed|set|decided)|\?+|ongoing|on-going|in progress|in hand|awaiting|awaited|awaiting .{1,40}|pending|not yet|not yet .{1,30}|outstanding|unknown|not known|n\/k|nk|to follow|to be done|date tbc|date to be confirmed|underway|under way|not set|not booked|to book)[\s.)]*$/i;
const YES = /^(?:y|yes|true|✓|✔|x|done|complete|completed|held|granted|made|approved|agreed|received|sent|ok|ticked|yes.{0,3}(?:done|completed)?)[\s.!]*$/i;
const NO = /^(?:n|no|false|✗|✘|not done|not held|not required|not needed)[\s.]*$/i;

/** What a cell without a day in it says. */
export function saidWithoutDate(text: string): Said {
  if (NOTHING.test(text)) return "nothing";
  if (NOT_YET.test(text)) return "not-yet";
  if (YES.test(text)) return "yes";
  return NO.test(text) ? "no" : "unknown";
}
