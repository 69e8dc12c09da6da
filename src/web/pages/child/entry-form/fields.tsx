import { whoDecides } from "../../../../domain/access/decides.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { type DetailField, type Kind, KINDS, REASONS } from "../../../../domain/chronology/kinds.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt, fieldsOf, type TypedEntry } from "./form.ts";

interface Props {
  readonly kind: Kind;
  readonly typed: TypedEntry;
  readonly errors: readonly FieldError[];
  /** The details that are asked; all that people give, unless told. */
  readonly fields?: readonly (readonly [string, DetailField])[];
}

/** The fields of one entry of a kind: its day or days, its certainty, its details. */
export function EntryFields({ kind, typed, errors, fields }: Props): Html {
  const row = KINDS[kind];
  const period = row.shape === "period";
  return (
    <>
      <DateInput id="happenedOn" legend={period ? "When did it begin?" : row.ahead === true ? "When did it happen, or when is it meant to?" : "When did it happen?"} value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
      {period ? <DateInput id="until" legend="When did it end?" hint="Leave this empty while it runs" value={typed.until} error={errorAt(errors, "until-day")} /> : null}
      {row.ahead === true ? <Certainty kind={kind} typed={typed} error={errorAt(errors, "certainty")} /> : <input type="hidden" name="certainty" value="actual" />}
      {(fields ?? fieldsOf(kind)).map(([name, field]) => <DetailInput name={name} field={field} typed={typed} errors={errors} />)}
    </>
  );
}

const SAYS: Readonly<Record<keyof typeof CERTAINTIES, string>> = {
  actual: "It happened on that day",
  provisional: "The day is fixed, and waits to be confirmed",
  planned: "Somebody means it to happen on that day",
};

/** Of a decision: who says that it was made, and what becomes of it where somebody else writes it down. */
function saysOf(kind: Kind): typeof SAYS {
  const { decidedBy } = KINDS[kind];
  return decidedBy === undefined ? SAYS : {
    ...SAYS, actual: `It was decided on that day. Only ${whoDecides(decidedBy)} says so`, provisional: "It waits on their desk, and they confirm it",
  };
}

const Certainty = ({ kind, typed, error }: { readonly kind: Kind; readonly typed: TypedEntry; readonly error: string | undefined }) =>
  component("govukRadios", {
    idPrefix: "certainty", name: "certainty", errorMessage: error === undefined ? undefined : { text: error },
    fieldset: { legend: { text: "How certain is the day?", classes: "govuk-fieldset__legend--m" } },
    items: (["actual", "provisional", "planned"] as const).map((value) => ({
      value, text: CERTAINTIES[value], hint: { text: saysOf(kind)[value] }, checked: typed.certainty === value,
    })),
  });

interface DetailProps {
  readonly name: string;
  readonly field: DetailField;
  readonly typed: TypedEntry;
  readonly errors: readonly FieldError[];
}

function DetailInput({ name, field, typed, errors }: DetailProps) {
  const id = `detail-${name}`;
  const value = typed.detail[name] ?? "";
  const error = errorAt(errors, field.type === "day" ? `${id}-day` : id);
  const said = `${field.label}${field.required === true ? "" : field.label === REASONS ? " (needed once it is decided)" : " (optional)"}`;
  const errorMessage = error === undefined ? undefined : { text: error };
  switch (field.type) {
    case "day":
      return <DateInput id={id} legend={said} value={typed.detailDays[name] ?? { day: "", month: "", year: "" }} error={error} />;
    case "yes-no":
      return component("govukRadios", {
        idPrefix: id, name: id, classes: "govuk-radios--inline", errorMessage,
        fieldset: { legend: { text: said, classes: "govuk-fieldset__legend--m" } },
        items: [{ value: "yes", text: "Yes", checked: value === "yes" }, { value: "no", text: "No", checked: value === "no" }],
      });
    case "code":
      return <CodeInput id={id} said={said} field={field} value={value} error={error} />;
    case "count":
      return component("govukInput", {
        id, name: id, value, errorMessage, label: { text: said, classes: "govuk-label--m" }, classes: "govuk-input--width-3", inputmode: "numeric",
      });
    case "text":
      return name === "note"
        ? component("govukTextarea", { id, name: id, value, errorMessage, label: { text: said, classes: "govuk-label--m" }, rows: "4" })
        : component("govukInput", { id, name: id, value, errorMessage, label: { text: said, classes: "govuk-label--m" }, classes: "govuk-input--width-20" });
  }
}

interface CodeProps {
  readonly id: string;
  readonly said: string;
  readonly field: DetailField;
  readonly value: string;
  readonly error: string | undefined;
}

/** A few codes are radios; many are a list. */
function CodeInput({ id, said, field, value, error }: CodeProps) {
  const codes = Object.entries(field.codes ?? {});
  const errorMessage = error === undefined ? undefined : { text: error };
  if (codes.length <= 5) {
    return component("govukRadios", {
      idPrefix: id, name: id, errorMessage, classes: "govuk-radios--small",
      fieldset: { legend: { text: said, classes: "govuk-fieldset__legend--m" } },
      items: codes.map(([code, text]) => ({ value: code, text, checked: value === code })),
    });
  }
  return component("govukSelect", {
    id, name: id, errorMessage, label: { text: said, classes: "govuk-label--m" },
    items: [{ value: "", text: "Choose" }, ...codes.map(([code, text]) => ({ value: code, text: `${text} (${code})`, selected: value === code }))],
  });
}
