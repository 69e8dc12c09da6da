import type { AccessCommand } from "../../../../app/access/change-access.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { FormBody } from "../entry-form/form.ts";

export const DOINGS = ["name", "end", "restrict", "unrestrict"] as const;
export type Doing = (typeof DOINGS)[number];

/** What somebody typed in one of the forms of the page, as they typed it. */
export interface TypedAccess {
  readonly doing: Doing;
  /** Whose naming is ended: the number of its entry; 0 in the other forms. */
  readonly number: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly from: DateParts;
  readonly until: DateParts;
  /** The accounts ticked. */
  readonly people: readonly string[];
}

/** The id of a form’s field: several forms stand on the page. */
export const idIn = (doing: Doing, field: string, number = 0): string => `${doing}${number === 0 ? "" : `-${number}`}-${field}`;
/** The box of somebody who may stay. */
export const STAYS = "restrict-stays.";

const TEXTS = ["account", "as", "why", "other", "stay"] as const;

/** What was sent, as typed and as a command. Days that cannot be read go on as typed, to be refused with the rest. */
export function readAccess(body: FormBody): { readonly typed: TypedAccess; readonly command: AccessCommand; readonly unreadable: readonly Refusal[] } {
  const doing = DOINGS.find((one) => one === body["do"]) ?? "name";
  const number = doing === "end" && /^\d{1,12}$/.test(body["number"] ?? "") ? Number(body["number"]) : 0;
  const text = (field: string): string => (body[idIn(doing, field, number)] ?? "").replaceAll("\r\n", "\n");
  const [from, until] = [readParts(body, idIn(doing, "from")), readParts(body, idIn(doing, "until"))];
  const unreadable: Refusal[] = [];
  const dayOf = (field: "from" | "until", parts: DateParts, what: string): string => {
    const read = readDateParts(parts);
    if ("on" in read) return read.on;
    if (read.problem === "empty") return "";
    unreadable.push({ field, message: dateMessage(what, read) });
    return Object.values(parts).join(" ");
  };
  const people = Object.keys(body).filter((name) => name.startsWith(STAYS)).map((name) => name.slice(STAYS.length));
  const typed: TypedAccess = { doing, number, from, until, people, texts: Object.fromEntries(TEXTS.map((name) => [name, text(name)])) };
  const command = (): AccessCommand => {
    switch (doing) {
      case "name": return { name: "involve", input: { account: text("account"), as: text("as"), from: dayOf("from", from, "the first day"), until: dayOf("until", until, "the day it ends"), why: text("why") } };
      case "end": return { name: "end-involvement", input: { number, why: text("why") } };
      case "restrict": return { name: "restrict-record", input: { why: text("why"), people: [...people, ...(text("other") === "" ? [] : [text("other")])], stay: text("stay") === "yes" ? "yes" : "no" } };
      case "unrestrict": return { name: "end-restriction", input: { why: text("why") } };
    }
  };
  return { typed, command: command(), unreadable };
}

/** Refusals at the boxes of the form they came from. */
export function accessErrors({ doing, number }: TypedAccess, refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const better = new Map(unreadable.map((r) => [r.field, r.message]));
  const boxOf = (field: string): string => (field === "from" || field === "until" ? `${field}-day` : field === "number" || field === "entry" ? "why" : field);
  return refusals.map(({ field, message }) => ({ id: idIn(doing, boxOf(field), number), text: better.get(field) ?? message }));
}
