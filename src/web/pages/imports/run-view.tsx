import type { ImportRun, ImportState } from "../../../app/views.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { counted, figure } from "./numbers.ts";
import { Changes, Conflicts, Counts, Problems, Recognised, Vanished } from "./preview-parts.tsx";
import { Progress, WORKING } from "./progress.tsx";

interface Props {
  readonly run: ImportRun;
  readonly refused: string | undefined;
}

export const RunView = ({ run, refused }: Props): Html => (
  <>
    <ErrorSummary errors={refused === undefined ? [] : [{ id: "main-content", text: refused }]} />
    <h1 class="govuk-heading-l pt-heading__title">{headingOf(run)}</h1>
    <p class="govuk-body-s pt-quiet">{run.authority.name} · {counted(run.files.length, "file")} · started by {run.startedBy}, {instantInWords(run.startedAt)}</p>
    {WORKING.has(run.state) ? <Progress run={run} address={`/imports/${run.id}`} /> : <Settled run={run} />}
  </>
);

const HEADINGS: Readonly<Record<ImportState, string>> = {
  reading: "Reading the files", ready: "What this import would change", writing: "Importing", done: "Imported", failed: "The import failed", cancelled: "Import cancelled",
};

/** What the page is about: its heading, and its title. */
export const headingOf = ({ state, preview }: ImportRun): string => (preview?.stopped === true ? "These files cannot be imported yet" : HEADINGS[state]);

function Settled({ run }: { readonly run: ImportRun }) {
  const { preview, state, failure } = run;
  return (
    <>
      {failure === null ? null : component("govukWarningText", { text: `${failure}.`, iconFallbackText: "Warning" })}
      {state === "failed" ? <p class="govuk-body"><a class="govuk-link" href="/imports/new">Start again</a></p> : null}
      {state === "done" ? <p class="govuk-body"><Landed toSettle={preview?.conflicts.length ?? 0} /> <a class="govuk-link" href="/tracker">Go to the tracker</a> or <a class="govuk-link" href="/scorecard">to the scorecard</a>.</p> : null}
      {state === "cancelled" ? <p class="govuk-body">Nothing was imported. <a class="govuk-link" href="/imports/new">Choose other files</a></p> : null}
      {preview === null ? null : (
        <>
          {preview.stopped ? component("govukWarningText", { text: "This import cannot go ahead: some of what is in the files is wrong. Nothing has been imported. Put the errors below right at their source, and import again.", iconFallbackText: "Warning" }) : null}
          {preview.stopped ? null : <Counts preview={preview} done={state === "done"} />}
          <Problems problems={preview.problems} />
          <Conflicts conflicts={preview.conflicts} />
          {preview.stopped ? null : <Changes preview={preview} done={state === "done"} />}
          {state === "ready" && !preview.stopped ? <Confirm run={run} /> : <Vanished vanished={preview.vanished} />}
          <Recognised tables={preview.tables} open={state === "ready"} />
        </>
      )}
    </>
  );
}

/** What people entered is never written over, so an import may leave something for them to do. */
const Landed = ({ toSettle }: { readonly toSettle: number }) =>
  toSettle === 0 ? <>It is all in the record now.</> : (
    <>Imported, but for <a class="govuk-link" href="#conflicts-heading">{counted(toSettle, "difference")} from what people entered</a>, which {toSettle === 1 ? "is" : "are"} left for a person to settle. The rest is in the record now.</>
  );

/** What has vanished from the files goes only when a person says so. */
function Confirm({ run }: { readonly run: ImportRun }) {
  const vanished = run.preview?.vanished ?? [];
  const vanish = vanished.length + (run.preview?.closed?.vanished ?? 0);
  return (
    <section class="pt-confirm" aria-labelledby="confirm-heading">
      <Vanished vanished={vanished} />
      <h2 class="govuk-heading-m" id="confirm-heading">Import this?</h2>
      <form method="post" action={`/imports/${run.id}/confirm`}>
        {vanish === 0 ? null : component("govukCheckboxes", {
          idPrefix: "withdraw", name: "withdraw",
          items: [{ value: "yes", text: vanish === 1 ? "Withdraw the entry that has vanished" : `Withdraw the ${figure(vanish)} entries that have vanished`, hint: { text: "They stay in the chronology, struck out, with “no longer in the source it came from”. Leave this empty to keep them in force" } }],
        })}
        <div class="govuk-button-group">
          {component("govukButton", { text: "Import", preventDoubleClick: true })}
          {component("govukButton", { text: "Cancel this import", classes: "govuk-button--secondary", attributes: { formaction: `/imports/${run.id}/cancel` } })}
        </div>
      </form>
    </section>
  );
}
