import type { ImportState, ListedImport } from "../../../app/views.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { figure } from "./numbers.ts";

export const STATES: Readonly<Record<ImportState, string>> = {
  reading: "Reading the files", ready: "Waiting for you to confirm", writing: "Importing", done: "Imported", failed: "Failed", cancelled: "Cancelled",
};
const TYPES: Readonly<Record<ListedImport["type"], string>> = { ssda903: "903 return", sheet: "Tracking sheet" };

export const ImportsView = ({ runs }: { readonly runs: readonly ListedImport[] }): Html => (
  <>
    <div class="pt-heading">
      <h1 class="govuk-heading-l pt-heading__title">Imports</h1>
      <p class="pt-heading__action">
        {component("govukButton", { text: "Import a tracking sheet", href: "/imports/sheet/new", classes: "pt-button--small" })}{" "}
        {component("govukButton", { text: "Import 903 files", href: "/imports/new", classes: "pt-button--small govuk-button--secondary" })}
      </p>
    </div>
    {runs.length === 0 ? (
      <p class="govuk-body pt-measure">
        Nothing has been imported in the browser yet. An import reads the Excel sheet your team keeps today, or the 903 return your authority already makes, shows what it would change before anything is kept, and can be done again: the same file a second time changes nothing.
      </p>
    ) : (
      <div class="pt-scroll" role="region" aria-label="Imports" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Imports, the latest first</caption>
          <thead><tr><th scope="col">Started</th><th scope="col">By</th><th scope="col">What</th><th scope="col">Files</th><th scope="col" class="pt-figures">Children new</th><th scope="col" class="pt-figures">Changed</th><th scope="col">State</th></tr></thead>
          <tbody>
            {runs.map((run) => (
              <tr>
                <td><a class="govuk-link govuk-link--no-visited-state" href={run.type === "sheet" ? `/imports/sheet/${run.id}` : `/imports/${run.id}`}>{instantInWords(run.startedAt)}</a></td>
                <td>{run.startedBy}</td>
                <td>{TYPES[run.type]}</td>
                <td>{filesInWords(run.files)}</td>
                <td class="pt-figures">{count(run.children?.new)}</td>
                <td class="pt-figures">{count(run.children?.changed)}</td>
                <td><State run={run} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);

const count = (n: number | undefined): string => (n === undefined ? "–" : figure(n));

function State({ run: { state, stopped, asking, overtaken } }: { readonly run: ListedImport }): Html {
  if (overtaken) return <span class="pt-status pt-status--quiet">Not confirmed: the same file was imported since</span>;
  if (state === "ready" && stopped) return <span class="pt-status pt-status--late">Stopped: errors to correct</span>;
  if (asking) return <span class="pt-status pt-status--due-soon">Waiting for your answers</span>;
  return <span class={`pt-status ${state === "failed" ? "pt-status--late" : state === "ready" ? "pt-status--due-soon" : "pt-status--quiet"}`}>{STATES[state]}</span>;
}

const filesInWords = (files: readonly string[]): string =>
  files.length <= 3 ? files.join(", ") : `${files.slice(0, 2).join(", ")} and ${files.length - 2} more`;
