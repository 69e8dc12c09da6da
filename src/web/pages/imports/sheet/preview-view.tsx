import type { SheetPreview, SheetRun } from "../../../../app/sheets/views.ts";
import type { SheetProblem } from "../../../../domain/sheets/facts.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { ChildLink } from "../child-link.tsx";
import { counted, figure, problemsInWords } from "../numbers.ts";
import { Conflicts } from "../preview-parts.tsx";
import { Progress, WORKING } from "../progress.tsx";

const HEADINGS: Readonly<Record<SheetRun["state"], string>> = {
  reading: "Reading the sheet", ready: "What this import would change", writing: "Importing", done: "Imported", failed: "The import failed", cancelled: "Import cancelled",
};

/** What the page is about: its heading, and its title. */
export const headingOfSheet = ({ state, preview }: SheetRun): string => (preview?.stopped === true ? "This sheet cannot be imported yet" : HEADINGS[state]);

/** What would change, how it was understood, what was not, and the question whether to go on; or how it ended. */
export const SheetRunView = ({ run, refused }: { readonly run: SheetRun; readonly refused: string | undefined }): Html => (
  <>
    <ErrorSummary errors={refused === undefined ? [] : [{ id: "main-content", text: refused }]} />
    <h1 class="govuk-heading-l pt-heading__title">{headingOfSheet(run)}</h1>
    <p class="govuk-body-s pt-quiet">{run.files[0]}{run.answers.sheet === undefined ? "" : `, ${run.answers.sheet}`} · as on {dayInWords(run.answers.asOn)} · started by {run.startedBy}, {instantInWords(run.startedAt)}</p>
    {WORKING.has(run.state) ? <Progress run={run} address={`/imports/sheet/${run.id}`} /> : <Settled run={run} />}
  </>
);

function Settled({ run: { id, state, failure, preview, answers } }: { readonly run: SheetRun }): Html {
  const again = <a class="govuk-link" href="/imports/sheet/new">Choose another file</a>;
  return (
    <>
      {failure === null ? null : component("govukWarningText", { text: `${failure}.`, iconFallbackText: "Warning" })}
      {state === "failed" ? <p class="govuk-body">{again}</p> : null}
      {state === "cancelled" ? <p class="govuk-body">Nothing was imported. {again}</p> : null}
      {state === "done" ? <Landed toSettle={preview?.conflictCount ?? 0} /> : null}
      {preview === null ? null : (
        <>
          {preview.stopped ? <Stopped id={id} matched={answers.columns !== undefined && state === "ready"} /> : <Counts preview={preview} done={state === "done"} />}
          {state === "ready" && !preview.stopped ? <p class="govuk-body">Nothing is kept until you confirm, <a class="govuk-link" href="#confirm-heading">at the end of this page</a>.</p> : null}
          <Problems problems={preview.problems} all={preview.problemCount} />
          <Conflicts conflicts={preview.conflicts} />
          <Understood understood={preview.understood} />
          <Changes preview={preview} done={state === "done"} />
          {state === "ready" && !preview.stopped ? <Confirm id={id} nothing={writesNothing(preview)} /> : null}
        </>
      )}
    </>
  );
}

const Stopped = ({ id, matched }: { readonly id: string; readonly matched: boolean }) => (
  <>
    <p class="govuk-body">Nothing has been imported. Put right what is listed as an error, in the file{matched ? <> or in <a class="govuk-link" href={`/imports/sheet/${id}/columns`}>what each column is</a></> : null}, and try again.</p>
    <p class="govuk-body"><a class="govuk-link" href="/imports/sheet/new">Choose the corrected file</a></p>
  </>
);

const Landed = ({ toSettle }: { readonly toSettle: number }) => (
  <>
    {component("govukPanel", { headingLevel: 2, titleText: "The sheet is in the record", html: <>{toSettle === 0 ? "It is all there now." : `${counted(toSettle, "difference")} from the record ${toSettle === 1 ? "is" : "are"} left for a person to settle.`}</>, classes: "pt-panel" })}
    <h2 class="govuk-heading-m">What to look at first</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li><a class="govuk-link" href="/tracker?status=late">Children with something late</a></li>
      <li><a class="govuk-link" href="/tracker">All children, on the tracker</a></li>
      {toSettle === 0 ? null : <li><a class="govuk-link" href="#conflicts-heading">What differs from the record</a></li>}
    </ul>
  </>
);

const writesNothing = ({ entries, siblings }: SheetPreview): boolean => entries.added + entries.superseded + entries.withdrawn === 0 && siblings.length === 0;

function Counts({ preview, done }: { readonly preview: SheetPreview; readonly done: boolean }): Html {
  const { children, entries } = preview;
  const counts: readonly (readonly [string, number])[] = [
    ["New children", children.new], ["Changed", children.changed], ["Unchanged", children.unchanged], ["Rows left out", children.leftOut],
    ["Entries added", entries.added], ["Entries superseded", entries.superseded], ["Sibling groups", preview.siblings.length],
  ];
  return (
    <>
      {writesNothing(preview) ? <p class="govuk-body">{done ? "The record already said all of this: nothing was changed." : "The record already says all of this: importing would change nothing."}</p> : null}
      <dl class="pt-counts">{counts.map(([label, n]) => <div class="pt-counts__one"><dt>{label}</dt><dd>{figure(n)}</dd></div>)}</dl>
    </>
  );
}

