import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { DateParts } from "../../../forms/date-input.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

interface Props {
  readonly asOn: DateParts;
  readonly errors: readonly FieldError[];
}

/** Which file, and of which day. */
export function SheetUploadView({ asOn, errors }: Props): Html {
  const error = (id: string): string | undefined => errors.find((e) => e.id === id)?.text;
  const fileError = error("file");
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Import a tracking sheet</h1>
      <p class="govuk-body">Bring the Excel or CSV sheet your team keeps today, as it is. You will see what each column was taken to be, and what would change, before anything is kept.</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>What people have entered by hand is never overwritten: differences are listed for you to settle.</li>
        <li>An empty cell takes nothing away.</li>
        <li>The same sheet a second time changes nothing.</li>
      </ul>
      <form method="post" action="/imports/sheet/new" enctype="multipart/form-data">
        {component("govukFileUpload", {
          id: "file", name: "file", attributes: { accept: ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt" },
          label: { text: "The file", classes: "govuk-label--m" },
          hint: { text: "Choose it, or drop it on the box. Up to 30 megabytes, without a password" },
          errorMessage: fileError === undefined ? undefined : { text: fileError },
        })}
        <DateInput
          id="as-on" legend="Which day does it speak of?" value={asOn} error={error("as-on-day")}
          hint="The day it was last kept up to date. A date after this day is taken as planned, one before it as having happened"
        />
        {component("govukButton", { text: "Look at the sheet", preventDoubleClick: true })}
      </form>
      <p class="govuk-body">If you have the tables of the 903 return, <a class="govuk-link" href="/imports/new">import 903 files</a>.</p>
    </>
  );
}
