import type { Entry } from "../../../../domain/chronology/entry.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { detailsInWords, recorderInWords, sourceInWords, whenInWords } from "../words.ts";

/** The entry as it now stands, before it is changed. */
export const EntrySummary = ({ entry, names }: { readonly entry: Entry; readonly names: ReadonlyMap<string, string> }): Html => (
  <>
    {component("govukSummaryList", {
      classes: "pt-summary",
      rows: [
        { key: { text: "It now says" }, value: { text: whenInWords(entry) } },
        ...detailsInWords(entry).map(([label, text]) => ({ key: { text: label }, value: { text } })),
        { key: { text: "It came from" }, value: { text: sourceInWords(entry.source) } },
        { key: { text: "Written down" }, value: { text: `by ${recorderInWords(entry.recordedBy, names)}, ${instantInWords(entry.recordedAt)}` } },
      ],
    })}
    {entry.source.type === "ssda903" ? component("govukInsetText", { text: "This came from a 903 return. If the next return still says the same, it will be listed as a conflict for a person to settle: have it put right at its source too." }) : null}
    {entry.source.type === "sheet" ? component("govukInsetText", { text: "This came from a tracking sheet. If the next sheet still says the same, it will be listed as a difference for a person to settle: have it put right in the sheet too." }) : null}
  </>
);
