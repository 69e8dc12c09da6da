import type { ListedRecord, RecordLists } from "../../../app/records/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { CONFIDENCES, NEVER_DESTROYED, RETENTION, RETENTION_LISTS, type RetentionList } from "../../../domain/records/retention.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";

interface HomeProps {
  readonly lists: RecordLists;
  readonly organisation: string;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}

const ALL = Object.keys(RETENTION_LISTS) as RetentionList[];
const MOST_SHOWN = 20;

/** Where whoever keeps the records begins: a child by the local id, and what is due. */
export function RecordsHomeView({ lists, organisation, typed, errors }: HomeProps): Html {
  const due = [...lists.rows.due, ...lists.rows["next-five"]];
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{organisation}</span>
      <h1 class="govuk-heading-l">Records</h1>
      <form method="post" action="/records/find" novalidate>
        {component("govukInput", {
          id: "localId", name: "localId", value: typed, autocomplete: "off", spellcheck: false, classes: "govuk-input--width-20",
          label: { text: "Find a child’s record", classes: "govuk-label--m" }, hint: { text: "The local id, as the 903 return has it. Restricted and sealed records are found too. Asking is written down" },
          ...(errors.length === 0 ? {} : { errorMessage: { text: errors[0]!.text } }),
        })}
        {component("govukButton", { text: "Open the record" })}
      </form>
      <p class="govuk-body"><a class="govuk-link" href="/records/inquiries">What one person opened, for an inquiry</a></p>
      <h2 class="govuk-heading-m">Due for review or destruction</h2>
      {due.length === 0 ? <p class="govuk-body">Nothing is due this year or in the five years after.</p> : (
        <>
          <RecordsTable caption="Due this year and in the five years after" rows={due.slice(0, MOST_SHOWN)} />
          {due.length > MOST_SHOWN ? <p class="govuk-body">The first {MOST_SHOWN} of {due.length} are here. The lists below have them all.</p> : null}
        </>
      )}
      <h2 class="govuk-heading-m">How long records are kept</h2>
      <StackedTable caption="Records by the list they are on" heads={["List", "Records"]} rows={ALL.map((list) => [
        lists.counts[list] === 0 ? RETENTION_LISTS[list] : <a class="govuk-link" href={`/records/lists/${list}`}>{RETENTION_LISTS[list]}</a>, String(lists.counts[list]),
      ])} />
      {component("govukDetails", { summaryText: "The rules, and how sure they are", html: <Rules /> })}
      {component("govukDetails", { summaryText: "What may never be destroyed", html: <Never /> })}
    </>
  );
}

const Rules = (): Html => (
  <StackedTable caption="How long each kind of record is kept" heads={["What came of it", "Keep", "Source"]}
    rows={Object.values(RETENTION).map(({ label, keep, source, confidence }) => [label, `${keep.charAt(0).toUpperCase()}${keep.slice(1)}`, <>{source}<br /><span class="pt-quiet">{CONFIDENCES[confidence]}</span></>])} />
);

const Never = (): Html => <ul class="govuk-list govuk-list--bullet">{NEVER_DESTROYED.map(({ what, why }) => <li><strong>{what}</strong>: {why}</li>)}</ul>;

/** Records by local id, each with the rule and the day. */
export const RecordsTable = ({ caption, rows }: { readonly caption: string; readonly rows: readonly ListedRecord[] }): Html => (
  <StackedTable caption={caption} heads={["Child", "What came of it", "Keep until"]} rows={rows.map(({ recordId, localId, retention }) => [
    <a class="govuk-link" href={`/records/${recordId}`}>{localId}</a>,
    retention.class === null ? "Not known yet" : RETENTION[retention.class].label,
    retention.keepUntil === null ? "Not known" : dayInWords(retention.keepUntil),
  ])} />
);
