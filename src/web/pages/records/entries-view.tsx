import type { ListedEntry, RecordEntries } from "../../../app/records/views.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { recorderInWords, whenInWords } from "../child/words.ts";

const STATES: Readonly<Record<ListedEntry["state"], string>> = { "in-force": "In force", replaced: "Replaced", withdrawn: "Withdrawn" };

const ON_A_PAGE = 30;

/** The entries of a record by what each is of, without its words: those are shown one at a time, and that is written down. */
export function EntriesView({ record, page }: { readonly record: RecordEntries; readonly page: number }): Html {
  const { recordId, localId, entries, erased, names } = record;
  return (
    <>
      <span class="govuk-caption-l">{localId}</span>
      <h1 class="govuk-heading-l">Entries</h1>
      <p class="govuk-body pt-measure">What each entry says is not here. “Show” opens the words of one, once, and is written down. The latest are first. An entry that was entered on the wrong child can be erased from there.</p>
      {entries.length === 0 ? <p class="govuk-body">There are none.</p> : (
        <StackedTable caption="Entries" heads={["Entry", "What it is of", "When", "State", "Written down", "Its words"]} rows={entries.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map(({ entry, state }) => [
          String(entry.number), KINDS[entry.kind].label, whenInWords(entry), <span class="pt-nowrap">{STATES[state]}</span>, `${instantInWords(entry.recordedAt)}, by ${recorderInWords(entry.recordedBy, names)}`,
          <form method="post" action={`/records/${recordId}/entries/${entry.number}`}>
            {component("govukButton", { html: <>Show<span class="govuk-visually-hidden"> entry {entry.number}</span></>, classes: "govuk-button--secondary pt-button--small" })}
          </form>,
        ])} />
      )}
      <Pages page={page} pages={Math.ceil(entries.length / ON_A_PAGE)} address={(n) => `/records/${recordId}/entries?page=${n}`} />
      {erased.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Erased by law</h2>
          <ul class="govuk-list">{erased.map(({ number, erasedAt }) => <li>Entry {number}: erased on {instantInWords(erasedAt)}</li>)}</ul>
        </>
      )}
    </>
  );
}
