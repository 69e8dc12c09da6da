import { ErrorSummary } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

export const UploadView = ({ error }: { readonly error: string | undefined }): Html => (
  <>
    <ErrorSummary errors={error === undefined ? [] : [{ id: "files", text: error }]} />
    <h1 class="govuk-heading-l">Import 903 files</h1>
    <p class="govuk-body">Choose the CSV tables of one or more years of the SSDA903 return, or of a mid-year extract in the same columns. Several years together give whole journeys; one is enough to begin.</p>
    <p class="govuk-body">If what you have is the Excel sheet your team tracks children in, <a class="govuk-link" href="/imports/sheet/new">import a tracking sheet</a>.</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>Each table is recognised by its header row, whatever the file is called.</li>
      <li>Nothing is kept until you have seen what would change and agreed to it.</li>
      <li>What people have entered by hand is never overwritten: differences are listed for you to settle.</li>
    </ul>
    <form method="post" action="/imports/new" enctype="multipart/form-data">
      {component("govukFileUpload", {
        id: "files", name: "files", multiple: true, attributes: { accept: ".csv,text/csv" },
        label: { text: "Files", classes: "govuk-label--m" },
        hint: { text: "The CSV tables of one year. Choose them all at once: hold Ctrl, or Command, while choosing" },
        errorMessage: error === undefined ? undefined : { text: error },
      })}
      {component("govukFileUpload", {
        id: "folder", name: "files", attributes: { webkitdirectory: "" },
        label: { text: "Or a folder with a folder for each year", classes: "govuk-label--m" },
        hint: { text: "The way to bring several years at once: each year’s folder is read together, so that tables of the same name stay apart" },
      })}
      <p class="govuk-body">Up to 64 megabytes altogether.</p>
      {component("govukButton", { text: "Read the files", preventDoubleClick: true })}
    </form>
  </>
);
