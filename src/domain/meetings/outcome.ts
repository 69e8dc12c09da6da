import { BARRIERS, MEETING_DECISIONS, type BarrierCode, type MeetingDecision } from "../chronology/codes.ts";
import type { Detail, DetailValue } from "../chronology/entry.ts";
import type { Refusal } from "../commands/command.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { lower } from "../words.ts";
import type { Asked } from "./asked.ts";
import { type Box, BOXES, linesOf, LISTS, type ListName, type Typed } from "./boxes.ts";
import type { ItemMode } from "./meeting.ts";
import { gapsOf, type SmartWhen } from "./smart.ts";

export interface DecisionLine {
  readonly line: string;
  readonly sort: MeetingDecision;
  readonly what: string;
  readonly why: string;
}
export interface ActionLine {
  readonly line: string;
  readonly what: string;
  /** Account; or null with `whoElse`. */
  readonly who: string | null;
  readonly whoElse: string | null;
  readonly dueOn: Day;
  readonly shownBy: string;
}
export interface TargetLine {
  readonly line: string;
  readonly standard: string;
  readonly dueOn: Day;
  readonly note: string;
}
export interface BarrierLine {
  readonly line: string;
  readonly barrier: BarrierCode;
  readonly since: Day;
  readonly note: string;
}

/** What was typed of one child, understood. */
export interface MeetingOutcome {
  readonly discussion: string;
  /** By the detail of `meeting-outcome` that each box becomes. */
  readonly answers: Detail;
  readonly decisions: readonly DecisionLine[];
  readonly actions: readonly ActionLine[];
  readonly targets: readonly TargetLine[];
  readonly barriers: readonly BarrierLine[];
}

export interface OutcomeContext {
  readonly heldOn: Day;
  readonly today: Day;
  readonly asked: Asked;
  readonly mode: ItemMode;
  /** Must adoption business support be told before it can be finished? An authority’s meeting says so; an agency’s has none to tell. */
  readonly tellsBusinessSupport: boolean;
  readonly people?: SmartWhen["people"];
  /** Actions that were agreed before and are said again: their day may have gone by since. */
  readonly agreedBefore?: (what: string, dueOn: string) => boolean;
}

export type ReadOutcome = { readonly outcome: MeetingOutcome } | { readonly refusals: readonly Refusal[] };

/** Reads what was typed of one child into what it says. A refusal’s field is the box that it is about. Pure; total. */
export function readOutcome(typed: Typed, context: OutcomeContext): ReadOutcome {
  const refusals: Refusal[] = [];
  const said = (box: string): string => (typed.get(box) ?? "").trim();
  const answers: Record<string, DetailValue> = {};
  for (const [name, box] of Object.entries(BOXES) as [string, Box][]) {
    if (box.detail === undefined || said(name) === "") continue;
    const value = valueOf(box, said(name));
    if (value === undefined) refusals.push({ field: name, message: notRead(box, said(name)) });
    else answers[box.detail] = value;
  }
  const from = parseDay(said("findingFrom"));
  if (from !== undefined && from < context.heldOn) refusals.push({ field: "findingFrom", message: `${dayInWords(from)} is before the meeting. Where family finding has begun already, record that on the child’s page, and leave this out` });
  const back = parseDay(said("returnOn"));
  if (back !== undefined && back <= context.heldOn) refusals.push({ field: "returnOn", message: `${dayInWords(back)} is not after the meeting. Say by when the child is to come back` });

  const outcome: MeetingOutcome = {
    discussion: said("discussion"), answers,
    decisions: lines(typed, "decisions", (line, boxes) => decisionOf(line, boxes, refusals)),
    actions: lines(typed, "actions", (line, boxes) => actionOf(line, boxes, context, refusals)),
    targets: lines(typed, "targets", (line, boxes) => targetOf(line, boxes, refusals)),
    barriers: lines(typed, "barriers", (line, boxes) => barrierOf(line, boxes, context, refusals)),
  };
  if (context.mode === "discuss" && [...typed].every(([name, text]) => name === "tellBusinessSupport" || text.trim() === "")) refusals.push({ field: "discussion", message: "Nothing has been written about this child. Write what was discussed, or note the child without discussion on the agenda" });
  if (context.asked.adoption && context.tellsBusinessSupport && context.mode === "discuss" && answers["tellBusinessSupport"] !== true) refusals.push({ field: "tellBusinessSupport", message: "Tell adoption business support, and answer yes here. The outcome cannot be finished without" });
  return refusals.length > 0 ? { refusals } : { outcome };
}

