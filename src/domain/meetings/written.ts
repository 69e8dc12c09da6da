import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { type Block, bullets, facts, heading, inset, paragraph, type WordTable } from "../documents/word.ts";
import { lower } from "../words.ts";
import type { Asked } from "./asked.ts";
import { type Box, boxNamed, BOXES, type BoxName, linesOf, LISTS, type ListName, type Typed } from "./boxes.ts";
import { ITEM_MODES, type ItemMode, type Reason } from "./meeting.ts";

/** A correction of confirmed minutes, made beside what they say. */
export interface Correction {
  readonly box: string;
  readonly text: string;
  readonly why: string;
  /** The name of whoever made it. */
  readonly by: string;
  readonly on: Day;
}

/** What a meeting wrote of one item. */
export interface WrittenItem {
  readonly mode: ItemMode;
  readonly reasons: readonly Pick<Reason, "because">[];
  /** Why it was put there by hand, deferred or removed. */
  readonly why: string | null;
  readonly presenter: string | null;
  readonly typed: Typed;
  readonly corrections: readonly Correction[];
  readonly asked: Asked;
  /** On business that is about no child, nothing of a child is asked. */
  readonly ofChild: boolean;
}

/** What codes of accounts and standards are called. */
export interface Names {
  readonly person: (account: string) => string;
  readonly standard: (id: string) => string;
}

/** Answers with the words beside them. Source: Sheffield’s form asks each so (SHEF-T04 to T07). */
const NOTES: Readonly<Partial<Record<BoxName, BoxName>>> = { reportUpdated: "reportNote", planRight: "planNote", decisionRight: "decisionNote", orderRight: "orderNote" };
/** Stands by what was corrected, so that nobody reads the one without the other. */
const CORRECTED = "[corrected: see the end]";
const CONFIRMED = ["plan", "legalStatus", "classification"] as const;
const HEADINGS = ["timescales", "securing", "drift"] as const;
const QUESTIONS = ["steps", "reportChanges", "reportUpdated", "planRight", "decisionRight", "orderRight", "tellBusinessSupport"] as const;
const EARLY = ["findingFrom", "fosteringForAdoption", "legalAdvice"] as const;
const NEXT = ["revisit", "returnOn"] as const;

/** What a box holds, in words. */
export function saidIn(box: Box | undefined, text: string, names: Names): string {
  switch (box?.type) {
    case "code": return box.codes?.[text] ?? text;
    case "yes-no": return text === "yes" ? "Yes" : text === "no" ? "No" : text;
    case "day": return dayOf(text);
    case "account": return names.person(text);
    case "standard": return names.standard(text);
    default: return text;
  }
}

const dayOf = (text: string): string => {
  const on = parseDay(text);
  return on === undefined ? text : dayInWords(on);
};

/**
 * What a meeting wrote of one item, under headings of a level: why it was there, the discussion, what was confirmed, the questions of
 * the tracking form that are asked of such a child or were answered, decisions, actions, targets and barriers, and corrections. Source:
 * Central Bedfordshire’s record (CBED-19, CBED-17) and Sheffield’s outcome form (SHEF-T01 to T11). Pure.
 */
