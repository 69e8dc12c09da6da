import type { PublishedLook, PublishedRun } from "../../../../app/published/import.ts";
import { changeInWords } from "../../../../domain/scorecard/published/plan-published.ts";
import type { PublishedFigure } from "../../../../domain/scorecard/published/published.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted, listed } from "../../../../domain/words.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Problems } from "../../imports/preview-parts.tsx";

/** As many rows as a person reads through; the count above says how many there are. */
const MOST_ROWS = 500;

interface Props {
  readonly found: PublishedRun;
  readonly refused?: string | undefined;
}

export const PublishedRunView = ({ found: { run, look }, refused }: Props): Html => (
  <>
    <ErrorSummary errors={refused === undefined ? [] : [{ id: "replace", text: refused }]} />
    <h1 class="govuk-heading-l">Check what “{run.source}” would change</h1>
    <p class="govuk-body">From the file {run.fileName}.</p>
    {look === null
      ? <p class="govuk-body">{run.state === "imported" ? `It was imported: ${counted(run.added, "figure")} added, ${run.changed} changed.` : "It was put away, and nothing was imported."}</p>
      : <Look id={run.id} look={look} refused={refused} />}
  </>
);

function Look({ id, look: { plan, problems }, refused }: { readonly id: string; readonly look: PublishedLook; readonly refused: string | undefined }): Html {
  const stopped = problems.some(({ severity }) => severity === "error");
  const { added, changed, same, kept } = plan;
  const counts = [["Figures added", added.length], ["Changed", changed.length], ["The same as here", same], ["Not in the file: they stay", kept]] as const;
  const nothing = !stopped && added.length + changed.length === 0;
  return (
    <>
      {stopped ? <p class="govuk-body">Since this file was given, figures came in that it does not go with. Put it right and import it again.</p> : <dl class="pt-counts">{counts.map(([label, n]) => <div class="pt-counts__one"><dt>{label}</dt><dd>{n.toLocaleString("en-GB")}</dd></div>)}</dl>}
      {nothing ? <p class="govuk-body">Every figure of the file is here already: importing it would change nothing.</p> : null}
      <Problems problems={problems} />
      <Changed changed={changed} />
      <Added added={added} />
      {stopped || nothing ? null : (
        <form method="post" action={`/scorecard/published/imports/${id}/confirm`}>
          <input type="hidden" name="added" value={added.length} />
          <input type="hidden" name="changed" value={changed.length} />
          {changed.length === 0 ? null : component("govukCheckboxes", {
            idPrefix: "replace", name: "replace", items: [{ value: "yes", text: changed.length === 1 ? "Replace the figure that is here" : `Replace the ${counted(changed.length, "figure")} that are here and that this file has otherwise` }],
            ...(refused === undefined ? {} : { errorMessage: { text: refused } }),
          })}
          {component("govukButton", { text: "Import the figures", preventDoubleClick: true })}
        </form>
      )}
      <form method="post" action={`/scorecard/published/imports/${id}/cancel`}>{component("govukButton", { text: "Put the file away", classes: "govuk-button--secondary" })}</form>
    </>
  );
}

const Changed = ({ changed }: Pick<PublishedLook["plan"], "changed">): Html | null =>
  changed.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Figures that would change</h2>
      <StackedTable caption="Changes, figure by figure" heads={["Area", "Indicator", "Window", "Change"]} rows={changed.slice(0, MOST_ROWS).map(({ before, after }) => [<strong>{after.area}</strong>, after.indicator, windowName(after), changeInWords(before, after)])} />
      {changed.length > MOST_ROWS ? <p class="govuk-body-s">The first {MOST_ROWS} of {changed.length.toLocaleString("en-GB")} are shown.</p> : null}
    </>
  );

const Added = ({ added }: Pick<PublishedLook["plan"], "added">): Html | null =>
  added.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Figures that would be added</h2>
      <StackedTable
        caption="Additions, by indicator and window" heads={["Indicator", "Window", "Authorities", "Regions and country", "Lowest to highest", "Suppressed", "None published"]}
        rows={[...Map.groupBy(added, (f) => `${f.indicator} ${f.years} ${f.yearEnding}`).values()].map(ofWindow)}
      />
    </>
  );

function ofWindow(figures: readonly PublishedFigure[]): readonly (string | Html)[] {
  const [first] = figures;
  if (first === undefined) return [];
  const numbers = figures.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return [
    <strong>{first.indicator}</strong>, windowName(first), String(figures.filter(({ level }) => level === "authority").length),
    listed(figures.filter(({ level }) => level !== "authority").map(({ area }) => area)) || "–",
    numbers.length === 0 ? "–" : `${least === most ? least : `${least} to ${most}`}${first.indicator === "A3" ? "%" : " days"}`,
    String(figures.filter(({ value }) => value === "x").length), String(figures.filter(({ value }) => value === null).length),
  ];
}

/** Before every figure of a publication is taken away. */
export const RemoveView = ({ source, figures }: { readonly source: string; readonly figures: number }): Html => (
  <>
    <h1 class="govuk-heading-l">Remove “{source}”</h1>
    <p class="govuk-body">All {counted(figures, "figure")} of this publication go, and comparisons with them. Reports that were made stay as they are. You can import the file again.</p>
    <form method="post" action="/scorecard/published/remove">
      <input type="hidden" name="source" value={source} />
      {component("govukButton", { text: "Remove the figures", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
  </>
);
