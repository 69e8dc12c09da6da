import type { ChildPage } from "../../../app/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { PapersToCheck } from "../../../domain/work/papers.ts";
import type { DateParts } from "../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "../child/entry-form/form.ts";

/** What a manager typed about papers. */
export interface TypedCheck {
  readonly outcome: string;
  readonly happenedOn: DateParts;
  readonly note: string;
}

interface Props {
  readonly child: ChildPage;
  readonly papers: PapersToCheck;
  readonly back: string;
  readonly typed: TypedCheck;
  readonly errors: readonly FieldError[];
  /** What others wrote while this was being read. */
  readonly since: readonly Entry[];
}

export const papersTitle = ({ localId }: ChildPage): string => `Papers for panel, ${localId}`;

/** The papers of one child, as their manager checks them before they go: what is there, what is not, and the answer. */
export function PapersView({ child, papers, back, typed, errors, since }: Props): Html {
  const { sent, checked, again } = papers;
  const missing = papers.papers.filter(({ there }) => there === undefined).length;
  return (
    <>
      {since.length === 0 ? null : component("govukErrorSummary", { titleText: "Somebody saved first", descriptionText: `Recorded since you opened this page: ${since.map((e) => KINDS[e.kind].label).join("; ")}. What you typed is kept. Read the papers below as they are now, and save again.` })}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{papersTitle(child)}</h1>
      <p class="govuk-body">{sent === undefined ? "These papers have not been sent to the team manager yet." : `Sent to the team manager on ${dayInWords(sent.happenedOn)}.`} {goOnInWords(papers)}</p>
      {checked === undefined ? null : component("govukInsetText", { text: `Checked on ${dayInWords(checked.happenedOn)}${noteOf(checked)}. Check again only if they have changed.` })}
      {again === undefined ? null : component("govukInsetText", { text: `Sent back, to be checked again on ${dayInWords(again.happenedOn)}${noteOf(again)}.` })}
      <h2 class="govuk-heading-m">{missing === 0 ? "All the papers are on record" : `${missing} of the ${papers.papers.length} papers ${missing === 1 ? "is" : "are"} not on record`}</h2>
      <table class="govuk-table pt-table pt-team__papers">
        <caption class="govuk-visually-hidden">What is among the papers</caption>
        <thead><tr><th scope="col">Paper</th><th scope="col">On record</th></tr></thead>
        <tbody>{papers.papers.map(({ kinds, there }) => (
          <tr><th scope="row">{KINDS[there?.kind ?? kinds[0]!].label}</th><td>{there === undefined ? <strong>Not on record</strong> : dayInWords(there.happenedOn)}</td></tr>
        ))}</tbody>
      </table>
      <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/checklists/before-panel`}>Everything asked for before panel</a></p>
      <form method="post" action={`/team/papers/${child.recordId}`} novalidate>
        <input type="hidden" name="basedOn" value={child.version} />
        <input type="hidden" name="back" value={back} />
        {component("govukRadios", {
          idPrefix: "outcome", name: "outcome", errorMessage: messageAt(errors, "outcome"),
          fieldset: { legend: { text: "Are the papers ready to go to panel?", classes: "govuk-fieldset__legend--m" } },
          items: [
            { value: "ready", text: "Yes, I have read and checked them", checked: typed.outcome === "ready" },
            { value: "back", text: "No, they go back to the family finder", checked: typed.outcome === "back" },
          ],
        })}
        <DateInput id="happenedOn" legend="Day of your check, or the day to check them again" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
        {component("govukTextarea", {
          id: "note", name: "note", value: typed.note, rows: "3", errorMessage: messageAt(errors, "note"), label: { text: "What you found", classes: "govuk-label--m" },
          hint: { text: "Where they go back: what is missing or to be changed" },
        })}
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save", preventDoubleClick: true })}
          <a class="govuk-link" href={back}>Cancel</a>
        </div>
      </form>
    </>
  );
}

function goOnInWords({ goOn, panel }: PapersToCheck): string {
  const parts = [...(goOn === undefined ? [] : [`They are to go to panel on ${dayInWords(goOn.happenedOn)}.`]), ...(panel === undefined ? [] : [`Panel is on ${dayInWords(panel.happenedOn)}.`])];
  return parts.length === 0 ? "No panel is planned." : parts.join(" ");
}

const noteOf = ({ detail }: Entry): string => (detail["note"] === undefined ? "" : `: ${String(detail["note"])}`);

function messageAt(errors: readonly FieldError[], id: string): { readonly text: string } | undefined {
  const text = errorAt(errors, id);
  return text === undefined ? undefined : { text };
}
