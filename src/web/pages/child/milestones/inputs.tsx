import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { type DetailField, type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { notTheirs } from "../../../../domain/access/decides.ts";
import type { DecidingRoles } from "../../../../domain/access/decides.ts";
import { DateInput, type FieldError, readParts } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { boxId, detailFields, type Typed } from "./boxes.ts";

interface Props {
  readonly kind: Kind;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** Words for a screen reader, so that the same box of another question sounds different. */
const Hidden = ({ kind }: { readonly kind: Kind }) => <span class="govuk-visually-hidden">: {KINDS[kind].label}</span>;

/** How certain the day is. Who does not decide may say only that a decision is planned or provisional. */
export function CertaintyInput({ kind, typed, errors, roles }: Props & { readonly roles: DecidingRoles }): Html {
  const id = `${boxId(kind)}-certainty`;
  const error = errorAt(errors, id);
  const theirs = notTheirs(kind, "actual", roles);
  const may = (["actual", "provisional", "planned"] as const).filter((certainty) => certainty !== "actual" || theirs === undefined);
  return component("govukRadios", {
    idPrefix: id, name: id, classes: "govuk-radios--small govuk-radios--inline",
    fieldset: { legend: { html: <>How certain<Hidden kind={kind} /></>, classes: "govuk-fieldset__legend--s" } },
    hint: theirs === undefined ? undefined : { text: theirs },
    errorMessage: error === undefined ? undefined : { text: error },
    items: may.map((value) => ({ value, text: value === "actual" ? "Actual: it happened" : CERTAINTIES[value], checked: typed["certainty"] === value })),
  });
}

/** The kind’s details, and where the proof is. Required ones are in sight; the rest wait to be opened. */
export function DetailInputs({ kind, typed, errors }: Props): Html {
  const fields = detailFields(kind);
  const inSight = fields.filter(([, { required }]) => required === true);
  const rest = fields.filter(([, { required }]) => required !== true);
  const begun = rest.some(([name]) => Object.keys(typed).some((key) => key === `detail-${name}` || key.startsWith(`detail-${name}-`)) || errors.some(({ id }) => id.startsWith(`${boxId(kind)}-detail-${name}`)));
  return (
    <>
      {inSight.map(([name, field]) => <DetailBox kind={kind} name={name} field={field} typed={typed} errors={errors} />)}
      <details class="govuk-details pt-question__more" open={begun}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{rest.length > 2 ? "Details and evidence" : "Evidence"}<Hidden kind={kind} /></span></summary>
        <div class="govuk-details__text">{rest.map(([name, field]) => <DetailBox kind={kind} name={name} field={field} typed={typed} errors={errors} />)}</div>
      </details>
    </>
  );
}

function DetailBox({ kind, name, field, typed, errors }: Props & { readonly name: string; readonly field: DetailField }) {
  const id = `${boxId(kind)}-detail-${name}`;
  const error = errorAt(errors, field.type === "day" ? `${id}-day` : id);
  const errorMessage = error === undefined ? undefined : { text: error };
  const value = typed[`detail-${name}`] ?? "";
  const label = { text: field.label };
  if (field.type === "day") return <DateInput id={id} legend={field.label} hint="" small value={readParts(typed, `detail-${name}`)} error={error} />;
  if (field.type === "text" && name === "note") return component("govukTextarea", { id, name: id, value, label, errorMessage, rows: "2" });
  if (field.type === "text" || field.type === "count") return component("govukInput", { id, name: id, value, label, errorMessage, classes: "govuk-input--width-20" });
  const codes = field.type === "yes-no" ? [["yes", "Yes"], ["no", "No"]] as const : Object.entries(field.codes ?? {});
  return component("govukSelect", {
    id, name: id, label, errorMessage, items: [{ value: "", text: "Choose" }, ...codes.map(([code, text]) => ({ value: code, text, selected: code === value }))],
  });
}
