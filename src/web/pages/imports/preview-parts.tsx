import type { ImportConflict, ImportedTable, ImportPreview, ImportProblem } from "../../../app/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ChildLink } from "./child-link.tsx";
import { closedInWords, figure, problemsInWords } from "./numbers.ts";

/** As many rows as a person reads through; the count above says how many there are. */
const MOST_ROWS = 500;

export function Counts({ preview: { children, entries, closed }, done }: { readonly preview: ImportPreview; readonly done: boolean }): Html {
  const counts: readonly (readonly [string, number])[] = [
    ["New children", children.new], ["Changed", children.changed], ["Unchanged", children.unchanged], ["With entries that vanished", children.vanished],
    ["Entries added", entries.added], ["Entries superseded", entries.superseded], ["Entries withdrawn", entries.withdrawn],
  ];
  const nothing = children.new + children.changed + entries.added + entries.superseded === 0;
  return (
    <>
      {nothing ? <p class="govuk-body">{done ? "The record already said all of this: nothing was changed." : "The record already says all of this: importing would change nothing."}</p> : null}
      <dl class="pt-counts">{counts.map(([label, n]) => <div class="pt-counts__one"><dt>{label}</dt><dd>{figure(n)}</dd></div>)}</dl>
      {closed === undefined ? null : <p class="govuk-body pt-measure">{closedInWords(closed)}</p>}
    </>
  );
}

export function Problems({ problems }: { readonly problems: readonly ImportProblem[] }): Html | null {
  if (problems.length === 0) return null;
  const errors = problems.filter((p) => p.severity === "error").length;
  const sorted = [...problems].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1));
  return (
    <section aria-labelledby="problems-heading">
      <h2 class="govuk-heading-m" id="problems-heading">Problems: {figure(problems.length)}</h2>
      <p class="govuk-body pt-measure">{problemsInWords(problems.length, errors)}</p>
      <div class="pt-scroll" role="region" aria-label="Problems" tabindex={0}>
        <table class="govuk-table pt-table pt-problems">
          <caption class="govuk-visually-hidden">Problems in the files</caption>
          <thead><tr><th scope="col">Severity</th><th scope="col">File</th><th scope="col" class="pt-figures">Row</th><th scope="col">Column</th><th scope="col">What is wrong</th></tr></thead>
          <tbody>
            {sorted.slice(0, MOST_ROWS).map((p) => (
              <tr>
                <td>{p.severity === "error" ? <span class="pt-status pt-status--late">Error</span> : <span class="pt-status pt-status--due-soon">Warning</span>}</td>
                <td>{p.file ?? "–"}</td><td class="pt-figures" data-label="Row">{p.row === null ? "–" : figure(p.row)}</td><td data-label="Column">{p.column ?? "–"}</td><td>{p.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > MOST_ROWS ? <p class="govuk-body-s">The first {MOST_ROWS} of {figure(sorted.length)} are shown. The command line lists them all.</p> : null}
    </section>
  );
}

export function Conflicts({ conflicts }: { readonly conflicts: readonly ImportConflict[] }): Html | null {
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts-heading">
      <h2 class="govuk-heading-m" id="conflicts-heading">Different from what people entered: {figure(conflicts.length)}</h2>
      <p class="govuk-body pt-measure">The record stays as people entered it. Settle each one: correct the entry on the child’s chronology, or have the file put right at its source.</p>
      <div class="pt-scroll" role="region" aria-label="Differences" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Differences from what people entered</caption>
          <thead><tr><th scope="col">Child</th><th scope="col">The record says</th><th scope="col">The file says</th></tr></thead>
          <tbody>{conflicts.slice(0, MOST_ROWS).map((c) => <tr><td class="pt-nowrap"><ChildLink localId={c.localId} /></td><td>{c.record}</td><td>{c.file}</td></tr>)}</tbody>
        </table>
      </div>
      {conflicts.length > MOST_ROWS ? <p class="govuk-body-s">The first {MOST_ROWS} of {figure(conflicts.length)} are shown.</p> : null}
    </section>
  );
}

/** Which children are new, and what changes in whom. */
export function Changes({ preview, done }: { readonly preview: ImportPreview; readonly done: boolean }): Html {
  const { children } = preview;
  const changes = preview.changes ?? [];
  const newChildren = preview.newChildren ?? [];
  return (
    <>
      {newChildren.length === 0 ? null : component("govukDetails", {
        summaryText: `New children: ${figure(children.new)}`,
        html: (
          <>
            <p class="govuk-body-s">{newChildren.join(", ")}</p>
            {children.new > newChildren.length ? <p class="govuk-body-s">The first {figure(newChildren.length)} are shown, and there are {figure(children.new - newChildren.length)} more.</p> : null}
          </>
        ),
      })}
      {changes.length === 0 ? null : (
        <section aria-labelledby="changes-heading">
          <h2 class="govuk-heading-m" id="changes-heading">{done ? "Children who changed" : "Children who would change"}: {figure(children.changed)}</h2>
          <table class="govuk-table pt-table pt-changes">
            <caption class="govuk-visually-hidden">What {done ? "changed" : "would change"}, child by child</caption>
            <thead><tr><th scope="col">Child</th><th scope="col">Change</th></tr></thead>
            <tbody>{changes.map((c) => <tr><td class="pt-nowrap"><ChildLink localId={c.localId} /></td><td>{c.what.map((one) => <div>{one}</div>)}</td></tr>)}</tbody>
          </table>
          {children.changed > changes.length ? <p class="govuk-body-s">The first {figure(changes.length)} are shown, and there are {figure(children.changed - changes.length)} more.</p> : null}
        </section>
      )}
    </>
  );
}

export function Vanished({ vanished }: { readonly vanished: ImportPreview["vanished"] }): Html | null {
  if (vanished.length === 0) return null;
  return (
    <section aria-labelledby="vanished-heading">
      <h2 class="govuk-heading-m" id="vanished-heading">No longer in the files: {figure(vanished.length)}</h2>
      <p class="govuk-body pt-measure">An earlier return had these; this one, for the same days, does not.</p>
      <ul class="govuk-list govuk-list--bullet pt-small">{vanished.slice(0, MOST_ROWS).map((v) => <li><strong>{v.localId}</strong>: {v.what}</li>)}</ul>
      {vanished.length > MOST_ROWS ? <p class="govuk-body-s">The first {MOST_ROWS} of {figure(vanished.length)} are shown.</p> : null}
    </section>
  );
}

export const Recognised = ({ tables, open }: { readonly tables: readonly ImportedTable[]; readonly open: boolean }): Html | null =>
  tables.length === 0 ? null : component("govukDetails", {
    summaryText: `What was recognised: ${tables.length} ${tables.length === 1 ? "table" : "tables"}`, open,
    html: (
      <div class="pt-scroll" role="region" aria-label="Tables recognised" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Tables recognised</caption>
          <thead><tr><th scope="col">File</th><th scope="col">Table</th><th scope="col">Year ending March</th><th scope="col" class="pt-figures">Rows</th><th scope="col">Used</th></tr></thead>
          <tbody>{tables.toSorted((a, b) => a.yearEnding - b.yearEnding || a.file.localeCompare(b.file)).map((t) => <tr><td>{t.file}</td><td>{t.table}</td><td>{t.yearEnding}</td><td class="pt-figures">{figure(t.rows)}</td><td>{t.used ? "Yes" : "No: it holds nothing the tracker keeps"}</td></tr>)}</tbody>
        </table>
      </div>
    ),
  });
