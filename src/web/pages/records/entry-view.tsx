import type { ShownEntry } from "../../../app/records/views.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { causeInWords, detailsInWords, recorderInWords, sourceInWords, whenInWords } from "../child/words.ts";

/** What one entry says, and what can be done with it. */
export function EntryView({ shown }: { readonly shown: ShownEntry }): Html {
  const { recordId, localId, erasing: { entry }, cannot, names } = shown;
  const reason = [causeInWords(entry), entry.reason ?? ""].filter((part) => part !== "").join(". ");
  return (
    <>
      <span class="govuk-caption-l">{localId}</span>
      <h1 class="govuk-heading-l">Entry {entry.number}</h1>
      {component("govukSummaryList", { classes: "pt-summary pt-measure", rows: [
        { key: { text: "What" }, value: { text: KINDS[entry.kind].label } },
        { key: { text: "When" }, value: { text: whenInWords(entry) } },
        ...detailsInWords(entry).map(([label, text]) => ({ key: { text: label }, value: { text: names.get(text) ?? text } })),
        ...(reason === "" ? [] : [{ key: { text: "Why it changed" }, value: { text: reason } }]),
        { key: { text: "From" }, value: { text: sourceInWords(entry.source) } },
        { key: { text: "Written down" }, value: { text: `${instantInWords(entry.recordedAt)}, by ${recorderInWords(entry.recordedBy, names)}` } },
      ] })}
      {cannot === null
        ? <p class="govuk-body"><a class="govuk-link" href={`/records/${recordId}/entries/${entry.number}/erase`}>Erase this entry: it was entered on the wrong child</a></p>
        : component("govukInsetText", { text: `It cannot be erased. ${cannot}.` })}
    </>
  );
}
