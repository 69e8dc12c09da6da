import type { Refusal } from "../../../../domain/commands/command.ts";
import type { TypedAction } from "../../../../domain/scorecard/plan/change.ts";
import { type Choosable, ownerTyped } from "../../../../domain/scorecard/plan/owners.ts";
import type { PlanAction, PlanOwner } from "../../../../domain/scorecard/plan/plan.ts";
import { type DateParts, dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { partsOf } from "../../meetings/series/form.ts";

type Body = Readonly<Record<string, string>>;

/** What the boxes of an action’s form hold: the day in three boxes. */
export interface ActionBoxes extends TypedAction {
  readonly due: DateParts;
}

/** Empty boxes beside those that are filled, and so many at least. */
const LEAST_OWNERS = 3;
const MOST_BOXES = 10;

const linesOf = (text: string): string => text.replaceAll("\r\n", "\n");

/** The owners as they were typed, box by box, with one empty box after them. */
export const ownersIn = (body: Body): readonly string[] => Array.from({ length: MOST_BOXES }, (_, i) => body[`owners-${i}`] ?? "");

/** Which of them are said to be somebody outside. */
const outsideIn = (body: Body): readonly string[] => Array.from({ length: MOST_BOXES }, (_, i) => body[`outside-${i}`] ?? "").filter((name) => name !== "");

/** Whoever wrote it says that they have looked: no words are a child. */
export const isSure = (body: Body): boolean => body["sure"] === "yes";

export function ownerBoxes(owners: readonly string[]): readonly string[] {
  const last = owners.findLastIndex((text) => text.trim() !== "");
  return Array.from({ length: Math.min(MOST_BOXES, Math.max(LEAST_OWNERS, last + 2)) }, (_, i) => owners[i] ?? "");
}

export const typedOwners = (owners: readonly PlanOwner[], people: readonly Choosable[]): readonly string[] => owners.map((owner) => ownerTyped(owner, people));

export function readActionForm(body: Body): { readonly boxes: ActionBoxes; readonly unreadable: readonly Refusal[] } {
  const due = readParts(body, "dueOn");
  const read = readDateParts(due);
  const empty = "problem" in read && read.problem === "empty";
  const boxes = { words: linesOf(body["words"] ?? ""), owners: ownersIn(body), dueOn: "on" in read ? read.on : empty ? "" : "unreadable", shownBy: linesOf(body["shownBy"] ?? ""), outside: outsideIn(body), sure: isSure(body), due };
  return { boxes, unreadable: "on" in read || empty ? [] : [{ field: "dueOn", message: dateMessage("the day by which it is to be done", read) }] };
}

export const boxesOfAction = ({ what, owners, dueOn, shownBy }: PlanAction, people: readonly Choosable[]): ActionBoxes =>
  ({ words: what, owners: typedOwners(owners, people), dueOn: dueOn ?? "", shownBy, due: partsOf(dueOn ?? "") });

export const NO_ACTION: ActionBoxes = { words: "", owners: [], dueOn: "", shownBy: "", due: { day: "", month: "", year: "" } };

/** What is refused, each at its own box; a day that could not be read is said as it was typed. */
export const errorsOf = (refusals: readonly Refusal[], unreadable: readonly Refusal[] = []): readonly FieldError[] =>
  refusals.map((refusal) => unreadable.find(({ field }) => field === refusal.field) ?? refusal).map(({ field, message }) => ({ id: field === "dueOn" ? "dueOn-day" : field, text: message }));

export const basedOn = (body: Body): number => (/^\d{1,9}$/.test(body["basedOn"] ?? "") ? Number(body["basedOn"]) : 0);

