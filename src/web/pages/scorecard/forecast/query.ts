import type { Day } from "../../../../domain/dates/day.ts";
import type { Otherwise } from "../../../../domain/scorecard/forecast/futures.ts";
import { type Step, STEPS } from "../../../../domain/scorecard/forecast/way.ts";
import { type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

export interface WhatIf {
  readonly typed: Readonly<Record<Step, string>>;
  readonly placedBy: DateParts;
  readonly children: readonly string[];
  readonly otherwise: Otherwise | undefined;
  readonly errors: readonly FieldError[];
}

const MOST_SOONER = 365;

/** What the address imagines: waits so many days shorter, and children placed by a day. */
export function readWhatIf(params: Readonly<Record<string, string>>, children: readonly string[], today: Day): WhatIf {
  const errors: FieldError[] = [];
  const sooner: Partial<Record<Step, number>> = {};
  const typed = Object.fromEntries(STEPS.map((step) => [step, (params[`sooner-${step}`] ?? "").trim()])) as Record<Step, string>;
  for (const step of STEPS) {
    if (typed[step] === "" || typed[step] === "0") continue;
    const days = /^\d{1,3}$/.test(typed[step]) ? Number(typed[step]) : Number.NaN;
    if (days <= MOST_SOONER) sooner[step] = days;
    else errors.push({ id: `sooner-${step}`, text: `Days sooner must be a whole number up to ${MOST_SOONER}, like 30` });
  }
  const placedBy = readParts(params, "placed");
  const read = readDateParts(placedBy);
  const placed = new Map<string, Day>();
  if ("on" in read && read.on > today) for (const child of children) placed.set(child, read.on);
  else if ("on" in read) errors.push({ id: "placed-day", text: "The day by which they move in must be in the future" });
  else if (read.problem !== "empty" || children.length > 0) errors.push({ id: "placed-day", text: "Give the day by which the children ticked move in, like 1 7 2027" });
  if ("on" in read && read.on > today && children.length === 0) errors.push({ id: "placed-day", text: "Tick in the list which children move in by then" });
  const imagines = Object.keys(sooner).length > 0 || placed.size > 0;
  return { typed, placedBy, children, errors, otherwise: imagines ? { sooner, placedBy: placed } : undefined };
}
