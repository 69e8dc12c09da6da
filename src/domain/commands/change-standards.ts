import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { type Book, bookOf, isAdoptedOn, type Library, publishedBy, versionOn } from "../standards/book.ts";
import type { Decided, StandardsChange } from "../standards/change.ts";
import { checkPack } from "../standards/check-pack.ts";
import { compile, inForce } from "../standards/compile.ts";
import { exampleProblems } from "../standards/examples.ts";
import { isProtected, loosens } from "../standards/loosens.ts";
import { readStandards } from "../standards/read-standard.ts";
import type { Standard } from "../standards/standard.ts";
import type { Refusal } from "./command.ts";

/** Whose standards, what there is to choose among, and what was decided so far. */
export interface Deciding {
  readonly library: Library;
  readonly decided: Decided;
  readonly of: "authority" | "agency";
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

export type StandardsDecision =
  | { readonly accepted: true; readonly before: Book; readonly after: Book; readonly standard: Standard | null }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

const against = (field: string, message: string): Refusal => ({ field, message });

/** May this change be made, and what would the standards then be? Reads no clock and writes nothing. */
export function decideStandards(on: Deciding, change: StandardsChange): StandardsDecision {
  const before = bookOf(on.library, on.decided);
  const { refusals, standard } = "from" in change && !isFair(change.from, on.today)
    ? { refusals: [against("from", `Give a day not before 1989 and at most two years ahead: ${dayInWords(change.from)} is not`)], standard: null }
    : judged(on, before, change);
  if (refusals.length > 0) return { accepted: false, refusals };
  const next = { number: on.decided.revision + 1, at: "", by: "", reason: "", change };
  const after = bookOf(on.library, { ...on.decided, revision: next.number, changes: [...on.decided.changes, next] });
  const together = [...leaning(before, after), ...(standard === null ? [] : examplesOf(standard, after, on.calendar))];
  return together.length > 0 ? { accepted: false, refusals: together } : { accepted: true, before, after, standard };
}

/** A day as it was typed, or why it is none. */
export function readFrom(text: string): Day | Refusal {
  return parseDay(text.trim()) ?? against("from", text.trim() === "" ? "Enter the day from which it holds" : `“${text.trim()}” is not a day: write it like 2026-03-31`);
}

/** A reason as it was typed, or why it is none. */
export function readReason(text: string): string | Refusal {
  const reason = text.trim().replace(/\s+/g, " ");
  if (reason === "") return against("reason", "Enter why, for whoever asks later");
  return reason.length > 2000 ? against("reason", "Write the reason in 2,000 characters or fewer") : reason;
}

/** The Children Act 1989 is the first of the law that standards rest on. */
const isFair = (from: Day, today: Day): boolean => from >= "1989-01-01" && from <= addMonths(today, 24);

interface Judged {
  readonly refusals: readonly Refusal[];
  readonly standard: Standard | null;
}
const because = (...refusals: readonly Refusal[]): Judged => ({ refusals, standard: null });

function judged(on: Deciding, before: Book, change: StandardsChange): Judged {
  if ((change.type === "publish-pack") !== (on.of === "agency")) {
    return because(against("type", on.of === "agency" ? "A regional agency publishes packs; each authority decides on its own standards" : "Packs are published to a region by its agency"));
  }
  switch (change.type) {
    case "give-functions":
      return because(against("type", "Functions are given to the regional agency by the sharing agreement"));
    case "publish-pack":
      return because(...unknownPack(on, change.pack), ...(publishedBy(on.decided).has(change.pack) ? [against("pack", "This pack is published already")] : []));
    case "adopt-pack":
      return because(...unknownPack(on, change.pack), ...(isAdoptedOn(before.adoptions, change.pack, change.from) ? [against("pack", `This pack is adopted already on ${dayInWords(change.from)}`)] : []));
    case "leave-pack":
      return because(...unknownPack(on, change.pack), ...(before.adoptions.some((a) => a.pack === change.pack && (a.until === null || a.until > change.from)) ? [] : [against("pack", `This pack is not adopted on ${dayInWords(change.from)}`)]));
    case "confirm-standard": {
      const versions = before.versions.get(change.id);
      if (versions === undefined) return because(against("id", `There is no standard ${change.id} here`));
      return because(...(versions.every(({ standard }) => standard.confirmed) ? [against("id", `The text of ${change.id} is confirmed already`)] : []));
    }
    case "end-standard": {
      const now = versionOn(before.versions.get(change.id) ?? [], change.from);
      if (now === undefined || (now.standard.effect.until !== null && now.standard.effect.until <= change.from)) return because(against("id", `There is no standard ${change.id} in force on ${dayInWords(change.from)}`));
      const kept = published(on.library, change.id).find(isProtected);
      return because(...(kept === undefined && !isProtected(now.standard) ? [] : [against("id", `${change.id} is not a local standard: it cannot be ended here`)]));
    }
    case "set-standard":
      return setStandard(on, before, change);
  }
}

const unknownPack = ({ library }: Deciding, id: string): Refusal[] =>
  library.packs.some((pack) => pack.id === id) ? [] : [against("pack", "There is no such pack")];

/** Every version of a standard that is published, nationally or in a pack. */
const published = ({ national, packs }: Library, id: string): readonly Standard[] => [...national, ...packs.flatMap((pack) => pack.standards)].filter((s) => s.id === id);

function setStandard(on: Deciding, before: Book, { document, from }: Extract<StandardsChange, { type: "set-standard" }>): Judged {
  const { standards: [read], problems } = readStandards({ layer: "authority", standards: [document] });
  if (read === undefined || problems.length > 0) {
    return because(...problems.map(({ path, message }) => against(String(path[2] ?? "document"), `${path.slice(3).length > 0 ? `At ${path.slice(2).join(", ")}: ` : ""}${message}`)));
  }
  const { standard } = read;
  const now = before.versions.get(standard.id)?.find((version) => inForce(version.standard, from));
  if (now !== undefined && wordsOf(now.standard) === wordsOf(standard)) return because(against("document", `Nothing is changed yet: ${standard.id} says this already on ${dayInWords(from)}`));
  const next = (before.versions.get(standard.id) ?? []).find(({ origin, standard: s }) => origin.from === "own" && s.effect.from !== null && s.effect.from > from)?.standard.effect.from ?? null;
  const replaced = published(on.library, standard.id).filter(({ effect }) => (next === null || effect.from === null || effect.from < next) && (effect.until === null || effect.until > from));
  if (replaced.length === 0 && standard.legalForce !== "local") {
    return because(against("force", `There is no ${standard.id} to tighten, and an authority’s own standard is local: give “local” as its force`));
  }
  const why = replaced.map((was) => loosens(was, standard)).find((words) => words !== undefined);
  return why === undefined ? { refusals: [], standard } : because(against(fieldOf(why), why));
}

/** All that a version says, but for the days of its effect and who lays it down. */
const wordsOf = ({ effect: _e, lapses: _l, layer: _y, ...words }: Standard): string => JSON.stringify(words);

/** The field that a refusal to loosen is shown at. */
const fieldOf = (why: string): string =>
  /longer time|shorter time|extended|more days|step/i.test(why) ? "within" : /tier/i.test(why) ? "tier" : /condition/i.test(why) ? "applies" : "document";

/** Standards that would wait for one that is no longer there, or for themselves, and do not now. */
function leaning(before: Book, after: Book): Refusal[] {
  const had = new Set(checkPack(before.standards).map(({ message }) => message));
  const found = checkPack(after.standards).filter(({ field, message }) => field === "by" && !had.has(message));
  return [...new Set(found.map(({ message }) => message))].map((message) => against("by", message));
}

function examplesOf(standard: Standard, after: Book, calendar: WorkingCalendar): Refusal[] {
  const alone = compile([...after.standards.filter((s) => s.id !== standard.id), standard]);
  return standard.examples.flatMap((example) => exampleProblems(standard.id, example, alone, calendar)).map((message) => against("examples", message));
}