type Boxes = Readonly<Record<string, string>>;

const lines = <T>(typed: Typed, list: ListName, read: (line: string, boxes: Boxes) => T | undefined): readonly T[] =>
  [...linesOf(typed, list)].flatMap(([line, boxes]) => read(line, boxes) ?? []);

function decisionOf(line: string, boxes: Boxes, refusals: Refusal[]): DecisionLine | undefined {
  const { sort = "", what = "", why = "" } = boxes;
  const before = refusals.length;
  const against = (box: string, message: string): void => void refusals.push({ field: `decisions/${line}/${box}`, message });
  if (!Object.hasOwn(MEETING_DECISIONS, sort)) against("sort", "Choose what it is: what the meeting may decide, or what it recommends to those who do");
  if (what === "") against("what", "Say what was decided");
  if (why === "") against("why", "Say why. Whoever acts on it, and the child later, will ask");
  return refusals.length > before ? undefined : { line, sort: sort as MeetingDecision, what, why };
}

function actionOf(line: string, boxes: Boxes, { heldOn, today, people, agreedBefore }: OutcomeContext, refusals: Refusal[]): ActionLine | undefined {
  const again = agreedBefore?.(boxes["what"] ?? "", boxes["dueOn"] ?? "") === true;
  const gaps = gapsOf(boxes, { heldOn, ...(again ? {} : { today }), ...(people === undefined || again ? {} : { people }) });
  refusals.push(...gaps.map(({ box, message }) => ({ field: `actions/${line}/${box}`, message })));
  const dueOn = parseDay(boxes["dueOn"] ?? "");
  if (gaps.length > 0 || dueOn === undefined) return undefined;
  return { line, what: boxes["what"] ?? "", who: boxes["who"] ?? null, whoElse: boxes["who"] === undefined ? boxes["whoElse"] ?? null : null, dueOn, shownBy: boxes["shownBy"] ?? "" };
}

function targetOf(line: string, boxes: Boxes, refusals: Refusal[]): TargetLine | undefined {
  const { standard = "", dueOn = "", note = "" } = boxes;
  const on = parseDay(dueOn);
  if (standard === "") refusals.push({ field: `targets/${line}/standard`, message: "Choose what the target is of" });
  if (on === undefined) refusals.push({ field: `targets/${line}/dueOn`, message: dueOn === "" ? "Enter the target’s day" : `“${dueOn}” is not a day. Enter the target as a real date, such as 27 3 2026` });
  return standard === "" || on === undefined ? undefined : { line, standard, dueOn: on, note };
}

function barrierOf(line: string, boxes: Boxes, { heldOn }: OutcomeContext, refusals: Refusal[]): BarrierLine | undefined {
  const { barrier = "", since = "", note = "" } = boxes;
  const on = since === "" ? heldOn : parseDay(since);
  const known = Object.hasOwn(BARRIERS, barrier);
  if (!known) refusals.push({ field: `barriers/${line}/barrier`, message: "Choose the barrier from the list" });
  if (on === undefined) refusals.push({ field: `barriers/${line}/since`, message: `“${since}” is not a day. Enter since when as a real date, such as 27 3 2026` });
  else if (on > heldOn) refusals.push({ field: `barriers/${line}/since`, message: `${dayInWords(on)} is after the meeting. A barrier stands from the day it was there` });
  return !known || on === undefined || on > heldOn ? undefined : { line, barrier: barrier as BarrierCode, since: on, note };
}

function valueOf({ type, codes }: Box, text: string): DetailValue | undefined {
  switch (type) {
    case "yes-no": return text === "yes" ? true : text === "no" ? false : undefined;
    case "code": return Object.hasOwn(codes ?? {}, text) ? text : undefined;
    case "day": return parseDay(text);
    default: return text;
  }
}

function notRead({ type, label }: Box, text: string): string {
  switch (type) {
    case "yes-no": return `${label} Answer yes or no`;
    case "day": return `“${text}” is not a day. Enter it as a real date, such as 27 3 2026`;
    default: return `Choose ${lower(label)} from the list`;
  }
}

/** What a box is called where something is wrong with it: “Action: by when”. */
export function boxInWords(name: string): string {
  const [list, , field] = name.split("/");
  if (field === undefined) return BOXES[name as keyof typeof BOXES]?.label ?? name;
  const of = LISTS[list as ListName];
  const boxes: Readonly<Record<string, Box>> = of?.boxes ?? {};
  return `${of?.label ?? ""}: ${lower(boxes[field]?.label ?? field)}`;
}