export function writtenBlocks(item: WrittenItem, names: Names, level: 2 | 3 | 1): readonly Block[] {
  const { mode, reasons, why, typed, corrections, asked, ofChild } = item;
  const corrected = new Set(corrections.map(({ box }) => box));
  const said: Said = (box) => `${saidIn(boxNamed(box), (typed.get(box) ?? "").trim(), names)}${corrected.has(box) ? ` ${CORRECTED}` : ""}`.trim();
  const section = (text: string, blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [] : [heading(level, text), ...blocks]);
  const answered = (boxes: readonly BoxName[]): boolean => boxes.some((name) => said(name) !== "" || said(NOTES[name] ?? name) !== "");
  const rows = (boxes: readonly BoxName[], none = ""): readonly (readonly [string, string])[] => boxes.flatMap((name) => (said(name) === "" && none === "" ? [] : [[BOXES[name].label, said(name) === "" ? none : said(name)] as const]));
  const table = (boxes: readonly BoxName[], none = ""): readonly Block[] => (rows(boxes, none).length === 0 ? [] : [facts(rows(boxes, none))]);
  const isEmpty = [...typed.values()].every((text) => text.trim() === "");
  const held = (mode === "discuss" || mode === "note") && !(isEmpty && corrections.length === 0);
  return [
    ...section(ofChild ? "Why the child was on the agenda" : "Why it was on the agenda", [
      ...(reasons.length === 0 ? [] : [bullets(reasons.map(({ because }) => because))]), ...((mode === "discuss" || mode === "note") && why !== null && why.trim() !== "" ? [paragraph(why)] : []),
    ]),
    ...(mode === "discuss" ? [] : [heading(level, "What became of it"), paragraph(`${ITEM_MODES[mode]}.${mode !== "note" && why !== null ? ` ${why}` : ""}`)]),
    ...(mode === "discuss" && !held ? [heading(level, "Notes of the discussion"), paragraph("Nothing was written.")] : []),
    ...(held ? section("Notes of the discussion", [...words(said("discussion"), mode === "discuss" ? "Nothing was written of the discussion." : ""), ...(said("other") === "" ? [] : [facts(rows(["other"]))])]) : []),
    ...(ofChild && held ? [
      ...section("Care plan, legal status and permanence classification", table(CONFIRMED, "Not confirmed at this meeting")),
      ...section("Timescales, permanence and drift", table(HEADINGS)),
      ...(asked.adoption || answered(QUESTIONS) ? section("Questions of the tracking form", [questions(said)]) : []),
      ...(answered(EARLY) ? section("Early alert", table(EARLY)) : []),
    ] : []),
    ...(held ? [
      ...section("Decisions and recommendations", lists("decisions", typed, said, "None was made.")),
      ...section("Actions", lists("actions", typed, said, "None was agreed.")),
      ...section("Individual target dates", lists("targets", typed, said)),
      ...section("Barriers", lists("barriers", typed, said)),
      ...section("When the child is considered again", table(NEXT)),
    ] : []),
    ...section("Corrections after it was confirmed", corrections.flatMap((correction, at) => correctionBlocks(correction, takenBackBy(corrections, at, typed), typed, names))),
  ];
}

const words = (text: string, none: string): readonly Block[] => {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== "");
  return parts.length > 0 ? parts.map(paragraph) : none === "" ? [] : [paragraph(none)];
};

const questions = (said: Said): Block => ({
  type: "table", caption: "Questions and answers", rowHeadings: true, none: "",
  columns: [{ heading: "Question", share: 5 }, { heading: "Answer", share: 4 }, { heading: "About it", share: 4 }],
  rows: QUESTIONS.map((name) => [BOXES[name].label, said(name) === "" ? "Not answered" : said(name), NOTES[name] === undefined ? "" : said(NOTES[name])]),
});

/** What a table says of each line, column by column: the first of the boxes that says something. */
const COLUMNS: Readonly<Record<ListName, readonly { readonly heading: string; readonly share: number; readonly boxes: readonly string[]; readonly else?: string }[]>> = {
  decisions: [{ heading: "What was decided", share: 4, boxes: ["what"] }, { heading: "What it is", share: 3, boxes: ["sort"] }, { heading: "Why", share: 4, boxes: ["why"] }],
  actions: [
    { heading: "What is to be done", share: 5, boxes: ["what"] }, { heading: "By whom", share: 3, boxes: ["who", "whoElse"] }, { heading: "By when", share: 3, boxes: ["dueOn"] },
    { heading: "How we will know", share: 4, boxes: ["shownBy"] },
  ],
  targets: [{ heading: "Of what", share: 5, boxes: ["standard"] }, { heading: "Target", share: 3, boxes: ["dueOn"] }, { heading: "Why", share: 4, boxes: ["note"] }],
  barriers: [{ heading: "Barrier", share: 5, boxes: ["barrier"] }, { heading: "Since", share: 3, boxes: ["since"], else: "The day of the meeting" }, { heading: "About it", share: 4, boxes: ["note"] }],
};
const CAPTIONS: Readonly<Record<ListName, string>> = { decisions: "What was decided, and what is recommended to others", actions: "Actions agreed", targets: "Targets set for this child", barriers: "What stands in the way" };

