import type { KeptRecordPage } from "../../../app/records/views.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";
import { AccessTable } from "./access-table.tsx";
import { RetentionBox } from "./retention.tsx";

export interface TypedFilter {
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly refused: string;
}

interface Props {
  readonly record: KeptRecordPage;
  readonly typed: TypedFilter;
  readonly errors: readonly FieldError[];
  readonly addressOf: (page: number) => string;
}

/** A record as whoever keeps it sees it: how long it is kept, who came to it, and what can be done. No name and no words of it. */
export function KeptRecordView({ record, typed, errors, addressOf }: Props): Html {
  const { recordId, localId, authority, access, total, refusals, page, pages } = record;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authority.name}: record of</span>
      <h1 class="govuk-heading-l">{localId}</h1>
      <ul class="govuk-list pt-records-links">
        <li><a class="govuk-link" href={`/records/${recordId}/disclosure`}>Disclosure record, to print</a></li>
        <li><a class="govuk-link" href={`/records/${recordId}/entries`}>Entries, and erasing one</a></li>
        <li><a class="govuk-link" href={`/records/${recordId}/hold`}>Legal hold</a></li>
        <li><a class="govuk-link" href={`/records/${recordId}/archive`}>Archive of the whole record</a></li>
      </ul>
      <h2 class="govuk-heading-m">How long it is kept</h2>
      <RetentionBox record={record} />
      <h2 class="govuk-heading-m" id="access">Who came to this record</h2>
      <p class="govuk-body">Whoever opened it, took something of it away, or asked for it and was refused. Your own reading is here too. Why an adoptive identity was asked for, or a seal undone, is in the disclosure record.</p>
      <Filter record={record} typed={typed} errors={errors} />
      <p class="govuk-body" role="status">{total === 0 ? "Nobody did." : `${total.toLocaleString("en-GB")} ${total === 1 ? "time" : "times"}, the latest first${refusals === 0 ? ". Nobody was refused" : `. Refused: ${refusals.toLocaleString("en-GB")}`}.`}</p>
      {total === 0 ? null : <AccessTable caption="Who came to this record" rows={access} />}
      <Pages page={page} pages={pages} address={addressOf} />
    </>
  );
}

const Filter = ({ record: { recordId, people }, typed, errors }: Pick<Props, "record" | "typed" | "errors">): Html => (
  <form method="get" action={`/records/${recordId}#access`} class="pt-records-filter" novalidate>
    {component("govukSelect", { id: "person", name: "person", label: { text: "Who" }, items: [{ value: "", text: "Anybody" }, ...people.map(({ account, name }) => ({ value: account, text: name, selected: account === typed.person }))] })}
    {(["from", "until"] as const).map((id) => component("govukInput", {
      id, name: id, value: typed[id], label: { text: id === "from" ? "From" : "Until" }, hint: { text: "Such as 27 3 2026" }, classes: "govuk-input--width-10", ...errorAt(errors, id),
    }))}
    {component("govukCheckboxes", { idPrefix: "refused", name: "refused", classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "Only who was refused", checked: typed.refused === "yes" }] })}
    {component("govukButton", { text: "Show", classes: "govuk-button--secondary" })}
  </form>
);

export function errorAt(errors: readonly FieldError[], id: string): { readonly errorMessage?: { readonly text: string } } {
  const error = errors.find((one) => one.id === id);
  return error === undefined ? {} : { errorMessage: { text: error.text } };
}
