import { raw } from "hono/html";
import type { FoundSheet, SheetRun } from "../../../../app/sheets/views.ts";
import type { ColumnMatch, Target } from "../../../../domain/sheets/facts.ts";
import { columnLetters } from "../../../../domain/sheets/wording.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { counted } from "../numbers.ts";
import { TARGET_GROUPS } from "./targets.ts";

interface Props {
  readonly run: SheetRun;
  readonly sheet: FoundSheet;
  readonly errors: readonly FieldError[];
}

const HOW: Readonly<Record<ColumnMatch["how"], { readonly text: string; readonly quiet: boolean }>> = {
  remembered: { text: "As you chose last time", quiet: true },
  exact: { text: "The heading says so", quiet: true },
  likely: { text: "Likely: please check", quiet: false },
  unknown: { text: "Not recognised", quiet: false },
};

/** What each column is: our proposal, and how sure it is. */
export function ColumnsView({ run, sheet, errors }: Props): Html {
  const { columns } = run.answers;
  const toCheck = sheet.matches.filter((m) => !HOW[m.how].quiet).length;
  const remembered = sheet.matches.filter((m) => m.how === "remembered").length;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{run.files[0]}, {sheet.name}</span>
      <h1 class="govuk-heading-l pt-heading__title">What is in each column?</h1>
      <p class="govuk-body pt-measure">
        {counted(sheet.matches.length, "column")}, {counted(sheet.rows, "row")}.{" "}
        {remembered === 0 ? null : <>{counted(remembered, "column")} {remembered === 1 ? "is" : "are"} as you chose last time. </>}
        {toCheck === 0 ? "Every heading was recognised." : `Please check the ${toCheck === 1 ? "one" : toCheck} marked below. A column that is “Not used” is left where it is.`}
      </p>
      <form method="post" action={`/imports/sheet/${run.id}/columns`}>
        <table class="govuk-table pt-table pt-matches">
          <caption class="govuk-visually-hidden">The columns of the sheet, and what each was taken to be</caption>
          <thead><tr><th scope="col">Column</th><th scope="col">Some of its cells</th><th scope="col">What it is</th><th scope="col">How sure</th></tr></thead>
          <tbody>{sheet.matches.map((m) => <Column match={m} target={columns?.[m.column] ?? m.target} error={errors.find((e) => e.id === `column-${m.column}`)?.text} />)}</tbody>
        </table>
        <p class="govuk-body">What you choose is remembered for the next sheet with the same headings.</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: "Continue", preventDoubleClick: true })}
          {component("govukButton", { text: "Cancel this import", classes: "govuk-button--secondary", attributes: { formaction: `/imports/sheet/${run.id}/cancel` } })}
        </div>
      </form>
    </>
  );
}

function Column({ match, target, error }: { readonly match: ColumnMatch; readonly target: Target; readonly error: string | undefined }): Html {
  const { column, heading, samples, how, reason } = match;
  const id = `column-${column}`;
  const letters = columnLetters(column);
  const changed = target !== match.target;
  return (
    <tr>
      <th scope="row"><span class="pt-matches__letters">{letters}</span> {heading === "" ? <em>no heading</em> : heading}</th>
      <td class="pt-matches__samples">{samples.length === 0 ? <span class="pt-quiet">empty</span> : samples.map((sample) => <span>{sample}</span>)}</td>
      <td>
        <label class="govuk-visually-hidden" for={id}>What column {letters}{heading === "" ? "" : `, ${heading},`} is</label>
        {error === undefined ? null : <p class="govuk-error-message" id={`${id}-error`}><span class="govuk-visually-hidden">Error:</span> {error}</p>}
        <select class={`govuk-select${error === undefined ? "" : " govuk-select--error"}`} id={id} name={id} aria-describedby={error === undefined ? undefined : `${id}-error`}>
          {raw(optionsOf(target))}
        </select>
      </td>
      <td>{changed ? "As you chose" : HOW[how].quiet ? <span class="pt-quiet">{HOW[how].text}</span> : <strong>{HOW[how].text}</strong>}{reason === undefined || changed ? null : <span class="pt-matches__reason">{reason}</span>}</td>
    </tr>
  );
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The list is the same in every row, so it is written once; labels are the product’s own words. */
const OPTIONS = [
  `<option value="not-used">Not used</option>`,
  ...TARGET_GROUPS.map(({ label, targets }) => `<optgroup label="${escaped(label)}">${targets.map((t) => `<option value="${t.target}">${escaped(t.label)}</option>`).join("")}</optgroup>`),
].join("");
const optionsOf = (target: Target): string => OPTIONS.replace(`value="${target}"`, `value="${target}" selected`);