function Problems({ problems, all }: { readonly problems: readonly SheetProblem[]; readonly all: number }): Html | null {
  if (all === 0) return null;
  const errors = problems.filter((p) => p.severity === "error").length;
  return (
    <section aria-labelledby="problems-heading">
      <h2 class="govuk-heading-m" id="problems-heading">{errors > 0 ? "What is wrong" : "What to check"}: {figure(all)}</h2>
      <p class="govuk-body pt-measure">{problemsInWords(all, errors)} {errors > 0 ? "" : "Where a cell could not be used, the rest of its row is imported all the same. To bring it, put the cell right and import the sheet again, or record it on the child’s page."}</p>
      <div class="pt-scroll pt-long" role="region" aria-label="What to check" tabindex={0}>
        <table class="govuk-table pt-table pt-problems">
          <caption class="govuk-visually-hidden">What to check</caption>
          <thead><tr><th scope="col">Severity</th><th scope="col" class="pt-figures">Row</th><th scope="col">Column</th><th scope="col">What, and what to do</th></tr></thead>
          <tbody>
            {problems.slice(0, MOST_ROWS).map((p) => (
              <tr>
                <td>{p.severity === "error" ? <span class="pt-status pt-status--late">Error</span> : <span class="pt-status pt-status--due-soon">Warning</span>}</td>
                <td class="pt-figures" data-label="Row">{p.row === null ? "–" : figure(p.row)}</td><td data-label="Column">{p.column ?? "–"}</td><td>{p.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > MOST_ROWS ? <p class="govuk-body-s">The first {figure(Math.min(MOST_ROWS, problems.length))} of {figure(all)} are shown.</p> : null}
    </section>
  );
}

const MOST_ROWS = 500;

function Understood({ understood }: { readonly understood: SheetPreview["understood"] }): Html | null {
  if (understood.length === 0) return null;
  return (
    <section aria-labelledby="understood-heading">
      <h2 class="govuk-heading-m" id="understood-heading">How the cells were understood: {figure(understood.length)}</h2>
      <p class="govuk-body pt-measure">These cells do not say it in so many words. If one is wrong, put it right in the sheet or in what each column is.</p>
      <div class="pt-scroll pt-long" role="region" aria-label="How the cells were understood" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">How the cells were understood</caption>
          <thead><tr><th scope="col">Column</th><th scope="col">The sheet says</th><th scope="col">Taken as</th><th scope="col" class="pt-figures">Rows</th></tr></thead>
          <tbody>{understood.slice(0, MOST_ROWS).map((u) => <tr><td>{u.column ?? "–"}</td><td>{u.said}</td><td>{u.as}</td><td class="pt-figures">{figure(u.rows)}</td></tr>)}</tbody>
        </table>
      </div>
      {understood.length > MOST_ROWS ? <p class="govuk-body-s">The first {figure(MOST_ROWS)} are shown.</p> : null}
    </section>
  );
}

/** As many children as stand in the open; the rest are there to open. */
const MOST_OPEN = 40;

function Changes({ preview: { changes, children, siblings }, done }: { readonly preview: SheetPreview; readonly done: boolean }): Html | null {
  const all = children.new + children.changed;
  if (changes.length === 0 && siblings.length === 0) return null;
  const [open, rest] = [changes.slice(0, MOST_OPEN), changes.slice(MOST_OPEN)];
  const caption = `What ${done ? "changed" : "would change"}, child by child`;
  return (
    <section aria-labelledby="changes-heading">
      <h2 class="govuk-heading-m" id="changes-heading">{caption}</h2>
      <ChangesTable caption={caption} changes={open} siblings={siblings} done={done} />
      {rest.length === 0 ? null : component("govukDetails", {
        summaryText: `The other ${counted(rest.length, "child", "children")}`, html: <ChangesTable caption={`${caption}: the others`} changes={rest} siblings={[]} done={done} />,
      })}
      {all > changes.length ? <p class="govuk-body-s">The first {figure(changes.length)} children are shown, and there are {figure(all - changes.length)} more.</p> : null}
    </section>
  );
}

interface ChangesTableProps extends Pick<SheetPreview, "changes" | "siblings"> {
  readonly caption: string;
  readonly done: boolean;
}

const ChangesTable = ({ caption, changes, siblings, done }: ChangesTableProps): Html => (
  <table class="govuk-table pt-table pt-changes">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead><tr><th scope="col">Child</th><th scope="col">Change</th></tr></thead>
    <tbody>
      {siblings.map((g) => <tr><td class="pt-nowrap">{g.localId}</td><td>Sibling group{g.isNew ? ", new" : ""}: {g.joining.join(", ")}{g.isNew ? "" : " joining"}</td></tr>)}
      {changes.map((c) => <tr><td class="pt-nowrap">{c.isNew && !done ? c.localId : <ChildLink localId={c.localId} />}{c.isNew ? <div class="pt-quiet">new</div> : null}</td><td>{c.what.map((one) => <div>{one}</div>)}</td></tr>)}
    </tbody>
  </table>
);

const Confirm = ({ id, nothing }: { readonly id: string; readonly nothing: boolean }) => (
  <section class="pt-confirm" aria-labelledby="confirm-heading">
    <h2 class="govuk-heading-m" id="confirm-heading">{nothing ? "Finish this import?" : "Import this?"}</h2>
    <form method="post" action={`/imports/sheet/${id}/confirm`}>
      <div class="govuk-button-group">
        {component("govukButton", { text: "Import", preventDoubleClick: true })}
        {component("govukButton", { text: "Cancel this import", classes: "govuk-button--secondary", attributes: { formaction: `/imports/sheet/${id}/cancel` } })}
      </div>
    </form>
  </section>
);
