import { raw } from "hono/html";
import type { Refused } from "../../../../app/scrutiny/publish-scrutiny.ts";
import { type ScrutinyPage, seenAs } from "../../../../app/scrutiny/open-scrutiny.ts";
import { BOXES, unwritten } from "../../../../domain/documents/scrutiny/typed.ts";
import type { WordDocument } from "../../../../domain/documents/word.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { listed, lower } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { DocumentView } from "../../../layout/document-view.tsx";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { PATH, withYear } from "./form-view.tsx";

interface Props {
  readonly page: ScrutinyPage;
  readonly document: WordDocument;
  /** Why it was not published. */
  readonly refused?: Refused;
}

/** The report as it would be published now, and what is done with it. */
export function ScrutinyPreview({ page, document, refused }: Props): Html {
  const { authority, yearEnding, typed, told, drawings } = page;
  const missing = unwritten(typed);
  return (
    <>
      {refused === undefined ? null : <ErrorSummary errors={[{ id: typeof refused === "object" ? "sure" : "publish", text: refusedInWords(refused, page) }]} />}
      <span class="govuk-caption-l">{authority.name}. Draft, not for publication</span>
      <h1 class="govuk-heading-l">Scrutiny report, {windowName(told.window)}</h1>
      {component("govukInsetText", { html: (
        <>
          <p class="govuk-body">Read it whole before it is published: the words of the action plan and of every box were written by people, and must tell of no child. When you publish, the words are searched for local ids and for names of the children whose records you may open: first and family name together in either order, and either alone where few children have it. Nicknames, misspellings, relatives, places and everything else are not found, nor is a child whose record you may not open: reading it whole stays a person’s task. An x stands where a number is 1 to 5, or where one could be worked out.</p>
          <p class="govuk-body">Publishing enters it in the register: its figures, so that a later report gives none of them away, and its Word document, which you get there.</p>
        </>
      ) })}
      {missing.length === 0 ? null : <p class="govuk-body"><strong>Still to be written:</strong> {listed(missing.map((name) => lower(BOXES[name].label)))}.</p>}
      <div class="govuk-button-group">
        <a class="govuk-button govuk-button--secondary" href={withYear(PATH, yearEnding)} role="button" draggable="false" data-module="govuk-button">Write or change it</a>
        <a class="govuk-link" href={withYear(`${PATH}/draft.docx`, yearEnding)}>Draft as a Word document</a>
      </div>
      <article class="pt-document" aria-label="The report">
        <h2 class="govuk-heading-l">{document.title}</h2>
        <p class="govuk-body-l">{document.subtitle}</p>
        <DocumentView blocks={[...document.cover ?? [], ...document.blocks]} pictures={drawings.map(({ svg }) => <>{raw(svg)}</>)} />
      </article>
      <form class="pt-report-form" method="post" action={withYear(`${PATH}/publish`, yearEnding)} autocomplete="off">
        <input type="hidden" name="seen" value={seenAs(page)} />
        {typeof refused !== "object" ? null : component("govukCheckboxes", { idPrefix: "sure", name: "sure", items: [{ value: "yes", text: `I have looked: ${listed(refused.mayBeChildren.map((words) => `“${words}”`))} ${refused.mayBeChildren.length === 1 ? "is" : "are"} no child` }] })}
        {component("govukWarningText", { text: "Once published it cannot be taken back: whoever has read it has it. Its figures and its Word document stay in the register.", iconFallbackText: "Warning" })}
        {component("govukButton", { id: "publish", text: "Publish this report", preventDoubleClick: true })}
      </form>
      <p class="govuk-body"><a class="govuk-link" href="/reports/published">What was published</a></p>
    </>
  );
}

function refusedInWords(refused: Refused, { typed }: ScrutinyPage): string {
  if (refused === "changed") return "Not published: the report has changed since you opened it. Read it again, and publish it then";
  if (refused === "unwritten") return `Not published: first write ${listed(unwritten(typed).map((name) => `“${BOXES[name].label}”`))}`;
  return `Not published: ${listed(refused.mayBeChildren.map((words) => `“${words}”`))} may be a child. Take it out of the report or of the action plan, or say below that it is no child’s`;
}
