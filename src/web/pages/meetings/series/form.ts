import { accountMeant, type MeetingPerson } from "../../../../app/meetings/series.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import { LEAD_NAMES } from "../../../../domain/meetings/leads.ts";
import type { SeriesTyped } from "../../../../domain/meetings/series.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { type DateParts, dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

type Body = Readonly<Record<string, string>>;

/** What the boxes of the series form hold: the day in three boxes, members as they were chosen or typed. */
export interface SeriesBoxes {
  readonly typed: SeriesTyped;
  readonly from: DateParts;
}

const MOST_ROWS = 60;

/** Rows by their number, of boxes named `<rows>-<number>-<field>`. */
function rowsOf<F extends string>(body: Body, rows: string, fields: readonly F[]): readonly Record<F, string>[] {
  const numbers = Object.keys(body).flatMap((name) => new RegExp(`^${rows}-(\\d{1,3})-`).exec(name)?.[1] ?? []).map(Number);
  const count = Math.min(MOST_ROWS, Math.max(-1, ...numbers) + 1);
  return Array.from({ length: count }, (_, i) => Object.fromEntries(fields.map((field) => [field, body[`${rows}-${i}-${field}`] ?? ""])) as Record<F, string>);
}

export function readSeriesForm(body: Body, people: readonly MeetingPerson[]): { readonly boxes: SeriesBoxes; readonly unreadable: readonly Refusal[] } {
  const text = (name: string): string => body[name] ?? "";
  const from = readParts(body, "from");
  const day = readDateParts(from);
  const typed: SeriesTyped = {
    name: text("name"), neutralTitle: text("neutralTitle"), purpose: text("purpose").replaceAll("\r\n", "\n"), terms: text("terms").replaceAll("\r\n", "\n"), accountableTo: text("accountableTo"),
    every: text("every"), weeks: text("weeks"), from: "on" in day ? day.on : "", nth: text("nth"), weekday: text("weekday"), startsAt: text("startsAt"), place: text("place"),
    parts: rowsOf(body, "parts", ["id", "name", "minutes"]),
    members: rowsOf(body, "members", ["as", "account", "office"]).map((row) => ({ ...row, account: accountMeant(row.account, people) })),
    quorum: text("quorum"),
    leads: Object.fromEntries(LEAD_NAMES.map((lead) => [lead, { count: text(`lead-${lead}`), unit: text(`lead-${lead}-unit`) }])) as SeriesTyped["leads"],
    chase: { daysBefore: text("chase-daysBefore"), everyDays: text("chase-everyDays"), escalateAfterDays: text("chase-escalateAfterDays") },
  };
  return { boxes: { typed, from }, unreadable: "on" in day || typed.every !== "weeks" ? [] : [{ field: "from", message: dateMessage("the day of the first meeting", day) }] };
}

export const boxesOf = (typed: SeriesTyped): SeriesBoxes => ({ typed, from: partsOf(typed.from as Day | "") });

export function partsOf(on: Day | ""): DateParts {
  const [year = "", month = "", day = ""] = on.split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** What is refused, each at its own box; a day that could not be read is said as it was typed. */
export function seriesErrors(refusals: readonly Refusal[], unreadable: readonly Refusal[]): readonly FieldError[] {
  const said = refusals.map((refusal) => unreadable.find(({ field }) => field === refusal.field) ?? refusal);
  return said.map(({ field, message }) => ({ id: field === "from" ? "from-day" : field, text: message }));
}
