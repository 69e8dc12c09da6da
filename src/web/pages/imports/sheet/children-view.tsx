import type { AskedView, SheetRun } from "../../../../app/sheets/views.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { figure } from "../numbers.ts";

interface Props {
  readonly run: SheetRun;
  /** Those on this page. */
  readonly asked: readonly AskedView[];
  /** Rows still to be answered, on this page and after it. */
  readonly left: number;
  /** What was just sent, where it could not be taken. */
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly errors: readonly FieldError[];
}

/** Who the rows are about that could not be told. */
export const ChildrenView = ({ run, asked, left, typed, errors }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{run.files[0]}, {run.answers.sheet}</span>
    <h1 class="govuk-heading-l">Who are these children?</h1>
    <p class="govuk-body">
      {left > 0 ? `It could not be told which ${left === 1 ? "child one row is" : `children ${figure(left)} rows are`} about.` : "These are your answers. You may change them."}{" "}
      {left > asked.length ? `The first ${figure(asked.length)} are asked about here, and then the rest.` : ""}
    </p>
    <form method="post" action={`/imports/sheet/${run.id}/children`}>
      {asked.map((one) => <Question asked={one} typed={typed} error={(id) => errors.find((e) => e.id === id)?.text} />)}
      <div class="govuk-button-group">
        {component("govukButton", { text: "Continue", preventDoubleClick: true })}
        {left > 1 ? component("govukButton", { text: "Leave out all that are not answered", classes: "govuk-button--secondary", name: "rest", value: "left-out" }) : null}
      </div>
    </form>
  </>
);

interface QuestionProps {
  readonly asked: AskedView;
  readonly typed: Props["typed"];
  readonly error: (id: string) => string | undefined;
}

function Question({ asked, typed, error }: QuestionProps): Html {
  const { row, says, why, candidates, suggestedId, answer } = asked;
  const name = `row-${row}`;
  const chosen = typed === undefined ? chosenOf(asked) : typed[name];
  const newId = typed?.[`${name}-id`] ?? (answer?.as === "new" ? answer.localId : suggestedId);
  const wrong = error(name);
  const wrongId = error(`${name}-id`);
  return (
    <section class="pt-asked" aria-label={`Row ${figure(row)}`}>
      {component("govukRadios", {
        idPrefix: name, name,
        fieldset: { legend: { text: `Row ${figure(row)}: ${says}`, classes: "govuk-fieldset__legend--m" } },
        hint: { text: `${why}.` },
        errorMessage: wrong === undefined ? undefined : { text: wrong },
        items: [
          ...candidates.map(({ localId, who }) => ({ value: `known:${localId}`, text: `The same child as ${localId}`, checked: chosen === `known:${localId}`, hint: { text: who } })),
          { value: "left-out", text: "Leave this row out", checked: chosen === "left-out" },
          { value: "new", text: candidates.length === 0 ? "A child to be added" : "Another child, to be added", checked: chosen === "new" },
        ],
      })}
      {component("govukInput", {
        id: `${name}-id`, name: `${name}-id`, value: newId, classes: "govuk-input--width-10", spellcheck: false, autocomplete: "off", formGroup: { classes: "pt-asked__id" },
        label: { text: `Local id, if the child in row ${figure(row)} is to be added` },
        errorMessage: wrongId === undefined ? undefined : { text: wrongId },
      })}
    </section>
  );
}

function chosenOf({ answer }: AskedView): string {
  if (answer === undefined) return "";
  return answer.as === "known" ? `known:${answer.localId}` : answer.as;
}
