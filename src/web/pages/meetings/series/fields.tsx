import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly classes?: string;
  readonly hint?: string;
  /** Words to choose from, by the id of their list. */
  readonly list?: string;
}

export const errorOf = (errors: readonly FieldError[], id: string): { readonly text: string } | undefined => {
  const own = errors.filter((error) => error.id === id).map(({ text }) => text);
  return own.length === 0 ? undefined : { text: own.join(". ") };
};

/** A line of text within a row: its label is small. */
export const Box = ({ id, label, value, errors, classes, hint, list }: BoxProps): Html =>
  component("govukInput", {
    id, name: id, value, label: { text: label }, classes: classes ?? "", spellcheck: false, autocomplete: "off",
    ...(hint === undefined ? {} : { hint: { text: hint } }), ...(errorOf(errors, id) === undefined ? {} : { errorMessage: errorOf(errors, id) }),
    ...(list === undefined ? {} : { attributes: { list } }),
  });

interface ChoiceProps extends Omit<BoxProps, "list"> {
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** Its label is for those who do not see the box beside it. */
  readonly quiet?: boolean;
}

export const Choice = ({ id, label, value, errors, choices, classes, hint, quiet }: ChoiceProps): Html =>
  component("govukSelect", {
    id, name: id, label: { text: label, classes: quiet === true ? "govuk-visually-hidden" : "" }, classes: classes ?? "", ...(hint === undefined ? {} : { hint: { text: hint } }),
    ...(errorOf(errors, id) === undefined ? {} : { errorMessage: errorOf(errors, id) }), items: choices.map((choice) => ({ ...choice, selected: choice.value === value })),
  });

export const Words = ({ id, label, value, errors, hint, rows }: BoxProps & { readonly rows: number }): Html =>
  component("govukTextarea", {
    id, name: id, value, rows: String(rows), label: { text: label, classes: "govuk-label--s" }, ...(hint === undefined ? {} : { hint: { text: hint } }),
    ...(errorOf(errors, id) === undefined ? {} : { errorMessage: errorOf(errors, id) }),
  });
