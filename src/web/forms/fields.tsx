import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import type { DateParts } from "./date-input.ts";

/** The few kinds of field our forms have, each a component of the Design System with our ways of naming. */

export interface FieldError {
  /** The id of the field, or of its first box. */
  readonly id: string;
  readonly text: string;
}

/** What is wrong, first on the page and focused by the Design System’s script. Nothing where nothing is. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }): Html | null =>
  errors.length === 0 ? null : component("govukErrorSummary", {
    titleText: "There is a problem",
    errorList: errors.map(({ id, text }) => ({ text, href: `#${id}` })),
  });

interface DateInputProps {
  readonly id: string;
  readonly legend: string;
  /** An example unless told; none where it is empty. */
  readonly hint?: string | undefined;
  readonly value: DateParts;
  readonly error?: string | undefined;
  readonly small?: boolean;
}

/** Day, month (its number or name) and year. Boxes are named `id-day`, `id-month`, `id-year`. */
export const DateInput = ({ id, legend, hint, value, error, small }: DateInputProps): Html =>
  component("govukDateInput", {
    id, namePrefix: id,
    fieldset: { legend: { text: legend, classes: `govuk-fieldset__legend--${small === true ? "s" : "m"}` } },
    hint: hint === "" ? undefined : { text: hint ?? "For example, 27 3 2026 or 27 March 2026" },
    errorMessage: error === undefined ? undefined : { text: error },
    items: [box("day", value.day, 2, error), box("month", value.month, 5, error), box("year", value.year, 4, error)],
  });

/** Month names are welcome, so no box asks a phone for its figures-only keyboard (`inputmode` is an option the component does not describe). */
const box = (name: string, value: string, width: number, error: string | undefined) => ({
  name, value, inputmode: "text",
  classes: `govuk-input--width-${width}${error === undefined ? "" : " govuk-input--error"}`,
});

export const readParts = (form: Readonly<Record<string, string>>, id: string): DateParts =>
  ({ day: form[`${id}-day`] ?? "", month: form[`${id}-month`] ?? "", year: form[`${id}-year`] ?? "" });
