import type { AskedChange } from "../../../../app/standards/views.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { dayInWords, parseDay } from "../../../../domain/dates/day.ts";
import { parseDuration } from "../../../../domain/dates/duration.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { readReason } from "../../../../domain/commands/change-standards.ts";
import { newStandard, notALength, WHOLE_DAYS } from "./new-standard.ts";

/** The forms by which standards are changed, with the heading of each. */
export const FORMS = {
  edit: "Change a standard",
  text: "Change the whole text of a standard",
  new: "Add a standard of our own",
  "new-text": "Add a standard of our own as text",
  end: "End a standard",
  confirm: "Confirm the text of a standard",
  adopt: "Adopt a pack",
  leave: "Leave a pack",
  publish: "Publish a pack",
} as const;
export type FormName = keyof typeof FORMS;
export const isForm = (text: string | undefined): text is FormName => text !== undefined && Object.hasOwn(FORMS, text);

export type Typed = Readonly<Record<string, string>>;
export const EDITED = ["title", "owner", "tier", "warnDays", "within", "evidence", "provision", "lost"] as const;
const DATED: ReadonlySet<FormName> = new Set<FormName>(["edit", "text", "new", "new-text", "end", "adopt", "leave"]);
export const isDated = (form: FormName): boolean => DATED.has(form);

/** What is asked for by the day of each form, in a message. */
const FROM: Readonly<Partial<Record<FormName, string>>> = { adopt: "the day from which it is adopted", leave: "the day from which it is left", end: "the day from which it ends" };

export interface Read {
  readonly asked?: AskedChange;
  readonly errors: readonly FieldError[];
}

/** What a form asks for, or what is wrong with it. */
export function readAsked(form: FormName, typed: Typed): Read {
  const errors: FieldError[] = [];
  const day = isDated(form) ? readDateParts(readParts(typed, "from")) : undefined;
  if (day !== undefined && !("on" in day)) errors.push({ id: "from-day", text: dateMessage(FROM[form] ?? "the day from which it holds", day) });
  const from = day !== undefined && "on" in day ? day.on : "";
  const made = form === "new" ? newStandard(typed) : undefined;
  errors.unshift(...(form === "edit" ? wrongIn(typed) : made?.errors ?? []));
  const reason = readReason(typed["reason"] ?? "");
  if (typeof reason !== "string") errors.push({ id: "reason", text: reason.message });
  return errors.length > 0 ? { errors } : { asked: askedOf(form, typed, from, made?.yaml ?? ""), errors };
}

/** What of a changed standard can be seen to be wrong in its boxes alone. */
function wrongIn(typed: Typed): FieldError[] {
  const within = (typed["within"] ?? "").trim();
  return [
    ...(within === "" || parseDuration(within) !== undefined ? [] : [{ id: "within", text: notALength(within) }]),
    ...(/^\d{0,3}$/.test((typed["warnDays"] ?? "").trim()) ? [] : [{ id: "warnDays", text: WHOLE_DAYS }]),
  ];
}

function askedOf(form: FormName, typed: Typed, from: string, made: string): AskedChange {
  const said = (name: string): string => (typed[name] ?? "").trim();
  switch (form) {
    case "adopt": return { type: "adopt-pack", pack: said("pack"), from };
    case "leave": return { type: "leave-pack", pack: said("pack"), from };
    case "publish": return { type: "publish-pack", pack: said("pack") };
    case "confirm": return { type: "confirm-standard", id: said("id") };
    case "end": return { type: "end-standard", id: said("id"), from };
    case "text": case "new-text": return { type: "set-standard", yaml: typed["yaml"] ?? "", from };
    case "new": return { type: "set-standard", yaml: made, from };
    case "edit": {
      // What was left as the form showed it stays as it is, even where somebody changed it meanwhile.
      const changed = (name: (typeof EDITED)[number]): string => (said(name) === said(`was-${name}`) ? "" : said(name));
      const lost = said("lost") === said("was-lost") ? undefined : said("lost");
      return { type: "edit-standard", id: said("id"), from, fields: { title: changed("title"), owner: changed("owner"), tier: changed("tier"), warnDays: changed("warnDays"), within: changed("within"), evidence: changed("evidence"), provision: changed("provision"), lost } };
    }
  }
}

const EDIT_IDS: Readonly<Record<string, string>> = { title: "title", owner: "owner", tier: "tier", warnDays: "warnDays", "warn-days": "warnDays", within: "within", evidence: "evidence", citation: "provision", lost: "lost" };
const NEW_IDS: Readonly<Record<string, string>> = { id: "id", title: "title", owner: "owner", tier: "tier", "warn-days": "warnDays", within: "within", evidence: "evidence", citation: "provision", starts: "starts", stops: "stops", examples: "due-day" };

/** Refusals, each at the field of the form that it is about. */
export const errorsOf = (form: FormName, refusals: readonly Refusal[]): readonly FieldError[] =>
  refusals.map(({ field, message }) => ({ id: idOf(form, field), text: form === "new" ? guided(message) : message }));

function idOf(form: FormName, field: string): string {
  if (field === "reason" || !isDated(form)) return "reason";
  if (field === "from") return "from-day";
  if (form === "edit") return EDIT_IDS[field] ?? "title";
  if (form === "new") return NEW_IDS[field] ?? "title";
  return form === "text" || form === "new-text" ? "yaml" : "from-day";
}

/** What a worked example is refused for, as whoever filled in the guided form would say it; it has no lines. */
function guided(message: string): string {
  const [, typed, worked] = /dueOn should be "([^"]*)", and is (?:"([^"]*)"|null)/.exec(message) ?? [];
  const [want, found] = [parseDay(typed ?? ""), parseDay(worked ?? "")];
  if (want !== undefined) return found === undefined ? "By this rule the example is not due on any day: check the rule" : `By this rule the example is due on ${dayInWords(found)}, not on ${dayInWords(want)}: check the rule, or the day`;
  if (/: expected 1 clocks, found 0/.test(message)) return "By this rule the example starts no clock: check what starts it";
  return message.replace(/^Line \d+: /, "");
}
