import type { ChildPage } from "../../../../app/views.ts";
import { MEETING_DECISIONS } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { answeredAs, isDisowned, type MeetingDecided } from "../../../../domain/meetings/actions.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { recorderInWords } from "../words.ts";

export interface AnswerProps {
  readonly child: ChildPage;
  readonly decision: MeetingDecided;
  /** Why the viewer does not answer it; nothing where they do. */
  readonly whyNot: string | undefined;
  readonly typed: { readonly agreed: string; readonly answer: string };
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

const FOLLOWS = {
  "to-review": "A change of the care plan is made at the child’s review. Record it there once it is made: your answer here says whether you take it there.",
  "to-decision-maker": "Your answer is no decision. A decision, or its reversal, is taken and recorded on the decision’s own page.",
  "delay": "Say what will be done about the delay, by whom and by when.",
} as const;

/** Something that a meeting recommended or raised, and the answer of whoever decides it. */
export function AnswerView({ child, decision, whyNot, typed, errors, since }: AnswerProps): Html {
  const { why, sort, of, entry, answered, number } = decision;
  const what = decision.what === "" ? "Recommended by a meeting: not shown to you" : decision.what;
  const wrong = (id: string) => { const error = errorAt(errors, id); return error === undefined ? {} : { errorMessage: { text: error } }; };
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}, {of.series}, {dayInWords(entry.happenedOn)}</span>
      <h1 class="govuk-heading-l">{what}</h1>
      <p class="govuk-body"><strong>{MEETING_DECISIONS[sort]}</strong>, by {of.organisation}{why === null ? "" : `. Why: ${why}`}</p>
      <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/meetings`}>The notes of tracking</a> and <a class="govuk-link" href={`/children/${child.recordId}/milestones/preview`}>the milestones report</a></p>
      {answered === null ? null : component("govukInsetText", { text: `${answeredAs(decision)}, ${recorderInWords(answered.recordedBy, child.workerNames)} on ${dayInWords(answered.happenedOn)}: ${String(answered.detail["answer"] ?? "not shown to you")}` })}
      {answered === null && whyNot !== undefined ? component("govukInsetText", { text: `${whyNot}.` }) : null}
      {(answered !== null && !isDisowned(decision)) || whyNot !== undefined || sort === "decided" ? null : (
        <form class="pt-measure" method="post" action={`/children/${child.recordId}/meeting-decisions/${number}`} novalidate>
          <input type="hidden" name="basedOn" value={String(child.version)} />
          <p class="govuk-body">{FOLLOWS[sort]}</p>
          {component("govukRadios", {
            idPrefix: "agreed", name: "agreed", classes: "govuk-radios--inline", ...wrong("agreed"),
            fieldset: { legend: { text: sort === "delay" ? "Is it yours to own?" : "Do you follow it?", classes: "govuk-fieldset__legend--m" } },
            items: [{ value: "yes", text: "Yes", checked: typed.agreed === "yes" }, { value: "no", text: "No", checked: typed.agreed === "no" }],
          })}
          {component("govukTextarea", { id: "answer", name: "answer", rows: "5", value: typed.answer, label: { text: "Your answer", classes: "govuk-label--m" }, hint: { text: "The meeting is told, and sees it when the child comes back" }, ...wrong("answer") })}
          {component("govukButton", { text: "Send the answer", preventDoubleClick: true })}
        </form>
      )}
    </>
  );
}
