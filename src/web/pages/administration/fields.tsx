import type { Refusal } from "../../../domain/commands/command.ts";
import type { FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

const wrong = (errors: readonly FieldError[], id: string) => {
  const own = errors.filter((error) => error.id === id).map(({ text }) => text);
  return own.length === 0 ? {} : { errorMessage: { text: own.join(". ") } };
};
const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } });

/** A line of text. `choices`: words that others used, for browsers to offer. */
export const TextField = ({ id, label, hint, value, errors, choices, wide }: FieldProps & { readonly choices?: readonly string[]; readonly wide?: boolean }): Html => (
  <>
    {component("govukInput", {
      id, name: id, value, label: { text: label, classes: "govuk-label--s" }, ...hinted(hint), ...wrong(errors, id), spellcheck: false, classes: wide === true ? "" : "govuk-!-width-two-thirds",
      ...(choices === undefined ? {} : { attributes: { list: `${id}-choices` } }),
    })}
    {choices === undefined ? null : <datalist id={`${id}-choices`}>{choices.map((choice) => <option value={choice}>{choice}</option>)}</datalist>}
  </>
);

export const SelectField = ({ id, label, hint, value, errors, choices }: FieldProps & { readonly choices: readonly Choice[] }): Html =>
  component("govukSelect", { id, name: id, label: { text: label, classes: "govuk-label--s" }, ...hinted(hint), ...wrong(errors, id), items: choices.map((choice) => ({ ...choice, selected: choice.value === value })) });

interface GroupProps extends Omit<FieldProps, "value"> {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

const grouped = ({ id, label, hint, errors, choices, chosen }: GroupProps) => ({
  idPrefix: id, name: id, fieldset: { legend: { text: label, classes: "govuk-fieldset__legend--s" } }, ...hinted(hint), ...wrong(errors, id),
  items: choices.map((choice) => ({ value: choice.value, text: choice.text, checked: chosen.includes(choice.value), ...hinted(choice.hint) })),
});

export const RadiosField = (props: GroupProps): Html => component("govukRadios", { ...grouped(props), classes: "govuk-radios--small" });
export const CheckboxesField = (props: GroupProps): Html => component("govukCheckboxes", { ...grouped(props), classes: "govuk-checkboxes--small" });

/** What is refused, each at its own box on the page; `boxes` says which where it is not the field’s name. */
export const errorsOf = (refusals: readonly Refusal[], boxes: Readonly<Record<string, string>> = {}): readonly FieldError[] =>
  refusals.map(({ field, message }) => ({ id: boxes[field] ?? field, text: message }));

/** Every value of a field that may be sent more than once. */
export const every = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string" && each !== "");

/** What somebody else changed while this one was at it. Nothing of theirs, and nothing of what was typed, is lost. */
export const ChangedMeanwhile = ({ shown, what }: { readonly shown: boolean; readonly what: string }): Html | null => (!shown ? null : (
  <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
    <div role="alert">
      <h2 class="govuk-error-summary__title">Something changed first</h2>
      <div class="govuk-error-summary__body"><p>{what} What you chose is kept, and nothing of it is saved yet: look at it again, and save.</p></div>
    </div>
  </div>
));
