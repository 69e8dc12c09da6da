import type { ThresholdsPage } from "../../../../app/published/thresholds.ts";
import type { KeptThreshold, TypedThreshold } from "../../../../domain/scorecard/published/kept-threshold.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Sections } from "../sections.tsx";

export const EMPTY: TypedThreshold = { indicator: "", source: "", from: "", until: "", days: "", note: "" };
export const typedOf = (kept: KeptThreshold): TypedThreshold => ({ ...kept, from: String(kept.from), until: kept.until === null ? "" : String(kept.until), days: String(kept.days) });

interface Props {
  readonly page: ThresholdsPage;
  readonly typed: TypedThreshold;
  /** The one that is changed. */
  readonly change: string | undefined;
  readonly errors: readonly FieldError[];
  /** What was just done. */
  readonly saved?: string | undefined;
}

export const ThresholdsView = ({ page, typed, change, errors, saved }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <Notice text={saved} />
    <h1 class="govuk-heading-l">Thresholds by source</h1>
    <Sections at="published" />
    <p class="govuk-body pt-measure">Sources do not agree on every threshold, so each is kept with its source and its windows. A figure is judged by the official one where there is one, else by the one that all sources agree on; on the scorecard any source can be chosen. A10 has none of its own and is set beside A1’s.</p>
    <Known page={page} />
    {page.mayKeep ? <Keep typed={typed} change={change} errors={errors} /> : <p class="govuk-body pt-quiet">Whoever brings in the return can add thresholds.</p>}
  </>
);

const window = (from: number, until: number | null | undefined): string =>
  until === null || until === undefined ? `${windowName({ yearEnding: from, years: 3 })} and after` : from === until ? windowName({ yearEnding: from, years: 3 }) : `${windowName({ yearEnding: from, years: 3 })} to ${windowName({ yearEnding: until, years: 3 })}`;

function Known({ page: { table, kept, mayKeep } }: Pick<Props, "page">): Html {
  const built = (["A1", "A2"] as const).flatMap((indicator) => (table.thresholds[indicator] ?? []).map((row) => ({ indicator, ...row })));
  return (
    <>
      <h2 class="govuk-heading-m">Added here</h2>
      {kept.length === 0 ? <p class="govuk-body">None has been added.</p> : (
        <StackedTable
          caption="Thresholds added here" heads={["Source", "Indicator", "Windows", "Days", "Note", ...(mayKeep ? ["Change"] : [])]}
          rows={kept.map((one) => [<strong>{one.source}</strong>, one.indicator, window(one.from, one.until), String(one.days), one.note === "" ? "–" : one.note, ...(mayKeep ? [<Do one={one} />] : [])])}
        />
      )}
      {component("govukDetails", {
        summaryText: "Thresholds that come with the product",
        html: (
          <StackedTable
            caption="Thresholds that come with the product" heads={["Source", "Indicator", "Windows", "Days"]}
            rows={built.map((row) => [`${table.sources[row.source]?.name ?? row.source}${row.confidence === "remembered" ? " (remembered, not confirmed)" : ""}`, row.indicator, window(row.from, row.until), String(row.days)])}
          />
        ),
      })}
    </>
  );
}

function Do({ one }: { readonly one: KeptThreshold }): Html {
  const which = <span class="govuk-visually-hidden"> {one.indicator} of {one.source}, {window(one.from, one.until)}</span>;
  return (
    <div class="pt-published__do">
      <a class="govuk-link" href={`/scorecard/published/thresholds?change=${one.id}#keep`}>Change{which}</a>
      <a class="govuk-link" href={`/scorecard/published/thresholds/${one.id}/remove`}>Remove{which}</a>
    </div>
  );
}

/** Before a threshold is taken away. */
export const RemoveThresholdView = ({ one }: { readonly one: KeptThreshold }): Html => (
  <>
    <h1 class="govuk-heading-l">Remove the threshold of {one.source}</h1>
    <p class="govuk-body">{one.indicator}, {one.days} days, {window(one.from, one.until)}. Figures are not judged by it any more. Reports that were made stay as they are.</p>
    <form method="post" action={`/scorecard/published/thresholds/${one.id}/remove`}>
      {component("govukButton", { text: "Remove the threshold", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
    <p class="govuk-body"><a class="govuk-link" href="/scorecard/published/thresholds">Keep it</a></p>
  </>
);

function Keep({ typed, change, errors }: Omit<Props, "page">): Html {
  const errorAt = (id: string) => {
    const text = errors.find((error) => error.id === id)?.text;
    return text === undefined ? {} : { errorMessage: { text } };
  };
  const label = (text: string) => ({ label: { text, classes: "govuk-label--s" } });
  return (
    <form method="post" action="/scorecard/published/thresholds" autocomplete="off" class="pt-measure" id="keep">
      <h2 class="govuk-heading-m">{change === undefined ? "Add a threshold" : "Change a threshold"}</h2>
      {change === undefined ? null : <input type="hidden" name="change" value={change} />}
      {component("govukInput", { id: "source", name: "source", value: typed.source, ...label("Whose threshold it is"), hint: { text: "For instance a regional board, or a publication" }, ...errorAt("source") })}
      {component("govukRadios", {
        idPrefix: "indicator", name: "indicator", classes: "govuk-radios--inline govuk-radios--small", fieldset: { legend: { text: "Indicator", classes: "govuk-fieldset__legend--s" } },
        items: ["A1", "A2"].map((value) => ({ value, text: value, checked: typed.indicator === value })), ...errorAt("indicator"),
      })}
      {component("govukInput", { id: "days", name: "days", value: typed.days, classes: "govuk-input--width-4", inputmode: "numeric", ...label("Days"), ...errorAt("days") })}
      {component("govukInput", { id: "from", name: "from", value: typed.from, classes: "govuk-input--width-4", inputmode: "numeric", ...label("First window"), hint: { text: "The year in whose March it ends: 2026 for 2023-26" }, ...errorAt("from") })}
      {component("govukInput", { id: "until", name: "until", value: typed.until, classes: "govuk-input--width-4", inputmode: "numeric", ...label("Last window (optional)"), hint: { text: "Leave it empty where the threshold goes on" }, ...errorAt("until") })}
      {component("govukInput", { id: "note", name: "note", value: typed.note, ...label("Note (optional)"), ...errorAt("note") })}
      {component("govukButton", { text: change === undefined ? "Add the threshold" : "Save the threshold", preventDoubleClick: true })}
      {change === undefined ? null : <p class="govuk-body"><a class="govuk-link" href="/scorecard/published/thresholds">Do not change it</a></p>}
    </form>
  );
}
