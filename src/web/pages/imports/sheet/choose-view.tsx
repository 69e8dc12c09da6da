import type { SheetRun } from "../../../../app/sheets/views.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { counted } from "../numbers.ts";

/** Which of the workbook’s sheets is the tracker. */
export function ChooseSheetView({ run, errors }: { readonly run: SheetRun; readonly errors: readonly FieldError[] }): Html {
  const { found, sheet } = run.answers;
  const usable = found.filter((s) => s.matches.length > 0);
  const others = found.length - usable.length;
  const [error] = errors;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{run.files[0]}</span>
      <form method="post" action={`/imports/sheet/${run.id}/sheet`}>
        {component("govukRadios", {
          idPrefix: "sheet", name: "sheet",
          fieldset: { legend: { text: "Which sheet holds the children?", isPageHeading: true, classes: "govuk-fieldset__legend--l" } },
          hint: { text: "The first is the one most like a tracker. To bring two, import the file twice" },
          errorMessage: error === undefined ? undefined : { text: error.text },
          items: usable.map((s) => ({ value: s.name, text: s.name, checked: s.name === sheet, hint: { text: `${counted(s.rows, "row")}, ${counted(s.matches.length, "column")}${s.hidden ? ", hidden in the workbook" : ""}` } })),
        })}
        {others === 0 ? null : <p class="govuk-body-s">{counted(others, "other sheet")} {others === 1 ? "has" : "have"} no row of headings.</p>}
        {component("govukButton", { text: "Continue", preventDoubleClick: true })}
      </form>
    </>
  );
}
