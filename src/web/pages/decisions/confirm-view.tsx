import type { AheadLine } from "../../../app/decisions/views.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { detailsInWords, daysInWords } from "../child/words.ts";

interface Props {
  readonly lines: readonly AheadLine[];
  /** Why none was confirmed when it was asked for. */
  readonly wrong: readonly string[];
}

/** Several decisions as others put them down, to be read before they are confirmed. */
export const ConfirmView = ({ lines, wrong }: Props): Html => (
  <>
    {wrong.length === 0 ? null : component("govukErrorSummary", { titleText: "Nothing was confirmed", errorList: wrong.map((text) => ({ text })) })}
    <h1 class="govuk-heading-l">Confirm {lines.length === 1 ? "this decision" : `these ${lines.length} decisions`}</h1>
    <p class="govuk-body">You say that each was decided as it stands here, for the reasons it gives. They are confirmed under your name, all of them or none.</p>
    <form method="post" action="/decisions/confirm">
      {lines.map((line) => (
        <>
          <input type="hidden" name="confirm" value={`${line.recordId} ${line.entry.number} ${line.version}`} />
          <h2 class="govuk-heading-m">{line.localId}: {KINDS[line.entry.kind].label}</h2>
          {component("govukSummaryList", {
            classes: "pt-summary",
            rows: [["Day", daysInWords(line.entry)] as const, ...detailsInWords(line.entry), ["Put down by", line.by] as const].map(([key, text]) => ({ key: { text: key }, value: { text } })),
          })}
        </>
      ))}
      <div class="govuk-button-group">
        {lines.length === 0 ? null : component("govukButton", { text: "Confirm", name: "step", value: "save", preventDoubleClick: true })}
        <a class="govuk-link" href="/decisions">Cancel</a>
      </div>
    </form>
  </>
);
