import type { PapersTyped } from "../../../../app/meetings/papers.ts";
import { BARRIERS } from "../../../../domain/chronology/codes.ts";
import { PAPER_NAMES, type PaperName, type PaperRefusal } from "../../../../domain/meetings/papers.ts";
import { readAnswers, type UpdateAnswers, type UpdateBoxName, type UpdateRefusal } from "../../../../domain/meetings/update.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

type Body = Readonly<Record<string, string>>;

/** The id of a box on the page; of a choice, of its first. */
export const boxId = (box: UpdateBoxName): string => box;

/** What was sent of the questions. Each barrier is a box of its own. */
export const readUpdate = (body: Body): UpdateAnswers =>
  readAnswers({ ...body, blocks: Object.keys(BARRIERS).filter((code) => body[`blocks-${code}`] === "yes").join(" ") });

export const readBasedOn = (body: Body): number => (/^\d{1,9}$/.test(body["basedOn"] ?? "") ? Number(body["basedOn"]) : 0);

export const updateErrors = (refusals: readonly UpdateRefusal[]): readonly FieldError[] => refusals.map(({ box, message }) => ({ id: boxId(box), text: message }));

/** What was typed of one paper, as it was typed. */
export interface TypedPaper {
  readonly system: string;
  readonly place: string;
  readonly on: DateParts;
}
export type TypedPapers = Readonly<Record<PaperName, TypedPaper>>;

const BLANK: TypedPaper = { system: "", place: "", on: { day: "", month: "", year: "" } };
export const NO_PAPERS: TypedPapers = { carePlan: BLANK, chronology: BLANK };

/** What was sent of the papers, as typed and as it is meant; a day that cannot be read has a message of its own. */
export function readPapers(body: Body): { readonly typed: TypedPapers; readonly meant: PapersTyped; readonly unreadable: ReadonlyMap<string, string> } {
  const unreadable = new Map<string, string>();
  const typed = Object.fromEntries(PAPER_NAMES.map((name): readonly [PaperName, TypedPaper] =>
    [name, { system: body[`${name}-system`] ?? "", place: body[`${name}-place`] ?? "", on: readParts(body, `${name}-on`) }])) as Record<PaperName, TypedPaper>;
  const papers = Object.fromEntries(PAPER_NAMES.map((name) => {
    const { system, place, on } = typed[name];
    const read = readDateParts(on);
    if (!("on" in read) && read.problem !== "empty") unreadable.set(`${name}-on`, dateMessage(name === "carePlan" ? "the day of the care plan" : "the day of the chronology", read));
    return [name, { system, place, on: "on" in read ? read.on : undefined, touched: [system, place, ...Object.values(on)].some((text) => text.trim() !== "") }];
  }));
  const use = /^use-(\d{1,12})$/.exec(body["do"] ?? "")?.[1];
  return { typed, unreadable, meant: { papers, ...(use === undefined ? {} : { use: Number(use) }) } };
}

export const paperErrors = (refusals: readonly PaperRefusal[], unreadable: ReadonlyMap<string, string>): readonly FieldError[] =>
  refusals.map(({ field, message }) => ({ id: field.endsWith("-on") ? `${field}-day` : field, text: unreadable.get(field) ?? message }));
