import type { ClockAnswer } from "../../../../app/answers/answer-clocks.ts";
import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { type DetailField, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { LineRefusal } from "../../../../domain/commands/answer-clocks.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { isOpen } from "../../../../domain/standards/clock.ts";
import { whyNotDeclined } from "../../../../domain/standards/declined.ts";
import type { AnswerWay } from "../../../../domain/work/answers.ts";
import { dateMessage, readDateText } from "../../../forms/date-input.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { askedOf, wayNamed } from "../answer/form.ts";
import type { FormBody } from "../entry-form/form.ts";

/** What somebody typed on one line, as they typed it. `more`: what the kind of entry cannot do without. */
export interface TypedLine {
  readonly on: string;
  readonly certainty: string;
  readonly kind: string;
  readonly system: string;
  readonly place: string;
  readonly why: string;
  readonly more: Readonly<Record<string, string>>;
}

/** Ids and names of a line’s boxes begin with this: `LEIC-56_1`. */
export const lineId = ({ standard, clock }: ChecklistLine): string => `${standard.id}_${clock?.occurrence ?? 1}`;

/** What can be said of a line on the list itself. A decision has reasons, and is answered on a page of its own. */
export interface LineForm {
  readonly line: ChecklistLine;
  readonly ways: readonly AnswerWay[];
  readonly mayDecline: boolean;
  /** What must be said for any of the ways, by name. */
  readonly more: readonly (readonly [string, DetailField])[];
  /** A day that is only meant may be given. */
  readonly ahead: boolean;
}

/** How a line is answered on the list; nothing for one that is not open or has nothing to be said. */
export function formOf(line: ChecklistLine): LineForm | undefined {
  if (line.clock === null || !isOpen(line.clock)) return undefined;
  const ways = line.answers.ways.filter(({ kind }) => KINDS[kind].decidedBy === undefined);
  const mayDecline = whyNotDeclined(line.standard) === undefined;
  if (ways.length === 0 && !mayDecline) return undefined;
  const more = new Map(ways.flatMap((way) => askedOf(way).filter(([, field]) => field.required === true)));
  return { line, ways, mayDecline, more: [...more], ahead: ways.some(({ kind }) => KINDS[kind].ahead === true) };
}

export const NOTHING_TYPED: TypedLine = { on: "", certainty: "actual", kind: "", system: "", place: "", why: "", more: {} };

/** What was sent of each line, by its id. */
export function readLines(forms: readonly LineForm[], body: FormBody): ReadonlyMap<string, TypedLine> {
  return new Map(forms.map(({ line, more }) => {
    const id = lineId(line);
    const text = (name: string): string => (body[`${id}-${name}`] ?? "").replaceAll("\r\n", "\n").trim();
    const typed: TypedLine = {
      on: text("on"), certainty: Object.hasOwn(CERTAINTIES, text("certainty")) ? text("certainty") : "actual", kind: text("kind"), system: text("system"), place: text("place"), why: text("why"),
      more: Object.fromEntries(more.map(([name]) => [name, text(`detail-${name}`)])),
    };
    return [id, typed];
  }));
}

/** One answer, and what is wrong with it as typed, which says more than the command can. */
interface Said {
  readonly id: string;
  readonly answer: ClockAnswer;
  readonly better: readonly Refusal[];
}

/** The answers of the lines on which anything was typed, in the order of the page. */
export const answersIn = (forms: readonly LineForm[], typed: ReadonlyMap<string, TypedLine>): readonly Said[] =>
  forms.flatMap((form) => saidOf(form, typed.get(lineId(form.line)) ?? NOTHING_TYPED) ?? []);

function saidOf({ line, ways, more }: LineForm, typed: TypedLine): Said | undefined {
  const { on, why, system, place } = typed;
  const id = lineId(line);
  const which = { standard: line.standard.id, occurrence: String(line.clock?.occurrence ?? 1) };
  const beside = [system, place, ...Object.values(typed.more)].some((text) => text !== "");
  if (on === "" && why === "" && !beside) return undefined;
  const declines = why !== "" && on === "" && !beside;
  const way = wayNamed({ ...line, answers: { ...line.answers, ways } }, typed.kind);
  if (declines || way === undefined) return { id, answer: { ...which, says: { as: "declined", why } }, better: [] };
  const read = readDateText(on);
  const both = why !== "";
  const asked = new Set(askedOf(way).map(([name]) => name));
  const given = { ...Object.fromEntries(more.filter(([name]) => asked.has(name)).map(([name]) => [name, typed.more[name] ?? ""])), evidenceSystem: system, evidencePlace: place };
  const input = {
    kind: way.kind, certainty: KINDS[way.kind].ahead === true ? typed.certainty : "actual",
    // Two answers on one line are neither: the day is held back, so that nothing is written.
    happenedOn: both ? "" : "on" in read ? read.on : on,
    detail: Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")),
  };
  const better = both ? [{ field: "happenedOn", message: "Give a day, or say why it is not appropriate: not both" }]
    : "on" in read ? []
    : [{ field: "happenedOn", message: read.problem === "empty" ? "Enter the day, or leave the whole line empty" : dateMessage("the day", read) }];
  return { id, answer: { ...which, says: { as: "entry", input } }, better };
}

/** Refusals at the boxes of their lines, each once. Each says which standard it is about: a list has many boxes alike. */
export function lineErrors(forms: readonly LineForm[], said: readonly Said[], refusals: readonly LineRefusal[]): readonly FieldError[] {
  const first = forms[0] === undefined ? "main-content" : boxOf(forms[0], "happenedOn");
  const errors = refusals.map(({ line, field, message }): FieldError => {
    const one = said[line];
    const form = forms.find((f) => lineId(f.line) === one?.id);
    if (one === undefined || form === undefined) return { id: first, text: message };
    const text = one.better.find((r) => r.field === field)?.message ?? message;
    return { id: boxOf(form, field), text: text.includes(form.line.standard.id) ? text : `${form.line.standard.id}: ${text}` };
  });
  return errors.filter((error, i) => errors.findIndex((other) => other.id === error.id && other.text === error.text) === i);
}

function boxOf({ line, ways, more, mayDecline, ahead }: LineForm, field: string): string {
  const id = lineId(line);
  const [, name] = /^detail\.(\w+)$/.exec(field) ?? [];
  if (name === "evidenceSystem") return `${id}-system`;
  if (name === "evidencePlace") return `${id}-place`;
  if (name !== undefined && more.some(([known]) => known === name)) return `${id}-detail-${name}`;
  if (field === "certainty" && ahead) return `${id}-certainty`;
  if (ways.length === 0 || (field === "why" && mayDecline)) return `${id}-why`;
  return field === "kind" && ways.length > 1 ? `${id}-kind` : `${id}-on`;
}
