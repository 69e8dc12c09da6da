import { obstaclesTo, type MilestonesPage } from "../../../../app/forms/milestones.ts";
import { isChosen } from "../../../../domain/forms/answers.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { answersOf, boxId, formErrors } from "./boxes.ts";
import { FormFrame, pathOf } from "./frame.tsx";
import { AnswerForm } from "./part-view.tsx";
import { QuestionView } from "./question.tsx";

/** Finishing was refused: every question that stands in the way, whichever page it is on, to be put right here. Nothing of the form is on the record yet. */
export function PutRightView({ milestones }: { readonly milestones: MilestonesPage }): Html {
  const read = answersOf(milestones.draft?.answers ?? {});
  const { conflicts, refusals } = obstaclesTo(milestones, read.map(({ answer }) => answer));
  const errors = formErrors(refusals, read);
  const wrong = new Set([
    ...refusals.map(({ kind }) => kind),
    ...read.filter(({ answer }) => { const c = conflicts.get(answer.question.kind); return c !== undefined && !isChosen(answer, c); }).map(({ answer }) => answer.question.kind),
  ]);
  return (
    <>
      <ErrorSummary errors={errors} />
      <FormFrame milestones={milestones} page="preview" title="Put these right to finish">
        <p class="govuk-body">None of your answers is on the record yet, and all of them are kept. Once these are put right, finish again.</p>
        <AnswerForm milestones={milestones} action={pathOf(milestones.child.recordId, "preview")} nextIn={undefined}>
          {milestones.asked.filter(({ question }) => wrong.has(question.kind)).map((one) => (
            <QuestionView
              milestones={milestones} asked={one} open errors={errors.filter(({ id }) => id.startsWith(`${boxId(one.question.kind)}-`))}
              typed={milestones.draft?.answers[one.question.kind]?.fields ?? {}} conflict={conflicts.get(one.question.kind)}
            />
          ))}
        </AnswerForm>
      </FormFrame>
    </>
  );
}