type Said = (box: string) => string;

function lists(list: ListName, typed: Typed, said: Said, none = ""): readonly Block[] {
  const lines = [...linesOf(typed, list).keys()];
  if (lines.length === 0) return none === "" ? [] : [paragraph(none)];
  const columns = COLUMNS[list];
  const table: WordTable = {
    type: "table", caption: CAPTIONS[list], columns: columns.map(({ heading: of, share }) => ({ heading: of, share })), none, rowHeadings: true,
    rows: lines.map((line) => columns.map(({ boxes, else: other = "" }) => boxes.map((box) => said(`${list}/${line}/${box}`)).find((text) => text !== "") ?? other)),
  };
  return [table];
}

/** What the minutes say, what they should have said, why and by whom: the one never takes the place of the other. */
function correctionBlocks({ box, text, why, by, on }: Correction, back: Correction | undefined, typed: Typed, names: Names): readonly Block[] {
  const of = boxNamed(box);
  if (back !== undefined) {
    return [
      inset([{ text: `The correction of ${dayInWords(back.on)} by ${back.by} was taken back on ${dayInWords(on)} by ${by}. `, bold: true }, { text: "It is to be read as if it had not been made." }]),
      facts([["What was corrected", placeOf(box)], ["They should say again", text.trim() === "" ? "Nothing" : saidIn(of, text.trim(), names)], ["Why it was taken back", why]]),
    ];
  }
  const was = saidIn(of, (typed.get(box) ?? "").trim(), names);
  return [
    inset([{ text: `Corrected on ${dayInWords(on)} by ${by}. `, bold: true }, { text: "What the meeting confirmed stands above as it was." }]),
    facts([["What is corrected", placeOf(box)], ["The minutes say", was === "" ? "Nothing" : was], ["They should say", text.trim() === "" ? "Nothing" : saidIn(of, text.trim(), names)], ["Why", why]]),
  ];
}

/** What a box is to be read as before the correction at a place in the order made: the last correction of it, or what the minutes say. */
const readBefore = (corrections: readonly Pick<Correction, "box" | "text">[], at: number, typed: Typed): string => {
  const { box } = corrections[at]!;
  return (corrections.slice(0, at).findLast((one) => one.box === box)?.text ?? typed.get(box) ?? "").trim();
};

/** What a box is to be read as now: as it was last corrected, else as the minutes say. */
export const readNow = (box: string, corrections: readonly Pick<Correction, "box" | "text">[], typed: Typed): string =>
  (corrections.findLast((one) => one.box === box)?.text ?? typed.get(box) ?? "").trim();

/** The correction that the one at a place takes back: the last of the same box before it, where it says again what that one changed. */
export function takenBackBy<T extends Pick<Correction, "box" | "text">>(corrections: readonly T[], at: number, typed: Typed): T | undefined {
  const { box, text } = corrections[at]!;
  const last = corrections.slice(0, at).findLastIndex((one) => one.box === box);
  return last !== -1 && readBefore(corrections, last, typed) === text.trim() ? corrections[last] : undefined;
}

/** What taking back the last correction of a box would have it say again; nothing where none was made. */
export function withoutLast(box: string, corrections: readonly Pick<Correction, "box" | "text">[], typed: Typed): string | undefined {
  const last = corrections.findLastIndex((one) => one.box === box);
  return last === -1 ? undefined : readBefore(corrections, last, typed);
}

/** What a box is called to whoever reads minutes: “Discussion”, “Actions: by when”. */
export function placeOf(box: string): string {
  const [list = "", line] = box.split("/");
  const label = boxNamed(box)?.label ?? box;
  return line === undefined || !Object.hasOwn(LISTS, list) ? label : `${LISTS[list as ListName].label}: ${lower(label)}`;
}
