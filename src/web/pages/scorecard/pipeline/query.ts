import type { PipelineQuestion } from "../../../../app/open-pipeline.ts";
import { addDays, type Day, yearEndingOf } from "../../../../domain/dates/day.ts";
import { PIPELINE, type PipelineStage } from "../../../../domain/scorecard/pipeline.ts";
import { daysOf } from "../../../../domain/scorecard/window.ts";
import { type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

export interface PipelineForm {
  readonly ordersBy: DateParts;
  readonly placedBy: DateParts;
  readonly question: PipelineQuestion;
  readonly errors: readonly FieldError[];
}

const parts = (on: Day): DateParts => ({ day: String(Number(on.slice(8))), month: String(Number(on.slice(5, 7))), year: on.slice(0, 4) });

/** An adoption order is applied for ten weeks after moving in at the earliest; the court takes some more. */
const LEAST_TO_ORDER = 112;

/** What the address asks: orders by the end of the financial year for all who are placed, where it asks nothing. */
export function readPipeline(params: Readonly<Record<string, string>>, stages: readonly string[], today: Day): PipelineForm {
  const yearEnd = daysOf({ yearEnding: yearEndingOf(today), years: 1 }).lastOn;
  const errors: FieldError[] = [];
  const read = (id: string, what: string, usual: Day): { readonly typed: DateParts; readonly on: Day } => {
    const typed = readParts(params, id);
    const found = readDateParts(typed);
    if ("on" in found && found.on >= today) return { typed, on: found.on };
    if ("on" in found) errors.push({ id: `${id}-day`, text: `${what} must be today or later` });
    else if (found.problem !== "empty") errors.push({ id: `${id}-day`, text: `${what} must be a real date, like 27 3 2027` });
    return { typed: "on" in found || found.problem !== "empty" ? typed : parts(usual), on: usual };
  };
  const orders = read("orders", "The day of the orders", yearEnd);
  const placed = read("placed", "The day by which they move in", addDays(orders.on, -LEAST_TO_ORDER) > today ? addDays(orders.on, -LEAST_TO_ORDER) : today);
  if (placed.on > orders.on) errors.push({ id: "placed-day", text: "They must move in before the order is made" });
  const known = stages.filter((s): s is PipelineStage => Object.hasOwn(PIPELINE, s));
  const perYear = /^\d{1,4}$/.test(params["per-year"]?.trim() ?? "") ? Number(params["per-year"]) : undefined;
  if (perYear === undefined && (params["per-year"] ?? "").trim() !== "") errors.push({ id: "per-year", text: "Adoptions in a year must be a whole number, like 45" });
  const source = params["source"];
  return {
    ordersBy: orders.typed, placedBy: placed.typed, errors,
    question: {
      ordersBy: orders.on, placedBy: placed.on, stages: known.length === 0 ? ["placed"] : known,
      ...(source === undefined || source === "" ? {} : { source }), ...(perYear === undefined ? {} : { perYear }),
    },
  };
}
